/// One forum: its words, rules, coverage, mapping, and what the mapping loses.
struct ForumPage: PageView {
    /// The members of one standing.
    struct Members: Codable, Sendable {
        var standing: String
        var countries: [Link]
        var count: Int
    }

    /// One commitment.
    struct Commitment: Codable, Sendable {
        var id: String
        var anchor: String
        var number: String?
        var title: Wording
        var legalForce: String
        var adopted: DateText?
        var deadline: String?
        var inForce: DateText?
        var isTracked: Bool
        var alignments: [Link]
        var tally: Tallied
        var sources: [SourceText]
    }

    /// One of the forum's own words, and how it is read.
    struct Word: Codable, Sendable {
        var word: String
        var translation: String?
        var round: String?
        var mark: Mark?
        var standing: String?
        var fit: String?
        var reason: Wording?
        var uses: Int
    }

    /// Something that the mapping to the common scale loses.
    struct Loss: Codable, Sendable {
        var text: String
        var words: [String]
    }

    /// One rule.
    struct Rule: Codable, Sendable {
        var id: String
        var topic: Wording
        var article: String?
        var statement: Wording
        var confidence: String?
        var sources: [SourceText]
    }

    var page: Frame
    var name: String
    var kind: String
    var dormant: String?
    var summary: String
    var module: String
    var moduleSummary: String
    var facts: [Fact]
    var coverage: [String]
    var members: [Members]
    var commitments: [Commitment]
    var words: [Word]
    var losses: [Loss]
    var rules: [Rule]
    var matrix: String
    var calendar: String
    var legend: Legend
    var fallback: String?
}
