import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization
import Languages

/// Shows cells in which forums or voices differ.
struct DifferingWords {
    let cells: [DifferingCell]
    let snapshot: Snapshot
    let signs: Signs
    private var catalogue: Catalogue { signs.catalogue }

    /// One group for each cell, one row for each word.
    var table: Table {
        var table = Table(columns)
        for cell in cells {
            table.addGroup(heading(cell))
            for word in cell.words { table.add(row(word)) }
        }
        return table
    }

    /// One row for each word, with the country and line of its cell: what `--format csv` gives.
    var export: Table {
        var table = Table([Table.Column("country"), Table.Column("line")] + columns)
        for cell in cells {
            let place = [
                Cell(snapshot.workspace.countries[cell.country].code),
                Cell(snapshot.workspace.framework[cell.target].id),
            ]
            for word in cell.words { table.add(place + row(word)) }
        }
        return table
    }

    private var columns: [Table.Column] {
        [
            Table.Column(catalogue.forum, key: "forum"),
            Table.Column(catalogue.commitment, key: "commitment"),
            Table.Column(catalogue.word, key: "word", .wrappable(minimum: 12)),
            Table.Column(catalogue.level, key: "level", .wrappable(minimum: 10)),
            Table.Column(catalogue.date, key: "date"),
            Table.Column(catalogue.voice, key: "voice", .wrappable(minimum: 8)),
        ]
    }

    private func heading(_ cell: DifferingCell) -> String {
        let country = snapshot.workspace.countries[cell.country]
        let framework = snapshot.workspace.framework
        return "\(country.code) \(country.name.text(for: signs.language)) · \(framework[cell.target].id) "
            + "\(signs.mark(cell.cell.progress).trimmingEnd)\(signs.flags(cell.cell)) · "
            + framework.title(of: cell.target).text(for: signs.language)
    }

    private func row(_ word: DifferingCell.Word) -> [Cell] {
        [
            Cell(word.forum.forum.definition.shortName(for: signs.language), export: word.forum.forum.definition.id),
            Cell(word.commitment.id, .bold), Cell(word.report?.word.word ?? "–", export: word.report?.word.word ?? ""),
            Cell(
                "\(signs.mark(word.progress).trimmingEnd) \(signs.name(word.progress))", signs.style(word.progress),
                export: signs.code(word.progress)), Cell(word.report?.row.date),
            Cell(
                word.report.map { catalogue.words.voices[$0.row.voice] } ?? "–",
                export: word.report?.row.voice.rawValue ?? ""),
        ]
    }

    /// The list documented for `divergences` and `country --format json`.
    var json: JSONValue {
        .array(
            cells.map { cell in
                let country = snapshot.workspace.countries[cell.country].code
                guard case .object(let members) = cell.cell.json(of: country, signs) else {
                    preconditionFailure("a cell is documented as an object")
                }
                let framework = snapshot.workspace.framework
                return .object(
                    [
                        .init("line", .string(framework[cell.target].id)),
                        .init(
                            "title", .string(framework.title(of: cell.target).text(for: signs.language))),
                    ] + members + [.init("words", .array(cell.words.map(json)))])
            })
    }

    private func json(_ word: DifferingCell.Word) -> JSONValue {
        [
            "forum": .string(word.forum.forum.definition.id), "commitment": .string(word.commitment.id),
            "word": .text(word.report?.word.word), "progress": .string(signs.code(word.progress)),
            "date": .text(word.report?.row.date.description), "voice": .text(word.report?.row.voice.rawValue),
            "use": .text(word.report?.use.code),
        ]
    }
}
