import Dashboard
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

extension Resource {
    static let countries = Resource.list(
        "countries", [.subregion], .apiCountries,
        of: { query throws(PageFailure) in
            query.snapshot.countries.filter { query.allowsSubregion(of: $0) }
        }, row: { country, query in query.picture.record(of: country, query.records) },
        links: { country, query in
            let code = query.code(of: country)
            return ItemLinks(this: query.link("countries", code), page: query.page(.country(code)))
        })
    static let country = Resource.item(
        "country", [.literal("countries"), .name(.country)], .apiCountryItem
    ) { query throws(PageFailure) in
        guard let country = query.picture.country(query.names["country"] ?? "") else { throw .nothingHere }
        return query.document(country)
    }
    static let measures = Resource.list(
        "measures", [.forum], .apiMeasures,
        of: { query throws(PageFailure) in
            query.framework.measures.compactMap { query.framework.target($0.id) }.filter { target in
                query.allows(.forum, target: target)
            }
        }, row: { target, query in query.picture.record(ofMeasure: target, query.records) },
        links: { target, query in
            let id = query.framework[target].id
            return ItemLinks(this: query.link("measures", id), page: query.page(.measure(id)))
        })
    static let measure = Resource.item(
        "measure", [.literal("measures"), .name(.measure)], .apiMeasureItem
    ) { query throws(PageFailure) in
        guard let target = query.framework.target(query.names["measure"] ?? "") else { throw .nothingHere }
        return MeasureDocument(
            query.records, target, query.picture.coverage(ofMeasure: target), query.snapshot.countries)
    }
}

extension Query {
    fileprivate func document(_ country: CountryIndex) -> CountryDocument {
        let owed = picture.place(of: country).map {
            picture.owing.items(ofCountryAt: $0).filter(\.obligation.state.isOpen)
        }
        return CountryDocument(
            records, picture.record(of: country, records), of: country, targets: picture.targets,
            assessments: { $0.assessments(of: country) }, owed: owed ?? [],
            differing: picture.differing.filter { $0.country == country })
    }

    /// The country that owes something; nil for an organ of a forum.
    func country(of item: DueItem) -> CountryIndex? {
        snapshot.forums[item.forum].forum.definition.parties[item.obligation.party].country
    }

    fileprivate func allows(_ forum: Parameter, target: TargetIndex) -> Bool {
        self[forum].map { id in
            snapshot.forums(alignedTo: target).contains { snapshot.forums[$0].forum.definition.id == id }
        } ?? true
    }
}
