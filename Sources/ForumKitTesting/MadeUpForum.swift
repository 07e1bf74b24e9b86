import Diagnostics
public import FollowUpModel
public import ForumKit

/// A made-up forum for tests, built line by line, and what a module says of it.
///
/// Countries are given by any code; those that ISO 3166 leaves to private use (XAA, XAB, …) belong to no country.
/// Dates are given as texts such as `2012`, `2012-06` or `2012-06-30`, or as dates; a text that is no date is a mistake
/// of the test.
public struct MadeUpForum {
    /// The rank of the highest level: not begun is 0, begun 1, advanced 2, done 3.
    public static let top = 3

    /// The forum; its words and parties follow from what was added, the rest may be changed.
    public var definition: ForumDefinition
    /// The commitments, in the order in which they were added.
    public var commitments: [Commitment] = []
    /// The options with which modules are made.
    public var options: [String: String] = [:]
    private var words: [StatusWord] = []
    private var rows: [Row] = []
    private var countries: Set<String> = []

    private struct Row {
        var commitment: String
        var party: String
        var report: ReportRow
        var details: ReportDetails
    }

    /// Makes a forum whose members have belonged to it since a date.
    public init(members: [String] = [], since date: any MadeUpDate = "2000") {
        definition = ForumDefinition(
            id: "made-up", module: "made-up", name: Self.text("Made up"), kind: .consensusForum,
            vocabulary: Vocabulary([]), origin: Self.nowhere)
        // What is made up is known to the end, unless a test says otherwise.
        definition.dataUntil = PartialDate(year: 2100)
        for code in members { join(code, since: date) }
    }

    private static let nowhere = SourceRange.wholeFile(FileID(rawValue: 0))

    private static func text(_ text: String) -> LocalizedText { LocalizedText(en: text, es: "", pt: "", fr: "") }

    // MARK: - The forum

    /// Adds a membership.
    public mutating func join(
        _ code: String, as standing: MembershipStanding = .member, since: (any MadeUpDate)? = nil,
        until: (any MadeUpDate)? = nil, absent: DatedInterval? = nil, suspended: DatedInterval? = nil,
        adoption: DatedInterval? = nil
    ) {
        let spell = { MembershipSpell(interval: $0, origin: Self.nowhere) }
        definition.memberships.append(
            Membership(
                country: code, standing: standing, interval: .made(since, until),
                suspensions: suspended.map { [spell($0)] } ?? [], absences: absent.map { [spell($0)] } ?? [],
                adoptionPeriod: adoption.map(spell), origin: Self.nowhere))
        know(code)
    }

    /// Makes a country a party without any membership.
    public mutating func know(_ code: String) {
        countries.insert(code)
        seat()
    }

    /// Adds a group of members.
    public mutating func group(_ id: String, _ members: [String]) {
        definition.groups.append(
            MemberGroup(id: id, name: Self.text(id), members: members, origin: Self.nowhere))
    }

    /// Adds an organ.
    public mutating func organ(_ id: String, _ kind: Organ.Kind = .body) {
        definition.organs.append(Organ(id: id, name: Self.text(id), kind: kind, origin: Self.nowhere))
        seat()
    }

    /// Adds a round.
    public mutating func round(_ id: String, since: (any MadeUpDate)? = nil, until: (any MadeUpDate)? = nil) {
        definition.rounds.append(
            Round(
                id: id, name: Self.text(id), interval: .made(since, until), vocabulary: nil, origin: Self.nowhere))
    }

    /// Adds a meeting.
    public mutating func session(
        _ date: any MadeUpDate, until: (any MadeUpDate)? = nil, _ kind: ForumSession.Kind
    ) {
        definition.sessions.append(
            ForumSession(
                id: nil, label: nil, date: date.partialDate, until: until?.partialDate, place: nil, kind: kind))
    }

    /// Says since when the forum no longer works.
    public mutating func sleep(since date: any MadeUpDate) { definition.dormantSince = date.partialDate }

    /// Adds a status word with what it says.
    public mutating func word(
        _ word: String, rank: Int? = nil, nothing: MissingReason? = nil, standing: Standing? = nil,
        act: LegalAct? = nil, stage: StatusWord.Stage? = nil
    ) {
        let progress = rank.map { Progress.level(.init(rank: $0)) } ?? nothing.map { Progress.missing($0) }
        add(
            StatusWord(word: word, progress: progress, standing: standing, act: act, stage: stage, origin: Self.nowhere)
        )
    }

    /// Adds a status word that tells of a step back.
    public mutating func contraryWord(_ word: String) {
        add(StatusWord(word: word, progress: .contrary, origin: Self.nowhere))
    }

    private mutating func add(_ word: StatusWord) {
        words.append(word)
        definition.vocabulary = Vocabulary(words)
    }

    /// Countries by code, then organs.
    private mutating func seat() {
        let seated = countries.sorted().enumerated().map { Party.country(CountryIndex($0), code: $1) }
        definition.parties = PartyTable(seated + definition.organs.map { Party.organ(id: $0.id) })
    }

    /// A party by its code or id.
    public func party(_ id: String) -> PartyIndex {
        guard let party = definition.parties.index(of: id) else { preconditionFailure("'\(id)' is no party") }
        return party
    }

    /// The codes and ids of parties.
    public func names(_ parties: [PartyIndex]) -> [String] { parties.map { definition.parties[$0].id } }

    // MARK: - Commitments and reports

    /// Adds a political commitment that asks the members; the rest is set by `change`.
    public mutating func commit(
        _ id: String = "C", adopted: (any MadeUpDate)? = nil, _ change: (inout Commitment) -> Void = { _ in }
    ) {
        var commitment = Commitment(
            id: id, title: Self.text(id), legalForce: .political, origin: Self.nowhere)
        commitment.adopted = adopted?.partialDate
        change(&commitment)
        commitments.append(commitment)
    }

    /// The first commitment, for tests that need one only.
    public var commitment: Commitment {
        get { commitments[0] }
        set { commitments[0] = newValue }
    }

    /// Says by which clause the first commitment enters into force.
    public mutating func enters(
        _ clause: EntryIntoForce.Clause, _ change: (inout EntryIntoForce) -> Void = { _ in }
    ) {
        var entry = EntryIntoForce(clause: clause)
        change(&entry)
        commitment.entryIntoForce = entry
    }

    /// Adds an exception of a party to the first commitment.
    public mutating func except(
        _ kind: CommitmentException.Kind, _ party: String, since: (any MadeUpDate)? = nil,
        until: (any MadeUpDate)? = nil
    ) {
        commitment.exceptions.append(.made(kind, for: party, since: since, until: until))
    }

    /// Adds a report, on the first commitment unless another is named; its word must have been added before.
    public mutating func report(
        _ word: String, on party: String, _ date: any MadeUpDate, of commitment: String? = nil,
        kind: DateKind = .event, by voice: Voice = .unstated, confidence: Confidence = .unknown,
        partial: Bool = false, details: ReportDetails = ReportDetails()
    ) {
        guard let status = words.firstIndex(where: { $0.word == word }) else {
            preconditionFailure("'\(word)' is no word of the made-up forum")
        }
        let report = ReportRow(
            commitment: CommitmentIndex(0), party: PartyIndex(0), status: StatusIndex(status),
            date: date.partialDate, dateKind: kind, voice: voice, confidence: confidence, isPartial: partial)
        rows.append(
            Row(
                commitment: commitment ?? commitments[0].id, party: party, report: report, details: details))
    }

    /// Keeps of the reports those at these places, in this order.
    public mutating func keepReports(at places: [Int]) { rows = places.map { rows[$0] } }

    /// The reports; commitments and parties have the places that they have now.
    public var reports: ReportTable {
        var table = ReportTable()
        for (offset, row) in rows.enumerated() {
            var report = row.report
            (report.commitment, report.party) = (place(of: row.commitment), party(row.party))
            table.append(report, at: ReportPlace(file: 0, offset: offset))
        }
        return table
    }

    private func place(of commitment: String?) -> CommitmentIndex {
        guard let commitment else { return CommitmentIndex(0) }
        guard let place = commitments.firstIndex(where: { $0.id == commitment }) else {
            preconditionFailure("'\(commitment)' is no commitment of the made-up forum")
        }
        return CommitmentIndex(place)
    }

    // MARK: - What a module is given

    /// Who is what on a day.
    public func roll(_ day: any MadeUpDate) -> RollCall { RollCall(of: definition, on: day.partialDate.latest) }

    /// What a module is given to read one commitment; the first one unless another is named.
    public func evidence(
        _ commitment: String? = nil, asOf day: any MadeUpDate, minConfidence: Confidence = .unknown,
        reads scope: EvidenceScope = .forum
    ) -> CommitmentEvidence {
        let rows = rows
        let reports = reports
        let grouping = ReportGrouping(
            reports, commitmentCount: commitments.count, partyCount: definition.parties.parties.count)
        let index = EvidenceIndex(
            reports: reports, grouping: grouping, asOf: day.partialDate.latest, minConfidence: minConfidence,
            details: { rows[Int($0.rawValue)].details })
        let forum = ForumDay(
            roll: roll(day), scaleTop: Self.top, reports: index,
            ties: CommitmentTies(commitments, forum: definition.id))
        let place = place(of: commitment)
        return forum.evidence(of: commitments[Int(place.rawValue)], at: place, reads: scope)
    }

    /// The module made for this forum, which must accept its options.
    public func module<Module: ForumModule>(_ type: Module.Type) -> Module {
        var diagnostics: [Diagnostic] = []
        let module = Module(forum: definition, options: OptionValues(options), diagnostics: &diagnostics)
        precondition(diagnostics.isEmpty, "the options don't fit the made-up forum")
        return module
    }

    // MARK: - What a module says

    /// The assessments of one commitment, by the parties' codes and ids; their rules must be those of the metadata.
    public func assess<Module: ForumModule>(
        _ type: Module.Type, _ commitment: String? = nil, asOf day: any MadeUpDate
    ) -> [String: Assessment] {
        var byParty: [String: Assessment] = [:]
        let evidence = evidence(commitment, asOf: day, reads: Module.metadata.reads)
        for assessment in module(type).reading(of: evidence) {
            for rule in [assessment.basis.standingRule, assessment.basis.progressRule] {
                precondition(Module.metadata.rule(rule) != nil, "'\(rule)' is no rule of the module")
            }
            byParty[definition.parties[assessment.party].id] = assessment
        }
        return byParty
    }

    /// The standings of one commitment, by the parties' codes and ids.
    public func standings<Module: ForumModule>(
        _ type: Module.Type, _ commitment: String? = nil, asOf day: any MadeUpDate
    ) -> [String: Standing] {
        assess(type, commitment, asOf: day).mapValues(\.standing)
    }

    /// What the parties of one commitment owe; the rules must be those of the metadata.
    public func owed<Module: ForumModule>(
        _ type: Module.Type, _ commitment: String? = nil, asOf day: any MadeUpDate
    ) -> [Obligation] {
        let module = module(type)
        let evidence = evidence(commitment, asOf: day, reads: Module.metadata.reads)
        let owed = module.owed(evidence, module.reading(of: evidence))
        for one in owed {
            precondition(Module.metadata.rule(one.rule) != nil, "'\(one.rule)' is no rule of the module")
        }
        return owed
    }

    /// The obligations of one commitment as `party kind due state submitted rule`, in order.
    public func obligations<Module: ForumModule>(
        _ type: Module.Type, _ commitment: String? = nil, asOf day: any MadeUpDate
    ) -> [String] {
        owed(type, commitment, asOf: day).map { owed in
            let words = [
                definition.parties[owed.party].id, owed.kind.rawValue, owed.due?.description ?? "-",
                owed.state.rawValue, owed.submitted?.description ?? "-", owed.rule.rawValue,
            ]
            return words.joined(separator: " ")
        }
    }

    /// When one commitment enters into force for all.
    public func inForce<Module: ForumModule>(
        _ type: Module.Type, _ commitment: String? = nil, asOf day: any MadeUpDate
    ) -> LegalDate? {
        module(type).inForce(evidence(commitment, asOf: day, reads: Module.metadata.reads))
    }
}
