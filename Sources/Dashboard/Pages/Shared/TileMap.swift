import FollowUpModel
import Harmonization
import Localization

/// The countries as tiles of the same size, each near its neighbours; no border is drawn.
struct TileMap: Codable, Sendable {
    /// One country.
    struct Tile: Codable, Sendable {
        var code: String
        var name: String
        var href: String
        var look: String
        /// What stands below the code.
        var value: String
        /// The tile in words.
        var text: String
        var x: Int
        var y: Int
        var middle: Int
        var codeY: Int
        var valueY: Int
    }

    var title: String
    var text: String
    var width: Int
    var height: Int
    var tiles: [Tile]
}

/// Where each country's tile stands: column and row, from the north-west.
///
/// The places are a drawing aid: neighbours stand near each other, and an island takes as much room as Brazil.
private let places: [String: (column: Int, row: Int)] = [
    "MEX": (0, 0), "BHS": (4, 0), "CUB": (3, 1), "HTI": (5, 1), "DOM": (6, 1), "KNA": (7, 1), "ATG": (8, 1),
    "BLZ": (1, 1), "GTM": (0, 1), "JAM": (4, 2), "HND": (1, 2), "SLV": (0, 2), "DMA": (8, 2), "LCA": (8, 3),
    "NIC": (1, 3), "VCT": (7, 3), "BRB": (8, 4), "CRI": (1, 4), "PAN": (2, 5), "GRD": (7, 4), "TTO": (7, 5),
    "VEN": (4, 6), "COL": (3, 6), "GUY": (5, 6), "SUR": (6, 6), "ECU": (3, 7), "BRA": (5, 7), "PER": (4, 7),
    "BOL": (4, 8), "PRY": (5, 8), "CHL": (4, 9), "ARG": (5, 9), "URY": (6, 9),
]

/// Squares in rows and columns, each of which has a label.
struct DrawnGrid: Codable, Sendable {
    /// The same in words.
    var text: String
    var width: Int
    var height: Int
    var columns: [DrawnLabel]
    var rows: [DrawnLabel]
    var squares: [DrawnSquare]
}

/// A text in a drawing.
struct DrawnLabel: Codable, Sendable {
    var text: String
    /// What it stands for, and where more is said of it.
    var title: String?
    var href: String?
    var x: Int
    var y: Int
}

/// A square in a drawing, with a sign in it.
struct DrawnSquare: Codable, Sendable {
    var x: Int
    var y: Int
    var width: Int
    var textX: Int
    var textY: Int
    var look: String
    var text: String
}

extension PageBuilder {
    /// A map of the picture's countries, each with the face that is given for its place.
    ///
    /// A face is the tile's look, what stands below the code, the same in words, and where the tile leads.
    private func tileMap(
        title: String, text: String,
        _ face: (Int, CountryIndex) -> (look: String, value: String, text: String, href: String)
    ) -> TileMap {
        let (size, gap) = (46, 4)
        let columns = 9
        let lastRow = places.values.map(\.row).max() ?? 0
        var extra = 0
        let tiles = snapshot.countries.enumerated().map { number, country -> TileMap.Tile in
            let code = code(of: country)
            // Countries without a place of their own stand in rows below the others.
            let place =
                places[code]
                ?? {
                    defer { extra += 1 }
                    return (extra % columns, lastRow + 2 + extra / columns)
                }()
            let face = face(number, country)
            let (x, y) = (place.column * (size + gap), place.row * (size + gap))
            return TileMap.Tile(
                code: code, name: name(of: country), href: face.href, look: face.look, value: face.value,
                text: "\(name(of: country))\(texts[.colon])\(face.text)", x: x, y: y, middle: x + size / 2,
                codeY: y + 20,
                valueY: y + 36)
        }
        let rows = extra == 0 ? lastRow + 1 : lastRow + 3 + (extra - 1) / columns
        return TileMap(
            title: title, text: text, width: columns * (size + gap) - gap, height: rows * (size + gap) - gap,
            tiles: tiles)
    }

    /// The map of one measure or line, coloured by progress.
    func map(of target: TargetIndex) -> TileMap {
        let row = Array(snapshot.row(target))
        let id = framework[target].id
        return tileMap(
            title: texts[.measureMapTitle, ["measure": id]],
            text: tallied(tally(row)).text
        ) { place, country in
            let mark = mark(row[place].progress)
            return (
                mark.look, mark.sign + mark.letter, texts.list([mark.name] + flags(row[place]).map(\.name)),
                cellLink(code(of: country), id)
            )
        }
    }

    /// The map of the whole picture, coloured by how much of what is asked has a word on progress.
    func coverageMap() -> TileMap {
        tileMap(title: texts[.coverageMapTitle], text: texts[.coverageMapText]) { _, country in
            let coverage = snapshot.coverage(of: picture.targets, countries: [country])
            let percent = coverage.addressed == 0 ? 0 : coverage.withProgress * 100 / coverage.addressed
            return (
                coverage.addressed == 0 ? "none" : "k\(min(4, percent / 20))", share(coverage),
                texts[.coverage, figures(coverage)], links.page(.country(code(of: country)))
            )
        }
    }
}
