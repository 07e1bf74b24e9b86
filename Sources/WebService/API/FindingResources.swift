import Dashboard
import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization

/// A cell in which forums or voices differ, with the words that do.
struct DivergenceRow: Codable, Sendable {
    /// One word.
    struct Word: Codable, Sendable {
        var forum: String
        var commitment: String
        var word: String?
        var progress: String?
        var voice: String?
        var date: String?
    }

    var country: String
    var target: String
    var width: Int
    var divergent: Bool
    var contradicted: Bool
    var words: [Word]
    /// How many more commitments count in the cell than those whose words are given.
    var moreCommitments: Int
    var links: ItemLinks
}

/// A country without a word on a measure or line; nobody speaks of the target where there is no country.
struct GapRow: Codable, Sendable {
    var target: String
    var country: String?
    var nothing: String?
    var links: ItemLinks
}

/// A cell that moved.
struct ChangeRow: Codable, Sendable {
    /// A report that moved it.
    struct Report: Codable, Sendable {
        var forum: String
        var commitment: String
        var date: String
        var word: String
    }

    var country: String
    var target: String
    var direction: String
    var before: String
    var after: String
    var reports: [Report]
    var links: ItemLinks
}

/// Something that has a name.
struct FoundRow: Codable, Sendable {
    var kind: String
    var id: String
    var forum: String?
    var title: Wordings
    var links: ItemLinks
}

extension Resource {
    static let divergences = Resource.list(
        "divergences", [.country, .subregion, .measure, .target], \.divergences,
        of: { query throws(PageFailure) in
            query.picture.differing.indices.filter { place in
                let cell = query.picture.differing[place]
                return query.allows(.country, query.code(of: cell.country)) && query.allowsSubregion(of: cell.country)
                    && query.allowsMeasure(of: cell.target) && query.allows(.target, query.framework[cell.target].id)
            }
        }, row: { place, query in query.row(query.picture.differing[place]) })
    static let gaps = Resource.list(
        "gaps", [.country, .subregion, .measure, .target, .nothing], \.gaps,
        of: { query throws(PageFailure) in
            query.gaps.filter { gap in
                query.allows(.target, gap.target)
                    && query.allowsMeasure(of: query.framework.target(gap.target) ?? TargetIndex(0))
                    && query.allows(.country, gap.country) && query.allows(.nothing, gap.nothing)
                    && query.allowsSubregion(of: gap.country.flatMap(query.picture.country))
            }
        }, row: { gap, _ in gap })
    static let changes = Resource.list(
        "changes", [.years, .country, .subregion, .measure, .target, .direction], \.changes,
        of: { query throws(PageFailure) in
            query.picture.moved(since: query.earlier).filter {
                query.allows(.country, query.code(of: $0.country)) && query.allowsSubregion(of: $0.country)
                    && query.allowsMeasure(of: $0.target) && query.allows(.target, query.framework[$0.target].id)
                    && query.allows(.direction, $0.direction.rawValue)
            }
        }, row: { moved, query in query.row(moved) })
    static let search = Resource.list(
        "search", [.query], \.search,
        of: { query throws(PageFailure) in query.found }, row: { found, _ in found })
    static let diagnostics = Resource.list(
        "diagnostics", [.severity], \.diagnostics,
        of: { query throws(PageFailure) in
            query.edition.problems.filter { query.allows(.severity, $0.severity) }
        }, row: { problem, _ in problem })
}

extension Query {
    private func cellLinks(_ country: String, _ target: String) -> ItemLinks {
        ItemLinks(this: link("cells", country, target), page: page(.cell(country: country, target: target)))
    }

    fileprivate func row(_ cell: DifferingCell) -> DivergenceRow {
        let (country, target) = (code(of: cell.country), framework[cell.target].id)
        return DivergenceRow(
            country: country, target: target, width: cell.width, divergent: cell.cell.isDivergent,
            contradicted: cell.cell.isContradicted,
            words: cell.words.map { word in
                DivergenceRow.Word(
                    forum: word.forum.forum.definition.id, commitment: word.commitment.id, word: word.report?.word.word,
                    progress: scale.code(of: word.progress), voice: word.report?.row.voice.rawValue,
                    date: word.report?.row.date.description)
            }, moreCommitments: cell.omitted, links: cellLinks(country, target))
    }

    fileprivate var gaps: [GapRow] {
        let gaps = snapshot.gaps(among: snapshot.targets(ofMeasure: nil), countries: snapshot.countries)
        return gaps.uncovered.map { target in
            let measure = framework.measure(of: target).id
            return GapRow(
                target: framework[target].id,
                links: ItemLinks(this: link("measures", measure), page: page(.measure(measure))))
        }
            + gaps.silences.map { silence in
                let (country, target) = (code(of: silence.country), framework[silence.target].id)
                return GapRow(
                    target: target, country: country, nothing: silence.kind.rawValue,
                    links: cellLinks(country, target))
            }
    }

    /// The picture so many years before as was asked for.
    fileprivate var earlier: PastCells {
        let years = self[.years].flatMap { Int($0) }
        return picture.earlier.first { $0.years == years }?.cells ?? picture.yearBefore
    }

    fileprivate func row(_ moved: MovedCell) -> ChangeRow {
        let movers = snapshot.reports(that: moved, since: earlier.asOf.latest)
        let (country, target) = (code(of: moved.country), framework[moved.target].id)
        func word(_ progress: Progress) -> String { scale.code(of: progress) ?? progress.nothing?.rawValue ?? "" }
        return ChangeRow(
            country: country, target: target, direction: moved.direction.rawValue, before: word(moved.old.progress),
            after: word(moved.new.progress),
            reports: movers.map { moving in
                let forum = snapshot.forums[moving.forum].forum
                let report = forum.reports[moving.report]
                return ChangeRow.Report(
                    forum: forum.definition.id, commitment: forum[report.commitment].id,
                    date: report.date.description,
                    word: forum.definition.statusWords[Int(report.status.rawValue)].word)
            }, links: cellLinks(country, target))
    }

    /// Everything whose texts hold all words that were asked for.
    fileprivate var found: [FoundRow] {
        let wanted = (self[.query] ?? "").foldedForSearch.split(separator: " ")
        func fits(_ row: FoundRow) -> Bool {
            let key = ([row.id, row.forum].compactMap(\.self) + row.title.texts).joined(separator: " ").foldedForSearch
            return wanted.allSatisfy(key.contains)
        }
        let countries = snapshot.countries.map { country in
            let entry = workspace.countries[country]
            return FoundRow(
                kind: "country", id: entry.code, title: Wordings(entry.name),
                links: ItemLinks(this: link("countries", entry.code), page: page(.country(entry.code))))
        }
        let targets = framework.targets.indices.map(TargetIndex.init).map { target in
            let measure = framework.measure(of: target).id
            return FoundRow(
                kind: framework[target].line == nil ? "measure" : "line", id: framework[target].id,
                title: Wordings(framework.title(of: target)),
                links: ItemLinks(this: link("measures", measure), page: page(.measure(measure))))
        }
        let forums = snapshot.forums.map(\.forum.definition).map { definition in
            FoundRow(
                kind: "forum", id: definition.id, title: Wordings(definition.name),
                links: ItemLinks(this: link("forums", definition.id), page: page(.forum(definition.id))))
        }
        let commitments = snapshot.forums.map(\.forum).flatMap { forum in
            forum.commitments.map { commitment in
                FoundRow(
                    kind: "commitment", id: commitment.id, forum: forum.definition.id,
                    title: Wordings(commitment.title),
                    links: ItemLinks(page: page(ofCommitment: commitment.id, of: forum.definition.id)))
            }
        }
        return (countries + targets + forums + commitments).filter(fits)
    }
}
