import FollowUpModel
import ForumKit
import ForumKitTesting
import ForumWorkspace
import Localization

// Advice on a forum's files, as tables.
extension ContractView {
    private var advice: ForumAdvice { whole.advice }

    /// One section for each kind of advice of which there is any.
    var adviceSections: [Presentation.Section] {
        [
            .ifAny(texts[.wordsMerged], mergedTable), list(texts[.wordsUnused], advice.unused),
            list(texts[.wordsUnexplained], advice.unexplained), .ifAny(texts[.textsMissing], missingTable),
            .ifAny(texts[.textsDrifting], driftTable),
        ].compactMap(\.self)
    }

    private func list(_ heading: String, _ words: [String]) -> Presentation.Section? {
        words.isEmpty ? nil : Presentation.Section(heading: heading, lines: [words.joined(separator: " · ")])
    }

    private var mergedTable: Table {
        let signs = Signs(scale: whole.scale, texts: texts)
        return Table(advice.merged) {
            Column(texts[.level]) { signs.cell($0.progress).text }
            Column(texts[.terminalWord], .wrappable(minimum: 24)) { merged in
                (merged.round.map { "\($0): " } ?? "") + merged.words.joined(separator: " · ")
            }
        }
    }

    private var missingTable: Table {
        let kinds = Dictionary(grouping: advice.missing, by: \.kind)
        let rows = ForumAdvice.TextKind.allCases.compactMap { kinds[$0] }
        var languages: [Language] = []
        for missing in advice.missing where !languages.contains(missing.language) { languages.append(missing.language) }
        let counts = languages.map { language in
            Column<[ForumAdvice.Missing]>("\(texts[.missing]) \(language)") { row in
                row.first { $0.language == language }?.count ?? 0
            }
        }
        return Table(rows) {
            Column(texts[.texts]) { texts[$0[0].kind] }
            Column(texts[.total]) { $0[0].total }
            counts
        }
    }

    private var driftTable: Table {
        Table(advice.drifting) {
            Column(texts[.texts]) { texts[$0.kind] }
            Column(texts[.code], .wrappable(minimum: 16)) { $0.owner }
            Column(texts[.languages], .wrappable(minimum: 24)) { drift in
                drift.wordings.map { "\($0.language): \($0.facts.isEmpty ? "–" : texts.list($0.facts))" }
                    .joined(separator: " · ")
            }
        }
    }
}
