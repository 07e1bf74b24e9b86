import Dashboard
import FollowUpModel
import Harmonization
import Localization
import Records

/// A cell's place.
struct CellPlace: Sendable {
    var target: TargetIndex
    var country: CountryIndex
    /// The country's place in a row.
    var place: Int
    var cell: Cell
}

extension Resource {
    static let cells = Resource.list(
        "cells",
        [
            .country, .subregion, .measure, .target, .forum, .level, .missing, .voice, .confidence, .divergent,
            .stale, .overdue, .sort,
        ], .apiCells,
        of: { query throws(PageFailure) in query.cells }, row: { place, query in query.row(place) },
        links: { place, query in query.links(place.country, place.target) })
    static let explanation = Resource.item(
        "explanation", [.literal("cells"), .name(.country), .name(.target)], .apiCell
    ) { query throws(PageFailure) in
        let (country, target) = (query.names["country"] ?? "", query.names["target"] ?? "")
        guard let explanation = query.picture.explanation(country, target),
            query.snapshot.alignedCount(explanation.target) > 0
        else { throw .nothingHere }
        return ExplanationRecord(query.records, explanation)
    }
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
                    allows(.level, scale.code(of: cell.progress)), allows(.missing, cell.progress.missing?.rawValue),
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
            case "level", "-level": cell.cell.progress.rank ?? -2
            default: Int(cell.cell.newest?.code ?? .min)
            }
        }
        return cells.enumerated().sorted { left, right in
            let (a, b) = (key(left.element), key(right.element))
            return a == b ? left.offset < right.offset : isDown ? a > b : a < b
        }.map(\.element)
    }

    fileprivate func row(_ place: CellPlace) -> CellRecord {
        CellRecord(
            records, place.target, place.country, place.cell,
            picture.witnesses(place.target, place.place, ofForum: self[.forum]))
    }

    /// Where more is said of a cell.
    func links(_ country: CountryIndex, _ target: TargetIndex) -> ItemLinks {
        let (country, target) = (code(of: country), framework[target].id)
        return ItemLinks(this: link("cells", country, target), page: page(.cell(country: country, target: target)))
    }
}
