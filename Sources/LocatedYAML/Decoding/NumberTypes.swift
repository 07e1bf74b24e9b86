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

extension YAMLType<Double> {
    /// A number with or without a fraction, in decimal digits and without quotes.
    public static var decimal: Self { decimal(in: -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude) }

    /// A number between two bounds, both included.
    public static func decimal(in bounds: ClosedRange<Double>) -> Self {
        let least = bounds.lowerBound == -Double.greatestFiniteMagnitude ? nil : bounds.lowerBound
        let most = bounds.upperBound == Double.greatestFiniteMagnitude ? nil : bounds.upperBound
        var type = Self(
            read: { node, context in
                guard let text = YAMLType<String>.scalar(node, in: &context, as: "a number") else { return nil }
                guard node.isPlain, text.isDecimal, let value = Double(text) else {
                    context.report(.notANumber(node, text))
                    return nil
                }
                guard bounds.contains(value) else {
                    context.report(.outOfRange(node, text, least: least.map { "\($0)" }, most: most.map { "\($0)" }))
                    return nil
                }
                return value
            },
            describe: { _ in
                var schema: [JSONValue.Member] = [.init("type", "number")]
                if let least { schema.append(.init("minimum", .number(least))) }
                if let most { schema.append(.init("maximum", .number(most))) }
                return .object(schema)
            })
        type.json = { .number($0) }
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

    /// Whether it is an integer, with or without a dot and more digits after it.
    var isDecimal: Bool {
        let parts = split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard String(parts[0]).isInteger else { return false }
        return parts.count == 1 || (!parts[1].isEmpty && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) })
    }
}
