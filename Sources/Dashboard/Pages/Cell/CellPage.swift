/// Why a country has its word on a measure or line: the whole chain, to the sources' links.
struct CellPage: PageView {
    /// A rule, with the article it comes from.
    struct Rule: Codable, Sendable {
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

    /// One report.
    struct Report: Codable, Sendable {
        /// What it says itself, which reads the same in all languages.
        var own: CellFacts.OwnWords
        var date: String
        var dateKind: String
        /// The word in this language, where the forum has one.
        var translation: String?
        /// What the word is read as.
        var reading: Mark?
        var fit: String?
        var reason: Wording?
        var voice: String
        var confidence: String
        var isCompilersWord: Bool
        var use: String
        var useCode: String
    }

    /// One commitment's part in the cell.
    struct Contribution: Codable, Sendable {
        var commitment: CommitmentView
        var number: String?
        var legalForce: String
        var alignments: [Alignment]
        var standing: String
        var standingRule: Rule
        var mark: Mark
        var progressRule: Rule
        var effect: DateText?
        var isOverdue: Bool
        var use: String
        var reports: [Report]
    }

    var page: Frame
    var country: Link
    var cell: CellView
    /// How contributions, or parts, become one.
    var consolidation: String
    /// The lines of a measure, and what is aligned to the measure itself.
    var parts: [CellView]
    var used: [Contribution]
    var unused: [Contribution]
    /// How many contributions are left out, with the way to all.
    var more: Link?
    var notAsked: [Link]
    var notAskedTitle: String
    var moreNotAsked: Link?
    /// The neighbouring lines of the same country.
    var before: Link?
    var after: Link?
    var matrix: Link
}
