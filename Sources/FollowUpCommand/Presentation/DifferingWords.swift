import FollowUpModel
import ForumWorkspace
import Harmonization
import JSON
import Localization

/// Shows cells in which forums or voices differ.
struct DifferingWords {
    let cells: [DifferingCell]
    let snapshot: Snapshot
    let signs: Signs
    private var texts: Texts { signs.texts }

    /// One group for each cell, one row for each word.
    var table: Table {
        var table = Table(columns)
        for cell in cells {
            table.addGroup(heading(cell))
            for word in cell.words { table.add(row(word)) }
        }
        return table
    }

    private var columns: [Table.Column] {
        [
            Table.Column(texts[.forum]),
            Table.Column(texts[.commitment]),
            Table.Column(texts[.terminalWord], .wrappable(minimum: 12)),
            Table.Column(texts[.level], .wrappable(minimum: 10)),
            Table.Column(texts[.date]),
            Table.Column(texts[.voice], .wrappable(minimum: 8)),
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
            Cell(word.forum.forum.definition.shortName(for: signs.language)),
            Cell(word.commitment.id, .bold), Cell(word.report?.word.word ?? "–"),
            Cell(
                "\(signs.mark(word.progress).trimmingEnd) \(signs.name(word.progress))", signs.style(word.progress)),
            Cell(word.report?.row.date),
            Cell(
                word.report.map { texts[$0.row.voice] } ?? "–"),
        ]
    }
}
