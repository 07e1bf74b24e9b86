import Diagnostics
import FollowUpModel
import ForumKit
import ForumKitTesting
import ForumWorkspace
import Languages

// Advice on a forum's files, as tables and as JSON.
extension ContractView {
    private var signs: Signs { Signs(scale: scale, language: language) }

    /// One section for each kind of advice of which there is any.
    var adviceSections: [Presentation.Section] {
        var sections: [Presentation.Section] = []
        if !advice.merged.isEmpty {
            sections.append(Presentation.Section(heading: catalogue.wordsMerged, table: mergedTable))
        }
        if !advice.unused.isEmpty {
            sections.append(
                Presentation.Section(
                    heading: catalogue.wordsUnused, lines: [advice.unused.joined(separator: " · ")]))
        }
        if !advice.unexplained.isEmpty {
            sections.append(
                Presentation.Section(
                    heading: catalogue.wordsUnexplained, lines: [advice.unexplained.joined(separator: " · ")]))
        }
        if !advice.missing.isEmpty {
            sections.append(Presentation.Section(heading: catalogue.textsMissing, table: missingTable))
        }
        if !advice.drifting.isEmpty {
            sections.append(Presentation.Section(heading: catalogue.textsDrifting, table: driftTable))
        }
        return sections
    }

    private var mergedTable: Table {
        var table = Table([
            Table.Column(catalogue.level), Table.Column(catalogue.word, .wrappable(minimum: 24)),
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
        let languages = Catalogue.languages.filter { language in advice.missing.contains { $0.language == language } }
        var table = Table(
            [Table.Column(catalogue.texts), Table.Column(catalogue.total, alignment: .right)]
                + languages.map { Table.Column("\(catalogue.missing) \($0)", alignment: .right) })
        for kind in ForumAdvice.TextKind.allCases {
            let own = advice.missing.filter { $0.kind == kind }
            guard let total = own.first?.total else { continue }
            table.add(
                [Cell(catalogue.textKinds[kind]), Cell(count: total)]
                    + languages.map { language in
                        Cell(count: own.first { $0.language == language }?.count ?? 0)
                    })
        }
        return table
    }

    private var driftTable: Table {
        var table = Table([
            Table.Column(catalogue.texts), Table.Column(catalogue.code, .wrappable(minimum: 16)),
            Table.Column(catalogue.languages, .wrappable(minimum: 24)),
        ])
        for drift in advice.drifting {
            let told = drift.wordings.map {
                "\($0.language): \($0.facts.isEmpty ? "–" : $0.facts.joined(separator: ", "))"
            }
            table.add([
                Cell(catalogue.textKinds[drift.kind]), Cell(drift.owner), Cell(told.joined(separator: " · ")),
            ])
        }
        return table
    }

    /// The documented document of `test-module --format json`.
    var json: JSONValue {
        [
            "forum": .string(forum.definition.id), "module": .string(contract.metadata.name),
            "cases": .integer(contract.caseCount), "keepsContract": .bool(violations.isEmpty),
            "properties": .array(
                ContractProperty.allCases.map { property in
                    [
                        "property": .string(property.rawValue),
                        "text": .string(catalogue.contractProperties[property]),
                        "holds": .bool(!violations.contains { $0.property == property }),
                    ]
                }),
            "violations": .array(violations.map(json)), "advice": adviceJSON,
        ]
    }

    private func json(_ violation: ContractViolation) -> JSONValue {
        [
            "property": .string(violation.property.rawValue),
            "seed": violation.seed.map { .integer(Int($0)) } ?? .null, "finding": .string(violation.finding),
            "counterExample": .array(violation.counterExample.map { .string($0) }),
        ]
    }

    private var adviceJSON: JSONValue {
        [
            "merged": .array(
                advice.merged.map { merged in
                    [
                        "round": .text(merged.round), "level": .string(signs.code(merged.progress)),
                        "words": .array(merged.words.map { .string($0) }),
                    ]
                }),
            "unused": .array(advice.unused.map { .string($0) }),
            "unexplained": .array(advice.unexplained.map { .string($0) }),
            "missing": .array(
                advice.missing.map { missing in
                    [
                        "texts": .string(missing.kind.rawValue), "language": .string(missing.language.code),
                        "count": .integer(missing.count), "total": .integer(missing.total),
                    ]
                }),
            "drifting": .array(
                advice.drifting.map { drift in
                    [
                        "text": .string(drift.kind.rawValue), "of": .string(drift.owner),
                        "wordings": .array(
                            drift.wordings.map { telling in
                                [
                                    "language": .string(telling.language.code),
                                    "facts": .array(telling.facts.map { .string($0) }),
                                ]
                            }),
                    ]
                }),
        ]
    }
}
