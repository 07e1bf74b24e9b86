import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization

extension PageBuilder {
    /// The most reports that a country's page lists; the timeline shows all of them.
    private static let mostReports = 25

    /// One country.
    func country(_ facts: CountryFacts) -> CountryPage {
        let (country, code) = (facts.country, code(of: facts.country))
        let listed = facts.reports.prefix(Self.mostReports).map { self.entry($0) }
        let entry = snapshot.workspace.countries[country]
        let region = snapshot.workspace.countries.regions.first { $0.id == entry.subregion ?? entry.region }
        return CountryPage(
            page: frame(
                name(of: country), summary: nil,
                trail: [
                    Link(label: texts[.countries], href: links.page(.countries))
                ]), code: code, name: name(of: country), subregion: region?.name.text(for: language),
            headline: headline(facts), coverage: Array(closing(facts.coverage).dropFirst()),
            standings: facts.standings.map { standing($0, code) },
            measures: picture.measures.map { measure($0, facts.place, country, code) },
            obligations: facts.owed.prefix(PageLimits.owed).map { owedItem($0) },
            hasObligations: !facts.owed.isEmpty, moreObligations: notShown(facts.owed.count - PageLimits.owed),
            calendar: links.top + "due/\(code.asPathPart).ics",
            differing: facts.differing.prefix(PageLimits.differingOfCountry).map { differingItem($0) },
            hasDiffering: !facts.differing.isEmpty,
            moreDiffering: notShown(facts.differing.count - PageLimits.differingOfCountry),
            timeline: timeline(facts), reports: listed, hasReports: !listed.isEmpty,
            reportCount: listed.count < facts.reports.count
                ? texts[
                    .reportsListed,
                    [
                        "listed": listed.count.written(in: texts),
                        "count": facts.reports.count.written(in: texts),
                    ]] : texts[.reportCount, count: facts.reports.count], legend: legend(Set(MissingReason.allCases)))
    }

    /// How much is known of a country, and what it owes, in one sentence.
    private func headline(_ facts: CountryFacts) -> String {
        let coverage = facts.coverage
        guard coverage.addressed > 0 else { return texts[.nobodyAsked] }
        let known = texts[
            .countryHeadline,
            [
                "known": coverage.withProgress.written(in: texts),
                "addressed": coverage.addressed.written(in: texts), "share": share(coverage),
            ]]
        let overdue = facts.owed.count { $0.obligation.state == .overdue }
        return overdue == 0 ? known : known + " " + texts[.countryOverdue, count: overdue]
    }

    /// What a country is to a forum.
    private func standing(_ facts: CountryFacts.Standing, _ code: String) -> CountryPage.Standing {
        let definition = facts.forum.forum.definition
        return CountryPage.Standing(
            forum: link(to: definition),
            name: definition.name.text(for: language), standing: facts.standing.map { texts[$0] },
            isMember: facts.standing == .member, since: shortDate(definition.since(of: code, on: snapshot.asOf)),
            asked: facts.asked, tally: tallied(facts.tally))
    }

    private func measure(
        _ target: TargetIndex, _ place: Int, _ country: CountryIndex, _ code: String
    ) -> CountryPage.Measure {
        let lines = framework.measure(of: target).lines.compactMap { framework.target($0.id) }
            .filter { snapshot.alignedCount($0) > 0 }
        return CountryPage.Measure(
            whole: line(target, place, country, code), lines: lines.map { line($0, place, country, code) },
            hasLines: !lines.isEmpty)
    }

    private func line(
        _ target: TargetIndex, _ place: Int, _ country: CountryIndex, _ code: String
    ) -> CountryPage.Line {
        let row = snapshot.row(target)
        let cell = row[row.startIndex + place]
        let parts = snapshot.parts(target, country)
        let known = parts.count { $0.cell.progress.rank != nil }
        return CountryPage.Line(
            id: framework[target].id, title: title(of: target), mark: mark(cell.progress), flags: flags(cell),
            share: known == 0 ? nil : "\(known)/\(parts.count)", newest: shortDate(cell.newest),
            contributions: cell.contributions, href: cellLink(code, framework[target].id))
    }

    /// A report as a line of a list.
    func entry(_ report: ReportOnCountry) -> TimelineEntry {
        let forum = snapshot.forums[report.forum].forum
        let row = forum.reports[report.report]
        let word = forum.definition.statusWords[Int(row.status.rawValue)]
        let commitment = forum[row.commitment]
        let title = title(of: commitment)
        return TimelineEntry(
            date: DateText(iso: row.date.description, text: dates.short(row.date)),
            forum: link(to: forum.definition),
            commitment: commitment.id, title: title.text, titleLanguage: title.language,
            href: links.commitment(commitment.id, of: forum.definition.id),
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
            return Timeline.Row(label: name, y: y, textY: y + 4, dots: dots)
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
