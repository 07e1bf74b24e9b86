import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Languages

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
                    Link(label: texts.countries, href: links.page(.countries))
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
                ? texts.reportsListed.filled(with: [
                    "listed": listed.count.written(in: language), "count": facts.reports.count.written(in: language),
                ]) : counted(texts.reportCount, facts.reports.count), legend: legend(Set(KindOfNothing.allCases)))
    }

    /// How much is known of a country, and what it owes, in one sentence.
    private func headline(_ facts: CountryFacts) -> String {
        let coverage = facts.coverage
        guard coverage.addressed > 0 else { return texts.nobodyAsked }
        let known = texts.countryHeadline.filled(with: [
            "known": coverage.withProgress.written(in: language),
            "addressed": coverage.addressed.written(in: language), "share": share(coverage),
        ])
        let overdue = facts.owed.count { $0.obligation.state == .overdue }
        return overdue == 0 ? known : known + " " + counted(texts.countryOverdue, overdue)
    }

    /// What a country is to a forum.
    private func standing(_ facts: CountryFacts.Standing, _ code: String) -> CountryPage.Standing {
        let definition = facts.forum.forum.definition
        return CountryPage.Standing(
            forum: link(to: definition),
            name: definition.name.text(for: language), standing: facts.standing.map { words.memberships[$0] },
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

    func differingItem(_ differing: DifferingCell) -> Differing {
        let code = code(of: differing.country)
        let id = framework[differing.target].id
        return Differing(
            country: Link(label: name(of: differing.country), href: links.page(.country(code))), target: id,
            title: title(of: differing.target), href: cellLink(code, id),
            mark: mark(differing.cell.progress), flags: flags(differing.cell),
            words: differing.words.map { word in
                let definition = word.forum.forum.definition
                return Differing.Word(
                    forum: link(to: definition),
                    commitment: word.commitment.id,
                    href: links.commitment(word.commitment.id, of: definition.id), word: word.report?.word.word,
                    translation: word.report?.word.translation(for: language), mark: mark(word.progress),
                    date: shortDate(word.report?.row.date),
                    voice: word.report.map { words.voices[$0.row.voice] })
            }, more: notShown(differing.omitted))
    }
}
