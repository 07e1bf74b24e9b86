package import Diagnostics
package import FollowUpModel
package import ForumKit

/// The words for every member of the model's enumerations in one language, the same on the terminal and on pages.
///
/// Lists of pairs and not dictionaries: they are short, and a dictionary of each enumeration costs the start of every
/// program more than all look-ups together.
package struct ModelWords: Sendable {
    /// The language.
    package var language: Language
    package var standings: KeyValuePairs<Standing, String>
    package var memberships: KeyValuePairs<MembershipStanding, String>
    package var kindsOfNothing: KeyValuePairs<KindOfNothing, String>
    package var relations: KeyValuePairs<Relation, String>
    package var rules: KeyValuePairs<ConsolidationRule, String>
    package var confidences: KeyValuePairs<Confidence, String>
    package var voices: KeyValuePairs<Voice, String>
    package var legalForces: KeyValuePairs<LegalForce, String>
    package var forumKinds: KeyValuePairs<ForumKind, String>
    package var dateKinds: KeyValuePairs<DateKind, String>
    package var wordGivers: KeyValuePairs<WordGiver, String>
    package var obligationKinds: KeyValuePairs<Obligation.Kind, String>
    package var obligationStates: KeyValuePairs<Obligation.State, String>
    package var severities: KeyValuePairs<Severity, String>
    package var fits: KeyValuePairs<StatusWord.Fit, String>

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

    /// The word for a member of an enumeration; every language has all of them.
    package func word<Key: Equatable>(_ words: KeyPath<ModelWords, KeyValuePairs<Key, String>>, _ key: Key) -> String {
        guard let word = self[keyPath: words].first(where: { $0.key == key })?.value else {
            preconditionFailure("there is a word for every case in '\(language)'")
        }
        return word
    }
}
