import Diagnostics
import FollowUpModel
import ForumKit

// Builders for made-up forums. Countries of made-up forums have codes that ISO 3166 leaves to private use (XAA, …).

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

let nowhere = SourceRange.wholeFile(FileID(rawValue: 0))

func text(_ text: String) -> LocalizedText { LocalizedText([.init(.english, text)]) }

/// The made-up status words of all made-up forums; the case's raw value is the word's index.
enum Word: Int, CaseIterable {
    case nothingDone, begun, advanced, done
    case stepBack
    /// Says how the party stands and nothing of progress.
    case noted
    case saidNothing, sealed, odd
    case ratified, signed, notAParty, letOff
    /// Says how the party stands only.
    case declaredBound

    static let top = 3

    var progress: Progress? {
        switch self {
        case .nothingDone: .level(.init(rank: 0))
        case .begun, .signed: .level(.init(rank: 1))
        case .advanced: .level(.init(rank: 2))
        case .done, .ratified: .level(.init(rank: 3))
        case .notAParty: .level(.init(rank: 0))
        case .stepBack: .contrary
        case .noted, .letOff, .declaredBound: nil
        case .saidNothing: .nothing(.reportedWithoutStatus)
        case .sealed: .nothing(.withheld)
        case .odd: .nothing(.unmapped)
        }
    }

    var standing: Standing? {
        switch self {
        case .ratified, .declaredBound: .bound
        case .signed: .pending
        case .notAParty: .invited
        case .letOff: .exempt
        default: nil
        }
    }

    static var vocabulary: Vocabulary {
        Vocabulary(
            allCases.map {
                StatusWord(word: "\($0)", progress: $0.progress, standing: $0.standing, origin: nowhere)
            })
    }
}

/// A made-up forum with its commitments and reports, built line by line.
struct SampleForum {
    var forum: ForumDefinition
    var commitments: [Commitment] = []
    var reports = ReportTable()
    private var codes: Set<String> = []

    /// A forum with these members since 2000, and a secretariat.
    init(members: String...) {
        forum = ForumDefinition(
            id: "made-up", module: "declarative", name: text("Made-up forum"), kind: .consensusForum,
            vocabulary: Word.vocabulary, origin: nowhere)
        forum.organs = [
            Organ(id: "secretariat", name: text("Secretariat"), kind: .secretariat, origin: nowhere),
            Organ(id: "presidency", name: text("Presidency"), kind: .presidency, origin: nowhere),
        ]
        seat()
        for code in members { join(code, since: "2000") }
    }

    mutating func join(
        _ code: String, as standing: MembershipStanding = .member, since: PartialDate? = nil,
        until: PartialDate? = nil, suspended: DatedInterval? = nil, absent: DatedInterval? = nil
    ) {
        forum.memberships.append(
            Membership(
                country: code, standing: standing, interval: DatedInterval(since: since, until: until),
                suspensions: suspended.map { [Self.spell($0)] } ?? [],
                absences: absent.map { [Self.spell($0)] } ?? [], origin: nowhere))
        know(code)
    }

    /// Makes a country a party without any membership.
    mutating func know(_ code: String) {
        codes.insert(code)
        seat()
    }

    mutating func group(_ id: String, _ members: String...) {
        forum.groups.append(MemberGroup(id: id, name: text(id), members: members, origin: nowhere))
    }

    private static func spell(_ interval: DatedInterval) -> MembershipSpell {
        MembershipSpell(interval: interval, note: nil, confidence: nil, sources: [], origin: nowhere)
    }

    /// Countries by code, then organs.
    private mutating func seat() {
        let countries = codes.sorted().enumerated().map { Party.country(CountryIndex($0), code: $1) }
        forum.parties = PartyTable(countries + forum.organs.map { Party.organ(id: $0.id) })
    }

    /// Adds a commitment; without `asking` it asks the members.
    @discardableResult
    mutating func commit(
        asking addressees: String..., adopted: PartialDate? = nil, force: LegalForce = .political,
        binding: Commitment.Binding = .addressees, deadline: Deadline.Reading? = nil,
        exceptions: [CommitmentException] = []
    ) -> Int {
        var commitment = Commitment(
            id: "C\(commitments.count)", title: text("Made up"), legalForce: force, origin: nowhere)
        if !addressees.isEmpty { commitment.addressees = addressees }
        commitment.adopted = adopted
        commitment.binding = binding
        commitment.deadline = deadline.map { Deadline($0) }
        commitment.exceptions = exceptions
        commitments.append(commitment)
        return commitments.count - 1
    }

    mutating func report(
        _ word: Word, on code: String = "XAA", _ date: PartialDate, by voice: Voice = .unstated,
        of commitment: Int = 0, confidence: Confidence = .unknown, partial: Bool = false
    ) {
        reports.append(
            ReportRow(
                commitment: CommitmentIndex(commitment), party: party(code), status: StatusIndex(word.rawValue),
                date: date, voice: voice, confidence: confidence, isPartial: partial),
            at: ReportPlace(file: 0, offset: reports.count))
    }

    func party(_ code: String) -> PartyIndex {
        guard let party = forum.parties.index(of: code) else { preconditionFailure("'\(code)' is no party") }
        return party
    }

    func names(_ parties: [PartyIndex]) -> [String] { parties.map { forum.parties[$0].id } }

    func roll(_ day: CalendarDay) -> RollCall { RollCall(of: forum, on: day) }

    func evidence(_ commitment: Int = 0, asOf day: CalendarDay, minConfidence: Confidence = .unknown)
        -> CommitmentEvidence
    {
        CommitmentEvidence(
            commitment: commitments[commitment], index: CommitmentIndex(commitment), roll: roll(day),
            scaleTop: Word.top,
            reports: EvidenceIndex(
                reports: reports, commitmentCount: commitments.count, partyCount: forum.parties.parties.count,
                asOf: day, minConfidence: minConfidence))
    }

    /// All assessments of one commitment by the declarative module.
    func assess(_ commitment: Int = 0, asOf day: CalendarDay) -> [Assessment] {
        var diagnostics: [Diagnostic] = []
        let module = DeclarativeModule(forum: forum, options: OptionValues(), diagnostics: &diagnostics)
        precondition(diagnostics.isEmpty, "the declarative module has nothing to complain about")
        return module.assess(evidence(commitment, asOf: day))
    }

    /// The assessment of one party, or nil when it is not addressed.
    func reading(_ code: String = "XAA", of commitment: Int = 0, asOf day: CalendarDay = "2024-12-31") -> Assessment? {
        assess(commitment, asOf: day).first { $0.party == party(code) }
    }
}

extension CommitmentException {
    static func made(_ kind: Kind, for party: String, since: PartialDate? = nil, until: PartialDate? = nil) -> Self {
        CommitmentException(
            party: party, kind: kind, interval: DatedInterval(since: since, until: until), articles: [], note: nil,
            confidence: nil, sources: [], origin: nowhere)
    }
}

/// A sequence of numbers that a seed determines (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
