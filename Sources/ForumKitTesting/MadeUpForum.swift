import Diagnostics
public import FollowUpModel
public import ForumKit

/// A made-up forum for the tests of a module, built line by line, and what the module says of it.
///
/// Countries are given by any code; those that ISO 3166 leaves to private use (XAA, XAB, …) belong to no country.
/// Dates are texts such as `2012`, `2012-06` or `2012-06-30`; a text that is no date is a mistake of the test.
public struct MadeUpForum {
    /// The rank of the highest level: not begun is 0, begun 1, advanced 2, done 3.
    public static let top = 3

    /// The forum; its words and parties follow from what was added.
    public private(set) var definition: ForumDefinition
    /// The commitments, in the order in which they were added.
    public private(set) var commitments: [Commitment] = []
    private var words: [StatusWord] = []
    private var rows: [(commitment: String, party: String, word: String, date: PartialDate, isPartial: Bool)] = []
    private var countries: Set<String> = []

    /// Makes a forum whose members have belonged to it since 2000.
    public init(members: [String] = []) {
        definition = ForumDefinition(
            id: "made-up", module: "made-up", name: LocalizedText(en: "Made up", es: "", pt: "", fr: ""),
            kind: .consensusForum, vocabulary: Vocabulary([]), origin: Self.nowhere)
        for code in members { join(code, since: "2000") }
    }

    private static let nowhere = SourceRange.wholeFile(FileID(rawValue: 0))

    // MARK: - The forum

    /// Adds a membership.
    public mutating func join(
        _ code: String, as standing: MembershipStanding = .member, since: String? = nil, until: String? = nil,
        absent: (since: String, until: String)? = nil, suspended: (since: String, until: String)? = nil
    ) {
        let spells = { (spell: (since: String, until: String)) in
            MembershipSpell(
                interval: Self.interval(spell.since, spell.until), note: nil, confidence: nil, sources: [],
                origin: Self.nowhere)
        }
        definition.memberships.append(
            Membership(
                country: code, standing: standing, interval: Self.interval(since, until),
                suspensions: suspended.map { [spells($0)] } ?? [], absences: absent.map { [spells($0)] } ?? [],
                origin: Self.nowhere))
        countries.insert(code)
        seat()
    }

    /// Adds an organ.
    public mutating func organ(_ id: String, _ kind: Organ.Kind = .body) {
        definition.organs.append(
            Organ(id: id, name: LocalizedText(en: id, es: "", pt: "", fr: ""), kind: kind, origin: Self.nowhere))
        seat()
    }

    /// Adds a round.
    public mutating func round(_ id: String, since: String? = nil, until: String? = nil) {
        definition.rounds.append(
            Round(
                id: id, name: LocalizedText(en: id, es: "", pt: "", fr: ""), interval: Self.interval(since, until),
                vocabulary: nil, origin: Self.nowhere))
    }

    /// Adds a meeting.
    public mutating func session(_ date: String, until: String? = nil, _ kind: ForumSession.Kind) {
        definition.sessions.append(
            ForumSession(
                id: nil, label: nil, date: Self.date(date), until: until.map(Self.date), place: nil, kind: kind))
    }

    /// Says since when the forum no longer works.
    public mutating func sleep(since date: String) { definition.dormantSince = Self.date(date) }

    /// Adds a status word with what it says.
    public mutating func word(
        _ word: String, rank: Int? = nil, nothing: KindOfNothing? = nil, standing: Standing? = nil,
        act: LegalAct? = nil
    ) {
        let progress = rank.map { Progress.level(.init(rank: $0)) } ?? nothing.map { Progress.nothing($0) }
        words.append(
            StatusWord(word: word, progress: progress, standing: standing, act: act, origin: Self.nowhere))
        definition.vocabulary = Vocabulary(words)
    }

    // MARK: - Commitments and reports

    /// Adds a political commitment that asks the members; the rest is set by `change`.
    public mutating func commit(
        _ id: String = "C", adopted: String? = nil, _ change: (inout Commitment) -> Void = { _ in }
    ) {
        var commitment = Commitment(
            id: id, title: LocalizedText(en: id, es: "", pt: "", fr: ""), legalForce: .political,
            origin: Self.nowhere)
        commitment.adopted = adopted.map(Self.date)
        change(&commitment)
        commitments.append(commitment)
    }

    /// Adds a report; its word must have been added before.
    public mutating func report(
        _ word: String, on party: String, _ date: String, of commitment: String = "C", partial: Bool = false
    ) {
        precondition(words.contains { $0.word == word }, "'\(word)' is no word of the made-up forum")
        rows.append((commitment, party, word, Self.date(date), partial))
    }

    /// Countries by code, then organs.
    private mutating func seat() {
        let seated = countries.sorted().enumerated().map { Party.country(CountryIndex($0), code: $1) }
        definition.parties = PartyTable(seated + definition.organs.map { Party.organ(id: $0.id) })
    }

    // MARK: - What the module says

    /// What a module is given to read one commitment.
    public func evidence(_ commitment: String = "C", asOf day: String) -> CommitmentEvidence {
        guard let place = commitments.firstIndex(where: { $0.id == commitment }) else {
            preconditionFailure("'\(commitment)' is no commitment of the made-up forum")
        }
        let today = Self.date(day).latest
        return CommitmentEvidence(
            commitment: commitments[place], index: CommitmentIndex(place),
            roll: RollCall(of: definition, on: today), scaleTop: Self.top,
            reports: EvidenceIndex(
                reports: table, commitmentCount: commitments.count, partyCount: definition.parties.parties.count,
                asOf: today),
            ties: CommitmentTies(commitments, forum: definition.id))
    }

    private var table: ReportTable {
        var table = ReportTable()
        for (offset, row) in rows.enumerated() {
            guard let commitment = commitments.firstIndex(where: { $0.id == row.commitment }),
                let party = definition.parties.index(of: row.party),
                let word = words.firstIndex(where: { $0.word == row.word })
            else { preconditionFailure("the report on '\(row.party)' and '\(row.commitment)' names nobody") }
            table.append(
                ReportRow(
                    commitment: CommitmentIndex(commitment), party: party, status: StatusIndex(word), date: row.date,
                    isPartial: row.isPartial),
                at: ReportPlace(file: 0, offset: offset))
        }
        return table
    }

    /// The module made for this forum.
    public func module<Module: ForumModule>(_ type: Module.Type, _ options: [String: String] = [:]) -> Module {
        var diagnostics: [Diagnostic] = []
        let module = Module(forum: definition, options: OptionValues(options), diagnostics: &diagnostics)
        precondition(diagnostics.isEmpty, "the options don't fit the made-up forum")
        return module
    }

    /// The assessments of one commitment, by the parties' codes and ids; their rules must be those of the metadata.
    public func assess<Module: ForumModule>(
        _ type: Module.Type, _ commitment: String = "C", asOf day: String, options: [String: String] = [:]
    ) -> [String: Assessment] {
        var byParty: [String: Assessment] = [:]
        for assessment in module(type, options).assess(evidence(commitment, asOf: day)) {
            for rule in [assessment.basis.standingRule, assessment.basis.progressRule] {
                precondition(Module.metadata.rule(rule) != nil, "'\(rule)' is no rule of the module")
            }
            byParty[definition.parties[assessment.party].id] = assessment
        }
        return byParty
    }

    /// The standings of one commitment, by the parties' codes and ids.
    public func standings<Module: ForumModule>(
        _ type: Module.Type, _ commitment: String = "C", asOf day: String, options: [String: String] = [:]
    ) -> [String: Standing] {
        assess(type, commitment, asOf: day, options: options).mapValues(\.standing)
    }

    /// The obligations of one commitment as `party kind due state submitted rule`, in order.
    public func obligations<Module: ForumModule>(
        _ type: Module.Type, _ commitment: String = "C", asOf day: String, options: [String: String] = [:]
    ) -> [String] {
        let module = module(type, options)
        let evidence = evidence(commitment, asOf: day)
        return module.obligations(evidence, module.assess(evidence)).map { owed in
            precondition(Module.metadata.rule(owed.rule) != nil, "'\(owed.rule)' is no rule of the module")
            let words = [
                definition.parties[owed.party].id, owed.kind.rawValue, owed.due?.description ?? "-",
                owed.state.rawValue, owed.submitted?.description ?? "-", owed.rule,
            ]
            return words.joined(separator: " ")
        }
    }

    // MARK: - Dates

    /// The date that a text tells.
    public static func date(_ text: String) -> PartialDate {
        guard let date = PartialDate(text) else { preconditionFailure("'\(text)' is no date") }
        return date
    }

    private static func interval(_ since: String?, _ until: String?) -> DatedInterval {
        DatedInterval(since: since.map(date), until: until.map(date))
    }
}
