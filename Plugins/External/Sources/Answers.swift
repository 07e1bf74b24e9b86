import Diagnostics
import FollowUpModel
import ForumKit
import JSON

/// Reads what a program has answered and believes none of it unchecked.
struct Answers {
    private let lines: [ArraySlice<UInt8>]
    private let requests: Requests
    private let place: SourceRange
    private let known: Set<RuleID>
    /// The rules that the program has declared.
    private(set) var rules: [ModuleRule] = []
    /// The assessments of each commitment, in the order of the parties.
    private(set) var assessments: [CommitmentIndex: [Assessment]] = [:]
    private var declared: Set<RuleID> = []
    private var line = 0

    init(_ output: [UInt8], to requests: Requests, place: SourceRange) {
        lines = output.split(separator: 0x0A).filter { line in line.contains { $0 != 0x20 && $0 != 0x0D } }
        self.requests = requests
        self.place = place
        known = Set(ExternalModule.metadata.rules.map(\.id))
    }

    mutating func read() throws(ModuleFailure) {
        try readHello(next(for: "hello"))
        for evidence in requests.evidence.commitments {
            let answer = try next(for: "commitment '\(evidence.commitment.id)'")
            assessments[evidence.index] = try Answer(
                document: answer, evidence: evidence, requests: requests, rules: known.union(declared), wrong: wrong
            ).assessments()
        }
        guard line == lines.count else {
            line += 1
            throw wrong("nothing more was asked")
        }
    }

    /// The document on the next line.
    private mutating func next(for request: String) throws(ModuleFailure) -> JSONValue {
        guard line < lines.count else {
            throw ModuleFailure(
                .error(
                    .moduleCrashed, at: place,
                    "the program ended after \(line) of \(requests.evidence.commitments.count + 1) answers; "
                        + "that to \(request) is missing"))
        }
        line += 1
        let document: JSONValue
        do throws(JSONSyntaxError) {
            document = try JSONValue(parsing: lines[line - 1])
        } catch {
            throw wrong("this is no JSON: \(error)")
        }
        guard document["type"] == "error" else { return document }
        let message = document["message"]?.quoted ?? "nothing"
        throw ModuleFailure(.error(.moduleCrashed, at: place, "the program gives up and says \(message)"))
    }

    private func wrong(_ reason: String) -> ModuleFailure {
        let text = lines.indices.contains(line - 1) ? String(decoding: lines[line - 1].prefix(200), as: UTF8.self) : ""
        return ModuleFailure(
            .error(
                .moduleAnswer, at: place, "line \(line) of the program's output: \(reason)",
                notes: text.isEmpty ? [] : [DiagnosticNote("the line begins: \(text)")]))
    }

    private mutating func readHello(_ hello: JSONValue) throws(ModuleFailure) {
        guard hello["type"] == "hello", let version = hello["protocol"] else {
            throw ModuleFailure(
                .error(
                    .moduleProtocol, at: place,
                    "the program doesn't begin with its hello and the protocol \(Requests.protocolName)",
                    help: "write {\"type\": \"hello\", \"protocol\": \"\(Requests.protocolName)\", \"rules\": []} first"
                ))
        }
        guard version == .string(Requests.protocolName) else {
            throw ModuleFailure(
                .error(
                    .moduleProtocol, at: place,
                    "the program speaks \(version.quoted); this program speaks '\(Requests.protocolName)'"))
        }
        guard case .array(let rules) = hello["rules"] ?? [] else { throw wrong("'rules' is a list") }
        for rule in rules { try readRule(rule) }
    }

    private mutating func readRule(_ rule: JSONValue) throws(ModuleFailure) {
        guard case .string(let id) = rule["id"] ?? .null, id.isKebabCase else {
            throw wrong("a rule has an 'id' of small letters, digits and hyphens, not \(rule["id"].quoted)")
        }
        guard !known.contains(RuleID(id)), declared.insert(RuleID(id)).inserted else {
            throw wrong("the rule '\(id)' exists already")
        }
        guard let text = try LocalizedText(rule["text"], of: "the rule '\(id)'", wrong) else {
            throw wrong("the rule '\(id)' has no 'text' by language")
        }
        switch rule["source"] ?? .null {
        case .string(let source): rules.append(ModuleRule(RuleID(id), text, source: source))
        case .null: rules.append(ModuleRule(RuleID(id), text))
        default: throw wrong("the source of the rule '\(id)' is a text")
        }
    }
}

extension LocalizedText {
    /// Reads a text by language; nil where there is none.
    fileprivate init?(
        _ value: JSONValue?, of owner: String, _ wrong: (String) -> ModuleFailure
    ) throws(ModuleFailure) {
        guard case .object(let wordings)? = value, !wordings.isEmpty else { return nil }
        self.init([])
        for wording in wordings {
            guard case .string(let words) = wording.value, !words.isEmpty else {
                throw wrong("\(owner) has no text in the language '\(wording.name)'")
            }
            self.wordings.append(.init(Language(wording.name), words))
        }
    }
}

/// One answer, held against the commitment that was asked about.
private struct Answer {
    let document: JSONValue
    let evidence: CommitmentEvidence
    let requests: Requests
    let rules: Set<RuleID>
    let wrong: (String) -> ModuleFailure

    /// One assessment for each party that was asked about, in their order.
    func assessments() throws(ModuleFailure) -> [Assessment] {
        let id = evidence.commitment.id
        guard document["type"] == "assessments" else {
            throw wrong("expected is an answer of type 'assessments', not \(document["type"].quoted)")
        }
        guard document["commitment"] == .string(id) else {
            throw wrong("expected is the answer for '\(id)', not for \(document["commitment"].quoted)")
        }
        guard case .array(let items) = document["assessments"] ?? .null else {
            throw wrong("'assessments' is a list")
        }
        var byParty: [PartyIndex: Assessment] = [:]
        for item in items {
            let assessment = try assessment(item)
            guard byParty.updateValue(assessment, forKey: assessment.party) == nil else {
                throw wrong("\(name(assessment.party)) is assessed twice")
            }
        }
        var assessments: [Assessment] = []
        for party in evidence.addressed {
            guard let assessment = byParty[party] else { throw wrong("\(name(party)) is not assessed") }
            assessments.append(assessment)
        }
        return assessments
    }

    private func name(_ party: PartyIndex) -> String { evidence.forum.parties[party].id }

    private func assessment(_ item: JSONValue) throws(ModuleFailure) -> Assessment {
        guard case .string(let id) = item["party"] ?? .null, let party = evidence.forum.parties.index(of: id),
            evidence.addressed.contains(party)
        else { throw wrong("\(item["party"].quoted) is no party that was asked about") }
        guard case .string(let word) = item["standing"] ?? .null, let standing = Standing(rawValue: word) else {
            throw wrong("\(id) has the standing \(item["standing"].quoted), which doesn't exist")
        }
        let progress = try progress(item, of: id)
        let basis = Basis(
            standingRule: try rule("standingRule", item, of: id), progressRule: try rule("progressRule", item, of: id),
            report: try report(item["report"], of: id, party),
            otherReports: try otherReports(item, of: id, party), figure: try figure(item, of: id))
        return Assessment(
            party: party, standing: standing, progress: progress,
            isOverdue: try isOverdue(item, of: id, standing, progress),
            basis: basis)
    }

    private func progress(_ item: JSONValue, of party: String) throws(ModuleFailure) -> Progress {
        switch (item["progress"] ?? .null, item["nothing"] ?? .null) {
        case (.string("contrary"), .null): return .contrary
        case (.string(let word), .null):
            guard let level = requests.evidence.scale.level(named: word) else {
                throw wrong("\(party) has the level '\(word)', which the progress scale doesn't have")
            }
            return .level(level)
        case (.null, .string(let word)):
            guard let kind = MissingReason(rawValue: word) else {
                throw wrong("\(party) has the kind of nothing '\(word)', which doesn't exist")
            }
            return .missing(kind)
        default: throw wrong("\(party) needs either 'progress' or 'nothing', as a text")
        }
    }

    private func rule(_ member: String, _ item: JSONValue, of party: String) throws(ModuleFailure) -> RuleID {
        guard case .string(let id) = item[member] ?? .null, rules.contains(RuleID(id)) else {
            throw wrong("'\(member)' of \(party) is \(item[member].quoted), which no hello has declared")
        }
        return RuleID(id)
    }

    private func report(
        _ member: JSONValue?, of id: String, _ party: PartyIndex
    ) throws(ModuleFailure) -> ReportIndex? {
        guard let member, member != .null else { return nil }
        let given = evidence.reports(on: party).map(\.index) + evidence.reportsOnForum.map(\.index)
        guard case .string(let name) = member, let report = requests.reports[name], given.contains(report) else {
            throw wrong("\(id) rests on the report \(member.quoted), which was not given for it")
        }
        return report
    }

    private func otherReports(
        _ item: JSONValue, of id: String, _ party: PartyIndex
    ) throws(ModuleFailure) -> [ReportIndex] {
        guard case .array(let members) = item["otherReports"] ?? [] else {
            throw wrong("'otherReports' of \(id) is a list")
        }
        var reports: [ReportIndex] = []
        for member in members { if let report = try report(member, of: id, party) { reports.append(report) } }
        return reports
    }

    /// The number that the reading turns on: `{"value": 3, "of": 4, "name": {"en": "…"}}`.
    private func figure(_ item: JSONValue, of party: String) throws(ModuleFailure) -> Figure? {
        guard let member = item["figure"], member != .null else { return nil }
        guard let name = try LocalizedText(member["name"], of: "'figure' of \(party)", wrong) else {
            throw wrong("'figure' of \(party) has no 'name' by language")
        }
        switch (member["value"], member["of"] ?? .null) {
        case (.integer(let count), .integer(let total)) where total >= 0 && (0...total).contains(count):
            return Figure(count, of: total, name)
        case (.integer(let value), .null): return Figure(Double(value), name)
        case (.number(let value), .null) where value.isFinite: return Figure(value, name)
        default: throw wrong("'figure' of \(party) needs a number as 'value', or a count 'of' a larger one")
        }
    }

    private func isOverdue(
        _ item: JSONValue, of party: String, _ standing: Standing, _ progress: Progress
    ) throws(ModuleFailure) -> Bool {
        switch item["overdue"] ?? .null {
        case .bool(let value): return value
        case .null: return (progress.rank ?? -1) < evidence.scaleTop && evidence.isOverdue(standing)
        default: throw wrong("'overdue' of \(party) is true or false")
        }
    }
}

extension JSONValue {
    /// A value as a message quotes it.
    var quoted: String {
        if case .string(let text) = self { "'\(text.prefix(120))'" } else { String(text(indented: false).prefix(120)) }
    }
}

extension JSONValue? {
    /// A value as a message quotes it; `nothing` where there is none.
    var quoted: String { self?.quoted ?? "nothing" }
}

extension String {
    /// Whether it is made of small letters and digits, with single hyphens between them.
    var isKebabCase: Bool {
        utf8.count <= 100
            && split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
            }
    }
}
