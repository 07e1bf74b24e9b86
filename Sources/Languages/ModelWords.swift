package import Diagnostics
package import FollowUpModel
package import ForumKit

/// The words for every member of the model's enumerations in one language, the same on the terminal and on pages.
package struct ModelWords: Sendable {
    /// The language.
    package var language: Language
    package var standings: [Standing: String]
    package var memberships: [MembershipStanding: String]
    package var kindsOfNothing: [KindOfNothing: String]
    package var relations: [Relation: String]
    package var rules: [ConsolidationRule: String]
    package var confidences: [Confidence: String]
    package var voices: [Voice: String]
    package var legalForces: [LegalForce: String]
    package var forumKinds: [ForumKind: String]
    package var dateKinds: [DateKind: String]
    package var wordGivers: [WordGiver: String]
    package var obligationKinds: [Obligation.Kind: String]
    package var obligationStates: [Obligation.State: String]
    package var severities: [Severity: String]
    package var fits: [StatusWord.Fit: String]

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
    package func word<Key: Hashable>(_ words: KeyPath<ModelWords, [Key: String]>, _ key: Key) -> String {
        guard let word = self[keyPath: words][key] else {
            preconditionFailure("there is a word for every case in '\(language)'")
        }
        return word
    }
}
