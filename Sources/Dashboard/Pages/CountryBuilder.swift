import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Languages

extension PageBuilder {
    /// The most reports that a country's page lists; the timeline shows all of them.
    private static let mostReports = 25

    /// One country.
    func country(_ code: String) -> (any PageView)? {
        guard let country = picture.country(code), let place = picture.place(of: country) else { return nil }
        let coverage = snapshot.coverage(of: picture.targets, countries: [country])
        let owed = picture.owing.items(ofCountryAt: place).filter { $0.obligation.state.isOpen }
        let differing = picture.differing.filter { $0.country == country }
        let reports = reports(on: country)
        let listed = reports.prefix(Self.mostReports).map { self.entry($0) }
        let entry = snapshot.workspace.countries[country]
        let region = snapshot.workspace.countries.regions.first { $0.id == entry.subregion ?? entry.region }
        return CountryPage(
            page: frame(
                name(of: country), summary: nil,
                trail: [
                    Link(label: texts.countries, href: links.page(.countries))
                ]), code: code, name: name(of: country), subregion: region?.name.text(for: language),
            headline: headline(coverage, owed: owed.count { $0.obligation.state == .overdue }),
            coverage: Array(closing(coverage).dropFirst()),
            standings: snapshot.forums.compactMap { standing(of: country, in: $0) },
            measures: picture.measures.map { measure($0, place, country, code) },
            obligations: owed.prefix(PageLimits.owed).map { owedItem($0) },
            hasObligations: !owed.isEmpty, moreObligations: notShown(owed.count - PageLimits.owed),
            calendar: links.top + "due/\(code.asPathPart).ics",
            differing: differing.prefix(PageLimits.differingOfCountry).map { differingItem($0) },
            hasDiffering: !differing.isEmpty, moreDiffering: notShown(differing.count - PageLimits.differingOfCountry),
            timeline: timeline(reports), reports: listed, hasReports: !listed.isEmpty,
            reportCount: listed.count < reports.count
                ? texts.reportsListed.filled(with: [
                    "listed": listed.count.written(in: language), "count": reports.count.written(in: language),
                ]) : counted(texts.reportCount, reports.count), legend: legend(Set(KindOfNothing.allCases)))
    }

    /// How much is known of a country, and what it owes, in one sentence.
    private func headline(_ coverage: Coverage, owed: Int) -> String {
        guard coverage.addressed > 0 else { return texts.nobodyAsked }
        let known = texts.countryHeadline.filled(with: [
            "known": coverage.withProgress.written(in: language),
            "addressed": coverage.addressed.written(in: language), "share": share(coverage),
        ])
        return owed == 0 ? known : known + " " + counted(texts.countryOverdue, owed)
    }

    /// What a country is to a forum; nil where it is nothing to it and is asked nothing.
    private func standing(of country: CountryIndex, in forum: ForumSnapshot) -> CountryPage.Standing? {
        let definition = forum.forum.definition
        let code = code(of: country)
        let standing = definition.membership(of: code, on: snapshot.asOf)
        let assessments = forum.forum.commitments.indices.compactMap {
            forum.assessment(of: country, in: CommitmentIndex($0))
        }
        guard standing != nil || !assessments.isEmpty else { return nil }
        var tally = Tally(levelCount: scale.levels.count)
        for assessment in assessments where assessment.standing.counts { tally.add(assessment.progress) }
        return CountryPage.Standing(
            forum: Link(label: definition.shortName(for: language), href: links.page(.forum(definition.id))),
            name: definition.name.text(for: language), standing: standing.map { words.memberships[$0] },
            isMember: standing == .member, since: shortDate(definition.since(of: code, on: snapshot.asOf)),
            asked: assessments.count, tally: tallied(tally))
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
                let definition = word.forum.definition
                return Differing.Word(
                    forum: Link(label: definition.shortName(for: language), href: links.page(.forum(definition.id))),
                    commitment: word.commitment.id, word: word.report?.word.word, mark: mark(word.progress),
                    date: shortDate(word.report?.row.date),
                    voice: word.report.map { words.voices[$0.row.voice] })
            }, more: notShown(differing.omitted))
    }
}
