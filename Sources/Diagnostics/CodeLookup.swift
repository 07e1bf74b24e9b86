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
}

extension String {
    fileprivate var plainCodeName: String {
        var text = self[...]
        if text.hasPrefix("["), text.hasSuffix("]"), text.count > 1 { text = text.dropFirst().dropLast() }
        return String(text).foldedForComparison
    }
}
