public import Diagnostics
public import FollowUpModel

/// Reads a forum by its words alone: the newest report speaks, and its word has a place on the scale.
///
/// Standing comes from membership and exceptions (``RollCall/standing(of:in:)``); where that leaves it open, the
/// newest word that says something about it decides, as "ratified" does for a treaty. How the words are read is told
/// at ``WordReader``.
public struct DeclarativeModule: ForumModule {
    /// Name, summary and rules.
    public static let metadata = ModuleMetadata(
        name: "declarative",
        summary: LocalizedText(
            en: "The newest report speaks; its word has a place on the scale.",
            es: "Habla el informe más reciente; su palabra tiene un lugar en la escala.",
            pt: "Fala o relatório mais recente; a sua palavra tem um lugar na escala.",
            fr: "Le rapport le plus récent fait foi\u{00A0}; son mot a une place sur l’échelle."),
        rules: [])

    /// Makes the module; it takes no options.
    public init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {}

    /// Reads one commitment; see the type's description.
    public func assess(_ evidence: CommitmentEvidence) -> [Assessment] {
        let words = evidence.words
        return evidence.addressed.map { words.assess($0, standing: words.standing(of: $0, in: evidence), evidence) }
    }
}
