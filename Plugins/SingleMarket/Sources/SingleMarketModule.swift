public import Diagnostics
public import FollowUpModel
public import ForumKit

/// A community with a single market: decisions bind at once at Community level, treaties by consent, and progress is
/// what each State has put into its own law.
///
/// Members outside the market are not asked by its commitments. Let off is only whom the Conference let off, for as
/// long as it said. Texts of enhanced cooperation ask their participants only.
public struct SingleMarketModule: ForumModule {
    /// Name, summary, options and rules.
    public static let metadata = ModuleMetadata(
        name: "single-market", options: [market.declaration], rules: MarketRules.all + TreatyRules.all,
        codes: DiagnosticCode.singleMarketCodes)

    /// The group of members that take part in the single market.
    static let market = ModuleOption("market", default: "csme", example: "csme")

    private let market: String
    private let participants: Set<PartyIndex>

    /// Makes the module for one forum, which must have the group of the market.
    public init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {
        market = options[Self.market]
        let group = forum.groups.first { [market] in $0.id == market }
        participants = Set(group?.members.compactMap { forum.parties.index(of: $0) } ?? [])
        if group == nil {
            diagnostics.append(
                .error(.marketUnknown, at: forum.origin, "the single market '\(market)' is no group of '\(forum.id)'"))
        }
    }

    /// Reads one commitment; see the type's description.
    public func assess(_ evidence: CommitmentEvidence) -> [Assessment] {
        let words = evidence.words
        let effect = legalEffect(evidence)
        return evidence.addressed.map { party in
            let standing = standing(of: party, effect)
            let isEnacted = words.last([.domesticEffect], in: evidence.reports(on: party)) != nil
            var assessment = words.assess(party, standing: standing, evidence) { report in
                // What a State does abroad takes nothing from what it has already put into its own law.
                !isEnacted || !(words.act(of: report).map(Self.actsAbroad.contains) ?? false)
            }
            if isEnacted, assessment.basis.report != nil, assessment.progress.rank == evidence.scaleTop {
                assessment.basis.progressRule = .enacted
            }
            return assessment
        }
    }

    private static let actsAbroad: Set<LegalAct> = [.signature, .consent, .provisionalApplication, .entryIntoForce]

    /// When a text is in force for all; it may lie ahead of the as-of day.
    public func inForce(_ evidence: CommitmentEvidence) -> LegalDate? { legalEffect(evidence).general }

    private func legalEffect(_ evidence: CommitmentEvidence) -> LegalEffect {
        let clause = evidence.commitment.entryIntoForce
        return LegalEffect(evidence, clause: clause, joiningBy: [.consent]) { consents in
            clause?.unanimousEntry(consents: consents) { day in
                let roll = RollCall(of: evidence.forum, on: day)
                return roll.addressees(of: evidence.commitment).filter {
                    roll.standing(of: $0) == .member && isAsked($0, by: evidence.commitment)
                }
            }
        }
    }

    /// Whether a party takes part in the market, or the commitment is not one of the market.
    private func isAsked(_ party: PartyIndex, by commitment: Commitment) -> Bool {
        !commitment.addressees.contains(market) || participants.contains(party)
    }

    private func standing(of party: PartyIndex, _ effect: LegalEffect) -> StandingReading {
        let evidence = effect.evidence
        let words = evidence.words
        let commitment = evidence.commitment
        guard evidence.forum.parties[party].country != nil else { return words.standing(of: party, in: evidence) }
        guard isAsked(party, by: commitment) else { return StandingReading(.notAddressed, by: .outsideTheMarket) }
        let base = evidence.roll.standing(of: party, in: commitment)
        guard base.standing.counts else { return base }
        let letOff = lettingOff(of: party, evidence)
        if let letOff, letOff.standing != .bound { return letOff }
        if commitment.binding == .consenting {
            let reading = letOff == nil ? words.standing(of: party, in: evidence) : base
            return effect.standingByConsent(of: party, besides: reading)
        }
        if let letOff { return letOff }
        guard commitment.isBinding else { return words.standing(of: party, in: evidence) }
        return StandingReading(.bound, by: .bindsAtCommunityLevel)
    }

    /// Whether the newest word lets a party off, and whether that still holds: not after the end of a declared
    /// exception, and for a binding decision not by the State's own word alone.
    private func lettingOff(of party: PartyIndex, _ evidence: CommitmentEvidence) -> StandingReading? {
        let words = evidence.words
        let report = evidence.reports(on: party).last { !$0.isPartial && words.standing(of: $0) != nil }
        guard let report, let standing = words.standing(of: report), !standing.counts else { return nil }
        let reading = StandingReading(standing, by: .wordOfReport, on: .word)
        guard standing == .exempt else { return reading }
        let declared = evidence.commitment.exceptions.filter {
            $0.party == evidence.forum.parties[party].id && [.optOut, .derogation, .deferral].contains($0.kind)
        }
        let hasEnded = declared.contains { exception in
            exception.interval.until.map { $0.latest <= evidence.asOf && report.date.earliest <= $0.latest } ?? false
        }
        if hasEnded { return StandingReading(.bound, by: .exceptionEnded) }
        let isOwnWord =
            report.voice == .government || [.withdrawal, .dissociation].contains(words.act(of: report))
        let isDecision = evidence.commitment.isBinding && evidence.commitment.binding == .addressees
        return isDecision && isOwnWord ? StandingReading(.bound, by: .optOutNotAgreed) : reading
    }

    /// What the commitment's deadline says; of a recommendation, the reasons for not following it.
    public func obligations(_ evidence: CommitmentEvidence, _ assessments: [Assessment]) -> [Obligation] {
        evidence.deadlineObligations(assessments) + assessments.compactMap { notice(by: $0, evidence) }
    }

    private func notice(by assessment: Assessment, _ evidence: CommitmentEvidence) -> Obligation? {
        guard evidence.commitment.form == "recommendation", let adopted = evidence.commitment.adopted,
            adopted.earliest <= evidence.asOf, assessment.standing.counts,
            evidence.forum.parties[assessment.party].country != nil
        else { return nil }
        let notice = evidence.words.first([.notice], in: evidence.reports(on: assessment.party))
        var owed = evidence.obligation(
            of: assessment.party, .notice, due: Self.noticeDue(recommendation: LegalDate(adopted)), metBy: notice,
            rule: .reasonsWithinSixMonths)
        let rank = assessment.progress.rank
        if notice == nil, rank == evidence.scaleTop { owed.state = .waived }
        // Of a State of which nothing is known nobody can say that it should have written.
        if rank == nil, owed.state == .overdue { owed.state = .due }
        return owed
    }

    /// By when a State that doesn't follow a recommendation tells why: within six months.
    ///
    /// - Source: Revised Treaty, article 27.6.
    public static func noticeDue(recommendation: LegalDate) -> LegalDate {
        CalendarRule.months(6).date(after: recommendation)
    }
}

extension DiagnosticCode {
    /// The option `market` names no group.
    public static let marketUnknown = DiagnosticCode(
        "market-unknown",
        summary: "the single market is no group of the forum",
        explanation: """
            The module single-market has to know which members take part in the market: its commitments ask nobody \
            else, and nobody else counts. The option 'market' names a group of forum.yaml; without it the name is \
            \(SingleMarketModule.market.defaultValue).

            Declare the group under 'groups:', or write the id of an existing group:

            options: {market: csme}
            """)

    /// All codes of the module single-market.
    public static let singleMarketCodes: [DiagnosticCode] = [.marketUnknown]
}
