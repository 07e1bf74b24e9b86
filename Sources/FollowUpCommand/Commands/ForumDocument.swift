import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization

extension ForumView {
    /// The document of `forum --format json`, stable in its first four members:
    /// `{"id","module","members":[{"country","standing","since"}],"commitments":[{"id","localId","legalForce",
    /// "inForce":null|date,"parties":[{"party","standing","reason","progress":null|level,"nothing":null|kind,"word",
    /// "date","overdue"}],"title","adopted","deadline":null|{"date","everyMonths","phrase"},"followedUp",
    /// "alignedTo":[{"to","relation","confidence"}]}],
    /// "asOf","name","kind","dormantSince","statusWords":[{"word","round","readAs","standing","fit","reason","uses"}],
    /// "rules":[{"id","topic","article","statement"}],"reports","coverage","rejected"}`.
    ///
    /// `localId` is the forum's own number; `reason` the id of the rule behind the standing; `readAs` a level, a kind
    /// of nothing or null; `members` has every country that is something to the forum on the day.
    var json: JSONValue {
        [
            "id": .string(definition.id), "module": .string(definition.module),
            "members": .array(
                members.map { code, standing in
                    [
                        "country": .string(code), "standing": .string(standing.rawValue),
                        "since": .text(definition.since(of: code, on: snapshot.asOf)?.description),
                    ]
                }), "commitments": .array(commitments.map(json)),
            "asOf": .string(snapshot.options.asOf.description), "name": .string(definition.name.text(for: language)),
            "kind": .string(definition.kind.rawValue), "dormantSince": .text(definition.dormantSince?.description),
            "statusWords": .array(statusWords), "rules": .array(rules),
            "reports": .integer(forum.forum.reports.count), "coverage": coverage.json,
            "rejected": .integer(snapshot.rejected),
        ]
    }

    private func json(_ commitment: Commitment, _ assessments: AssessmentList) -> JSONValue {
        [
            "id": .string(commitment.id), "localId": .text(commitment.number),
            "legalForce": .string(commitment.legalForce.rawValue), "inForce": .text(commitment.inForce?.description),
            "parties": .array(assessments.map(json)), "title": .string(commitment.title.text(for: language)),
            "adopted": .text(commitment.adopted?.description), "deadline": commitment.deadline?.json ?? .null,
            "followedUp": .bool(commitment.isTracked),
            "alignedTo": .array(
                commitment.alignments.map {
                    [
                        "to": .string(framework[$0.target].id), "relation": .string($0.relation.rawValue),
                        "confidence": .string($0.confidence.rawValue),
                    ]
                }),
        ]
    }

    private func json(_ assessment: Assessment) -> JSONValue {
        let members: [JSONValue.Member] = [
            .init("party", .string(definition.parties[assessment.party].id)),
            .init("standing", .string(assessment.standing.rawValue)),
            .init("reason", .string(assessment.basis.standingRule)),
        ]
        return .object(
            members + signs.json(assessment.progress)
                + [
                    .init("word", .text(forum.word(of: assessment)?.word)),
                    .init("date", .text(forum.date(of: assessment)?.description)),
                    .init("overdue", .bool(assessment.isOverdue)),
                ])
    }

    private var statusWords: [JSONValue] {
        let own = definition.vocabulary.words.map { ($0, String?.none) }
        let ofRounds = definition.rounds.flatMap { round in
            (round.vocabulary?.words ?? []).map { ($0, String?.some(round.id)) }
        }
        return zip(own + ofRounds, uses).map { entry, uses in
            let (word, round) = entry
            return [
                "word": .string(word.word), "round": .text(round), "readAs": .text(word.progress.map(signs.code)),
                "standing": .text(word.standing?.rawValue), "fit": .text(word.fit?.rawValue),
                "reason": .text(word.reason?.text(for: language)), "uses": .integer(uses),
            ]
        }
    }

    private var rules: [JSONValue] {
        definition.rules.map {
            [
                "id": .string($0.id), "topic": .string($0.topic.text(for: language)), "article": .text($0.article),
                "statement": .string($0.statement.text(for: language)),
            ]
        }
    }
}

extension Deadline {
    /// The deadline as documented: its date, horizon or first date; the months after which it comes back; its words.
    fileprivate var json: JSONValue {
        ["date": .text(firstDate?.description), "everyMonths": .count(months), "phrase": .text(phrase)]
    }
}
