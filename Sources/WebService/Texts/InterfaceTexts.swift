import FollowUpModel

/// The texts that describe the interface for programs in one language.
struct InterfaceTexts: Sendable {
    // The document as a whole.
    var description: String
    var problem: String
    var notModified: String

    // What can be asked for.
    var root: String
    var overview: String
    var countries: String
    var countryItem: String
    var forums: String
    var forumItem: String
    var measures: String
    var measureItem: String
    var cells: String
    var cell: String
    var assessments: String
    var reports: String
    var commitments: String
    var crosswalk: String
    var divergences: String
    var gaps: String
    var obligations: String
    var changes: String
    var search: String
    var diagnostics: String

    // What narrows it.
    var asOf: String
    var limit: String
    var offset: String
    var country: String
    var subregion: String
    var forum: String
    var measure: String
    var target: String
    var commitment: String
    var party: String
    var progress: String
    var nothing: String
    var voice: String
    var confidence: String
    var divergent: String
    var stale: String
    var overdue: String
    var sort: String
    var standing: String
    var relation: String
    var kind: String
    var state: String
    var until: String
    var years: String
    var direction: String
    var query: String
    var severity: String

    /// The texts of a language; English for languages that have none.
    static func texts(for language: Language) -> InterfaceTexts {
        switch language {
        case .spanish: spanish
        case .portuguese: portuguese
        case .french: french
        default: english
        }
    }
}

/// The name of a text, which every language has.
typealias InterfaceText = any KeyPath<InterfaceTexts, String> & Sendable
