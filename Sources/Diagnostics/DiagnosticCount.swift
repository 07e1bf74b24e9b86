/// How many diagnostics of each severity there are, and in how many files.
public struct DiagnosticCount: Hashable, Sendable, CustomStringConvertible {
    /// The number of errors.
    public private(set) var errors = 0
    /// The number of warnings.
    public private(set) var warnings = 0
    /// The number of notes that stand alone; notes that belong to another diagnostic don't count.
    public private(set) var notes = 0
    /// The number of files in which the diagnostics lie.
    public private(set) var files = 0

    /// Counts `diagnostics`.
    public init(_ diagnostics: some Sequence<Diagnostic>) {
        var seen: Set<FileID> = []
        for diagnostic in diagnostics {
            switch diagnostic.severity {
            case .error: errors += 1
            case .warning: warnings += 1
            case .note: notes += 1
            }
            if let file = diagnostic.range?.file { seen.insert(file) }
        }
        files = seen.count
    }

    /// The count in words, such as "2 errors, 1 warning in 3 files", or "no problems".
    public var description: String {
        let kinds = [(errors, "error"), (warnings, "warning"), (notes, "note")]
        let parts = kinds.filter { $0.0 > 0 }.map { Self.phrase($0.0, $0.1) }
        if parts.isEmpty { return "no problems" }
        return parts.joined(separator: ", ") + (files > 0 ? " in " + Self.phrase(files, "file") : "")
    }

    private static func phrase(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
