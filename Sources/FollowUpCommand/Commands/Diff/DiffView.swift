import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization
import Records

/// What `diff` shows: the changed cells, then the edits behind them.
struct DiffView: PictureView {
    /// The new picture.
    let snapshot: Snapshot
    let whole: DiffDocument
    /// The folders or dates, as they were named.
    let labels: (old: String, new: String)
    /// The date of both pictures, where they have the same one.
    let date: String?
    let texts: Texts

    func presentation(limits: [String]) -> Presentation {
        let (changes, edits) = (whole.changes, whole.edits)
        let used = Set(changes.flatMap(\.edits)).sorted()
        // The numbers under which people see the edits that change cells.
        let numbers = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0 + 1) })
        let span = texts[.diffFromTo, ["old": labels.old, "new": labels.new]]
        var page = Presentation(
            title: texts[.diffTitle], lines: [span + (date.map { " · " + texts[.terminalAsOf, ["date": $0]] } ?? "")],
            document: document(whole, rows: { changes }))
        if changes.isEmpty {
            page.lines.append(texts[.diffNoCell])
        } else {
            page.lines.append(
                texts[.diffCellsChange, ["count": String(changes.count), "total": String(whole.total)]])
            page.sections = [
                Presentation.Section(table: table(numbers)),
                Presentation.Section(
                    heading: texts[.diffEdits],
                    lines: used.enumerated().map { "\($0 + 1). \(words(of: edits[$1]))" }),
            ]
            let shown = changes.flatMap { [$0.old?.cell.progress.missing, $0.new?.cell.progress.missing] }
            page.footer = legend(Set(shown.compactMap(\.self)))
        }
        let further = edits.indices.count { numbers[$0] == nil && edits[$0].subject != .age }
        if further > 0 { page.footer.append(texts[.diffFurtherEdits, ["count": String(further)]]) }
        return page
    }

    private func table(_ numbers: [Int: Int]) -> Table {
        Table(whole.changes) {
            Column(texts[.line]) { Cell($0.target, .bold) }
            Column(texts[.code]) { $0.country }
            Column(texts[.diffFrom]) { look($0.old) }
            Column(texts[.diffTo]) { look($0.new) }
            Column(texts[.diffBy], .wrappable(minimum: 12)) { change in
                texts.list(change.edits.compactMap { numbers[$0] }.map(String.init))
            }
        }
    }

    private func look(_ side: (cell: Harmonization.Cell, scale: ProgressScale)?) -> Cell {
        guard let (cell, scale) = side else { return Cell(texts[.diffAbsent], .dim) }
        let signs = Signs(scale: scale, texts: texts)
        return signs.cell(cell.progress, flags: signs.flags(cell))
    }

    /// An edit in one line: what it is, where, what was said and what is said.
    private func words(of edit: Edit) -> String {
        let isPassing = edit.subject == .deadline || edit.subject == .age
        let about = [edit.forum, edit.commitment, edit.party, edit.item].compactMap(\.self).joined(separator: " · ")
        let said = [edit.old, edit.new].compactMap(\.self).joined(separator: " → ")
        return texts[edit.subject] + (isPassing ? "" : " " + texts[edit.change]) + ": \(about)"
            + (said.isEmpty ? "" : " · \(said)") + (edit.place.map { " · \($0)" } ?? "")
    }
}
