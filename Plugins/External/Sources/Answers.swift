import Diagnostics
import FollowUpModel
import ForumKit

/// Reads what a program has answered and believes none of it unchecked.
struct Answers {
    private let lines: [ArraySlice<UInt8>]
    private let requests: Requests
    private let place: SourceRange
    private let known: Set<String>
    /// The rules that the program has declared.
    private(set) var rules: [ModuleRule] = []
    /// The assessments of each commitment, in the order of the parties.
    private(set) var assessments: [CommitmentIndex: [Assessment]] = [:]
    private var declared: Set<String> = []
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
                answer, to: evidence, requests: requests, rules: known.union(declared), wrong: wrong
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
        guard document.member("type") == "error" else { return document }
        let message = document.member("message")?.quoted ?? "nothing"
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
        guard hello.member("type") == "hello", let version = hello.member("protocol") else {
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
        guard case .array(let rules) = hello.member("rules") ?? [] else { throw wrong("'rules' is a list") }
        for rule in rules { try readRule(rule) }
    }

    private mutating func readRule(_ rule: JSONValue) throws(ModuleFailure) {
        guard case .string(let id) = rule.member("id") ?? .null, id.isKebabCase else {
            throw wrong("a rule has an 'id' of small letters, digits and hyphens, not \(rule.member("id").quoted)")
        }
        guard !known.contains(id), declared.insert(id).inserted else {
            throw wrong("the rule '\(id)' exists already")
        }
        guard case .object(let wordings) = rule.member("text") ?? .null, !wordings.isEmpty else {
            throw wrong("the rule '\(id)' has no 'text' by language")
        }
        var text = LocalizedText([])
        for wording in wordings {
            guard case .string(let words) = wording.value, !words.isEmpty else {
                throw wrong("the rule '\(id)' has no text in the language '\(wording.name)'")
            }
            text.wordings.append(.init(Language(wording.name), words))
        }
        switch rule.member("source") ?? .null {
        case .string(let source): rules.append(ModuleRule(id, text, source: source))
        case .null: rules.append(ModuleRule(id, text))
        default: throw wrong("the source of the rule '\(id)' is a text")
        }
    }
}

/// One answer, held against the commitment that was asked about.
private struct Answer {
    let document: JSONValue
    let evidence: CommitmentEvidence
    let requests: Requests
    let rules: Set<String>
    let wrong: (String) -> ModuleFailure

    init(
        _ document: JSONValue, to evidence: CommitmentEvidence, requests: Requests, rules: Set<String>,
        wrong: @escaping (String) -> ModuleFailure
    ) {
        self.document = document
        self.evidence = evidence
        self.requests = requests
        self.rules = rules
        self.wrong = wrong
    }

    /// One assessment for each party that was asked about, in their order.
    func assessments() throws(ModuleFailure) -> [Assessment] {
        let id = evidence.commitment.id
        guard document.member("type") == "assessments" else {
            throw wrong("expected is an answer of type 'assessments', not \(document.member("type").quoted)")
        }
        guard document.member("commitment") == .string(id) else {
            throw wrong("expected is the answer for '\(id)', not for \(document.member("commitment").quoted)")
        }
        guard case .array(let items) = document.member("assessments") ?? .null else {
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
        guard case .string(let id) = item.member("party") ?? .null, let party = evidence.forum.parties.index(of: id),
            evidence.addressed.contains(party)
        else { throw wrong("\(item.member("party").quoted) is no party that was asked about") }
        guard case .string(let word) = item.member("standing") ?? .null, let standing = Standing(rawValue: word) else {
            throw wrong("\(id) has the standing \(item.member("standing").quoted), which doesn't exist")
        }
        let progress = try progress(item, of: id)
        let basis = Basis(
            standingRule: try rule("standingRule", item, of: id), progressRule: try rule("progressRule", item, of: id),
            report: try report(item, of: id, party))
        return Assessment(
            party: party, standing: standing, progress: progress,
            isOverdue: try isOverdue(item, of: id, standing, progress),
            basis: basis)
    }

    private func progress(_ item: JSONValue, of party: String) throws(ModuleFailure) -> Progress {
        switch (item.member("progress") ?? .null, item.member("nothing") ?? .null) {
        case (.string("contrary"), .null): return .contrary
        case (.string(let word), .null):
            guard let level = requests.evidence.scale.level(named: word) else {
                throw wrong("\(party) has the level '\(word)', which the progress scale doesn't have")
            }
            return .level(level)
        case (.null, .string(let word)):
            guard let kind = KindOfNothing(rawValue: word) else {
                throw wrong("\(party) has the kind of nothing '\(word)', which doesn't exist")
            }
            return .nothing(kind)
        default: throw wrong("\(party) needs either 'progress' or 'nothing', as a text")
        }
    }

    private func rule(_ member: String, _ item: JSONValue, of party: String) throws(ModuleFailure) -> String {
        guard case .string(let id) = item.member(member) ?? .null, rules.contains(id) else {
            throw wrong("'\(member)' of \(party) is \(item.member(member).quoted), which no hello has declared")
        }
        return id
    }

    private func report(_ item: JSONValue, of id: String, _ party: PartyIndex) throws(ModuleFailure) -> ReportIndex? {
        guard let member = item.member("report"), member != .null else { return nil }
        let given = evidence.reports(on: party).map(\.index) + evidence.reportsOnForum.map(\.index)
        guard case .string(let name) = member, let report = requests.reports[name], given.contains(report) else {
            throw wrong("\(id) rests on the report \(member.quoted), which was not given for it")
        }
        return report
    }

    private func isOverdue(
        _ item: JSONValue, of party: String, _ standing: Standing, _ progress: Progress
    ) throws(ModuleFailure) -> Bool {
        switch item.member("overdue") ?? .null {
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
