import Dashboard
import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization
import Records

/// Something that has a name.
struct FoundRecord: Record {
    var kind: String
    var id: String
    var forum: String?
    var title: LocalizedText
    var links: ItemLinks

    static let schema = RecordSchema<FoundRecord>("found", "Something that has a name.") {
        Field("kind", "What it is.", .code(.things)) { $0.kind }
        Field("id", "Its id.") { $0.id }
        Field("forum", "Of a commitment, its forum.") { $0.forum }
        Field("title", "Its name or title.") { $0.title }
    }
}

extension Resource {
    static let divergences = Resource.list(
        "divergences", [.country, .subregion, .measure, .target], .apiDivergences,
        of: { query throws(PageFailure) in
            query.picture.differing.indices.filter { place in
                let cell = query.picture.differing[place]
                return query.allows(.country, query.code(of: cell.country)) && query.allowsSubregion(of: cell.country)
                    && query.allowsMeasure(of: cell.target) && query.allows(.target, query.framework[cell.target].id)
            }
        }, row: { place, query in DivergenceRecord(query.records, query.picture.differing[place]) },
        links: { place, query in
            let cell = query.picture.differing[place]
            return query.links(cell.country, cell.target)
        })
    static let gaps = Resource.list(
        "gaps", [.country, .subregion, .measure, .target, .missing], .apiGaps,
        of: { query throws(PageFailure) in
            query.gaps.filter { gap in
                query.allows(.target, query.framework[gap.target].id) && query.allowsMeasure(of: gap.target)
                    && query.allows(.country, gap.country.map(query.code)) && query.allowsSubregion(of: gap.country)
                    && query.allows(.missing, gap.missing?.rawValue)
            }
        }, row: { gap, _ in gap },
        links: { gap, query in
            if let country = gap.country { return query.links(country, gap.target) }
            let measure = query.framework.measure(of: gap.target).id
            return ItemLinks(this: query.link("measures", measure), page: query.page(.measure(measure)))
        })
    static let changes = Resource.list(
        "changes", [.years, .country, .subregion, .measure, .target, .direction], .apiChanges,
        of: { query throws(PageFailure) in
            query.picture.moved(since: query.earlier).filter {
                query.allows(.country, query.code(of: $0.country)) && query.allowsSubregion(of: $0.country)
                    && query.allowsMeasure(of: $0.target) && query.allows(.target, query.framework[$0.target].id)
                    && query.allows(.direction, $0.direction.rawValue)
            }
        }, row: { moved, query in query.row(moved) },
        links: { moved, query in query.links(moved.country, moved.target) })
    static let search = Resource.list(
        "search", [.query], .apiSearch,
        of: { query throws(PageFailure) in query.found }, row: { found, _ in found }, links: { found, _ in found.links }
    )
    static let diagnostics = Resource.list(
        "diagnostics", [.severity], .apiDiagnostics,
        of: { query throws(PageFailure) in
            query.edition.diagnostics.filter { query.allows(.severity, $0.diagnostic.severity.rawValue) }
        }, row: { problem, _ in problem })
}

extension Query {
    fileprivate var gaps: [GapRecord] {
        GapRecord.all(
            snapshot.gaps(among: snapshot.targets(ofMeasure: nil), countries: snapshot.countries), of: records)
    }

    /// The picture so many years before as was asked for.
    fileprivate var earlier: PastCells {
        let years = self[.years].flatMap { Int($0) }
        return picture.earlier.first { $0.years == years }?.cells ?? picture.yearBefore
    }

    fileprivate func row(_ moved: MovedCell) -> ChangeRecord {
        ChangeRecord(
            records, moved.target, moved.country, from: moved.old, to: moved.new,
            reports: snapshot.reports(that: moved, since: earlier.asOf.latest).map { ($0.forum, $0.report) })
    }

    /// Everything whose texts hold all words that were asked for.
    fileprivate var found: [FoundRecord] {
        let wanted = (self[.query] ?? "").foldedForSearch.split(separator: " ")
        func fits(_ row: FoundRecord) -> Bool {
            let key = ([row.id, row.forum].compactMap(\.self) + row.title.wordings.map(\.text)).joined(separator: " ")
                .foldedForSearch
            return wanted.allSatisfy(key.contains)
        }
        let countries = snapshot.countries.map { country in
            let entry = workspace.countries[country]
            return FoundRecord(
                kind: "country", id: entry.code, title: entry.name,
                links: ItemLinks(this: link("countries", entry.code), page: page(.country(entry.code))))
        }
        let targets = framework.targets.indices.map(TargetIndex.init).map { target in
            let measure = framework.measure(of: target).id
            return FoundRecord(
                kind: framework[target].line == nil ? "measure" : "line", id: framework[target].id,
                title: framework.title(of: target),
                links: ItemLinks(this: link("measures", measure), page: page(.measure(measure))))
        }
        let forums = snapshot.forums.map(\.forum.definition).map { definition in
            FoundRecord(
                kind: "forum", id: definition.id, title: definition.name,
                links: ItemLinks(this: link("forums", definition.id), page: page(.forum(definition.id))))
        }
        let commitments = snapshot.forums.map(\.forum).flatMap { forum in
            forum.commitments.map { commitment in
                FoundRecord(
                    kind: "commitment", id: commitment.id, forum: forum.definition.id,
                    title: commitment.title,
                    links: ItemLinks(page: page(ofCommitment: commitment.id, of: forum.definition.id)))
            }
        }
        return (countries + targets + forums + commitments).filter(fits)
    }
}
