import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization

/// Why a cell says what it says, with the texts that read the same in all languages.
struct CellFacts: Sendable {
    /// One commitment's part.
    struct Contribution: Sendable {
        var explained: ExplainedContribution
        /// Where each alignment stands.
        var places: [String]
        /// Its reports.
        var reports: [Report]

        /// Whether it counts in the cell.
        var isUsed: Bool {
            if case .counted = explained.use { true } else { false }
        }
    }

    /// One report, as far as it is not translated.
    struct Report: Sendable {
        var explained: ExplainedReport
        var id: String?
        var date: String
        var wording: String?
        var scope: String?
        var note: String?
        var place: String
        var sources: [CellPage.Source]
    }

    let explanation: Explanation
    let contributions: [Contribution]

    init(_ explanation: Explanation, in snapshot: Snapshot) {
        let files = snapshot.workspace.sources
        func place(_ range: SourceRange) -> String {
            "\(files.pathBelowFolder(of: files[range.file])):\(range.start.line)"
        }
        self.explanation = explanation
        contributions = explanation.contributions.map { item in
            Contribution(
                explained: item, places: item.alignments.map { place($0.origin) },
                reports: item.reports.map { report in
                    let wording = report.texts[.wording]
                    return Report(
                        explained: report, id: report.texts[.id], date: report.row.date.description,
                        wording: wording == report.word.word ? nil : wording, scope: report.texts[.scope],
                        note: report.texts[.note], place: place(report.texts.range),
                        sources: report.texts.sources.map(CellPage.Source.init))
                })
        }
    }
}

extension CellPage.Source {
    /// A source with its address; only addresses of the web are links.
    init(_ text: String) {
        self.text = text
        guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return }
        href = String(text.unicodeScalars.prefix { $0.isASCII ? $0.value > 0x20 : !$0.properties.isWhitespace })
    }
}
