import JSON

extension YAMLType<Int> {
    /// A whole number in decimal digits, without quotes.
    public static var integer: Self { integer(in: Int.min...Int.max) }

    /// A whole number between two bounds, both included.
    public static func integer(in bounds: ClosedRange<Int>) -> Self {
        var type = Self(
            read: { node, context in
                guard let text = YAMLType<String>.scalar(node, in: &context, as: "a whole number") else { return nil }
                guard node.isPlain, text.isInteger else {
                    context.report(.notAnInteger(node, text))
                    return nil
                }
                guard let value = Int(text), bounds.contains(value) else {
                    context.report(
                        .outOfRange(
                            node, text, least: bounds.lowerBound == .min ? nil : "\(bounds.lowerBound)",
                            most: bounds.upperBound == .max ? nil : "\(bounds.upperBound)"))
                    return nil
                }
                return value
            },
            describe: { _ in
                var schema: [JSONValue.Member] = [.init("type", "integer")]
                if bounds.lowerBound != .min { schema.append(.init("minimum", .integer(bounds.lowerBound))) }
                if bounds.upperBound != .max { schema.append(.init("maximum", .integer(bounds.upperBound))) }
                return .object(schema)
            })
        type.json = { .integer($0) }
        return type
    }
}

extension String {
    /// Whether it is `0`, or digits that don't begin with `0`, with or without `-` before them.
    var isInteger: Bool {
        let digits = utf8.first == 0x2D ? utf8.dropFirst() : utf8[...]
        guard let first = digits.first, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        return first != 0x30 || digits.count == 1
    }
}
