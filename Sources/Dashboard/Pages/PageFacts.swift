import Harmonization

/// What a page is made of that takes long to find out, in no language.
enum PageFacts {
    /// What is known of a country.
    case country(CountryFacts)
    /// Why a cell says what it says.
    case cell(Explanation)
    /// The picture alone; also where it doesn't have the country, measure or line.
    case nothing

    /// Finds it out for the page at an address.
    init(of address: PageAddress, in picture: Picture) {
        let facts: PageFacts? =
            switch address {
            case .country(let code): CountryFacts(code, picture).map(PageFacts.country)
            case .cell(let country, let target):
                picture.explanation(country, target, most: PageLimits.contributions).map(PageFacts.cell)
            default: nil
            }
        self = facts ?? .nothing
    }
}
