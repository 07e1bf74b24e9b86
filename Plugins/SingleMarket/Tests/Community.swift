import Diagnostics
import FollowUpModel
import ForumKit

@testable import SingleMarket

// Builders for a made-up community; its members bear the codes of real countries so that vectors read as they are
// written, its norms and reports are made up unless a test says otherwise.

extension PartialDate: ExpressibleByStringLiteral {
    init(stringLiteral text: String) {
        guard let date = PartialDate(text) else { preconditionFailure("'\(text)' is no date") }
        self = date
    }
}

extension CalendarDay: ExpressibleByStringLiteral {
    init(stringLiteral text: String) {
        guard let date = PartialDate(text), date.precision == .day else { preconditionFailure("'\(text)' is no day") }
        self = date.earliest
    }
}

extension LegalDate {
    init(text: PartialDate) { self.init(text) }
}

let nowhere = SourceRange.wholeFile(FileID(rawValue: 0))

struct Word {
    var text: String
    var rank: Int?
    var standing: Standing?
    var act: LegalAct?
}

/// One forum with one commitment and its reports.
struct Community {
    var forum: ForumDefinition
    var commitment = Commitment(
        id: "N", title: LocalizedText([.init(.english, "Made up")]), legalForce: .binding, origin: nowhere)
    var options: [String: String] = ["market": "csme"]
    private var reports = ReportTable()
    private var codes: Set<String> = []
    private let words: [Word]
    static let top = 3

    init(_ words: [Word], members: [String]) {
        self.words = words
        let vocabulary = Vocabulary(
            words.map {
                StatusWord(
                    word: $0.text, progress: $0.rank.map { .level(.init(rank: $0)) }, standing: $0.standing,
                    act: $0.act,
                    origin: nowhere)
            })
        forum = ForumDefinition(
            id: "made-up", module: "m", name: LocalizedText([.init(.english, "Made up")]), kind: .treatyOrganisation,
            vocabulary: vocabulary, origin: nowhere)
        forum.organs = [Organ(id: "forum", name: forum.name, kind: .forum, origin: nil)]
        for code in members { join(code, since: "1991-03-26") }
    }

    mutating func join(
        _ code: String, as standing: MembershipStanding = .member, since: PartialDate, until: PartialDate? = nil,
        suspended: DatedInterval? = nil, adoption: DatedInterval? = nil
    ) {
        forum.memberships.append(
            Membership(
                country: code, standing: standing, interval: DatedInterval(since: since, until: until),
                suspensions: suspended.map { [Self.spell($0)] } ?? [], adoptionPeriod: adoption.map(Self.spell),
                origin: nowhere))
        codes.insert(code)
        let countries = codes.sorted().enumerated().map { Party.country(CountryIndex($0), code: $1) }
        forum.parties = PartyTable(countries + [.organ(id: "forum")])
    }

    mutating func group(_ id: String, _ members: [String]) {
        forum.groups.append(MemberGroup(id: id, name: forum.name, members: members, origin: nowhere))
    }

    private static func spell(_ interval: DatedInterval) -> MembershipSpell {
        MembershipSpell(interval: interval, note: nil, confidence: nil, sources: [], origin: nowhere)
    }

    /// Sets the clause.
    mutating func enters(_ clause: EntryIntoForce.Clause, _ change: (inout EntryIntoForce) -> Void = { _ in }) {
        var entry = EntryIntoForce(clause: clause)
        change(&entry)
        commitment.entryIntoForce = entry
    }

    mutating func except(_ kind: CommitmentException.Kind, _ party: String, _ interval: DatedInterval) {
        commitment.exceptions.append(
            CommitmentException(
                party: party, kind: kind, interval: interval, articles: [], note: nil, confidence: nil, sources: [],
                origin: nowhere))
    }

    mutating func report(
        _ word: String, _ party: String, _ date: PartialDate, kind: DateKind = .event, voice: Voice = .unstated
    ) {
        guard let status = words.firstIndex(where: { $0.text == word }) else {
            preconditionFailure("no word '\(word)'")
        }
        reports.append(
            ReportRow(
                commitment: CommitmentIndex(0), party: self.party(party), status: StatusIndex(status), date: date,
                dateKind: kind, voice: voice),
            at: ReportPlace(file: 0, offset: reports.count))
    }

    func party(_ code: String) -> PartyIndex {
        guard let party = forum.parties.index(of: code) else { preconditionFailure("no party '\(code)'") }
        return party
    }

    var module: SingleMarketModule {
        var diagnostics: [Diagnostic] = []
        return SingleMarketModule(forum: forum, options: OptionValues(options), diagnostics: &diagnostics)
    }

    func evidence(_ day: CalendarDay) -> CommitmentEvidence {
        CommitmentEvidence(
            commitment: commitment, index: CommitmentIndex(0), roll: RollCall(of: forum, on: day), scaleTop: Self.top,
            reports: EvidenceIndex(
                reports: reports, commitmentCount: 1, partyCount: forum.parties.parties.count, asOf: day))
    }

    func assess(_ day: CalendarDay) -> [String: Assessment] {
        let all = module.assess(evidence(day))
        let known = Set(SingleMarketModule.metadata.rules.map(\.id))
        for assessment in all {
            precondition(known.contains(assessment.basis.standingRule), "no rule \(assessment.basis.standingRule)")
            precondition(known.contains(assessment.basis.progressRule), "no rule \(assessment.basis.progressRule)")
        }
        return Dictionary(uniqueKeysWithValues: all.map { (forum.parties[$0.party].id, $0) })
    }

    func inForce(_ day: CalendarDay) -> String? { module.inForce(evidence(day))?.description }

    func obligations(_ day: CalendarDay) -> [String: Obligation] {
        let evidence = evidence(day)
        let all = module.obligations(evidence, module.assess(evidence))
        return Dictionary(uniqueKeysWithValues: all.map { (forum.parties[$0.party].id, $0) })
    }
}
