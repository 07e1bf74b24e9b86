public import FollowUpModel

/// When a commitment takes legal effect, for all and for each party, by its clause and the acts that reports tell of.
///
/// What a source tells outright goes first: the commitment's own date of entry into force, or a report of it on the
/// forum, unless the commitment asks an organ of it, or on the party. Else the clause is applied to the acts. A day that is not known is not made up: an act known
/// only "as of" a date may have come on any day from the adoption on.
public struct LegalEffect: Sendable {
    /// The commitment and its reports.
    public let evidence: CommitmentEvidence
    /// The clause by which it enters into force; nil where none is known.
    public let clause: EntryIntoForce?
    /// When each State consented to be bound, or did what the clause asks of it instead.
    public let consents: [PartyIndex: LegalDate]
    /// When it enters into force at all, which may lie ahead; nil while that can't be known.
    public let general: LegalDate?
    private var words: WordReader { evidence.words }

    /// Reads the acts on one commitment, some of which let a State come in.
    ///
    /// - Parameter unanimous: when a text enters into force that all have to join, from the States' dates.
    public init(
        _ evidence: CommitmentEvidence, clause: EntryIntoForce?, joiningBy acts: Set<LegalAct>,
        unanimous: ([PartyIndex: LegalDate]) -> LegalDate?
    ) {
        self.evidence = evidence
        let words = evidence.words
        self.clause = clause
        var consents: [PartyIndex: LegalDate] = [:]
        for party in evidence.forum.parties.indices where evidence.forum.parties[party].country != nil {
            consents[party] = Self.first(acts, words.sinceDenunciation(evidence.reports(on: party)), evidence)
        }
        self.consents = consents
        // What is said of an organ that the commitment itself asks is that organ's own progress.
        let isAskedOfOrgan = evidence.addressed.contains { evidence.forum.parties[$0].country == nil }
        let told =
            evidence.commitment.inForce.map(LegalDate.init)
            ?? (isAskedOfOrgan ? nil : Self.first([.entryIntoForce], evidence.reportsOnForum, evidence))
        general = told ?? clause.flatMap { Self.entry(by: $0, consents, evidence, unanimous) }
    }

    private static func entry(
        by clause: EntryIntoForce, _ consents: [PartyIndex: LegalDate],
        _ evidence: CommitmentEvidence, _ unanimous: ([PartyIndex: LegalDate]) -> LegalDate?
    ) -> LegalDate? {
        switch clause.clause {
        case .none: return nil
        case .allIncorporated: return unanimous(consents)
        case .deposits: return clause.thresholdEntry(deposits: Array(consents.values))
        case .perState:
            let own = consents.values.map { clause.rule?.date(after: $0) ?? $0 }
            guard let earliest = own.map(\.earliest).min(), let latest = own.map(\.latest).min() else { return nil }
            return LegalDate(earliest: earliest, latest: latest)
        case .onSignature:
            let signatures = evidence.forum.parties.indices.compactMap {
                first([.signature], evidence.reports(on: $0), evidence)
            }
            let signed = signatures.min { $0.earliest < $1.earliest }
            guard let day = signed ?? evidence.commitment.adopted.map(LegalDate.init) else { return nil }
            return clause.rule?.date(after: day) ?? day
        case .onPublication:
            var clause = clause
            clause.published =
                clause.published ?? evidence.words.first([.publication], in: evidence.reportsOnForum)?.date
            return clause.publicationEntry
        }
    }

    /// The date of the first of these acts.
    private static func first(
        _ acts: Set<LegalAct>, _ reports: some Sequence<Report>, _ evidence: CommitmentEvidence
    ) -> LegalDate? {
        guard let report = evidence.words.first(acts, in: reports) else { return nil }
        let date = LegalDate(report.date)
        guard report.dateKind == .asOf, let adopted = evidence.commitment.adopted?.earliest, adopted < date.earliest
        else { return date }
        return LegalDate(earliest: adopted, latest: date.latest)
    }

    /// When a party first did one of these things.
    public func date(of acts: Set<LegalAct>, by party: PartyIndex) -> LegalDate? {
        Self.first(acts, evidence.reports(on: party), evidence)
    }

    /// When a State that came in by its own act is under the text; nil while that can't be known.
    public func effect(for party: PartyIndex) -> LegalDate? {
        let reports = words.sinceDenunciation(evidence.reports(on: party))
        if let told = Self.first([.entryIntoForce], reports, evidence) { return told }
        guard let general else { return nil }
        if let consent = consents[party] {
            guard let clause else { return consent.notBefore(general) }
            switch clause.clause {
            case .deposits, .perState: return clause.effect(ofDeposit: consent, general: general)
            case .allIncorporated, .onSignature, .onPublication, .none:
                let isLater = consent.earliest > general.latest
                return (isLater ? clause.later?.date(after: consent) ?? consent : consent).notBefore(general)
            }
        }
        guard clause?.clause == .onSignature else { return nil }
        return Self.first([.signature], reports, evidence)?.notBefore(general)
    }

    /// When the denunciation of a party takes effect, if it denounced the text and has not come back.
    public func denunciation(by party: PartyIndex) -> LegalDate? {
        let reports = evidence.reports(on: party)
        guard let last = words.last([.denunciation], in: reports),
            words.first([.consent], in: words.sinceDenunciation(reports)) == nil
        else { return nil }
        let notice = LegalDate(last.date)
        return clause?.withdrawalEffect(ofNotice: notice) ?? notice
    }
}

extension WordReader {
    /// The reports after the last denunciation; all where there is none.
    func sinceDenunciation(_ reports: ReportSlice) -> ArraySlice<Report> {
        let all = Array(reports)
        let last = all.lastIndex { !$0.isPartial && act(of: $0) == .denunciation }
        return all[(last.map { $0 + 1 } ?? 0)...]
    }
}

extension LegalEffect {
    /// How a party stands towards a text that binds only who consents to it (``Commitment/Binding/consenting``).
    ///
    /// - Parameter reading: how it stands by membership, exceptions and words.
    /// - Returns: `reading` unless the acts tell more; its rule is one of ``TreatyRules/all`` then.
    public func standingByConsent(of party: PartyIndex, besides reading: StandingReading) -> StandingReading {
        guard reading.standing.counts, evidence.forum.parties[party].country != nil else { return reading }
        let day = evidence.asOf
        if denunciation(by: party)?.hasCome(by: day) == .certain {
            return StandingReading(.invited, by: .denounced)
        }
        if effect(for: party)?.hasCome(by: day) == .certain {
            return StandingReading(.bound, by: .inForceForTheState)
        }
        if date(of: [.provisionalApplication], by: party) != nil {
            return StandingReading(.bound, by: .provisionalApplication)
        }
        if consents[party] != nil, clause != nil || general != nil {
            return StandingReading(.pending, by: .consentedNotInForce)
        }
        if reading.standing == .invited, date(of: [.signature], by: party) != nil {
            return StandingReading(.pending, by: .signedOnly)
        }
        return reading
    }
}

extension RuleID {
    /// The State denounced the text, and the denunciation has taken effect.
    public static let denounced: RuleID = "denounced"
    /// The State consented, and the text is in force for it.
    public static let inForceForTheState: RuleID = "in-force-for-the-state"
    /// The State declared that it applies the text provisionally.
    public static let provisionalApplication: RuleID = "provisional-application"
    /// The State consented; the text is not in force for it yet.
    public static let consentedNotInForce: RuleID = "consented-not-in-force"
    /// The State signed; its consent to be bound is still to come.
    public static let signedOnly: RuleID = "signed-only"
}

/// The rules that ``LegalEffect`` names; modules that use it list them in their metadata.
public enum TreatyRules {
    /// The rules.
    public static let all = ModuleRule.all([
        .denounced, .inForceForTheState, .provisionalApplication, .consentedNotInForce, .signedOnly,
    ])
}
