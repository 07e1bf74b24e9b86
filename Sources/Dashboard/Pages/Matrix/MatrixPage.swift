package import FollowUpModel

/// Countries by measures or lines of action.
struct MatrixPage: PageView {
    /// One column.
    struct Column: Codable, Sendable {
        var id: String
        var title: String
        var href: String
        /// Whether it stands for a measure as a whole beside its lines.
        var isWhole: Bool
        var sortHref: String
        var isSorted: Bool
    }

    /// One cell, with what filters ask of it.
    struct Entry: Codable, Sendable {
        var target: String
        var mark: Mark
        /// The cell in words, for those who don't see it.
        var text: String
        /// Its marks, see ``Flag``; nil without any.
        var flags: String?
        /// Of a measure with lines, how many of its parts have a word.
        var share: String?
        var voices: String
        var confidence: Int
        var href: String
        /// Whether a filter takes it out of view.
        var isMuted: Bool
    }

    /// One country.
    struct Row: Codable, Sendable {
        var code: String
        var name: String
        var href: String
        var cells: [Entry]
    }

    /// The countries of one subregion, or all.
    struct Group: Codable, Sendable {
        var id: String
        var name: String?
        var rows: [Row]
    }

    /// One choice of a filter.
    struct Choice: Codable, Sendable {
        var value: String
        var label: String
        /// A short name, where the label is a long one.
        var short: String?
        var href: String?
        var isChosen: Bool
    }

    /// What the matrix can be narrowed to.
    struct Choices: Codable, Sendable {
        var measures: [Choice]
        var forums: [Choice]
        var subregions: [Choice]
        var voices: [Choice]
        var confidences: [Choice]
    }

    var page: Frame
    /// The measure whose lines are the columns.
    var measure: Link?
    /// The forum that speaks alone.
    var forum: Link?
    var columns: [Column]
    var columnCount: Int
    var groups: [Group]
    /// The countries of which the forum that speaks alone asks nothing that is shown; they have no row.
    var unasked: [Link]
    var choices: Choices
    var legend: Legend
    var coverage: [String]
}

/// What the matrix is narrowed to; everything stands in the page's address.
package struct MatrixFilter: Hashable, Sendable {
    /// Only the lines of this measure.
    package var measure: String?
    /// Only what this forum says.
    package var forum: String?
    /// Only the countries of this subregion, by its M49 code.
    package var subregion: String?
    /// Only words to which this voice gave one.
    package var voice: Voice?
    /// Only words at least this sure.
    package var confidence: Confidence?
    /// The measure or line by which countries are sorted, the farthest first; otherwise by subregion and name.
    package var sort: String?

    /// Makes a filter.
    package init(
        measure: String? = nil, forum: String? = nil, subregion: String? = nil, voice: Voice? = nil,
        confidence: Confidence? = nil, sort: String? = nil
    ) {
        self.measure = measure
        self.forum = forum
        self.subregion = subregion
        self.voice = voice
        self.confidence = confidence
        self.sort = sort
    }
}
