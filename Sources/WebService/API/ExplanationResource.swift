import Dashboard
import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization

/// Why a cell says what it says, down to file, line and source.
struct ExplanationItem: Codable, Sendable {
    /// A part of a measure.
    struct Part: Codable, Sendable {
        var target: String
        var progress: String?
        var nothing: String?
    }

    /// A rule of a forum's module.
    struct Rule: Codable, Sendable {
        var id: String
        var text: Wordings?
        var source: String?

        init(_ id: String, _ rule: ModuleRule?) {
            self.id = id
            text = rule.map { Wordings($0.text) }
            source = rule?.source
        }
    }

    /// How a commitment is aligned.
    struct Aligned: Codable, Sendable {
        var relation: String
        var confidence: String
        var place: String
        var note: String?
    }

    /// One report.
    struct Report: Codable, Sendable {
        var id: String?
        var date: String
        var dateKind: String
        var use: String
        var word: String
        var wording: String?
        var readAs: String?
        var fit: String?
        var reason: Wordings?
        var voice: String
        var givenBy: String
        var confidence: String
        var scope: String?
        var evidence: String?
        var place: String
        var sources: [String]
        var note: String?
    }

    /// One commitment's part.
    struct Contribution: Codable, Sendable {
        var forum: String
        var commitment: String
        var number: String?
        var title: Wordings
        var alignments: [Aligned]
        var use: String
        var weight: Int?
        var sameEvidenceAs: String?
        var standing: String
        var standingRule: Rule
        var progress: String?
        var nothing: String?
        var progressRule: Rule
        var effect: String?
        var overdue: Bool
        var reports: [Report]
    }

    /// A commitment that doesn't ask the country.
    struct NotAsked: Codable, Sendable {
        var forum: String
        var commitment: String
    }

    var cell: CellRow
    var title: Wordings
    var rule: String
    var parts: [Part]
    var contributions: [Contribution]
    var notAsked: [NotAsked]
}

extension Resource {
    static let cell = Resource.item(
        "cell", [.literal("cells"), .name(.country), .name(.target)], \.cell
    ) { query throws(PageFailure) in
        let (country, target) = (query.names["country"] ?? "", query.names["target"] ?? "")
        guard let index = query.framework.target(target), let explanation = query.picture.explanation(country, target),
            let cell = query.cell(index, explanation.country)
        else { throw .nothingHere }
        return query.item(explanation, cell)
    }
}

extension Query {
    fileprivate func item(_ explanation: Explanation, _ cell: CellRow) -> ExplanationItem {
        ExplanationItem(
            cell: cell, title: Wordings(framework.title(of: explanation.target)), rule: explanation.rule.rawValue,
            parts: explanation.parts.map {
                ExplanationItem.Part(
                    target: framework[$0.target].id, progress: scale.code(of: $0.cell.progress),
                    nothing: $0.cell.progress.nothing?.rawValue)
            }, contributions: explanation.contributions.map { contribution($0, in: explanation) },
            notAsked: explanation.notAsked.map {
                ExplanationItem.NotAsked(forum: $0.forum.forum.definition.id, commitment: $0.commitment.id)
            })
    }

    private func contribution(
        _ item: ExplainedContribution, in explanation: Explanation
    ) -> ExplanationItem.Contribution {
        var (weight, other): (Int?, String?) = (nil, nil)
        switch item.use {
        case .counted(let number): weight = number
        case .sameEvidence: other = item.twin?.id
        case .silent, .outside: break
        }
        let basis = item.assessment.basis
        return ExplanationItem.Contribution(
            forum: item.forum.forum.definition.id, commitment: item.commitment.id, number: item.commitment.number,
            title: Wordings(item.commitment.title),
            alignments: item.alignments.map {
                ExplanationItem.Aligned(
                    relation: $0.relation.rawValue, confidence: $0.confidence.rawValue, place: place($0.origin),
                    note: $0.note)
            }, use: item.use.code, weight: weight, sameEvidenceAs: other,
            standing: item.assessment.standing.rawValue,
            standingRule: ExplanationItem.Rule(basis.standingRule, item.standingRule),
            progress: scale.code(of: item.assessment.progress), nothing: item.assessment.progress.nothing?.rawValue,
            progressRule: ExplanationItem.Rule(basis.progressRule, item.progressRule),
            effect: basis.effect?.description, overdue: item.assessment.isOverdue, reports: item.reports.map(report))
    }

    private func report(_ report: ExplainedReport) -> ExplanationItem.Report {
        let word = report.word
        return ExplanationItem.Report(
            id: report.texts[.id], date: report.row.date.description, dateKind: report.row.dateKind.rawValue,
            use: report.use.code, word: word.word, wording: report.texts[.wording],
            readAs: word.progress.map { scale.code(of: $0) ?? $0.nothing?.rawValue ?? "" }, fit: word.fit?.rawValue,
            reason: word.reason.map { Wordings($0) }, voice: report.row.voice.rawValue,
            givenBy: report.row.wordGiver.rawValue,
            confidence: report.row.confidence.rawValue, scope: report.texts[.scope], evidence: report.texts[.evidence],
            place: place(report.texts.range), sources: report.texts.sources, note: report.texts[.note])
    }
}
