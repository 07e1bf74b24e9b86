import Diagnostics
import FollowUpModel
import ForumKit

/// Reads a forum that believes only one voice: what others say waits until that voice has confirmed it.
struct ConfirmedModule: ForumModule {
    /// Name, summary, options and rules.
    static let metadata = ModuleMetadata(
        name: "confirmed",
        summary: LocalizedText(
            en: "Only what one voice has confirmed counts.", es: "Solo cuenta lo que una voz ha confirmado.",
            pt: "Só conta o que uma voz confirmou.", fr: "Seul compte ce qu’une voix a confirmé."),
        options: [voice.declaration], rules: [unconfirmed])

    private static let voice = ModuleOption(
        "voice", default: Voice.secretariat, example: .reviewBody, "Whose word confirms.")
    private static let unconfirmed = ModuleRule(
        "unconfirmed",
        LocalizedText(
            en: "It was reported, and nobody has confirmed it yet.", es: "Se informó, y nadie lo ha confirmado aún.",
            pt: "Foi relatado, e ninguém o confirmou ainda.", fr: "C’est rapporté, et personne ne l’a confirmé."))

    private let voice: Voice

    /// Makes the module for one forum; the program has checked the option.
    init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {
        voice = options[Self.voice]
    }

    /// Reads one commitment: the newest confirmed report of each party speaks.
    func assess(_ evidence: CommitmentEvidence) -> [Assessment] {
        let words = evidence.words
        return evidence.addressed.map { party in
            let standing = words.standing(of: party, in: evidence)
            var assessment = words.assess(party, standing: standing, evidence) { $0.voice == voice }
            if assessment.basis.report == nil, standing.standing.counts,
                let newest = evidence.reports(on: party).last
            {
                assessment.progress = .missing(.reportedWithoutStatus)
                assessment.basis.progressRule = Self.unconfirmed.id
                assessment.basis.report = newest.index
            }
            return assessment
        }
    }
}
