public import Diagnostics

/// A value together with the place where it was written.
public struct Located<Value> {
    /// The value.
    public var value: Value
    /// Where it was written.
    public var range: SourceRange

    /// Makes a located value.
    public init(_ value: Value, at range: SourceRange) {
        self.value = value
        self.range = range
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// One key of a free mapping with its decoded value and the places of both.
public struct YAMLEntry<Value> {
    /// The key, with its place.
    public var key: Located<String>
    /// The value.
    public var value: Value
    /// Where the value was written.
    public var range: SourceRange

    /// Makes an entry.
    public init(key: Located<String>, value: Value, range: SourceRange) {
        self.key = key
        self.value = value
        self.range = range
    }
}

extension YAMLEntry: Sendable where Value: Sendable {}
extension YAMLEntry: Equatable where Value: Equatable {}
extension YAMLEntry: Hashable where Value: Hashable {}

/// Why a scalar's text isn't a value of its type, and what is likely meant.
public struct InvalidText: Error, Hashable, Sendable {
    /// The whole phrase that is shown, quoting the text.
    public var message: String
    /// The texts that may be meant; each is offered as a fix.
    public var suggestions: [String]
    /// A sentence of advice.
    public var help: String?

    /// Makes a reason.
    public init(_ message: String, suggestions: [String] = [], help: String? = nil) {
        self.message = message
        self.suggestions = suggestions
        self.help = help
    }
}
