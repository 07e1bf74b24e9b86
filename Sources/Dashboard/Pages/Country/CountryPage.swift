import FollowUpModel

/// One country across the forums.
struct CountryPage: PageView {
    /// What the country is to one forum.
    struct Standing: Codable, Sendable {
        var forum: Link
        var name: String
        var standing: String?
        var since: DateText?
        var asked: Int
        var tally: Tallied
    }

    /// One measure with its lines.
    struct Measure: Codable, Sendable {
        var whole: CellView
        var lines: [CellView]
    }

    var page: Frame
    var name: String
    /// The country in one sentence.
    var headline: String
    var coverage: [String]
    var standings: [Standing]
    var measures: [Measure]
    var obligations: [Owed]
    /// How many are left out, with the way to all.
    var moreObligations: Link?
    var calendar: String
    var differing: [Differing]
    var moreDiffering: Link?
    var timeline: Timeline
    var reports: [TimelineEntry]
    /// How many reports there are in all, and how many of them are listed.
    var reportCount: String
    var legend: Legend
}

/// One report on a country.
struct TimelineEntry: Codable, Sendable {
    var date: DateText
    var commitment: CommitmentView
    var word: String
    var mark: Mark?
    var voice: String
}

/// The reports on a country over the years, a row for each forum.
struct Timeline: Codable, Sendable {
    /// A year with its place.
    struct Year: Codable, Sendable {
        var label: String
        var x: Int
    }

    /// The reports of one forum.
    struct Row: Codable, Sendable {
        var label: String
        var textY: Int
        var dots: [Dot]
    }

    /// One or more reports of a year.
    struct Dot: Codable, Sendable {
        var x: Int
        var y: Int
        var radius: Int
        var look: String
        var title: String
    }

    var text: String
    var width: Int
    var height: Int
    var bottom: Int
    var years: [Year]
    var rows: [Row]
}
