import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

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

extension PageBuilder {
    /// One country.
    func country(_ facts: CountryFacts) -> CountryPage {
        let (country, code) = (facts.country, code(of: facts.country))
        let listed = facts.reports.prefix(PageLimits.reportsOfCountry).map { entry($0) }
        return CountryPage(
            page: frame(
                name(of: country), trail: [Link(label: texts[.countries], href: links.page(.countries))]),
            name: name(of: country), headline: summary(facts),
            coverage: Array(closing(facts.coverage).dropFirst()),
            standings: facts.standings.map { standing($0, code) },
            measures: picture.measures.map { measure($0, facts) },
            obligations: facts.owed.prefix(PageLimits.owed).map { owed($0) },
            moreObligations: notShown(facts.owed.count - PageLimits.owed), calendar: calendar(code),
            differing: facts.differing.prefix(PageLimits.differingOfCountry).map { differingItem($0) },
            moreDiffering: notShown(facts.differing.count - PageLimits.differingOfCountry),
            timeline: timeline(facts), reports: listed,
            reportCount: listed.count < facts.reports.count
                ? texts[
                    .reportsListed,
                    [
                        "listed": listed.count.written(in: texts),
                        "count": facts.reports.count.written(in: texts),
                    ]] : texts[.reportCount, count: facts.reports.count], legend: legend())
    }

    /// How much is known of a country, and what was missed, in a sentence or two.
    private func summary(_ facts: CountryFacts) -> String {
        let owed = picture.owing.ofCountries[facts.place].counts
        return WholeSummary(of: facts.country, picture.targets, owed: owed, in: snapshot).text(in: texts)
    }

    /// What a country is to a forum.
    private func standing(_ facts: CountryFacts.Standing, _ code: String) -> CountryPage.Standing {
        let definition = facts.forum.forum.definition
        return CountryPage.Standing(
            forum: link(to: definition),
            name: definition.name.text(for: language), standing: facts.standing.map { texts[$0] },
            since: shortDate(definition.since(of: code, on: snapshot.asOf)),
            asked: facts.asked, tally: tallied(facts.tally))
    }

    private func measure(_ target: TargetIndex, _ facts: CountryFacts) -> CountryPage.Measure {
        func line(_ target: TargetIndex) -> CellView {
            let row = snapshot.row(target)
            return view(of: target, .country(facts.country), row[row.startIndex + facts.place])
        }
        let lines = framework.measure(of: target).lines.compactMap { framework.target($0.id) }
        return CountryPage.Measure(
            whole: line(target), lines: lines.filter { snapshot.alignedCount($0) > 0 }.map(line))
    }

    /// A report as a line of a list.
    func entry(_ report: PlacedReport) -> TimelineEntry {
        let forum = snapshot.forums[report.forum].forum
        let row = forum.reports[report.report]
        let word = forum.definition.statusWords[Int(row.status.rawValue)]
        return TimelineEntry(
            date: shortDate(row.date),
            commitment: view(of: forum[row.commitment], in: forum.definition),
            word: word.text(for: language), mark: word.progress.map { mark($0) }, voice: texts[row.voice])
    }

    /// The reports of the last quarter of a century as dots, a row for each forum; earlier ones stand in the first year.
    func timeline(_ facts: CountryFacts) -> Timeline {
        let (left, step, rowHeight) = (118, 20, 22)
        let last = snapshot.asOf.parts.year
        let first = last - 25
        let rows = facts.timelines.enumerated().map { place, timeline -> Timeline.Row in
            let y = 14 + place * rowHeight
            let forum = snapshot.forums[timeline.forum]
            let name = forum.forum.definition.shortName(for: language)
            let dots = timeline.years.map { year -> Timeline.Dot in
                // The newest report of the year gives the colour.
                let word = forum.forum.definition.statusWords[
                    Int(forum.forum.reports.statuses[Int(year.newest.rawValue)].rawValue)]
                return Timeline.Dot(
                    x: left + 10 + (year.year - first) * step, y: y, radius: min(9, 4 + year.count / 2),
                    look: word.progress.map { mark($0).look } ?? "none asked",
                    title: "\(name) \(year.year)\(texts[.colon])" + texts[.reportCount, count: year.count])
            }
            return Timeline.Row(label: name, textY: y + 4, dots: dots)
        }
        let bottom = 8 + facts.timelines.count * rowHeight
        return Timeline(
            text: texts[.timelineText, count: facts.reports.count], width: left + 26 * step + 20, height: bottom + 24,
            bottom: bottom,
            years: stride(from: first, through: last, by: 5).map {
                Timeline.Year(label: $0 == first ? "≤\($0)" : String($0), x: left + 10 + ($0 - first) * step)
            }, rows: rows)
    }
}

/// What is known of a country, in no language.
struct CountryFacts: Sendable {
    /// What the country is to one forum.
    struct Standing: Sendable {
        var forum: ForumSnapshot
        /// Nil where it is nothing to it, and is asked something nevertheless.
        var standing: MembershipStanding?
        /// The number of commitments that ask it.
        var asked: Int
        /// What is said of those that count.
        var tally: Tally
    }

    var country: CountryIndex
    /// Its place in the picture.
    var place: Int
    var coverage: Coverage
    /// What it owes and hasn't delivered, the earliest first.
    var owed: [DueItem]
    var differing: [DifferingCell]
    /// The reports on it up to the day of the picture, the newest first.
    var reports: [PlacedReport]
    /// How many reports there are in each year, for each forum that has any.
    var timelines: [ForumTimeline]
    /// The forums to which it is something or that ask it something.
    var standings: [Standing]

    /// Looks up everything; nil where the picture has no country with this code.
    init?(_ code: String, _ picture: PageData) {
        guard let country = picture.country(code), let place = picture.place(of: country) else { return nil }
        let snapshot = picture.snapshot
        self.country = country
        self.place = place
        coverage = snapshot.coverage(of: picture.targets, countries: [country])
        owed = picture.openObligations(of: country)
        differing = picture.differing(about: country)
        reports = snapshot.reports(on: country)
        timelines = ForumTimeline.all(of: reports, in: snapshot, from: snapshot.asOf.parts.year - 25)
        standings = snapshot.forums.compactMap { Standing(of: country, code, in: $0, snapshot) }
    }
}

extension CountryFacts.Standing {
    fileprivate init?(of country: CountryIndex, _ code: String, in forum: ForumSnapshot, _ snapshot: Snapshot) {
        self.forum = forum
        standing = forum.forum.definition.membership(of: code, on: snapshot.asOf)
        tally = Tally(levelCount: snapshot.workspace.settings.scale.levels.count)
        asked = 0
        if let party = forum.party(of: country) {
            for commitment in forum.forum.commitments.indices.map(CommitmentIndex.init) {
                guard let word = forum.word(of: party, in: commitment) else { continue }
                asked += 1
                if word.standing.counts { tally.add(word.progress) }
            }
        }
        if standing == nil, asked == 0 { return nil }
    }
}

extension Snapshot {
    /// The date of a report.
    func date(of report: PlacedReport) -> PartialDate {
        forums[report.forum].forum.reports.dates[Int(report.report.rawValue)]
    }

    /// The reports on a country up to the day of the picture, the newest first.
    fileprivate func reports(on country: CountryIndex) -> [PlacedReport] {
        let found = forums.enumerated().flatMap { place, forum -> [PlacedReport] in
            guard let party = forum.party(of: country) else { return [] }
            let table = forum.forum.reports
            return table.parties.indices.filter { table.parties[$0] == party && table.dates[$0].hasPassed(by: asOf) }
                .map { PlacedReport(forum: place, report: ReportIndex($0)) }
        }
        return found.sorted { date(of: $0) > date(of: $1) }
    }
}

/// When a forum had reports on a country.
struct ForumTimeline: Hashable, Sendable {
    /// One year.
    struct Year: Hashable, Sendable {
        var year: Int
        /// The number of reports.
        var count = 0
        /// The newest of them.
        var newest: ReportIndex
    }

    var forum: Int
    /// The years that have reports, the earliest first.
    var years: [Year]

    /// Counts reports, of which the newest come first; those of all years before one are counted in that.
    static func all(of reports: [PlacedReport], in snapshot: Snapshot, from first: Int) -> [ForumTimeline] {
        var forums: [Int: [Int: Year]] = [:]
        for report in reports {
            let year = max(first, snapshot.date(of: report).earliest.parts.year)
            forums[report.forum, default: [:]][year, default: Year(year: year, newest: report.report)].count += 1
        }
        return forums.sorted { $0.key < $1.key }.map { forum, years in
            ForumTimeline(forum: forum, years: years.values.sorted { $0.year < $1.year })
        }
    }
}
