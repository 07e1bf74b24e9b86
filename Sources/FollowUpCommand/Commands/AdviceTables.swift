import FollowUpModel
import ForumKit
import ForumKitTesting
import ForumWorkspace
import JSON
import Localization

// Advice on a forum's files, as tables and as JSON.
extension ContractView {
    private var signs: Signs { Signs(scale: scale, texts: texts) }

    /// One section for each kind of advice of which there is any.
    var adviceSections: [Presentation.Section] {
        var sections: [Presentation.Section] = []
        if !advice.merged.isEmpty {
            sections.append(Presentation.Section(heading: texts[.wordsMerged], table: mergedTable))
        }
        if !advice.unused.isEmpty {
            sections.append(
                Presentation.Section(
                    heading: texts[.wordsUnused], lines: [advice.unused.joined(separator: " · ")]))
        }
        if !advice.unexplained.isEmpty {
            sections.append(
                Presentation.Section(
                    heading: texts[.wordsUnexplained], lines: [advice.unexplained.joined(separator: " · ")]))
        }
        if !advice.missing.isEmpty {
            sections.append(Presentation.Section(heading: texts[.textsMissing], table: missingTable))
        }
        if !advice.drifting.isEmpty {
            sections.append(Presentation.Section(heading: texts[.textsDrifting], table: driftTable))
        }
        return sections
    }

    private var mergedTable: Table {
        var table = Table([
            Table.Column(texts[.level]), Table.Column(texts[.terminalWord], .wrappable(minimum: 24)),
        ])
        for merged in advice.merged {
            table.add([
                Cell("\(signs.mark(merged.progress).trimmingEnd) \(signs.name(merged.progress))"),
                Cell((merged.round.map { "\($0): " } ?? "") + merged.words.joined(separator: " · ")),
            ])
        }
        return table
    }

    private var missingTable: Table {
        var languages: [Language] = []
        for missing in advice.missing where !languages.contains(missing.language) { languages.append(missing.language) }
        var table = Table(
            [Table.Column(texts[.texts]), Table.Column(texts[.total], alignment: .right)]
                + languages.map { Table.Column("\(texts[.missing]) \($0)", alignment: .right) })
        for kind in ForumAdvice.TextKind.allCases {
            let own = advice.missing.filter { $0.kind == kind }
            guard let total = own.first?.total else { continue }
            table.add(
                [Cell(texts[kind]), Cell(count: total)]
                    + languages.map { language in
                        Cell(count: own.first { $0.language == language }?.count ?? 0)
                    })
        }
        return table
    }

    private var driftTable: Table {
        var table = Table([
            Table.Column(texts[.texts]), Table.Column(texts[.code], .wrappable(minimum: 16)),
            Table.Column(texts[.languages], .wrappable(minimum: 24)),
        ])
        for drift in advice.drifting {
            let told = drift.wordings.map {
                "\($0.language): \($0.facts.isEmpty ? "–" : $0.facts.joined(separator: ", "))"
            }
            table.add([
                Cell(texts[drift.kind]), Cell(drift.owner), Cell(told.joined(separator: " · ")),
            ])
        }
        return table
    }
}
