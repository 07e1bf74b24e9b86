import FollowUpModel
import ForumKit

extension ReportingCycle {
    /// The cycle as something that the party owes.
    func obligation(of party: PartyIndex, _ evidence: CommitmentEvidence) -> Obligation {
        var obligation = evidence.obligation(
            of: party, number == 0 ? .initialReport : .periodicReport, due: due, metBy: nil, rule: rule)
        obligation.report = report?.index
        switch closing {
        case .submitted(let date): (obligation.state, obligation.submitted) = (.submitted, date)
        case .absence: obligation.state = .reviewedInAbsence
        case nil: break
        }
        return obligation
    }

    fileprivate var isSubmitted: Bool { if case .submitted = closing { true } else { false } }
}

/// How well a State has reported so far, from its cycles; never from what the body recommends.
struct ReportingRecord {
    /// The cycles that have ended or whose date has passed.
    private let past: [ReportingCycle]

    init(_ cycles: [ReportingCycle], asOf: CalendarDay) {
        past = cycles.filter { $0.closing != nil || $0.due.latest < asOf }
    }

    func assessment(
        of party: PartyIndex, _ standing: StandingReading, _ evidence: CommitmentEvidence
    ) -> Assessment {
        let (progress, rule) = reading(evidence)
        return Assessment(
            party: party, standing: standing.standing, progress: progress,
            isOverdue: evidence.commitment.legalForce != .voluntary && past.contains { $0.closing == nil },
            basis: Basis(
                standingRule: standing.rule, progressRule: rule,
                report: past.last { $0.closing != nil }?.report?.index))
    }

    private func reading(_ evidence: CommitmentEvidence) -> (Progress, RuleID) {
        guard let last = past.last else { return (.missing(.notYetDue), .firstReportAhead) }
        if past.allSatisfy(\.isSubmitted) { return (evidence.level(belowTop: 0), .allDueReportsCame) }
        if last.isSubmitted { return (evidence.level(belowTop: 1), .lastDueReportCame) }
        if past.contains(where: \.isSubmitted) { return (evidence.level(belowTop: 2), .someDueReportsCame) }
        return (evidence.level(belowTop: max(1, evidence.scaleTop)), .noDueReportCame)
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
                    party: party, kind: .followUp, due: nil, state: .submitted, submitted: $0.date,
                    rule: .followUpInformation, report: $0.index)
            }
    }
}
