/// Why a country has its word on a measure or line: the whole chain, to the sources' links.
struct CellPage: PageView {
    /// A part of a measure: one of its lines, or what is aligned to the measure itself.
    struct Part: Codable, Sendable {
        var id: String
        var title: String
        var mark: Mark
        var flags: [Flag]
        var newest: DateText?
        var contributions: Int
        var href: String?
    }

    /// A rule, with the article it comes from.
    struct Rule: Codable, Sendable {
        var id: String
        var text: String
        var source: String?
    }

    /// How a commitment is aligned to the line.
    struct Alignment: Codable, Sendable {
        var relation: String
        var confidence: String
        var place: String
        var note: String?
    }

    /// Where a report is read.
    struct Source: Codable, Sendable {
        var text: String
        /// The address, where the source begins with one.
        var href: String?
    }

    /// One report.
    struct Report: Codable, Sendable {
        var id: String?
        var date: DateText
        var dateKind: String
        /// The forum's own word.
        var word: String
        /// The word in this language, where the forum has one.
        var translation: String?
        var wording: String?
        /// What the word is read as.
        var reading: Mark?
        var fit: String?
        var reason: String?
        /// Its language, where it isn't the page's.
        var reasonLanguage: String?
        var voice: String
        var confidence: String
        var isCompilersWord: Bool
        var use: String
        var useCode: String
        var spoke: Bool
        var isPast: Bool
        var note: String?
        var place: String
        var sources: [Source]
        var hasSources: Bool
    }

    /// One commitment's part in the cell.
    struct Contribution: Codable, Sendable {
        var forum: Link
        var id: String
        var number: String?
        var title: String
        /// The title's language, where it isn't the page's.
        var titleLanguage: String?
        var legalForce: String
        var href: String
        var alignments: [Alignment]
        var standing: String
        var standingRule: Rule
        var mark: Mark
        var progressRule: Rule
        var effect: DateText?
        var isOverdue: Bool
        var use: String
        var weight: Int?
        var reports: [Report]
        var hasReports: Bool
    }

    var page: Frame
    var country: Link
    var code: String
    var target: String
    var measure: Link
    var title: String
    var mark: Mark
    var flags: [Flag]
    /// How contributions, or parts, become one.
    var consolidation: String
    var newest: DateText?
    var parts: [Part]
    var hasParts: Bool
    var used: [Contribution]
    var hasUsed: Bool
    var unused: [Contribution]
    /// How many contributions are left out, with the way to all.
    var more: Link?
    var notAsked: [Link]
    var notAskedTitle: String
    var moreNotAsked: Link?
    var hasUnused: Bool
    var hasNotAsked: Bool
    /// The neighbouring lines of the same country.
    var before: Link?
    var after: Link?
    var matrix: Link
}
