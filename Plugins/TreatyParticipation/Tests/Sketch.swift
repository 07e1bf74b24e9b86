import Diagnostics
import FollowUpModel
import ForumKit
import TreatyParticipation

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

private let nowhere = SourceRange.wholeFile(FileID(rawValue: 0))

/// The made-up words of a made-up forum.
enum Word: String, CaseIterable {
    case notAParty = "not a party"
    case signed, ratified, acceded, succeeded, denounced, withdrew, returned
    case entered = "entered into force"
    case annulled = "denunciation annulled"
    case party = "is a party"
    case applied

    var progress: Progress? {
        switch self {
        case .notAParty: .level(.init(rank: 0))
        case .signed: .level(.init(rank: 1))
        case .applied, .ratified, .acceded, .succeeded, .party: .level(.init(rank: 3))
        case .denounced, .withdrew, .returned, .entered, .annulled: .nothing(.reportedWithoutStatus)
        }
    }

    var standing: Standing? {
        switch self {
        case .notAParty: .invited
        case .signed: .pending
        case .ratified, .acceded, .succeeded, .party: .bound
        default: nil
        }
    }

    var act: LegalAct? {
        switch self {
        case .signed: .signature
        case .ratified, .acceded, .succeeded: .consent
        case .denounced: .denunciation
        case .withdrew: .withdrawal
        case .returned: .return
        case .entered: .entryIntoForce
        case .annulled: .cancellation
        case .notAParty, .party, .applied: nil
        }
    }

    static var vocabulary: Vocabulary {
        Vocabulary(
            allCases.map {
                StatusWord(
                    word: $0.rawValue, progress: $0.progress, standing: $0.standing, act: $0.act, origin: nowhere)
            })
    }
}

/// A made-up forum with one commitment, on a scale of four levels; XAA, XBB, … are codes left to private use.
struct Sketch {
    var commitment: Commitment
    private(set) var forum: ForumDefinition
    private var reports = ReportTable()

    init(_ members: [(code: String, since: PartialDate?)], _ commitment: Commitment = Self.text()) {
        self.commitment = commitment
        forum = ForumDefinition(
            id: "made-up", module: "treaty-participation",
            name: LocalizedText([.init(.english, "Made up")]), kind: .treatyCollection, vocabulary: Word.vocabulary,
            origin: nowhere)
        forum.memberships = members.map {
            Membership(
                country: $0.code, standing: .member, interval: DatedInterval(since: $0.since), origin: nowhere)
        }
        forum.parties = PartyTable(
            members.map(\.code).sorted().enumerated().map { .country(CountryIndex($0), code: $1) })
    }

    static func text() -> Commitment {
        var commitment = Commitment(
            id: "T", title: LocalizedText([.init(.english, "Made up")]), legalForce: .binding, origin: nowhere)
        commitment.binding = .consenting
        return commitment
    }

    mutating func except(_ kind: CommitmentException.Kind, _ code: String, since: PartialDate) {
        commitment.exceptions.append(
            CommitmentException(
                party: code, kind: kind, interval: DatedInterval(since: since), articles: [], note: nil,
                confidence: nil, sources: [], origin: nowhere))
    }

    mutating func report(
        _ word: Word, _ date: PartialDate, on code: String = "XAA", kind: DateKind = .event,
        by voice: Voice = .secretariat, partial: Bool = false
    ) {
        guard let place = Word.allCases.firstIndex(of: word) else { preconditionFailure("a word is one of its cases") }
        reports.append(
            ReportRow(
                commitment: CommitmentIndex(0), party: party(code), status: StatusIndex(place), date: date,
                dateKind: kind, voice: voice, isPartial: partial),
            at: ReportPlace(file: 0, offset: reports.count))
    }

    func party(_ code: String) -> PartyIndex {
        guard let party = forum.parties.index(of: code) else { preconditionFailure("'\(code)' is no party") }
        return party
    }

    func evidence(asOf day: CalendarDay) -> CommitmentEvidence {
        CommitmentEvidence(
            commitment: commitment, index: CommitmentIndex(0), roll: RollCall(of: forum, on: day), scaleTop: 3,
            reports: EvidenceIndex(
                reports: reports, commitmentCount: 1, partyCount: forum.parties.parties.count, asOf: day))
    }

    var module: TreatyParticipationModule {
        var diagnostics: [Diagnostic] = []
        return TreatyParticipationModule(forum: forum, options: OptionValues(), diagnostics: &diagnostics)
    }

    /// How the module reads one party on a day; nil when it is not addressed.
    func reading(_ code: String = "XAA", asOf day: CalendarDay) -> Assessment? {
        module.assess(evidence(asOf: day)).first { $0.party == party(code) }
    }

    /// A treaty among XAA, XBB and XCC.
    static func treaty(_ entry: EntryIntoForce?, inForce: PartialDate?, adopted: PartialDate? = nil) -> Sketch {
        var commitment = text()
        commitment.entryIntoForce = entry
        commitment.inForce = inForce
        commitment.adopted = adopted
        return Sketch([("XAA", nil), ("XBB", nil), ("XCC", nil)], commitment)
    }
}
