import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization

extension ExplanationView {
    /// The documented document of `explain --format json`.
    var json: JSONValue {
        [
            "asOf": .string(snapshot.options.asOf.description), "country": .string(country.code),
            "line": .string(target.id),
            "title": .string(snapshot.workspace.framework.title(of: explanation.target).text(for: language)),
            "cell": explanation.cell.json(of: country.code, signs), "rule": .string(explanation.rule.rawValue),
            "parts": .array(
                explanation.parts.map {
                    [
                        "line": .string(snapshot.workspace.framework[$0.target].id),
                        "cell": $0.cell.json(of: country.code, signs),
                    ]
                }), "contributions": .array(explanation.contributions.map(json)),
            "notAsked": .array(
                explanation.notAsked.map {
                    [
                        "forum": .string($0.forum.forum.definition.id), "commitment": .string($0.commitment.id),
                    ]
                }), "rejected": .integer(snapshot.rejected), "failures": snapshot.failuresJSON,
        ]
    }

    private func json(_ item: ExplainedContribution) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("forum", .string(item.forum.forum.definition.id)), .init("commitment", .string(item.commitment.id)),
            .init("number", .text(item.commitment.number)),
            .init("title", .string(item.commitment.title.text(for: language))),
            .init("relation", .string(item.contribution.relation.rawValue)),
            .init("alignments", .array(item.alignments.map(json))), .init("use", .string(item.use.code)),
        ]
        switch item.use {
        case .counted(let weight): members.append(.init("weight", .integer(weight)))
        case .sameEvidence: members.append(.init("sameEvidenceAs", .text(item.twin?.id)))
        case .silent, .outside: break
        }
        let progress = item.assessment.progress
        members += [
            .init("standing", .string(item.assessment.standing.rawValue)),
            .init("standingRule", json(item.standingRule, item.assessment.basis.standingRule)),
            .init("progress", progress.nothing == nil ? .string(signs.code(progress)) : .null),
            .init("nothing", .text(progress.nothing?.rawValue)),
            .init("progressRule", json(item.progressRule, item.assessment.basis.progressRule)),
            .init("effect", .text(item.assessment.basis.effect?.description)),
            .init("reports", .array(item.reports.map(json))),
        ]
        return .object(members)
    }

    private func json(_ alignment: Alignment) -> JSONValue {
        [
            "to": .string(snapshot.workspace.framework[alignment.target].id),
            "relation": .string(alignment.relation.rawValue), "confidence": .string(alignment.confidence.rawValue),
            "place": .string(place(alignment.origin)), "note": .text(alignment.note),
        ]
    }

    private func json(_ rule: ModuleRule?, _ id: String) -> JSONValue {
        ["id": .string(id), "text": .text(rule?.text.text(for: language)), "source": .text(rule?.source)]
    }

    private func json(_ report: ExplainedReport) -> JSONValue {
        let word = report.word
        return [
            "id": .text(report.texts[.id]), "date": .string(report.row.date.description),
            "dateKind": .string(report.row.dateKind.rawValue), "use": .string(report.use.code),
            "word": .string(word.word), "wording": .text(report.texts[.wording]),
            "readAs": .text(word.progress.map(signs.code)), "fit": .text(word.fit?.rawValue),
            "reason": .text(word.reason?.text(for: language)), "declaredAt": .string(place(word.origin)),
            "voice": .string(report.row.voice.rawValue), "givenBy": .string(report.row.wordGiver.rawValue),
            "confidence": .string(report.row.confidence.rawValue), "scope": .text(report.texts[.scope]),
            "evidence": .text(report.texts[.evidence]), "place": .string(place(report.texts.range)),
            "sources": .array(report.texts.sources.map(JSONValue.string)), "note": .text(report.texts[.note]),
        ]
    }
}
