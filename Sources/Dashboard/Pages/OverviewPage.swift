/// What is known, where it moves, what is overdue, where forums disagree.
struct OverviewPage: PageView {
    /// One of the four answers.
    struct Card: Codable, Sendable {
        var question: String
        var number: String
        var text: String
        var href: String
        var link: String
        var kind: String
    }

    /// Who owes most.
    struct Owing: Codable, Sendable {
        var country: Link
        var count: Int
        var width: Double
    }

    var page: Frame
    var headline: String
    var cards: [Card]
    var map: TileMap
    var ramp: [Step]
    var heat: HeatMap
    var progress: ProgressChart
    var moved: [ChangesPage.Change]
    var hasMoved: Bool
    var owing: [Owing]
    var differing: [Differing]
    var legend: Legend
    var matrix: String
    var countries: String

    /// A step of the ramp from little to much known.
    struct Step: Codable, Sendable {
        var look: String
        var label: String
    }
}

/// Countries by measures as a picture; the matrix is the table behind it.
struct HeatMap: Codable, Sendable {
    /// A name beside a row or above a column.
    struct Label: Codable, Sendable {
        var text: String
        var title: String
        var href: String
        var x: Int
        var y: Int
    }

    /// One cell.
    struct Square: Codable, Sendable {
        var x: Int
        var y: Int
        var textX: Int
        var textY: Int
        var look: String
        var sign: String
        var title: String
        var href: String
    }

    var text: String
    var width: Int
    var height: Int
    var columns: [Label]
    var rows: [Label]
    var squares: [Square]
}

/// How many cells have which word, year by year.
struct ProgressChart: Codable, Sendable {
    /// One year.
    struct Year: Codable, Sendable {
        var label: String
        var asOf: DateText
        var x: Int
        var middle: Int
        var known: String
        var knownY: Double
        var bars: [Bar]
        var counts: [Int]
    }

    /// The cells of one level in a year.
    struct Bar: Codable, Sendable {
        var look: String
        var y: Double
        var height: Double
        var title: String
    }

    /// A line of the scale.
    struct Tick: Codable, Sendable {
        var label: String
        var y: Double
        var textY: Double
    }

    var text: String
    var width: Int
    var height: Int
    var left: Int
    var bottom: Double
    var labelY: Double
    var barWidth: Int
    var ticks: [Tick]
    var years: [Year]
    var levels: [Mark]
}
