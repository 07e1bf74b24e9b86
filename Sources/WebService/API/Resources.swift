import Dashboard
import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

extension API {
    /// Everything that can be asked for, in the order in which it is described.
    static let resources: [Resource] = [
        .root, .overview, .countries, .country, .forums, .forum, .measures, .measure, .cells, .explanation,
        .assessments, .reports, .commitments, .crosswalk, .divergences, .gaps, .obligations, .changes, .search,
        .diagnostics,
    ]
}

extension Resource {
    static let root = Resource.item("root", nil, [], .apiRoot) { RootRecord(workspace: $0.workspace, texts: $0.texts) }
    static let overview = Resource.item("overview", "overview", [], .apiOverview) { $0.picture }
    static let countries = Resource.list(
        "countries", [.subregion], .apiCountries, of: { $0.snapshot.countries }, place: { (nil, $0) },
        row: { country, query in query.picture.record(of: country, query.records) },
        links: { country, query in query.links(to: .country(query.code(of: country))) })
    static let country = Resource.item("country", "countries", [.country], .apiCountryItem) { query in
        query.picture.country(query[name: .country]).map(query.document)
    }
    static let forums = Resource.list(
        "forums", [], .apiForums, of: { Array($0.snapshot.forums.indices) },
        row: { place, query in query.picture.record(ofForumAt: place, query.records) },
        links: { place, query in query.links(to: .forum(query.picture.forumIds[place])) })
    static let forum = Resource.item("forum", "forums", [.forum], .apiForumItem) { query in
        query.picture.place(ofForum: query[name: .forum]).map { place in
            let record = query.picture.record(ofForumAt: place, query.records)
            return ForumDocument(query.records, record, of: query.snapshot.forums[place].forum)
        }
    }
    static let measures = Resource.list(
        "measures", [.forum], .apiMeasures,
        of: { query in
            query.framework.measures.compactMap { query.framework.target($0.id) }.filter { target in
                query[.forum].flatMap(query.picture.place)
                    .map(query.snapshot.forums(alignedTo: target).contains) ?? true
            }
        }, row: { target, query in query.picture.record(ofMeasure: target, query.records) },
        links: { target, query in query.links(to: .measure(query.framework[target].id)) })
    static let measure = Resource.item("measure", "measures", [.measure], .apiMeasureItem) { query in
        query.framework.target(query[name: .measure]).map { target in
            let coverage = query.picture.coverage(ofMeasure: target)
            return MeasureDocument(query.records, target, coverage, query.snapshot.countries)
        }
    }
    static let cells = Resource.records(
        "cells",
        [
            .country, .subregion, .measure, .target, .forum, .level, .missing, .voice, .confidence, .divergent,
            .stale, .overdue, .sort,
        ], .apiCells, of: \.cells, place: { ($0.target, $0.subject.country) },
        links: { cell, query in
            let target = query.framework[cell.target].id
            return query.links(to: .cell(country: query.picture.name(of: cell.subject), target: target))
        })
    static let explanation = Resource.item("explanation", "cells", [.country, .target], .apiCell) { query in
        query.picture.explanation(query[name: .country], query[name: .target]).flatMap { explanation in
            query.snapshot.alignedCount(explanation.target) == 0 ? nil : ExplanationRecord(query.records, explanation)
        }
    }
    static let assessments = Resource.records(
        "assessments", [.forum, .commitment, .party, .standing, .level, .missing, .overdue], .apiAssessments,
        of: { query in query.chosenForums.flatMap(query.records.assessments) })
    static let reports = Resource.list(
        "reports", [.forum, .commitment, .party, .voice, .confidence], .apiReports,
        of: { query in
            query.chosenForums.flatMap { forum in
                (0..<forum.forum.reports.count).map(ReportIndex.init)
                    .filter { query.allows($0, of: forum.forum) }.map { (forum, $0) }
            }
        }, row: { report, query in ReportRecord(query.records, report.0, report.1) })
    static let commitments = Resource.records(
        "commitments", [.forum, .target], .apiCommitments,
        of: { query in query.chosenForums.map(\.forum).flatMap(query.records.commitments) },
        links: { commitment, query in
            ItemLinks(page: query.page(ofCommitment: commitment.commitment.id, of: commitment.forum))
        })
    static let crosswalk = Resource.records(
        "crosswalk", [.forum, .target, .measure, .relation, .confidence], .apiCrosswalk,
        of: { query in query.chosenForums.map(\.forum).flatMap(query.records.alignments) },
        place: { ($0.alignment.target, nil) })
    static let divergences = Resource.list(
        "divergences", [.country, .subregion, .measure, .target], .apiDivergences, of: \.picture.differing,
        place: { ($0.target, $0.country) },
        row: { cell, query in DivergenceRecord(query.records, cell) },
        links: { cell, query in query.links((cell.target, cell.country)) })
    static let gaps = Resource.records(
        "gaps", [.country, .subregion, .measure, .target, .missing], .apiGaps,
        of: { query in
            let targets = query.snapshot.targets(ofMeasure: nil)
            let gaps = query.snapshot.gaps(among: targets, countries: query.snapshot.countries)
            return GapRecord.all(gaps, of: query.records)
        }, place: { ($0.target, $0.country) },
        links: { gap, query in query.links((gap.target, gap.country)) })
    static let obligations = Resource.records(
        "obligations", [.forum, .country, .subregion, .kind, .state, .until], .apiObligations,
        of: { query in
            let until = query[.until].flatMap(Parameter.date)?.latest
            return query.picture.owing.items.filter { item in
                query.allowsCountry(query.country(of: item))
                    && (until.map { until in item.obligation.due.map { $0.earliest <= until } ?? false } ?? true)
            }.map { ObligationRecord(query.records, $0) }
        })
    static let changes = Resource.list(
        "changes", [.years, .country, .subregion, .measure, .target, .direction], .apiChanges,
        of: { query in
            query.picture.moved(since: query.earlier).filter { query.allows(.direction, $0.direction.rawValue) }
        }, place: { ($0.target, $0.country) }, row: { moved, query in query.row(moved) },
        links: { moved, query in query.links((moved.target, moved.country)) })
    static let search = Resource.records(
        "search", [.query], .apiSearch, of: \.found, links: { found, _ in found.links })
    static let diagnostics = Resource.records("diagnostics", [.severity], .apiDiagnostics, of: \.edition.diagnostics)
}

extension Query {
    fileprivate func document(_ country: CountryIndex) -> CountryDocument {
        CountryDocument(
            records, picture.record(of: country, records), of: country, targets: picture.targets,
            assessments: { $0.assessments(of: country) }, owed: picture.openObligations(of: country),
            differing: picture.differing(about: country))
    }

    /// The cells of all targets, or of those that a forum has a commitment for, in the order that was asked for.
    fileprivate var cells: [CellRecord] {
        let shown = self[.forum].flatMap(picture.layer) ?? snapshot
        let cells = picture.targets.filter { shown.alignedCount($0) > 0 && allowsTarget($0) }
            .flatMap { picture.cells($0, records, ofForum: self[.forum]) }
        guard let sort = self[.sort], sort != "target" else { return cells }
        let isDown = sort.hasPrefix("-")
        let places = Dictionary(uniqueKeysWithValues: snapshot.countries.enumerated().map { ($1, $0) })
        func key(_ cell: CellRecord) -> Int {
            switch sort {
            case "country": cell.subject.country.flatMap { places[$0] } ?? places.count
            case "level", "-level": cell.cell.progress.rank ?? -2
            default: Int(cell.cell.newest?.code ?? .min)
            }
        }
        return cells.sorted { isDown ? key($0) > key($1) : key($0) < key($1) }
    }

    /// Whether a report fits; its texts are read only where it is shown.
    fileprivate func allows(_ report: ReportIndex, of forum: LoadedForum) -> Bool {
        guard !values.isEmpty else { return true }
        let row = forum.reports[report]
        return allows(.commitment, forum[row.commitment].id) && allows(.party, forum.definition.parties[row.party].id)
            && allows(.voice, row.voice.rawValue) && (self[.confidence].map(row.confidence.matches) ?? true)
    }

    /// The country that owes something; nil for an organ of a forum.
    fileprivate func country(of item: DueItem) -> CountryIndex? {
        snapshot.forums[item.forum].forum.definition.parties[item.obligation.party].country
    }

    /// The picture so many years before as was asked for.
    fileprivate var earlier: PastCells {
        let years = self[.years].flatMap { Int($0) }
        return picture.earlier.first { $0.years == years }?.cells ?? picture.yearBefore
    }

    fileprivate func row(_ moved: MovedCell) -> ChangeRecord {
        ChangeRecord(records, moved, by: snapshot.reports(that: moved, since: earlier.asOf.latest))
    }

    /// Where more is said of what a page is about.
    fileprivate func links(to address: PageAddress) -> ItemLinks {
        ItemLinks(this: link([address.kind.folder] + address.names), page: page(address))
    }

    /// Where more is said of a cell, or of the measure of what no commitment is aligned to.
    fileprivate func links(_ place: (target: TargetIndex, country: CountryIndex?)) -> ItemLinks {
        guard let country = place.country else {
            return links(to: .measure(framework.measure(of: place.target).id))
        }
        return links(to: .cell(country: code(of: country), target: framework[place.target].id))
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
                kind: "country", id: entry.code, title: entry.name, links: links(to: .country(entry.code)))
        }
        let targets = framework.targets.indices.map(TargetIndex.init).map { target in
            FoundRecord(
                kind: framework[target].line == nil ? "measure" : "line", id: framework[target].id,
                title: framework.title(of: target), links: links((target, nil)))
        }
        let forums = snapshot.forums.map(\.forum.definition).map {
            FoundRecord(kind: "forum", id: $0.id, title: $0.name, links: links(to: .forum($0.id)))
        }
        let commitments = snapshot.forums.map(\.forum).flatMap { forum in
            forum.commitments.map { commitment in
                FoundRecord(
                    kind: "commitment", id: commitment.id, forum: forum.definition.id, title: commitment.title,
                    links: ItemLinks(page: page(ofCommitment: commitment.id, of: forum.definition.id)))
            }
        }
        return (countries + targets + forums + commitments).filter(fits)
    }
}

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

/// What there is to ask for.
struct RootRecord: Record {
    /// One thing that can be asked for.
    struct Entry: Record {
        let resource: Resource
        let texts: Texts

        static let schema = RecordSchema<Entry>("resource", "Something that can be asked for.") {
            Field("id", "Its name.") { $0.resource.id }
            Field("path", "Its address; names in braces are to be filled in.") { $0.resource.template }
            Field("summary", "What it is.") { $0.texts[$0.resource.text] }
        }
    }

    let workspace: Workspace
    let texts: Texts

    static let schema = RecordSchema<RootRecord>("root", "What there is to ask for.") {
        Field("name", "The name of the workspace.") { $0.workspace.settings.name }
        Field("framework", "The framework that all is aligned to.") { $0.workspace.framework.id }
        Field("resources", "What can be asked for.") { root in
            API.resources.map { Entry(resource: $0, texts: root.texts) }
        }
        Field("openapi", "The address of the OpenAPI document.", .link) { _ in API.root + "/openapi.json" }
        Field("documentation", "The page that describes it.", .link) { "/\($0.texts.language)/api.html" }
    }
}
