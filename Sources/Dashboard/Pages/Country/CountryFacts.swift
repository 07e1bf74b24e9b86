import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Records

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
        owed = picture.owing.items(ofCountryAt: place).filter { $0.obligation.state.isOpen }
        differing = picture.differing.filter { $0.country == country }
        reports = snapshot.reports(on: country)
        timelines = ForumTimeline.all(of: reports, in: snapshot)
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
        return found.map { ($0, date(of: $0)) }.enumerated().sorted { left, right in
            let (a, b) = (left.element.1, right.element.1)
            return a == b ? left.offset < right.offset : a > b
        }.map(\.element.0)
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

    /// Counts reports, of which the newest come first.
    static func all(of reports: [PlacedReport], in snapshot: Snapshot) -> [ForumTimeline] {
        var forums: [Int: [Int: Year]] = [:]
        for report in reports {
            let year = snapshot.date(of: report).earliest.parts.year
            forums[report.forum, default: [:]][year, default: Year(year: year, newest: report.report)].count += 1
        }
        return forums.sorted { $0.key < $1.key }.map { forum, years in
            ForumTimeline(forum: forum, years: years.values.sorted { $0.year < $1.year })
        }
    }

    /// The same with all years before one counted in that.
    func years(from first: Int) -> [Year] {
        years.reduce(into: []) { found, next in
            var next = next
            next.year = max(first, next.year)
            if let last = found.last, last.year == next.year { next.count += found.removeLast().count }
            found.append(next)
        }
    }
}
