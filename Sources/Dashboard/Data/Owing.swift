import FollowUpModel
package import ForumKit
import ForumWorkspace
package import Harmonization

/// Everything that is owed, to be found by country and by forum.
package struct Owing: Sendable {
    /// All of it, the earliest first.
    package let items: [DueItem]
    /// How many obligations stand how.
    package private(set) var counts: [Obligation.State: Int] = [:]
    /// How many countries owe something that is overdue; those that have no page are counted too.
    let overdueCountries: Int
    /// The places of a country's items and of a forum's, by their own places in the picture.
    private var ofCountry: [[UInt32]]
    private var ofForum: [[UInt32]]
    private var countsOfCountry: [[Obligation.State: Int]]
    private var countsOfForum: [[Obligation.State: Int]]

    init(_ snapshot: Snapshot) {
        items = snapshot.obligations()
        let places = Dictionary(uniqueKeysWithValues: snapshot.countries.enumerated().map { ($1, $0) })
        let parties = snapshot.forums.map { forum in
            let parties = forum.forum.definition.parties
            return parties.parties.map { ($0.country, $0.country.flatMap { places[$0] }) }
        }
        ofCountry = [[UInt32]](repeating: [], count: snapshot.countries.count)
        ofForum = [[UInt32]](repeating: [], count: snapshot.forums.count)
        countsOfCountry = snapshot.countries.map { _ in [:] }
        countsOfForum = snapshot.forums.map { _ in [:] }
        var late: Set<CountryIndex> = []
        for (place, item) in items.enumerated() {
            let isOverdue = item.obligation.state == .missed
            counts[item.obligation.state, default: 0] += 1
            ofForum[item.forum].append(UInt32(place))
            countsOfForum[item.forum][item.obligation.state, default: 0] += 1
            let (country, placeOfCountry) = parties[item.forum][Int(item.obligation.party.rawValue)]
            if isOverdue, let country { late.insert(country) }
            guard let placeOfCountry else { continue }
            ofCountry[placeOfCountry].append(UInt32(place))
            countsOfCountry[placeOfCountry][item.obligation.state, default: 0] += 1
        }
        overdueCountries = late.count
    }

    /// What the country at a place of the picture owes, the earliest first.
    package func items(ofCountryAt place: Int) -> some Sequence<DueItem> {
        ofCountry[place].lazy.map { items[Int($0)] }
    }

    /// The places of the same among all ``items``.
    func places(ofCountryAt place: Int) -> [UInt32] { ofCountry[place] }

    /// What is owed to the forum at a place of the picture, the earliest first.
    package func items(ofForumAt place: Int) -> some Sequence<DueItem> { ofForum[place].lazy.map { items[Int($0)] } }

    /// The places of the same among all ``items``.
    func places(ofForumAt place: Int) -> [UInt32] { ofForum[place] }

    /// How much of what a country owes is overdue.
    package func overdue(ofCountryAt place: Int) -> Int { countsOfCountry[place][.missed] ?? 0 }

    /// How many obligations of a country stand how.
    package func counts(ofCountryAt place: Int) -> [Obligation.State: Int] { countsOfCountry[place] }

    /// How much of what is owed to a forum is overdue.
    package func overdue(ofForumAt place: Int) -> Int { countsOfForum[place][.missed] ?? 0 }

    /// How many obligations to a forum stand how.
    package func counts(ofForumAt place: Int) -> [Obligation.State: Int] { countsOfForum[place] }

    /// Whether anything is owed to a forum.
    package func isAnythingOwed(toForumAt place: Int) -> Bool { !ofForum[place].isEmpty }
}
