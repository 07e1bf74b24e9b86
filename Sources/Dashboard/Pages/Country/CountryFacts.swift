import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization

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
    var reports: [ReportOnCountry]
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
        reports = ReportOnCountry.all(on: country, in: snapshot)
        timelines = ForumTimeline.all(of: reports)
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

/// A report on a country, by its place.
struct ReportOnCountry: Hashable, Sendable {
    var forum: Int
    var report: ReportIndex
    var date: PartialDate

    /// The reports on a country up to the day of the picture, the newest first.
    static func all(on country: CountryIndex, in snapshot: Snapshot) -> [ReportOnCountry] {
        let found = snapshot.forums.enumerated().flatMap { place, forum -> [ReportOnCountry] in
            guard let party = forum.party(of: country) else { return [] }
            let table = forum.forum.reports
            return table.parties.indices.compactMap { row in
                guard table.parties[row] == party, table.dates[row].hasPassed(by: snapshot.asOf) else { return nil }
                return ReportOnCountry(forum: place, report: ReportIndex(row), date: table.dates[row])
            }
        }
        return found.enumerated().sorted { left, right in
            let (a, b) = (left.element.date, right.element.date)
            return a == b ? left.offset < right.offset : a > b
        }.map(\.element)
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
    static func all(of reports: [ReportOnCountry]) -> [ForumTimeline] {
        var forums: [Int: [Int: Year]] = [:]
        for report in reports {
            let year = report.date.earliest.parts.year
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
