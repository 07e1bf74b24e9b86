import FollowUpModel
import ForumKit

/// One report that a State owes a body: its cycle, by when, and how it ended.
struct ReportingCycle {
    /// How a cycle ended.
    enum Closing {
        /// The report came, or the answers that count as one; the date is nil when only the review of it is reported.
        case submitted(PartialDate?)
        /// The body reviewed the State without a report.
        case absence
    }

    /// The number of the cycle, 0 for the initial report.
    var number: Int
    /// By when, and the rule that says so.
    var due: LegalDate
    var rule: RuleID
    /// Whether the body fixed the date.
    var isFixed = false
    /// The report that fixed the date, or the one that closed the cycle.
    var report: Report?
    var closing: Closing?
    /// The first day of the act that closed it.
    var closed: LegalDate?
    /// The first day of the body's review of it.
    var examined: LegalDate?
}

/// The reporting cycles of one State, in time order: each event closes the oldest cycle that is open.
///
/// - A report received, or answers to a list of issues prior to reporting, close it as submitted.
/// - A review closes it too: as submitted, or as reviewed in absence where an act says so. Review, adoption and
///   publication of the observations within a year are one examination.
/// - The next date is the one that the body fixed after that examination, where one is known; else the previous date
///   and the period. Cycles that so fell due before the former one was closed are combined with it.
struct ReportingHistory {
    private(set) var cycles: [ReportingCycle] = []

    private let calendar: ReportingCalendar
    private let fixed: [Report]
    private let asOf: CalendarDay
    /// The cycle whose report has come and is not reviewed yet.
    private var awaiting: Int?
    /// Whether a list of issues followed that report, so that what comes next are answers.
    private var isAsked = false
    /// The running examination: its first day and its cycle.
    private var examination: (start: CalendarDay, cycle: Int)?

    /// Reads one State's reporting.
    ///
    /// - Parameters:
    ///   - entry: when the treaty entered into force for it.
    ///   - events: its reports with their acts, oldest first.
    ///   - fixed: the due dates that the body fixed, oldest first.
    init(
        entry: LegalDate, events: [(act: LegalAct, report: Report)], fixed: [Report], calendar: ReportingCalendar,
        asOf: CalendarDay
    ) {
        self.calendar = calendar
        self.fixed = fixed
        self.asOf = asOf
        cycles = [initial(entry)]
        for (act, report) in events {
            switch act {
            case .reportReceived: receive(report)
            case .review, .reviewInAbsence, .observations: examine(report, inAbsence: act == .reviewInAbsence)
            case .listOfIssues: isAsked = awaiting != nil
            default: break
            }
        }
        openCycles()
    }

    // MARK: Events

    private mutating func receive(_ report: Report) {
        if let awaiting, isAsked || !isNextReport(report, after: awaiting) { return }
        if let examination, report.date.earliest < examination.start.adding(months: calendar.lateMonths),
            case .submitted(let date) = cycles[examination.cycle].closing
        {
            // The report or answers came while the body was at it.
            if date == nil { cycles[examination.cycle].closing = .submitted(report.date) }
            return
        }
        let cycle = openCycle()
        close(cycle, .submitted(report.date), report)
        (awaiting, isAsked) = (cycle, false)
    }

    /// Whether a report that comes while another awaits its review is the next one: not long before it falls due.
    private func isNextReport(_ report: Report, after awaiting: Int) -> Bool {
        let due = calendar.then(after: cycles[awaiting].due).earliest
        return report.date.earliest >= due.adding(months: -calendar.earlyMonths)
    }

    private mutating func examine(_ report: Report, inAbsence: Bool) {
        let day = report.date.earliest
        if let examination, day < examination.start.adding(months: calendar.examinationMonths) {
            if inAbsence, case .submitted(nil) = cycles[examination.cycle].closing {
                close(examination.cycle, .absence, report)
            }
            return
        }
        let cycle = awaiting ?? openCycle()
        if awaiting == nil { close(cycle, inAbsence ? .absence : .submitted(nil), report) }
        cycles[cycle].examined = LegalDate(report.date)
        examination = (day, cycle)
        awaiting = nil
    }

    private mutating func close(_ cycle: Int, _ closing: ReportingCycle.Closing, _ report: Report) {
        cycles[cycle].closing = closing
        cycles[cycle].closed = LegalDate(report.date)
        cycles[cycle].report = report
    }

    // MARK: Cycles

    /// The oldest cycle that is open, begun where the last one is closed.
    private mutating func openCycle() -> Int {
        if let last = cycles.last, last.closing != nil { follow(last) }
        return cycles.count - 1
    }

    /// Begins the cycle after a closed one, with those in between that are combined with it.
    private mutating func follow(_ previous: ReportingCycle) {
        var next = self.next(after: previous)
        guard !next.isFixed, let closed = previous.closed else {
            cycles.append(next)
            return
        }
        while next.due.latest <= closed.earliest {
            (next.rule, next.closing, next.closed, next.report) =
                (.combinedReport, previous.closing, previous.closed, previous.report)
            cycles.append(next)
            next = arithmetic(after: next)
        }
        cycles.append(next)
    }

    /// Adds the cycles that are open on the day: those whose date has passed, and the next one.
    private mutating func openCycles() {
        _ = openCycle()
        while let last = cycles.last, last.due.latest < asOf { cycles.append(next(after: last)) }
    }

    private func initial(_ entry: LegalDate) -> ReportingCycle {
        let due = calendar.first(after: entry)
        let last = due.latest.adding(months: calendar.extensionMonths)
        let told = fixed.first { $0.date.latest > entry.earliest && $0.date.earliest <= last }
        return cycle(0, due, .initialReport, told)
    }

    private func next(after previous: ReportingCycle) -> ReportingCycle {
        let computed = calendar.then(after: previous.due)
        let told = fixed.first { report in
            if let examined = previous.examined {
                // The body fixes the next date when it concludes its review.
                return report.date.earliest > examined.latest
                    && report.date.earliest
                        <= calendar.then(after: examined).latest.adding(
                            months: calendar.extensionMonths)
            }
            // No review is reported: a fixed date counts once it has come, in the period that it falls in.
            return report.date.latest <= asOf && report.date.earliest >= computed.earliest
                && report.date.earliest < calendar.then(after: computed).earliest
        }
        return cycle(previous.number + 1, computed, .periodicReport, told)
    }

    private func arithmetic(after previous: ReportingCycle) -> ReportingCycle {
        cycle(previous.number + 1, calendar.then(after: previous.due), .periodicReport, nil)
    }

    /// A cycle with the date that the body told; where it told only the year or month of the computed day, that day.
    private func cycle(_ number: Int, _ computed: LegalDate, _ rule: RuleID, _ told: Report?) -> ReportingCycle {
        guard let told else { return ReportingCycle(number: number, due: computed, rule: rule) }
        let date = LegalDate(told.date)
        if date.earliest <= computed.earliest, computed.latest <= date.latest {
            return ReportingCycle(number: number, due: computed, rule: rule, report: told)
        }
        return ReportingCycle(number: number, due: date, rule: .dateFixedByTheBody, isFixed: true, report: told)
    }
}

/// How long after each other reports fall due.
struct ReportingCalendar {
    /// Months from the entry into force to the first report.
    var firstReportMonths: Int
    /// Months from one report to the next.
    var thenEveryMonths: Int

    /// How much later than by the arithmetic a date fixed by the body may lie.
    let extensionMonths = 12
    /// How long before its date a report may come and still be the next one.
    let earlyMonths = 12
    /// Within how many months review, adoption and publication are one examination.
    let examinationMonths = 12
    /// For how many months after a review has begun what comes still belongs to it.
    let lateMonths = 6

    /// When the first report is due.
    func first(after entry: LegalDate) -> LegalDate { CalendarRule.months(firstReportMonths).date(after: entry) }

    /// When the next report is due.
    func then(after due: LegalDate) -> LegalDate { CalendarRule.months(thenEveryMonths).date(after: due) }
}
