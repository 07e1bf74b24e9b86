import FollowUpModel
import ForumKit

extension ReportingCycle {
    /// The cycle as something that the party owes.
    ///
    /// - Parameter later: the State's cycles after this one.
    func obligation(
        of party: PartyIndex, _ evidence: CommitmentEvidence, before later: ArraySlice<ReportingCycle>
    ) -> Obligation {
        var obligation = evidence.obligation(
            of: party, number == 0 ? .initialReport : .periodicReport, due: due, metBy: nil, rule: rule)
        obligation.report = report?.index
        switch closing {
        case .submitted(let date): (obligation.state, obligation.submitted) = (.met, date)
        // A review without a report says that none came; a later report closes the matter.
        case .absence where later.contains(where: \.isSubmitted): obligation.state = .waived
        case .absence: obligation.state = evidence.commitment.legalForce == .voluntary ? .passed : .missed
        case nil: break
        }
        return obligation
    }

    fileprivate var isSubmitted: Bool { if case .submitted = closing { true } else { false } }
}

/// How well a State has reported, by the cycles of which something is known; never by what the body recommends.
///
/// A date that has passed lowers nothing by itself: only the body's word that it examined the State without a report
/// says that a report didn't come.
struct ReportingRecord {
    /// The cycles that have ended, oldest first.
    private let known: [ReportingCycle]
    /// Whether a report fell due, as far as the data reach, of which nothing is known.
    private let hasUnknown: Bool

    init(_ cycles: [ReportingCycle], asOf: CalendarDay, dataUntil: PartialDate?) {
        let end = min(asOf, dataUntil.map { $0.latest.adding(days: 1) } ?? asOf)
        known = cycles.filter { $0.closing != nil }
        hasUnknown = cycles.contains { $0.closing == nil && $0.due.latest < end }
    }

    func assessment(
        of party: PartyIndex, _ standing: StandingReading, _ evidence: CommitmentEvidence
    ) -> Assessment {
        let (progress, rule) = reading(evidence)
        return Assessment(
            party: party, standing: standing.standing, progress: progress,
            isOverdue: evidence.commitment.legalForce != .voluntary && known.last.map { !$0.isSubmitted } ?? false,
            basis: Basis(standingRule: standing.rule, progressRule: rule, report: known.last?.report?.index))
    }

    private func reading(_ evidence: CommitmentEvidence) -> (Progress, RuleID) {
        guard let last = known.last else {
            return hasUnknown
                ? (.missing(.noReport), .nothingKnownOfDueReports) : (.missing(.notYetDue), .firstReportAhead)
        }
        guard last.isSubmitted else {
            return known.contains(where: \.isSubmitted)
                ? (evidence.level(belowTop: 2), .someDueReportsCame)
                : (evidence.level(belowTop: max(1, evidence.scaleTop)), .noDueReportCame)
        }
        if hasUnknown { return (evidence.level(belowTop: 1), .laterReportsUnknown) }
        return known.allSatisfy(\.isSubmitted)
            ? (evidence.level(belowTop: 0), .allDueReportsCame) : (evidence.level(belowTop: 1), .lastDueReportCame)
    }
}

/// The written information that a body asks for after a review, and what came of it.
struct FollowUpInformation {
    private let asked: [(report: Report, answer: Report?)]
    private let unasked: [Report]

    /// Pairs what was asked with what came: each answer goes to the oldest date that it can belong to.
    ///
    /// A date counts once the review that it follows is reported or the date itself has come.
    init(asked dates: [Report], events: [(act: LegalAct, report: Report)], asOf: CalendarDay) {
        let reviews = events.filter { [.review, .reviewInAbsence, .observations].contains($0.act) }.map(\.report.date)
        var answers = events.filter { $0.act == .followUpReceived }.map(\.report)
        var pairs: [(Report, Report?)] = []
        for (place, date) in dates.enumerated() {
            let review = reviews.last { $0.latest < date.date.earliest }
            guard review != nil || date.date.earliest <= asOf else { continue }
            let next = dates.indices.contains(place + 1) ? dates[place + 1].date.earliest : nil
            let answer = answers.firstIndex { answer in
                answer.date.latest >= (review ?? date.date).earliest && next.map { answer.date.earliest < $0 } ?? true
            }
            pairs.append((date, answer.map { answers.remove(at: $0) }))
        }
        asked = pairs
        unasked = answers
    }

    func obligations(of party: PartyIndex, _ evidence: CommitmentEvidence) -> [Obligation] {
        asked.map { report, answer in
            var owed = evidence.obligation(
                of: party, .followUp, due: LegalDate(report.date), metBy: answer, rule: .followUpInformation)
            owed.report = owed.report ?? report.index
            return owed
        }
            + unasked.map {
                Obligation(
                    party: party, kind: .followUp, due: nil, state: .met, submitted: $0.date,
                    rule: .followUpInformation, report: $0.index)
            }
    }
}
