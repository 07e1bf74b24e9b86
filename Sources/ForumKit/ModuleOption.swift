public import Diagnostics

/// An option of a module: its name, what a value may be, and its default, declared once.
///
/// A module declares each option as a static value, lists its ``declaration`` in the metadata, and asks the
/// ``OptionValues`` of a forum for the typed value: `options[Self.effect]`.
public struct ModuleOption<Value: Sendable>: Sendable {
    /// The option as data.
    public let declaration: OptionDeclaration
    /// The value used when the option is left out.
    public let defaultValue: Value
    /// The value that texts of forum.yaml say; nil when they say none.
    let value: @Sendable ([String]) -> Value?

    private init(
        _ name: String, _ kind: OptionDeclaration.Kind, default defaultValue: Value, written: String, example: String,
        _ description: String, value: @escaping @Sendable ([String]) -> Value?
    ) {
        declaration = OptionDeclaration(
            name: name, kind: kind, defaultValue: written, description: description, example: example)
        self.defaultValue = defaultValue
        self.value = value
    }
}

extension ModuleOption<String> {
    /// Makes an option that takes any text.
    public init(_ name: String, default text: String, example: String, _ description: String) {
        self.init(name, .text, default: text, written: text, example: example, description, value: \.first)
    }
}

extension ModuleOption<String?> {
    /// Makes an option that takes any text and may be left out.
    public init(_ name: String, example: String, _ description: String) {
        self.init(name, .text, default: nil, written: "", example: example, description) { texts in
            texts.first.map { $0.isEmpty ? nil : $0 }
        }
    }
}

extension ModuleOption<Bool> {
    /// Makes an option that is `true` or `false`.
    public init(_ name: String, default value: Bool, _ description: String) {
        self.init(name, .boolean, default: value, written: "\(value)", example: "\(!value)", description) { texts in
            texts.first.flatMap { Bool($0) }
        }
    }
}

extension ModuleOption<Int> {
    /// Makes an option that takes a whole number of a range.
    public init(_ name: String, in range: ClosedRange<Int>, default number: Int, example: Int, _ description: String) {
        precondition(range.contains(number), "the default is one of the values that the option takes")
        self.init(
            name, .integer(range), default: number, written: "\(number)", example: "\(example)", description
        ) { texts in texts.first.flatMap { Int($0) } }
    }
}

extension ModuleOption<[String]> {
    /// Makes an option that takes a list of texts; left out, the list is empty.
    public init(_ name: String, example: String, _ description: String) {
        self.init(name, .texts, default: [], written: "", example: example, description) { $0 }
    }
}

extension ModuleOption where Value: CaseIterable & RawRepresentable<String> {
    /// Makes an option that takes one word of a list: the raw values of the type's cases.
    public init(_ name: String, default word: Value, example: Value, _ description: String) {
        self.init(
            name, .choice(Value.allCases.map(\.rawValue)), default: word, written: word.rawValue,
            example: example.rawValue, description
        ) { texts in texts.first.flatMap { Value(rawValue: $0) } }
    }
}

/// An option as data, whatever the type of its value: the program checks it in forum.yaml and offers it in editors.
public struct OptionDeclaration: Hashable, Sendable {
    /// What a value may be.
    public enum Kind: Hashable, Sendable {
        /// Any text.
        case text
        /// `true` or `false`.
        case boolean
        /// A whole number in a range.
        case integer(ClosedRange<Int>)
        /// One of these words.
        case choice([String])
        /// A list of texts.
        case texts

        /// Whether a text is a value; a list is never one text.
        public func accepts(_ text: String) -> Bool {
            switch self {
            case .text: !text.isEmpty
            case .boolean: Bool(text) != nil
            case .integer(let range): Int(text).map(range.contains) ?? false
            case .choice(let words): words.contains(text)
            case .texts: false
            }
        }
    }

    /// The key in `options:`.
    public let name: String
    /// What a value may be.
    public let kind: Kind
    /// The value used when the option is left out, as it would be written; empty for none and for a list.
    public let defaultValue: String
    /// What it does.
    public let description: String
    /// A value, as it would be written.
    public let example: String
}

/// The options that one forum gives to its module, each checked against its declaration.
public struct OptionValues: Hashable, Sendable {
    private var texts: [String: [String]]
    private var ranges: [String: SourceRange]

    /// Makes values from texts and lists of texts; names are those the module declares.
    ///
    /// - Parameter ranges: where forum.yaml gives each value that it gives.
    public init(
        _ values: [String: String] = [:], lists: [String: [String]] = [:], ranges: [String: SourceRange] = [:]
    ) {
        texts = values.mapValues { [$0] }.merging(lists) { $1 }
        self.ranges = ranges
    }

    /// The value of an option: what the forum gives, else the option's default.
    public subscript<Value>(option: ModuleOption<Value>) -> Value {
        texts[option.declaration.name].flatMap(option.value) ?? option.defaultValue
    }

    /// Where forum.yaml gives the value; nil when the default is used.
    public func range<Value>(of option: ModuleOption<Value>) -> SourceRange? { ranges[option.declaration.name] }
}
