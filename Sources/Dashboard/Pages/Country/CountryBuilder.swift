import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

extension PageBuilder {
    /// The most reports that a country's page lists; the timeline shows all of them.
    private static let mostReports = 25

    /// One country.
    func country(_ facts: CountryFacts) -> CountryPage {
        let (country, code) = (facts.country, code(of: facts.country))
        let listed = facts.reports.prefix(Self.mostReports).map { self.entry($0) }
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
        let owed = picture.owing.counts(ofCountryAt: facts.place)
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
            return view(of: target, facts.country, row[row.startIndex + facts.place])
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
            date: DateText(iso: row.date.description, text: dates.short(row.date)),
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
            let dots = timeline.years(from: first).map { year -> Timeline.Dot in
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
