public import Diagnostics
public import FollowUpModel
public import ForumKit

/// Reads a consultative process by its work plans: who took part in adopting a text, what its plan still has time
/// for, and which duties come back every year.
///
/// Who adopted a text is who is listed as having taken part; a member that isn't listed neither adopted it nor
/// dissented, and observers are never counted. A plan whose time is over without a word that it was done has lapsed:
/// the last word stays, and what is voluntary is never overdue.
public struct WorkPlanModule: ForumModule {
    /// Name, summary and rules.
    public static let metadata = ModuleMetadata(
        name: "work-plan",
        summary: LocalizedText(
            en: "Activities of a plan, adopted by those present: done, under way or lapsed.",
            es: "Actividades de un plan, adoptadas por los presentes: hechas, en curso o caducadas.",
            pt: "Atividades de um plano, adotadas pelos presentes: feitas, em curso ou caducadas.",
            fr: "Activités d’un plan, adoptées par les présents\u{00A0}: faites, en cours ou caduques."),
        rules: PositionRules.all + WorkPlanRules.all)

    /// Makes the module; it takes no options.
    public init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {}

    /// Reads one commitment; see the type's description.
    public func assess(_ evidence: CommitmentEvidence) -> [Assessment] {
        let attendance = Attendance(evidence)
        let clause = StateClause(evidence)
        let isOver = evidence.isPlanOver
        return evidence.addressed.map { party in
            let reading = standing(of: party, attendance, clause, evidence)
            var assessment = evidence.words.assess(party, standing: reading, evidence)
            if isOver { lapse(&assessment, evidence) }
            return assessment
        }
    }

    /// When a binding text entered into force; texts of a voluntary process never do (RCM-R1, SACM-R1).
    public func inForce(_ evidence: CommitmentEvidence) -> LegalDate? {
        guard evidence.commitment.legalForce != .voluntary else { return nil }
        return StateClause(evidence)?.general ?? evidence.commitment.inForce.map(LegalDate.init)
    }

    /// Recurring duties of organs; of others what the text's own deadline says, which is nothing where it is voluntary.
    public func obligations(_ evidence: CommitmentEvidence, _ assessments: [Assessment]) -> [Obligation] {
        guard case .recurring(let recurrence)? = evidence.commitment.deadline?.reading else {
            return evidence.deadlineObligations(assessments)
        }
        let isOrgan = { (assessment: Assessment) in evidence.forum.parties[assessment.party].country == nil }
        return assessments.filter { $0.standing == .bound && isOrgan($0) }
            .flatMap { RecurringDuty(recurrence, of: $0.party, evidence).obligations }
            + evidence.deadlineObligations(assessments.filter { !isOrgan($0) })
    }

    private func standing(
        of party: PartyIndex, _ attendance: Attendance, _ clause: StateClause?, _ evidence: CommitmentEvidence
    ) -> StandingReading {
        let reading = evidence.words.position(of: party, in: evidence)
        guard evidence.forum.parties[party].country != nil else { return reading }
        if evidence.roll.standing(of: party) == .observer {
            return StandingReading(.notAddressed, by: .observersNeverCount)
        }
        guard reading.standing.counts else { return reading }
        if attendance.isList, !attendance.includes(party), reading.ground != .act(.return) {
            return StandingReading(.notAddressed, by: .notListed)
        }
        if let legal = clause?.standing(of: party) { return legal }
        if evidence.commitment.adopted == nil, reading.ground == .addressed {
            return StandingReading(.pending, by: .onlyTheDecisionAdopts)
        }
        return reading
    }

    /// Says of a party whose plan is over and not done that it lapsed, or that the activity was given up; what binds and
    /// has a date is overdue instead.
    private func lapse(_ assessment: inout Assessment, _ evidence: CommitmentEvidence) {
        guard assessment.standing.counts, !assessment.isOverdue, assessment.progress.rank != evidence.scaleTop,
            assessment.progress.missing != .dormant
        else { return }
        let isGivenUp = evidence.words.last([.cancellation], in: evidence.reports(on: assessment.party)) != nil
        assessment.basis.progressRule = isGivenUp ? .activityCancelled : .planLapsed
    }
}

extension CommitmentEvidence {
    /// Whether the time of the plan is over: the text's own date or horizon, else the end of its round.
    fileprivate var isPlanOver: Bool {
        if let deadline = commitment.deadline {
            switch deadline.reading {
            case .date, .horizon: return deadline.hasPassed(by: asOf)
            case .recurring, .unread: break
            }
        }
        guard let until = forum.rounds.first(where: { $0.id == commitment.round })?.interval.until else { return false }
        // A round that ends "in 2014" runs to the last day of 2014; one that ends on a day no longer runs on it.
        return until.precision == .day ? until.earliest <= asOf : until.latest < asOf
    }
}
