import Dashboard
import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization

/// The picture in a few numbers.
struct OverviewItem: Codable, Sendable {
    /// How many cells have a word.
    struct Count: Codable, Sendable {
        var code: String
        var count: Int
    }

    /// What was known on a day.
    struct Point: Codable, Sendable {
        var asOf: String
        var asked: Int
        var known: Int
    }

    var name: Wordings
    var framework: String
    var countries: Int
    var forums: Int
    var measures: Int
    var commitments: Int
    var reports: Int
    var rejected: Int
    var overdue: Int
    var known: KnownRow
    var progress: [Count]
    var history: [Point]
}

/// One country.
struct CountryRow: Codable, Sendable {
    var code: String
    var name: Wordings
    var subregion: String?
    var known: KnownRow
    var overdue: Int
    var links: ItemLinks
}

/// One country with its standing in each forum and its measures.
struct CountryItem: Codable, Sendable {
    /// What the country is to a forum.
    struct Standing: Codable, Sendable {
        var forum: String
        var standing: String?
    }

    var country: CountryRow
    var standings: [Standing]
    var measures: [CellRow]
}

/// One measure.
struct MeasureRow: Codable, Sendable {
    var id: String
    var code: String
    var chapter: String
    var title: Wordings
    var lines: Int
    var alignments: Int
    var forums: [String]
    var isPartial: Bool
    var known: KnownRow
    var links: ItemLinks
}

/// One measure with its lines and what is aligned to them.
struct MeasureItem: Codable, Sendable {
    /// A line of action, or the measure as a whole.
    struct Line: Codable, Sendable {
        var id: String
        var title: Wordings
        var alignments: Int
        var known: KnownRow
    }

    var measure: MeasureRow
    var gist: Wordings?
    var gaps: Wordings?
    var targets: [Line]
    var commitments: [CrosswalkRow]
}

extension Resource {
    static let overview = Resource.item("overview", [.literal("overview")], \.overview) { query throws(PageFailure) in
        query.overview
    }
    static let countries = Resource.list(
        "countries", [.subregion], \.countries,
        of: { query throws(PageFailure) in
            query.snapshot.countries.filter { query.allowsSubregion(of: $0) }
        }, row: { country, query in query.row(country) })
    static let country = Resource.item(
        "country", [.literal("countries"), .name(.country)], \.countryItem
    ) { query throws(PageFailure) in
        guard let country = query.picture.country(query.names["country"] ?? "") else { throw .nothingHere }
        let code = query.code(of: country)
        return CountryItem(
            country: query.row(country),
            standings: query.snapshot.forums.map {
                CountryItem.Standing(
                    forum: $0.forum.definition.id,
                    standing: $0.forum.definition.membership(of: code, on: query.snapshot.asOf)?.rawValue)
            }, measures: query.picture.measures.compactMap { query.cell($0, country) })
    }
    static let measures = Resource.list(
        "measures", [.forum], \.measures,
        of: { query throws(PageFailure) in
            query.framework.measures.compactMap { query.framework.target($0.id) }.filter { target in
                query.allows(.forum, target: target)
            }
        }, row: { target, query in query.row(measure: target) })
    static let measure = Resource.item(
        "measure", [.literal("measures"), .name(.measure)], \.measureItem
    ) { query throws(PageFailure) in
        guard let target = query.framework.target(query.names["measure"] ?? "") else { throw .nothingHere }
        return query.item(measure: target)
    }
}

extension Query {
    fileprivate var overview: OverviewItem {
        let counts = picture.history.last?.tally
        return OverviewItem(
            name: Wordings(workspace.settings.name), framework: framework.id, countries: snapshot.countries.count,
            forums: snapshot.forums.count, measures: picture.measures.count,
            commitments: snapshot.forums.reduce(0) { $0 + $1.forum.commitments.count },
            reports: snapshot.forums.reduce(0) { $0 + $1.forum.reports.count }, rejected: snapshot.rejected,
            overdue: picture.owing.counts[.overdue] ?? 0, known: KnownRow(picture.coverage),
            progress: (counts?.levels ?? []).enumerated().map { .init(code: scale.levels[$0].id, count: $1) }
                + KindOfNothing.allCases.compactMap { kind in
                    counts?.nothing[kind].map { .init(code: kind.rawValue, count: $0) }
                },
            history: picture.history.map {
                OverviewItem.Point(
                    asOf: $0.asOf.description, asked: $0.coverage.addressed, known: $0.coverage.withProgress)
            })
    }

    fileprivate func row(_ country: CountryIndex) -> CountryRow {
        let entry = workspace.countries[country]
        return CountryRow(
            code: entry.code, name: Wordings(entry.name), subregion: entry.subregion,
            known: KnownRow(snapshot.coverage(of: picture.targets, countries: [country])),
            overdue: picture.place(of: country).map { picture.owing.overdue(ofCountryAt: $0) } ?? 0,
            links: ItemLinks(this: link("countries", entry.code), page: page(.country(entry.code))))
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

    /// The measure and its lines.
    private func targets(of target: TargetIndex) -> [TargetIndex] {
        [target] + framework.measure(of: target).lines.compactMap { framework.target($0.id) }
    }

    fileprivate func row(measure target: TargetIndex) -> MeasureRow {
        let measure = framework.measure(of: target)
        return MeasureRow(
            id: measure.id, code: measure.code, chapter: measure.chapter, title: Wordings(measure.title),
            lines: measure.lines.count, alignments: snapshot.alignedCount(target),
            forums: snapshot.forums(alignedTo: target).map { snapshot.forums[$0].forum.definition.id },
            isPartial: measure.isPartial,
            known: KnownRow(snapshot.coverage(of: aligned(targets(of: target)), countries: snapshot.countries)),
            links: ItemLinks(this: link("measures", measure.id), page: page(.measure(measure.id))))
    }

    private func aligned(_ targets: [TargetIndex]) -> [TargetIndex] {
        targets.filter { snapshot.alignedCount($0) > 0 }
    }

    fileprivate func item(measure target: TargetIndex) -> MeasureItem {
        let measure = framework.measure(of: target)
        let parts = targets(of: target)
        return MeasureItem(
            measure: row(measure: target), gist: measure.gist.map { Wordings($0) },
            gaps: measure.gaps.map { Wordings($0) },
            targets: parts.map {
                MeasureItem.Line(
                    id: framework[$0].id, title: Wordings(framework.title(of: $0)),
                    alignments: snapshot.alignedCount($0),
                    known: KnownRow(snapshot.coverage(of: aligned([$0]), countries: snapshot.countries)))
            },
            commitments: crosswalk.filter { parts.contains($0.alignment.target) }.map(row))
    }
}
