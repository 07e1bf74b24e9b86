import Harmonization

/// What a page is made of that takes long to find out, in no language.
enum PageFacts {
    /// What is known of a country.
    case country(CountryFacts)
    /// What is known of a forum.
    case forum(ForumFacts)
    /// What moved.
    case changes(ChangesFacts)
    /// Why a cell says what it says.
    case cell(CellFacts)
    /// The picture alone; also where it doesn't have what the address names.
    case nothing

    /// Finds it out for the page at an address.
    ///
    /// - Parameter shared: what is said of the targets whose cells come one after the other; nil for a single page.
    init(of address: PageAddress, in picture: Picture, sharing shared: TargetContributions? = nil) {
        let facts: PageFacts? =
            switch address {
            case .country(let code): CountryFacts(code, picture).map(PageFacts.country)
            case .forum(let id): ForumFacts(id, picture).map(PageFacts.forum)
            case .changes(let years):
                picture.earlier.first { $0.years == years }.map { .changes(ChangesFacts(since: $0.cells, picture)) }
            case .cell(let country, let target):
                picture.explanation(country, target, most: PageLimits.contributions, sharing: shared)
                    .map { .cell(CellFacts($0, in: picture.snapshot)) }
            default: nil
            }
        self = facts ?? .nothing
    }
}
