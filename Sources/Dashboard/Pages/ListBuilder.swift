import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Languages

/// The list of countries.
struct CountriesPage: PageView {
    /// One country.
    struct Country: Codable, Sendable {
        var code: String
        var name: String
        var href: String
        var known: String
        var overdue: Int
        var divergent: Int
        var tally: Tallied
    }

    /// A subregion with its countries.
    struct Group: Codable, Sendable {
        var name: String?
        var countries: [Country]
    }

    var page: Frame
    var map: TileMap
    var groups: [Group]
    var legend: Legend
}

extension PageBuilder {
    /// The list of countries.
    func countriesPage() -> any PageView {
        let table = snapshot.workspace.countries
        let all = snapshot.countries.enumerated().map { ($1, listed($1, at: $0)) }
        var groups = table.regions.map { region in
            CountriesPage.Group(
                name: region.name.text(for: language),
                countries: all.filter { table[$0.0].subregion == region.id }.map(\.1).inOrder(ofNames: \.name))
        }
        let regions = Set(table.regions.map(\.id))
        groups.append(
            CountriesPage.Group(
                name: nil,
                countries: all.filter { table[$0.0].subregion.map { !regions.contains($0) } ?? true }.map(\.1)
                    .inOrder(ofNames: \.name)))
        return CountriesPage(
            page: frame(texts.countries, summary: texts.countriesSummary), map: coverageMap(),
            groups: groups.filter { !$0.countries.isEmpty }, legend: legend(Set(KindOfNothing.allCases)))
    }

    private func listed(_ country: CountryIndex, at place: Int) -> CountriesPage.Country {
        let cells = picture.targets.compactMap { snapshot.ownCell($0, country) }
        let coverage = Coverage(of: cells)
        return CountriesPage.Country(
            code: code(of: country), name: name(of: country), href: links.page(.country(code(of: country))),
            known: share(coverage),
            overdue: picture.owing.overdue(ofCountryAt: place),
            divergent: coverage.divergent, tally: tallied(tally(cells)))
    }

    /// The list of forums.
    func forumsPage() -> any PageView {
        let forums = snapshot.forums.enumerated().map { place, forum -> ForumsPage.Forum in
            let definition = forum.forum.definition
            let tally = picture.tallies[place]
            return ForumsPage.Forum(
                name: definition.name.text(for: language), shortName: definition.shortName(for: language),
                href: links.page(.forum(definition.id)), kind: words.forumKinds[definition.kind],
                members: definition.parties.parties.count {
                    $0.country != nil && definition.membership(of: $0.id, on: snapshot.asOf) == .member
                }, commitments: forum.forum.commitments.count(where: \.isTracked),
                reports: forum.forum.reports.count, rejected: forum.forum.rejected,
                overdue: picture.owing.overdue(ofForumAt: place),
                tally: tallied(tally), known: percent(tally.withProgress, of: tally.total, in: language),
                dormant: definition.dormantSince.map { texts.dormantSince.filled(with: ["date": dates.long($0)]) },
                isFailed: forum.failure != nil)
        }
        return ForumsPage(
            page: frame(texts.forums, summary: texts.forumsSummary), forums: forums, coverage: forumCoverage(),
            legend: legend(Set(KindOfNothing.allCases)))
    }

    /// Which forum speaks of which measure.
    func forumCoverage() -> ForumCoverage {
        let (left, top, size) = (118, 30, 34)
        let columns = picture.measures.enumerated().map { place, target in
            ForumCoverage.Label(
                text: framework[target].id, title: title(of: target),
                href: links.page(.measure(framework[target].id)), x: left + place * size + size / 2, y: top - 10)
        }
        var squares: [ForumCoverage.Square] = []
        var rows: [ForumCoverage.Label] = []
        var table: [ForumCoverage.Row] = []
        for (number, forum) in snapshot.forums.map(\.forum.definition).enumerated() {
            let y = top + number * size
            let name = forum.shortName(for: language)
            rows.append(
                ForumCoverage.Label(
                    text: name, title: forum.name.text(for: language), href: links.page(.forum(forum.id)), x: left - 8,
                    y: y + size / 2 + 4))
            var values: [String] = []
            for (place, target) in picture.measures.enumerated() {
                guard let layer = picture.layer(forum.id), layer.alignedCount(target) > 0 else {
                    values.append("–")
                    continue
                }
                let measure = framework.measure(of: target)
                let lines = [target] + measure.lines.compactMap { framework.target($0.id) }
                let coverage = layer.coverage(
                    of: lines.filter { layer.alignedCount($0) > 0 }, countries: layer.countries)
                let known = coverage.addressed == 0 ? 0 : coverage.withProgress * 100 / coverage.addressed
                let text =
                    counted(texts.alignmentCount, layer.alignedCount(target)) + ", "
                    + texts.knownShare.filled(with: ["share": share(coverage)])
                values.append(text)
                let x = left + place * size
                squares.append(
                    ForumCoverage.Square(
                        x: x + 1, y: y + 1, textX: x + size / 2, textY: y + size / 2 + 4,
                        look: "k\(min(4, known / 20))", count: String(layer.alignedCount(target)),
                        title: "\(name), \(framework[target].id)\(texts.colon)\(text)"))
            }
            table.append(ForumCoverage.Row(label: name, values: values))
        }
        return ForumCoverage(
            width: left + columns.count * size + 2, height: top + rows.count * size + 2, size: size - 2,
            columns: columns, rows: rows, squares: squares, table: table)
    }
}
