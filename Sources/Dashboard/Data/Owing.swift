import FollowUpModel
package import ForumKit
import ForumWorkspace
package import Harmonization

/// Everything that is owed, to be found by country and by forum.
package struct Owing: Sendable {
    /// What one country owes, or what is owed to one forum.
    package struct Part: Sendable {
        /// The places of the obligations among all, the earliest first.
        package fileprivate(set) var places: [UInt32] = []
        /// How many of them stand how.
        package fileprivate(set) var counts: [Obligation.State: Int] = [:]

        /// How many of them are overdue.
        package var overdue: Int { counts[.missed] ?? 0 }

        fileprivate mutating func add(_ item: DueItem, at place: Int) {
            places.append(UInt32(place))
            counts[item.obligation.state, default: 0] += 1
        }
    }

    /// All of it, the earliest first.
    package let items: [DueItem]
    /// How many obligations stand how.
    package private(set) var counts: [Obligation.State: Int] = [:]
    /// How many countries owe something that is overdue; those that have no page are counted too.
    let overdueCountries: Int
    /// What each country owes, by its place in the picture.
    package private(set) var ofCountries: [Part]
    /// What is owed to each forum, by its place in the picture.
    package private(set) var ofForums: [Part]

    init(_ snapshot: Snapshot) {
        items = snapshot.obligations()
        let places = Dictionary(uniqueKeysWithValues: snapshot.countries.enumerated().map { ($1, $0) })
        let parties = snapshot.forums.map { forum in
            let parties = forum.forum.definition.parties
            return parties.parties.map { ($0.country, $0.country.flatMap { places[$0] }) }
        }
        ofCountries = snapshot.countries.map { _ in Part() }
        ofForums = snapshot.forums.map { _ in Part() }
        var late: Set<CountryIndex> = []
        for (place, item) in items.enumerated() {
            counts[item.obligation.state, default: 0] += 1
            ofForums[item.forum].add(item, at: place)
            let (country, placeOfCountry) = parties[item.forum][Int(item.obligation.party.rawValue)]
            if item.obligation.state == .missed, let country { late.insert(country) }
            if let placeOfCountry { ofCountries[placeOfCountry].add(item, at: place) }
        }
        overdueCountries = late.count
    }

    /// The obligations of a part, the earliest first.
    package func items(of part: Part) -> some Sequence<DueItem> { part.places.lazy.map { items[Int($0)] } }
}
