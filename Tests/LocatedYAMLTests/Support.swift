import Diagnostics
import SystemIO
import Testing

@testable import LocatedYAML

/// The file of all tests.
let file = FileID(rawValue: 0)

/// Parses a text.
func parse(_ text: String, limits: YAMLLimits = .default) -> (document: YAMLDocument?, diagnostics: [Diagnostic]) {
    YAMLDocument.parse(FileBytes(text), file: file, limits: limits)
}

/// Parses a text that must be without fault.
func document(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> YAMLDocument {
    let (document, diagnostics) = parse(text)
    #expect(diagnostics.map(\.line) == [], sourceLocation: sourceLocation)
    return try #require(document, sourceLocation: sourceLocation)
}

extension SourceRange {
    /// The range as `line:column-line:column`.
    var short: String { "\(start.line):\(start.column)-\(end.line):\(end.column)" }
}

extension Diagnostic {
    /// The diagnostic as one line: place, message, code.
    var line: String { "\(range?.short ?? "-") \(message) [\(code.name)]" }
}

extension YAMLNode {
    /// The tree as text: scalars with their places.
    var outline: String {
        switch kind {
        case .scalar: "'\(text)'@\(range.short)"
        case .list: "[" + items.map(\.outline).joined(separator: ", ") + "]@\(range.short)"
        case .mapping:
            "{" + pairs.map { "\($0.key.outline): \($0.value.outline)" }.joined(separator: ", ") + "}@\(range.short)"
        }
    }
}

extension String {
    /// The text with a diagnostic's first fix applied.
    func applying(_ fix: FixIt) -> String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
        for edit in fix.edits.sorted(by: { $0.range > $1.range }) {
            let (start, end) = (edit.range.start, edit.range.end)
            let head = lines[Int(start.line) - 1].prefix(Int(start.column) - 1)
            let tail = lines[Int(end.line) - 1].dropFirst(Int(end.column) - 1)
            lines.replaceSubrange(
                Int(start.line) - 1...Int(end.line) - 1, with: [head + Array(edit.replacement.unicodeScalars) + tail])
        }
        return lines.map { line in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: line)
            return String(view)
        }.joined(separator: "\n")
    }
}
