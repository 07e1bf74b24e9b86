public import JSON

/// One word of a closed list, with its meaning for hover texts.
public struct YAMLWord: Hashable, Sendable {
    /// The word as it is written.
    public var word: String
    /// What it means, in a sentence.
    public var summary: String?

    /// Makes a word.
    public init(_ word: String, _ summary: String? = nil) {
        self.word = word
        self.summary = summary
    }
}

extension YAMLType where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    /// One of the cases of an enumeration, by its raw value; `summary` says what a case means, for hover texts.
    @inlinable
    public static func enumeration(_ type: Value.Type, summary: (@Sendable (Value) -> String)? = nil) -> Self {
        Self(
            read: { node, context in
                guard let text = YAMLType<String>.scalar(node, in: &context, as: "a word") else { return nil }
                if let value = Value(rawValue: text) { return value }
                context.report(.unknownWord(node, text, known: Value.allCases.map(\.rawValue), in: context.subjectName))
                return nil
            },
            describe: { _ in
                YAMLWord.schema(Value.allCases.map { YAMLWord($0.rawValue, summary?($0)) })
            },
            json: { .string($0.rawValue) })
    }
}

extension YAMLType<String> {
    /// One of these words.
    public static func word(from words: [YAMLWord]) -> Self {
        Self(
            read: { node, context in
                guard let text = scalar(node, in: &context, as: "a word") else { return nil }
                if words.contains(where: { $0.word == text }) { return text }
                context.report(.unknownWord(node, text, known: words.map(\.word), in: context.subjectName))
                return nil
            },
            describe: { _ in YAMLWord.schema(words) },
            json: { .string($0) })
    }
}

extension YAMLWord {
    /// The schema of a closed list of words; `markdownEnumDescriptions` is what YAML editors show beside each.
    @usableFromInline
    static func schema(_ words: [YAMLWord]) -> JSONValue {
        var schema: [JSONValue.Member] = [.init("enum", .array(words.map { .string($0.word) }))]
        if words.contains(where: { $0.summary != nil }) {
            schema.append(.init("markdownEnumDescriptions", .array(words.map { .string($0.summary ?? "") })))
        }
        return .object(schema)
    }
}

extension YAMLType<Bool> {
    /// `true` or `false`, written so and without quotes.
    public static let boolean = Self(
        read: { node, context in
            guard let text = YAMLType<String>.scalar(node, in: &context, as: "true or false") else { return nil }
            if node.isPlain, text == "true" { return true }
            if node.isPlain, text == "false" { return false }
            context.report(.notABoolean(node, text))
            return nil
        },
        describe: { _ in ["type": "boolean"] },
        json: { .bool($0) })
}

extension YAMLType<Int> {
    /// A whole number in decimal digits, without quotes.
    public static var integer: Self { integer(in: Int.min...Int.max) }

    /// A whole number between two bounds, both included.
    public static func integer(in bounds: ClosedRange<Int>) -> Self {
        Self(
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
            },
            json: { .integer($0) })
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
