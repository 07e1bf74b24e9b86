extension Sequence<DiagnosticCode> {
    /// The code of that name; case, `_` for `-` and the square brackets of a message are forgiven.
    public func code(named name: String) -> DiagnosticCode? {
        let wanted = name.plainCodeName
        return first { $0.name == wanted }
    }

    /// The code whose name is nearest to `name`, for "did you mean"; nil when none is near.
    public func nearestCode(to name: String) -> DiagnosticCode? {
        name.plainCodeName.nearest(in: map(\.name)).flatMap(code(named:))
    }

    /// The names that more than one of the codes bears, in alphabetical order; empty when all is well.
    public var duplicateNames: [String] {
        var counts: [String: Int] = [:]
        for code in self { counts[code.name, default: 0] += 1 }
        return counts.filter { $0.value > 1 }.keys.sorted()
    }
}

extension String {
    fileprivate var plainCodeName: String {
        var text = self[...]
        if text.hasPrefix("["), text.hasSuffix("]"), text.count > 1 { text = text.dropFirst().dropLast() }
        return String(text).foldedForComparison
    }
}
