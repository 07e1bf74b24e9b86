public import FollowUpModel

/// The id of a rule, in kebab case, such as `newest-report`.
///
/// A module declares the ids of its rules once, as static members, next to the rules themselves.
public struct RuleID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The id as it is written in files and answers.
    public let rawValue: String

    /// Makes an id from a text, as a program declares it.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// Makes an id from a literal.
    public init(stringLiteral rawValue: String) { self.init(rawValue) }

    /// The id as it is written.
    public var description: String { rawValue }
}

/// A rule by which a module decides, shown where people ask why.
public struct ModuleRule: Hashable, Sendable {
    /// The id.
    public var id: RuleID
    /// What the rule says, for people.
    public var text: LocalizedText
    /// The article or document it comes from; nil for a rule of this program.
    public var source: String?

    /// Makes a rule.
    public init(_ id: RuleID, _ text: LocalizedText, source: String? = nil) {
        self.id = id
        self.text = text
        self.source = source
    }
}
