import Diagnostics
public import JSON

extension YAMLType {
    /// A list; wrong items are reported and left out.
    @inlinable
    public static func list<Item: Sendable>(of item: YAMLType<Item>, nonEmpty: Bool = false) -> YAMLType<[Item]>
    where Value == [Item] {
        YAMLType(
            read: { node, context in
                guard node.kind == .list else {
                    context.report(.notAList(node, subject: context.subjectName))
                    return nil
                }
                if nonEmpty, node.count == 0 {
                    context.report(.emptyList(node.range, subject: context.subjectName, "item"))
                    return nil
                }
                context.checkRepeats(in: node)
                let items = items(of: node, as: item, in: &context)
                return nonEmpty && items.isEmpty ? nil : items
            },
            describe: { builder in
                var schema: [JSONValue.Member] = [
                    .init("type", "array"), .init("items", item.describe(&builder)),
                ]
                if nonEmpty { schema.append(.init("minItems", 1)) }
                return .object(schema)
            })
    }

    /// One value, or a list of them.
    @inlinable
    public static func oneOrMany<Item: Sendable>(of item: YAMLType<Item>) -> YAMLType<[Item]> where Value == [Item] {
        YAMLType(
            read: { node, context in
                if node.kind == .list {
                    context.checkRepeats(in: node)
                    return items(of: node, as: item, in: &context)
                }
                return item.decode(node, in: &context).map { [$0] }
            },
            describe: { builder in
                let one = item.describe(&builder)
                return ["anyOf": .array([one, ["type": "array", "items": one]])]
            })
    }

    /// A mapping with free keys, in the order written; wrong entries are reported and left out.
    @inlinable
    public static func dictionary<Item>(
        keys: YAMLType<String> = .text, of type: YAMLType<Item>, nonEmpty: Bool = false
    ) -> YAMLType<[YAMLEntry<Item>]> where Value == [YAMLEntry<Item>] {
        YAMLType(
            read: { node, context in
                guard node.kind == .mapping else {
                    context.report(.wrongKind(node, expected: "a mapping", subject: context.subjectName))
                    return nil
                }
                if nonEmpty, node.count == 0 {
                    context.report(.emptyList(node.range, subject: context.subjectName, "entry"))
                    return nil
                }
                let entries = entries(of: node, keys: keys, as: type, in: &context)
                return nonEmpty && entries.isEmpty ? nil : entries
            },
            describe: { builder in
                let keys = keys.describe(&builder)
                return mappingSchema(keys: keys, values: type.describe(&builder), nonEmpty: nonEmpty)
            })
    }

    @usableFromInline
    static func mappingSchema(keys: JSONValue, values: JSONValue, nonEmpty: Bool) -> JSONValue {
        var names = keys.members.filter { $0.name != "type" }
        names.insert(.init("type", "string"), at: 0)
        var schema: [JSONValue.Member] = [
            .init("type", "object"),
            .init("propertyNames", .object(names)),
            .init("additionalProperties", values),
        ]
        if nonEmpty { schema.append(.init("minProperties", 1)) }
        return .object(schema)
    }

    @inlinable
    static func entries<Item>(
        of node: YAMLNode, keys: YAMLType<String>, as type: YAMLType<Item>, in context: inout DecodingContext
    ) -> [YAMLEntry<Item>] {
        context.forItems { context in
            var result: [YAMLEntry<Item>] = []
            result.reserveCapacity(node.count)
            for (keyNode, valueNode) in node.pairs {
                let key = keys.read(keyNode, &context)
                let value = type.decode(valueNode, in: &context)
                guard let key, let value else { continue }
                result.append(YAMLEntry(key: Located(key, at: keyNode.range), value: value, range: valueNode.range))
            }
            return result
        }
    }
}

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

extension DecodingContext {
    /// Warns of texts that a list holds twice.
    @usableFromInline
    mutating func checkRepeats(in list: YAMLNode) {
        guard list.count > 1 else { return }
        var first: [String: SourceRange] = [:]
        for item in list.items where item.kind == .scalar {
            if let earlier = first.updateValue(item.range, forKey: item.text) {
                report(
                    .warning(
                        .listedTwice, at: item.range, "\(subjectName): '\(item.text.excerpt)' is listed twice",
                        notes: [DiagnosticNote("it stands here too", at: earlier)]))
            }
        }
    }
}

extension YAMLType<YAMLNode> {
    /// The node itself, to be decoded later, such as the options of a module that is known only then.
    public static let node = Self(read: { node, _ in node }, describe: { _ in [:] })
}
