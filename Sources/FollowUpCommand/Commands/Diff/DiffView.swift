import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization
import Languages

/// What `diff` shows: the changed cells, then the edits behind them.
struct DiffView {
    let old: Snapshot
    let new: Snapshot
    /// The folders or dates, as they were named.
    let labels: (old: String, new: String)
    let edits: [Edit]
    let language: Language
    /// The date of both pictures, where they have the same one.
    let date: String?
    private let changes: [CellChange]
    private let total: Int
    /// The numbers under which people see the edits that change cells, by their place among all.
    private let numbers: [Int: Int]

    init(
        old: Snapshot, new: Snapshot, labels: (old: String, new: String), edits: [Edit], language: Language,
        date: String?
    ) {
        (self.old, self.new, self.labels) = (old, new, labels)
        (self.edits, self.language, self.date) = (edits, language, date)
        let cells = CellChanges(old: old, new: new, edits: edits)
        changes = cells.find()
        total = cells.total
        let used = Set(changes.flatMap(\.edits)).sorted()
        numbers = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0 + 1) })
    }

    private var catalogue: Catalogue { .catalogue(for: language) }
    private var texts: DiffTexts { .texts(for: language) }
    private var oldSigns: Signs { Signs(scale: old.workspace.settings.scale, language: language) }
    private var newSigns: Signs { Signs(scale: new.workspace.settings.scale, language: language) }

    /// The presentation, in every format.
    var presentation: Presentation {
        var page = Presentation(title: texts.title, json: json)
        let span = texts.fromTo.filled(with: ["old": labels.old, "new": labels.new])
        page.lines = [span + (date.map { " · " + catalogue.text(\.asOf, ["date": $0]) } ?? "")]
        if changes.isEmpty {
            page.lines.append(texts.noCell)
        } else {
            page.lines.append(
                texts.cellsChange.filled(with: ["count": String(changes.count), "total": String(total)]))
            page.sections = [
                Presentation.Section(table: table, isMain: true),
                Presentation.Section(heading: texts.edits, lines: numbers.sorted { $0.value < $1.value }.map(line)),
            ]
            page.footer = newSigns.legend(
                staleAfterMonths: new.workspace.settings.consolidation.staleAfterMonths, kinds: kinds)
        }
        let further = edits.indices.count { numbers[$0] == nil && edits[$0].subject != .age }
        if further > 0 { page.footer.append(texts.furtherEdits.filled(with: ["count": String(further)])) }
        if changes.isEmpty { page.csv = table }
        return page
    }

    private var kinds: Set<KindOfNothing> {
        Set(changes.flatMap { [$0.old?.progress.nothing, $0.new?.progress.nothing] }.compactMap(\.self))
    }

    private var table: Table {
        var table = Table([
            Table.Column(catalogue.line, key: "line"), Table.Column(catalogue.code, key: "country"),
            Table.Column(texts.from, key: "from"), Table.Column(texts.to, key: "to"),
            Table.Column(texts.by, key: "edits", .wrappable(minimum: 12)),
        ])
        for change in changes {
            let numbers = change.edits.compactMap { self.numbers[$0] }.map(String.init)
            table.add([
                Cell(change.target, .bold), Cell(change.country), cell(change.old, oldSigns),
                cell(change.new, newSigns),
                Cell(
                    numbers.joined(separator: ", "),
                    export: change.edits.map { words(of: edits[$0]) }.joined(separator: " | ")),
            ])
        }
        return table
    }

    private func cell(_ cell: Harmonization.Cell?, _ signs: Signs) -> Cell {
        guard let cell else { return Cell(texts.absent, .dim, export: "") }
        let mark = signs.mark(cell.progress).trimmingEnd + signs.flags(cell)
        return Cell(
            "\(mark) \(signs.name(cell.progress))", signs.style(cell.progress), export: signs.code(cell.progress))
    }

    private func line(_ number: (key: Int, value: Int)) -> String {
        "\(number.value). \(words(of: edits[number.key]))"
    }

    /// An edit in one line: what it is, where, what was said and what is said.
    private func words(of edit: Edit) -> String {
        let subject = texts.subjects[edit.subject] ?? edit.subject.rawValue
        let change = texts.changes[edit.change] ?? edit.change.rawValue
        let isPassing = edit.subject == .deadline || edit.subject == .age
        let about = [edit.forum, edit.commitment, edit.party, edit.item].compactMap(\.self).joined(separator: " · ")
        let said = [edit.old, edit.new].compactMap(\.self).joined(separator: " → ")
        return "\(subject)\(isPassing ? "" : " " + change): \(about)" + (said.isEmpty ? "" : " · \(said)")
            + (edit.place.map { " · \($0)" } ?? "")
    }

    /// The document of `diff --format json`; `edits` of a cell are places in the list `edits`, from 0.
    private var json: JSONValue {
        [
            "old": ["workspace": .string(old.workspace.settings.id), "asOf": .string(old.options.asOf.description)],
            "new": ["workspace": .string(new.workspace.settings.id), "asOf": .string(new.options.asOf.description)],
            "cells": .array(changes.map(json)), "total": .integer(total), "edits": .array(edits.map(json)),
        ]
    }

    private func json(_ change: CellChange) -> JSONValue {
        [
            "line": .string(change.target), "country": .string(change.country),
            "from": change.old.map { json($0, oldSigns) } ?? .null,
            "to": change.new.map { json($0, newSigns) } ?? .null,
            "edits": .array(change.edits.map { .integer($0) }),
        ]
    }

    private func json(_ cell: Harmonization.Cell, _ signs: Signs) -> JSONValue {
        .object(
            signs.json(cell.progress) + [
                .init("divergent", .bool(cell.isDivergent)), .init("contradicted", .bool(cell.isContradicted)),
                .init("stale", .bool(cell.isStale)), .init("overdue", .bool(cell.isOverdue)),
            ])
    }

    private func json(_ edit: Edit) -> JSONValue {
        [
            "subject": .string(edit.subject.rawValue), "change": .string(edit.change.rawValue),
            "forum": .text(edit.forum), "commitment": .text(edit.commitment), "party": .text(edit.party),
            "item": .text(edit.item), "from": .text(edit.old), "to": .text(edit.new), "place": .text(edit.place),
        ]
    }
}
