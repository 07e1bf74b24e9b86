import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization

/// The list of countries.
struct CountriesPage: PageView {
    /// One country.
    struct Country: Codable, Sendable {
        var country: Link
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
        let countries = Array(snapshot.countries.enumerated())
        return CountriesPage(
            page: frame(texts[.countries], summary: texts[.countriesSummary]), map: coverageMap(),
            groups: bySubregion(countries, country: \.element).map { region, countries in
                CountriesPage.Group(
                    name: region?.name.text(for: language), countries: countries.map { listed($1, at: $0) })
            }, legend: legend())
    }

    private func listed(_ country: CountryIndex, at place: Int) -> CountriesPage.Country {
        let cells = picture.targets.compactMap { snapshot.ownCell($0, country) }
        let coverage = Coverage(of: cells)
        return CountriesPage.Country(
            country: link(to: country), known: share(coverage), overdue: picture.owing.ofCountries[place].overdue,
            divergent: coverage.divergent, tally: tallied(tally(cells)))
    }
}
