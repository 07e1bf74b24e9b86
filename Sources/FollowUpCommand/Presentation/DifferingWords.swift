import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization

extension PictureView {
    /// Cells in which forums or voices differ: a group for each cell, a row for each word.
    func table(of cells: [DifferingCell]) -> Table {
        Table(groups: cells.map { (heading(of: $0), $0.words) }) {
            Column(texts[.forum]) { $0.forum.shortName(for: language) }
            Column(texts[.commitment]) { Cell($0.commitment.id, .bold) }
            Column(texts[.terminalWord], .wrappable(minimum: 12)) { $0.report?.word.word }
            Column(texts[.level], .wrappable(minimum: 10)) { signs.cell($0.progress) }
            Column(texts[.date]) { $0.report?.row.date }
            Column(texts[.voice], .wrappable(minimum: 8)) { word in word.report.map { texts[$0.row.voice] } }
        }
    }

    private func heading(of cell: DifferingCell) -> String {
        let country = snapshot.workspace.countries[cell.country]
        return "\(country.code) \(country.name.text(for: language)) · \(framework[cell.target].id) "
            + "\(signs.mark(cell.cell.progress).trimmingEnd)\(signs.flags(cell.cell)) · \(title(of: cell.target))"
    }
}
