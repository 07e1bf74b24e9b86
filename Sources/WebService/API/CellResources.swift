import Dashboard
import FollowUpModel
import Harmonization

/// What all forums together, or one of them, say of a country and a measure or line.
struct CellRow: Codable, Sendable {
    var country: String
    var target: String
    /// The level; nil where there is no word on progress.
    var progress: String?
    /// Which kind of nothing is known; nil where there is a level.
    var nothing: String?
    var lowest: String?
    var highest: String?
    var divergent: Bool
    var contradicted: Bool
    var stale: Bool
    var overdue: Bool
    var newest: String?
    var contributions: Int
    var addressed: Int
    var voices: [String]
    var confidence: String?
    var links: ItemLinks
}

/// A cell's place.
struct CellPlace: Sendable {
    var target: TargetIndex
    var country: CountryIndex
    /// The country's place in a row.
    var place: Int
    var cell: Cell
}

/// How much of some cells is known.
struct KnownRow: Codable, Sendable {
    var asked: Int
    var known: Int
    var stale: Int
    var divergent: Int

    init(_ coverage: Coverage) {
        asked = coverage.addressed
        known = coverage.withProgress
        stale = coverage.stale
        divergent = coverage.divergent
    }
}

extension Resource {
    static let cells = Resource.list(
        "cells",
        [
            .country, .subregion, .measure, .target, .forum, .progress, .nothing, .voice, .confidence, .divergent,
            .stale, .overdue, .sort,
        ], \.cells,
        of: { query throws(PageFailure) in query.cells }, row: { place, query in query.row(place) })
}

extension Query {
    /// The picture of the forum that was asked for, or of all.
    private var shown: Snapshot { self[.forum].flatMap(picture.layer) ?? snapshot }

    /// The cells that fit the question.
    fileprivate var cells: [CellPlace] {
        let shown = shown
        let least = self[.confidence].flatMap(Confidence.init)
        let voice = self[.voice].flatMap(Voice.init)
        var found: [CellPlace] = []
        for target in picture.targets where shown.alignedCount(target) > 0 {
            guard allowsMeasure(of: target), allows(.target, framework[target].id) else { continue }
            let row = Array(shown.row(target))
            for (place, country) in shown.countries.enumerated() {
                let cell = row[place]
                guard allows(.country, code(of: country)), allowsSubregion(of: country),
                    allows(.progress, scale.code(of: cell.progress)), allows(.nothing, cell.progress.nothing?.rawValue),
                    allows(.divergent, cell.isDivergent), allows(.stale, cell.isStale), allows(.overdue, cell.isOverdue)
                else { continue }
                if least != nil || voice != nil {
                    let witnesses = picture.witnesses(target, place, ofForum: self[.forum])
                    if let voice, !witnesses.contains(voice) { continue }
                    if let least, (witnesses.confidence ?? .unknown) < least { continue }
                }
                found.append(CellPlace(target: target, country: country, place: place, cell: cell))
            }
        }
        return sorted(found)
    }

    private func sorted(_ cells: [CellPlace]) -> [CellPlace] {
        guard let sort = self[.sort], sort != "target" else { return cells }
        let isDown = sort.hasPrefix("-")
        func key(_ cell: CellPlace) -> Int {
            switch sort {
            case "country": cell.place
            case "progress", "-progress": cell.cell.progress.rank ?? -2
            default: Int(cell.cell.newest?.code ?? .min)
            }
        }
        return cells.enumerated().sorted { left, right in
            let (a, b) = (key(left.element), key(right.element))
            return a == b ? left.offset < right.offset : isDown ? a > b : a < b
        }.map(\.element)
    }

    /// A cell in words.
    func row(_ place: CellPlace) -> CellRow {
        let (country, target) = (code(of: place.country), framework[place.target].id)
        let cell = place.cell
        let witnesses = picture.witnesses(place.target, place.place, ofForum: self[.forum])
        return CellRow(
            country: country, target: target, progress: scale.code(of: cell.progress),
            nothing: cell.progress.nothing?.rawValue, lowest: cell.spread.map { scale.code(rank: $0.lowerBound) },
            highest: cell.spread.map { scale.code(rank: $0.upperBound) }, divergent: cell.isDivergent,
            contradicted: cell.isContradicted, stale: cell.isStale, overdue: cell.isOverdue,
            newest: cell.newest?.description, contributions: cell.contributions, addressed: cell.addressed,
            voices: witnesses.voices, confidence: witnesses.confidence?.rawValue,
            links: ItemLinks(
                this: link("cells", country, target), page: page(.cell(country: country, target: target))))
    }

    /// The cell of the whole picture at a target and country.
    func cell(_ target: TargetIndex, _ country: CountryIndex) -> CellRow? {
        guard let place = picture.place(of: country), snapshot.alignedCount(target) > 0 else { return nil }
        return row(CellPlace(target: target, country: country, place: place, cell: snapshot[target, country]))
    }
}
