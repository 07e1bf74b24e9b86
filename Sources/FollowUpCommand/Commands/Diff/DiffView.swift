import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization
import Records

/// What `diff` shows: the changed cells, then the edits behind them.
struct DiffView: PictureView {
    let old: Snapshot
    /// The new picture.
    let snapshot: Snapshot
    /// The folders or dates, as they were named.
    let labels: (old: String, new: String)
    let edits: [Edit]
    let texts: Texts
    /// The date of both pictures, where they have the same one.
    let date: String?
    private let changes: [CellChange]
    private let total: Int
    /// The numbers under which people see the edits that change cells, by their place among all.
    private let numbers: [Int: Int]

    init(
        old: Snapshot, new: Snapshot, labels: (old: String, new: String), edits: [Edit], texts: Texts,
        date: String?
    ) {
        (self.old, self.snapshot, self.labels) = (old, new, labels)
        (self.edits, self.texts, self.date) = (edits, texts, date)
        let cells = CellChanges(old: old, new: new, edits: edits)
        changes = cells.find()
        total = cells.total
        let used = Set(changes.flatMap(\.edits)).sorted()
        numbers = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0 + 1) })
    }

    func presentation(limits: [String]) -> Presentation {
        let span = texts[.diffFromTo, ["old": labels.old, "new": labels.new]]
        var page = Presentation(
            title: texts[.diffTitle], lines: [span + (date.map { " · " + texts[.terminalAsOf, ["date": $0]] } ?? "")],
            document: document)
        if changes.isEmpty {
            page.lines.append(texts[.diffNoCell])
        } else {
            page.lines.append(
                texts[.diffCellsChange, ["count": String(changes.count), "total": String(total)]])
            page.sections = [
                Presentation.Section(table: table),
                Presentation.Section(
                    heading: texts[.diffEdits], lines: numbers.sorted { $0.value < $1.value }.map(line)),
            ]
            let shown = changes.flatMap { [$0.old?.cell.progress.missing, $0.new?.cell.progress.missing] }
            page.footer = legend(Set(shown.compactMap(\.self)))
        }
        let further = edits.indices.count { numbers[$0] == nil && edits[$0].subject != .age }
        if further > 0 { page.footer.append(texts[.diffFurtherEdits, ["count": String(further)]]) }
        return page
    }

    private var table: Table {
        Table(changes) {
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

    private func line(_ number: (key: Int, value: Int)) -> String {
        "\(number.value). \(words(of: edits[number.key]))"
    }

    /// An edit in one line: what it is, where, what was said and what is said.
    private func words(of edit: Edit) -> String {
        let isPassing = edit.subject == .deadline || edit.subject == .age
        let about = [edit.forum, edit.commitment, edit.party, edit.item].compactMap(\.self).joined(separator: " · ")
        let said = [edit.old, edit.new].compactMap(\.self).joined(separator: " → ")
        return texts[edit.subject] + (isPassing ? "" : " " + texts[edit.change]) + ": \(about)"
            + (said.isEmpty ? "" : " · \(said)") + (edit.place.map { " · \($0)" } ?? "")
    }

    private var document: Document {
        let changes = changes
        return document(
            DiffDocument(
                before: DiffDocument.Side(old), after: DiffDocument.Side(snapshot), changes: changes, total: total,
                edits: edits),
            rows: { changes })
    }
}
