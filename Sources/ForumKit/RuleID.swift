public import FollowUpModel

/// The id of a rule, in kebab case, such as `newest-report`; what the rule says stands among the texts of its module.
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
public struct ModuleRule: Sendable {
    /// The id.
    public let id: RuleID
    /// The article or document it comes from; nil for a rule of this program.
    public let source: String?
    /// The text that it brings with it; nil for one whose text is among those of its module.
    private var told: LocalizedText?
    /// The texts of its module; nil until a module lists it.
    private var texts: ModuleTexts?

    /// Makes a rule, whose text is one of the module's, or of the rules that modules share.
    public init(_ id: RuleID, source: String? = nil) { (self.id, self.source) = (id, source) }

    /// Makes a rule that brings its text with it, as a program declares it.
    package init(_ id: RuleID, _ text: LocalizedText, source: String? = nil) {
        self.init(id, source: source)
        told = text
    }

    /// What the rule says, for people.
    public var text: LocalizedText { told ?? (texts ?? .shared)["rule/\(id)"] }

    /// Rules of this program that name no document.
    static func all(_ ids: [RuleID]) -> [ModuleRule] { ids.map { ModuleRule($0) } }

    /// The rule as one of a module with these texts.
    func of(_ texts: ModuleTexts) -> ModuleRule {
        var copy = self
        copy.texts = texts
        return copy
    }
}
