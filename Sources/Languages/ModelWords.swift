package import Diagnostics
package import FollowUpModel
package import ForumKit

/// The words for every member of the model's enumerations in one language, the same on the terminal and on pages.
package struct ModelWords: Sendable {
    /// The language.
    package var language: Language
    package var standings: WordList<Standing>
    package var memberships: WordList<MembershipStanding>
    package var kindsOfNothing: WordList<KindOfNothing>
    package var relations: WordList<Relation>
    package var rules: WordList<ConsolidationRule>
    package var confidences: WordList<Confidence>
    package var voices: WordList<Voice>
    package var legalForces: WordList<LegalForce>
    package var forumKinds: WordList<ForumKind>
    package var dateKinds: WordList<DateKind>
    package var wordGivers: WordList<WordGiver>
    package var obligationKinds: WordList<Obligation.Kind>
    package var obligationStates: WordList<Obligation.State>
    /// The same for several obligations, see ``obligations(_:count:)``.
    package var obligationsInState: WordList<Obligation.State>
    package var severities: WordList<Severity>
    package var fits: WordList<StatusWord.Fit>

    /// The languages that have words and texts.
    package static let languages: [Language] = [.english, .spanish, .portuguese, .french]

    /// The words of a language; English for languages that have none.
    package static func words(for language: Language) -> ModelWords {
        switch language {
        case .spanish: spanish
        case .portuguese: portuguese
        case .french: french
        default: english
        }
    }

    /// How so many obligations stand, without the number.
    package func obligations(_ state: Obligation.State, count: Int) -> String {
        CountedText(obligationStates[state], obligationsInState[state]).form(for: count, in: language)
    }
}
