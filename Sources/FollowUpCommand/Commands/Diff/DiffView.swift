import FollowUpModel
import ForumWorkspace
import Harmonization
import JSON
import Localization
import Records

/// What `diff` shows: the changed cells, then the edits behind them.
struct DiffView {
    let old: Snapshot
    let new: Snapshot
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
        (self.old, self.new, self.labels) = (old, new, labels)
        (self.edits, self.texts, self.date) = (edits, texts, date)
        let cells = CellChanges(old: old, new: new, edits: edits)
        changes = cells.find()
        total = cells.total
        let used = Set(changes.flatMap(\.edits)).sorted()
        numbers = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0 + 1) })
    }

    private var oldSigns: Signs { Signs(scale: old.workspace.settings.scale, texts: texts) }
    private var newSigns: Signs { Signs(scale: new.workspace.settings.scale, texts: texts) }

    /// The presentation, in every format.
    var presentation: Presentation {
        var page = Presentation(title: texts[.diffTitle], document: document)
        let span = texts[.diffFromTo, ["old": labels.old, "new": labels.new]]
        page.lines = [span + (date.map { " · " + texts[.terminalAsOf, ["date": $0]] } ?? "")]
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
            page.footer = newSigns.legend(
                staleAfterMonths: new.workspace.settings.consolidation.staleAfterMonths, kinds: kinds)
        }
        let further = edits.indices.count { numbers[$0] == nil && edits[$0].subject != .age }
        if further > 0 { page.footer.append(texts[.diffFurtherEdits, ["count": String(further)]]) }
        return page
    }

    private var kinds: Set<MissingReason> {
        Set(changes.flatMap { [$0.old?.progress.missing, $0.new?.progress.missing] }.compactMap(\.self))
    }

    private var table: Table {
        var table = Table([
            Table.Column(texts[.line]), Table.Column(texts[.code]),
            Table.Column(texts[.diffFrom]), Table.Column(texts[.diffTo]),
            Table.Column(texts[.diffBy], .wrappable(minimum: 12)),
        ])
        for change in changes {
            let numbers = change.edits.compactMap { self.numbers[$0] }.map(String.init)
            table.add([
                Cell(change.target, .bold), Cell(change.country), cell(change.old, oldSigns),
                cell(change.new, newSigns),
                Cell(
                    numbers.joined(separator: ", ")),
            ])
        }
        return table
    }

    private func cell(_ cell: Harmonization.Cell?, _ signs: Signs) -> Cell {
        guard let cell else { return Cell(texts[.diffAbsent], .dim) }
        let mark = signs.mark(cell.progress).trimmingEnd + signs.flags(cell)
        return Cell(
            "\(mark) \(signs.name(cell.progress))", signs.style(cell.progress))
    }

    private func line(_ number: (key: Int, value: Int)) -> String {
        "\(number.value). \(words(of: edits[number.key]))"
    }

    /// An edit in one line: what it is, where, what was said and what is said.
    private func words(of edit: Edit) -> String {
        let subject = texts[edit.subject]
        let change = texts[edit.change]
        let isPassing = edit.subject == .deadline || edit.subject == .age
        let about = [edit.forum, edit.commitment, edit.party, edit.item].compactMap(\.self).joined(separator: " · ")
        let said = [edit.old, edit.new].compactMap(\.self).joined(separator: " → ")
        return "\(subject)\(isPassing ? "" : " " + change): \(about)" + (said.isEmpty ? "" : " · \(said)")
            + (edit.place.map { " · \($0)" } ?? "")
    }

    /// What `--format json` and `--format csv` give.
    private var document: Document {
        let scales = (old: old.workspace.settings.scale, new: new.workspace.settings.scale)
        let rows = changes.map { change in
            DiffDocument.Row(
                change: change, before: change.old.map { LookRecord($0, scales.old) },
                after: change.new.map { LookRecord($0, scales.new) })
        }
        return Document(
            DiffDocument(
                before: DiffDocument.Side(old), after: DiffDocument.Side(new), changes: rows, total: total,
                edits: edits),
            rows: { rows }, in: new.layout(texts.language))
    }
}
