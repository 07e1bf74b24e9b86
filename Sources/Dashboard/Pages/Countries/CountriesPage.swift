import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization

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
            page: frame(texts[.countries], summary: texts[.countriesSummary]), map: coverageMap(),
            groups: groups.filter { !$0.countries.isEmpty }, legend: legend(Set(MissingReason.allCases)))
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
}
