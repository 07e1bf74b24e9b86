import FollowUpModel
import ForumKit
import JSON

/// What a program is told of a forum, line by line, and what its answers are held against.
struct Requests {
    /// The version of the exchange.
    static let protocolName = "followup-module/1"

    /// The forum.
    let evidence: ForumEvidence
    /// The ids of all reports that were sent, and which reports they name.
    private(set) var reports: [String: ReportIndex] = [:]
    /// The lines, each one JSON document.
    private(set) var lines: [UInt8] = []

    init(_ evidence: ForumEvidence) {
        self.evidence = evidence
        let words = evidence.forum.statusWords
        add(["type": "hello", "protocol": .string(Self.protocolName)])
        add(forum(words))
        for commitment in evidence.commitments { add(assess(commitment, words)) }
        add(["type": "end"])
    }

    private mutating func add(_ document: JSONValue) {
        lines += document.utf8(indented: false)
        lines.append(0x0A)
    }

    private func forum(_ words: [StatusWord]) -> JSONValue {
        let forum = evidence.forum
        return [
            "type": "forum", "id": .string(forum.id), "name": Self.json(forum.name),
            "kind": .string(forum.kind.rawValue), "asOf": .string(evidence.asOf.description),
            "dormantSince": .text(forum.dormantSince?.description),
            "scale": .array(evidence.scale.levels.map { .string($0.id) }),
            "voices": .array(forum.voices.map { .string($0.rawValue) }),
            "words": .array(words.map(json)),
            "parties": .array(
                forum.parties.parties.map {
                    ["party": .string($0.id), "kind": $0.country == nil ? "organ" : "country"]
                }),
            "groups": .array(
                forum.groups.map {
                    ["id": .string($0.id), "members": .array($0.members.map(JSONValue.string))]
                }),
        ]
    }

    private func json(_ word: StatusWord) -> JSONValue {
        let progress = json(word.progress)
        return [
            "word": .string(word.word), "code": .text(word.code), "progress": progress.progress,
            "nothing": progress.nothing, "standing": .text(word.standing?.rawValue), "act": .text(word.act?.rawValue),
        ]
    }

    /// A word on progress as two members, of which at most one isn't null.
    private func json(_ progress: Progress?) -> (progress: JSONValue, nothing: JSONValue) {
        switch progress {
        case .level(let level): (.string(evidence.scale[level].id), .null)
        case .contrary: ("contrary", .null)
        case .missing(let kind): (.null, .string(kind.rawValue))
        case nil: (.null, .null)
        }
    }

    private mutating func assess(_ evidence: CommitmentEvidence, _ words: [StatusWord]) -> JSONValue {
        var parties: [JSONValue] = []
        for party in evidence.addressed {
            let standing = evidence.roll.standing(of: party, in: evidence.commitment)
            parties.append([
                "party": .string(evidence.forum.parties[party].id),
                "membership": .text(evidence.roll.standing(of: party)?.rawValue),
                "standing": .string(standing.standing.rawValue), "standingRule": .string(standing.rule.rawValue),
                "reports": .array(evidence.reports(on: party).map { json($0, words) }),
                "deadlines": .array(evidence.deadlines(on: party).map { json($0, words) }),
            ])
        }
        return [
            "type": "assess", "commitment": Self.json(evidence.commitment), "parties": .array(parties),
            "forumReports": .array(evidence.reportsOnForum.map { json($0, words) }),
        ]
    }

    private mutating func json(_ report: Report, _ words: [StatusWord]) -> JSONValue {
        let details = report.details
        // A report without an id of its own is named by its place, which no id can look like.
        let id = details.id ?? "#\(report.index.rawValue + 1)"
        reports[id] = report.index
        let word = words[Int(report.status.rawValue)]
        let fields = evidence.forum.reportFields.map(\.name).compactMap { name in
            details.fields[name].map { JSONValue.Member(name, .string($0)) }
        }
        return [
            "id": .string(id), "word": .string(word.word), "act": .text(word.act?.rawValue),
            "date": .string(report.date.description), "dateKind": .string(report.dateKind.rawValue),
            "voice": .string(report.voice.rawValue), "confidence": .string(report.confidence.rawValue),
            "partial": .bool(report.isPartial), "scope": .text(details.scope), "wording": .text(details.wording),
            "evidence": .text(details.evidence), "sources": .array(details.sources.map(JSONValue.string)),
            "note": .text(details.note), "fields": .object(fields),
        ]
    }
}

extension Requests {
    private static func json(_ text: LocalizedText) -> JSONValue {
        .object(text.wordings.map { .init($0.language.code, .string($0.text)) })
    }

    private static func json(_ commitment: Commitment) -> JSONValue {
        [
            "id": .string(commitment.id), "number": .text(commitment.number),
            "instrument": .text(commitment.instrument), "title": json(commitment.title),
            "adopted": .text(commitment.adopted?.description), "legalForce": .string(commitment.legalForce.rawValue),
            "form": .text(commitment.form), "binding": .string(commitment.binding.rawValue),
            "addressees": .array(commitment.addressees.map(JSONValue.string)),
            "deadline": commitment.deadline.map(json) ?? .null,
            "exceptions": .array(commitment.exceptions.map(json)), "links": .array(commitment.links.map(json)),
            "inForce": .text(commitment.inForce?.description), "round": .text(commitment.round),
            "fields": .object(commitment.fields.map { .init($0.name, .string($0.value)) }),
        ]
    }

    private static func json(_ deadline: Deadline) -> JSONValue {
        var members: [JSONValue.Member] = []
        switch deadline.reading {
        case .date(let date): members = [.init("date", .string(date.description))]
        case .horizon(let date): members = [.init("horizon", .string(date.description))]
        case .recurring(let recurrence):
            members = [
                .init("from", .string(recurrence.anchor.description)),
                .init("everyMonths", .integer(recurrence.months)),
            ]
        case .unread: break
        }
        return .object(members + [.init("phrase", .text(deadline.phrase))])
    }

    private static func json(_ exception: CommitmentException) -> JSONValue {
        [
            "party": .string(exception.party), "kind": .string(exception.kind.rawValue),
            "since": .text(exception.interval.since?.description),
            "until": .text(exception.interval.until?.description),
            "articles": .array(exception.articles.map(JSONValue.string)),
        ]
    }

    private static func json(_ link: CommitmentLink) -> JSONValue {
        ["to": .string(link.to), "kind": .string(link.kind.rawValue)]
    }
}
