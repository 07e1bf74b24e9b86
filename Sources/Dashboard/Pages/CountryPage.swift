import FollowUpModel

/// One country across the forums.
struct CountryPage: PageView {
    /// What the country is to one forum.
    struct Standing: Codable, Sendable {
        var forum: Link
        var name: String
        var standing: String?
        var isMember: Bool
        var since: DateText?
        var asked: Int
        var tally: Tallied
    }

    /// One measure with its lines.
    struct Measure: Codable, Sendable {
        var whole: Line
        var lines: [Line]
        var hasLines: Bool
    }

    /// The country's word on a measure or line.
    struct Line: Codable, Sendable {
        var id: String
        var title: String
        var mark: Mark
        var flags: [Flag]
        var share: String?
        var newest: DateText?
        var contributions: Int
        var href: String
    }

    var page: Frame
    var code: String
    var name: String
    var subregion: String?
    /// The country in one sentence.
    var headline: String
    var coverage: [String]
    var standings: [Standing]
    var measures: [Measure]
    var obligations: [Owed]
    var hasObligations: Bool
    /// How many are left out, with the way to all.
    var moreObligations: Link?
    var calendar: String
    var differing: [Differing]
    var hasDiffering: Bool
    var moreDiffering: Link?
    var timeline: Timeline
    var reports: [TimelineEntry]
    var hasReports: Bool
    /// How many reports there are in all, and how many of them are listed.
    var reportCount: String
    var legend: Legend
}

/// One thing that is owed.
struct Owed: Codable, Sendable {
    var due: DateText?
    var state: String
    var stateName: String
    var party: String
    var partyName: String
    var partyHref: String?
    var forum: Link
    var commitment: String
    var title: String
    /// The title's language, where it isn't the page's.
    var titleLanguage: String?
    var href: String
    var kind: String
    var rule: String
}

/// A cell in which forums or voices differ, with the words that do.
struct Differing: Codable, Sendable {
    /// One word.
    struct Word: Codable, Sendable {
        var forum: Link
        var commitment: String
        var href: String
        /// In the forum's own language.
        var word: String?
        /// The word in the page's language, where that is another.
        var translation: String?
        var mark: Mark
        var date: DateText?
        var voice: String?
    }

    var country: Link
    var target: String
    var title: String
    var href: String
    var mark: Mark
    var flags: [Flag]
    var words: [Word]
    var more: Link?
}

/// One report on a country.
struct TimelineEntry: Codable, Sendable {
    var date: DateText
    var forum: Link
    var commitment: String
    var title: String
    /// The title's language, where it isn't the page's.
    var titleLanguage: String?
    var href: String
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
        var y: Int
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

extension CountryPage: LaidView {
    static let memberNames = Shape.memberNames(of: Self.self)

    func lay(in document: ViewEncoder) {
        document.add(page)
        document.add(code)
        document.add(name)
        document.add(subregion)
        document.add(headline)
        document.add(encoding: coverage)
        document.add(standings)
        document.add(measures)
        document.add(obligations)
        document.add(hasObligations)
        document.add(moreObligations)
        document.add(calendar)
        document.add(differing)
        document.add(hasDiffering)
        document.add(moreDiffering)
        document.add(encoding: timeline)
        document.add(reports)
        document.add(hasReports)
        document.add(reportCount)
        document.add(encoding: legend)
    }
}

extension CountryPage.Standing: LaidView {
    static let memberNames = Shape.memberNames(of: Self.self)

    func lay(in document: ViewEncoder) {
        document.add(forum)
        document.add(name)
        document.add(standing)
        document.add(isMember)
        document.add(since)
        document.add(asked)
        document.add(tally)
    }
}

extension CountryPage.Measure: LaidView {
    static let memberNames = Shape.memberNames(of: Self.self)

    func lay(in document: ViewEncoder) {
        document.add(whole)
        document.add(lines)
        document.add(hasLines)
    }
}

extension CountryPage.Line: LaidView {
    static let memberNames = Shape.memberNames(of: Self.self)

    func lay(in document: ViewEncoder) {
        document.add(id)
        document.add(title)
        document.add(mark)
        document.add(flags)
        document.add(share)
        document.add(newest)
        document.add(contributions)
        document.add(href)
    }
}

extension Owed: LaidView {
    static let memberNames = Shape.memberNames(of: Self.self)

    func lay(in document: ViewEncoder) {
        document.add(due)
        document.add(state)
        document.add(stateName)
        document.add(party)
        document.add(partyName)
        document.add(partyHref)
        document.add(forum)
        document.add(commitment)
        document.add(title)
        document.add(titleLanguage)
        document.add(href)
        document.add(kind)
        document.add(rule)
    }
}

extension Differing: LaidView {
    static let memberNames = Shape.memberNames(of: Self.self)

    func lay(in document: ViewEncoder) {
        document.add(country)
        document.add(target)
        document.add(title)
        document.add(href)
        document.add(mark)
        document.add(flags)
        document.add(words)
        document.add(more)
    }
}

extension Differing.Word: LaidView {
    static let memberNames = Shape.memberNames(of: Self.self)

    func lay(in document: ViewEncoder) {
        document.add(forum)
        document.add(commitment)
        document.add(href)
        document.add(word)
        document.add(translation)
        document.add(mark)
        document.add(date)
        document.add(voice)
    }
}

extension TimelineEntry: LaidView {
    static let memberNames = Shape.memberNames(of: Self.self)

    func lay(in document: ViewEncoder) {
        document.add(date)
        document.add(forum)
        document.add(commitment)
        document.add(title)
        document.add(titleLanguage)
        document.add(href)
        document.add(word)
        document.add(mark)
        document.add(voice)
    }
}
