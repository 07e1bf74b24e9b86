public import Diagnostics
public import FollowUpModel

/// Reads a forum by its words alone, as ``WordReader`` does: the newest report speaks, and its word has a place on the
/// scale; standing comes from membership and exceptions, and from words where these leave it open.
public struct DeclarativeModule: ForumModule {
    /// Name, summary and rules.
    public static let metadata = ModuleMetadata(
        name: "declarative",
        texts: .shared,
        rules: [])

    /// Makes the module; it takes no options.
    public init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {}

    /// Reads one commitment; see the type's description.
    public func assess(_ evidence: CommitmentEvidence) -> [Assessment] {
        let words = evidence.words
        return evidence.addressed.map { words.assess($0, standing: words.standing(of: $0, in: evidence), evidence) }
    }
}
