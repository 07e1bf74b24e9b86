/// The list of measures.
struct MeasuresPage: PageView {
    /// A chapter with the measures that the workspace holds of it.
    struct Chapter: Codable, Sendable {
        var id: String
        var title: String
        var measures: [Measure]
    }

    /// One measure.
    struct Measure: Codable, Sendable {
        var code: String
        var title: String
        var href: String
        var lines: Int
        var commitments: Int
        var forums: Int
        var isAligned: Bool
        var tally: Tallied
        var known: String
    }

    var page: Frame
    var framework: String
    var chapters: [Chapter]
    var legend: Legend
}

/// One measure: its lines, how far countries are, which commitments speak of it.
struct MeasurePage: PageView {
    /// The measure as a whole, or a line.
    struct Line: Codable, Sendable {
        var id: String
        var anchor: String
        var title: String
        var isWhole: Bool
        var tally: Tallied
        var known: String
        var isCovered: Bool
        var commitments: [Commitment]
        /// How many are left out, with the way to all.
        var more: Link?
    }

    /// A commitment that is aligned.
    struct Commitment: Codable, Sendable {
        var forum: Link
        var id: String
        var title: String
        /// The title's language, where it isn't the page's.
        var titleLanguage: String?
        var href: String
        var relation: String
        var confidence: String
    }

    /// A target of the measure.
    struct Goal: Codable, Sendable {
        var id: String
        var title: String
    }

    var page: Frame
    var id: String
    var code: String
    var title: String
    var chapter: String
    var gist: String?
    /// Its language, where it isn't the page's.
    var gistLanguage: String?
    var gaps: String?
    /// Its language, where it isn't the page's.
    var gapsLanguage: String?
    var isPartial: Bool
    var coverage: [String]
    var map: TileMap
    var lines: [Line]
    var uncovered: String?
    var goals: [Goal]
    var hasGoals: Bool
    var related: [Link]
    var hasRelated: Bool
    var matrix: String?
    var legend: Legend
    var fallback: String?
}

/// The countries as tiles of the same size, each near its neighbours; no border is drawn.
struct TileMap: Codable, Sendable {
    /// One country.
    struct Tile: Codable, Sendable {
        var code: String
        var name: String
        var href: String
        var look: String
        /// What stands below the code.
        var value: String
        /// The tile in words.
        var text: String
        var x: Int
        var y: Int
        var middle: Int
        var codeY: Int
        var valueY: Int
    }

    var title: String
    var text: String
    var width: Int
    var height: Int
    var tiles: [Tile]
}
