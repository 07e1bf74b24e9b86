import FollowUpModel
import ForumKit

/// One norm or agreement: which clause applies, who counts, when it is in force and for whom.
struct NormReading {
    private let evidence: CommitmentEvidence
    private let effect: LegalEffect
    private let isDirect: Bool
    private let clause: EntryIntoForce?
    private let notice: LegalDate?

    init(_ evidence: CommitmentEvidence, isDirect: Bool, daysAfterNotice: Int) {
        let clause = Self.clause(of: evidence.commitment, isDirect: isDirect, daysAfterNotice: daysAfterNotice)
        let notice = Self.notice(clause, evidence)
        self.evidence = evidence
        self.isDirect = isDirect
        self.clause = clause
        self.notice = notice
        let acts: Set<LegalAct> = clause?.clause == .deposits ? [.consent] : [.incorporation, .consent]
        effect = LegalEffect(evidence, clause: clause, joiningBy: acts) { dates in
            guard let clause else { return nil }
            guard clause.requiresIncorporation else { return Self.ownEntry(of: evidence.commitment, clause) }
            guard let notice else { return nil }
            let needed = Self.denominator(of: evidence, over: notice)
            // Nobody to wait for is no reason to be in force; and the notice follows the last incorporation.
            let timely = dates.filter { $0.value.earliest <= notice.latest }
            return needed.isEmpty
                ? nil : clause.simultaneousEntry(incorporations: timely, denominator: needed, notice: notice)
        }
    }

    /// The declared clause with the forum's days; where none is declared, that of the option for binding norms.
    private static func clause(of commitment: Commitment, isDirect: Bool, daysAfterNotice: Int) -> EntryIntoForce? {
        let isNorm = commitment.isBinding && commitment.binding == .addressees
        let standard = EntryIntoForce(clause: isDirect ? .onPublication : .allIncorporated)
        guard var clause = commitment.entryIntoForce ?? (isNorm ? standard : nil) else { return nil }
        if clause.clause == .allIncorporated { clause.rule = clause.rule ?? .days(daysAfterNotice) }
        return clause
    }

    /// The secretariat's notice: declared, or reported on the forum, by the as-of day.
    private static func notice(
        _ clause: EntryIntoForce?, _ evidence: CommitmentEvidence
    ) -> LegalDate? {
        if let declared = clause?.notice {
            return declared.hasPassed(by: evidence.asOf) ? LegalDate(declared) : nil
        }
        return evidence.words.first([.notice], in: evidence.reportsOnForum).map { LegalDate($0.date) }
    }

    /// When a norm that needs no incorporation is in force: as its own text says, else from its adoption.
    private static func ownEntry(of commitment: Commitment, _ clause: EntryIntoForce) -> LegalDate? {
        var clause = clause
        clause.rule = nil
        return clause.publicationEntry ?? commitment.adopted.map(LegalDate.init)
    }

    /// The States whose incorporation counts on any day that a partly known date may mean.
    private static func denominator(of evidence: CommitmentEvidence, over date: LegalDate) -> [PartyIndex] {
        let days = Set([date.earliest, date.latest])
        let rolls = days.map { RollCall(of: evidence.forum, on: $0) }
        return Set(rolls.flatMap { $0.denominator(of: evidence.commitment) }).sorted()
    }

    /// When it enters into force for all.
    var general: LegalDate? { effect.general }

    /// When it takes effect for one party.
    ///
    /// An agreement needs the State's own act; a norm reaches every State that counts, or, once it is in force, the
    /// one that incorporates it later. A norm that says so needs an express act of each State.
    func effect(for party: PartyIndex) -> LegalDate? {
        if evidence.commitment.binding == .consenting { return effect.effect(for: party) }
        guard let clause, let general else { return effect.effect(for: party) ?? effect.general }
        guard clause.requiresIncorporation else { return general }
        switch clause.clause {
        case .perState, .onPublication: return effect.effect(for: party)
        case .allIncorporated:
            // Who did not count then, being suspended or new, comes in by its own act.
            let counted = Self.denominator(of: evidence, over: notice ?? general).contains(party)
            return counted ? general : effect.effect(for: party)
        case .deposits, .onSignature, .none: return newcomer(party) == nil ? general : effect.effect(for: party)
        }
    }

    /// When a party first did one of these things.
    func date(of acts: Set<LegalAct>, by party: PartyIndex) -> LegalDate? { effect.date(of: acts, by: party) }

    /// Why words of a norm that all must incorporate may not say complete yet, and how many States have done so; nil
    /// when nothing holds them.
    var hold: (rule: RuleID, figure: Figure?)? {
        guard let clause, clause.clause == .allIncorporated, clause.requiresIncorporation,
            general?.hasCome(by: evidence.asOf) != .certain
        else { return nil }
        if general != nil { return (.daysAfterNotice, nil) }
        let needed = Self.denominator(of: evidence, over: notice ?? LegalDate(evidence.asOf))
        guard !needed.isEmpty else { return nil }
        let done = needed.count { effect.consents[$0] != nil }
        return (
            done == needed.count ? .noticeAwaited : .incorporationMissing,
            Figure(
                done, of: needed.count,
                NormIncorporationModule.metadata.texts["figure/incorporated"])
        )
    }

    /// The party's membership, where the norm is older and it was given time to adopt such norms.
    func newcomer(_ party: PartyIndex) -> Membership? {
        evidence.forum.newcomer(party, to: evidence.commitment, on: evidence.asOf)
    }

    /// Whether a State that joined later has let the time pass that it was given to adopt this norm; nil where it has
    /// no such time or has adopted the norm.
    func isAdoptionLate(by party: PartyIndex) -> Bool? {
        let commitment = evidence.commitment
        guard commitment.isBinding, commitment.binding == .addressees, let newcomer = newcomer(party),
            effect.consents[party] == nil, effect.date(of: [.entryIntoForce, .domesticEffect], by: party) == nil
        else { return nil }
        return newcomer.adoptionPeriod?.interval.until.map { $0.latest < evidence.asOf } ?? false
    }

    /// How a party stands.
    func standing(of party: PartyIndex) -> StandingReading {
        let reading = evidence.words.standing(of: party, in: evidence)
        guard reading.standing.counts, evidence.forum.parties[party].country != nil else { return reading }
        if evidence.commitment.binding == .consenting { return effect.standingByConsent(of: party, besides: reading) }
        guard evidence.commitment.isBinding else { return reading }
        if let isLate = isAdoptionLate(by: party) {
            return isLate
                ? StandingReading(.bound, by: .adoptionOverdue) : StandingReading(.pending, by: .adoptionPeriod)
        }
        if evidence.roll.standing(of: party) == .associate, reading.ground != .word { return reading }
        if isDirect {
            let applies = effect(for: party)?.hasCome(by: evidence.asOf) == .certain
            return StandingReading(.bound, by: applies ? .appliesDirectly : .bindingOnApproval)
        }
        let needsAct = clause?.requiresIncorporation ?? true
        return StandingReading(.bound, by: needsAct ? .bindingNorm : .noIncorporationNeeded)
    }

    /// What a State that joined later owes: to adopt this norm by the end of its adoption period.
    func adoption(by assessment: Assessment) -> Obligation? {
        guard evidence.commitment.isBinding, evidence.commitment.binding == .addressees,
            assessment.standing.counts, let newcomer = newcomer(assessment.party),
            let end = newcomer.adoptionPeriod?.interval.until, clause?.requiresIncorporation ?? true
        else { return nil }
        let act = evidence.words.first([.incorporation, .consent], in: evidence.reports(on: assessment.party))
        return evidence.obligation(
            of: assessment.party, .adoption, due: LegalDate(end), metBy: act, rule: .adoptionPeriod)
    }
}
