public import JSON

extension YAMLType {
    /// A value that is written in different ways, told apart by the kind of the node: a word, a list or a mapping.
    ///
    /// `incorporada: complete` and `incorporada: {level: complete}` read as one type with `scalar` and `mapping`.
    /// At least one of the three is given; the others are reported as the wrong kind.
    @inlinable
    public static func byKind(scalar: Self? = nil, list: Self? = nil, mapping: Self? = nil) -> Self {
        let expected = [
            scalar.map { _ in "a single value" }, list.map { _ in "a list" }, mapping.map { _ in "a mapping" },
        ].compactMap { $0 }
        precondition(!expected.isEmpty, "a union has at least one form")
        return Self(
            read: { node, context in
                let chosen =
                    switch node.kind {
                    case .scalar: scalar
                    case .list: list
                    case .mapping: mapping
                    }
                guard let chosen else {
                    context.report(
                        .wrongKind(node, expected: expected.joined(separator: " or "), subject: context.subjectName))
                    return nil
                }
                return chosen.read(node, &context)
            },
            describe: { builder in
                let forms = [scalar, list, mapping].compactMap { $0?.describe(&builder) }
                return forms.count == 1 ? forms[0] : ["anyOf": .array(forms)]
            })
    }
}

extension YAMLType<YAMLNode> {
    /// The node itself, to be decoded later, such as the options of a module that is known only then.
    public static let node = Self(read: { node, _ in node }, describe: { _ in [:] })
}
