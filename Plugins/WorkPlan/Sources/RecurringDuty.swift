import FollowUpModel
import ForumKit

/// A duty of an organ that comes back, such as two notes a year (RCM-R5).
///
/// What counts is how many notes came in the calendar year, not in which half: the first note of a year meets the
/// first date of that year. For a duty that comes back after more than a year it is the time since the date before.
struct RecurringDuty {
    /// What is expected in the year of the as-of day, or next where nothing falls due in it.
    let obligations: [Obligation]

    init(_ recurrence: Recurrence, of party: PartyIndex, _ evidence: CommitmentEvidence) {
        let yearStart = evidence.asOf.firstOfMonth.adding(months: 1 - evidence.asOf.parts.month)
        let dates = Self.dates(recurrence, from: yearStart)
        let windowStart =
            recurrence.months <= 12
            ? yearStart : dates[0].adding(months: -recurrence.months).latest.adding(days: 1)
        let notes = evidence.reports(on: party).filter { report in
            report.date.earliest >= windowStart && !report.isPartial && Self.isNote(report, evidence)
        }
        obligations = dates.enumerated().map { place, date in
            evidence.obligation(
                of: party, .periodicReport, due: LegalDate(date), metBy: place < notes.count ? notes[place] : nil,
                rule: .notesPerYear)
        }
    }

    /// The dates that fall in the year, at least the next one.
    private static func dates(_ recurrence: Recurrence, from yearStart: CalendarDay) -> [PartialDate] {
        var dates = [recurrence.next(after: yearStart.adding(days: -1))]
        let yearEnd = yearStart.adding(months: 12).adding(days: -1)
        while true {
            let next = recurrence.next(after: dates[dates.count - 1].latest)
            guard next.latest <= yearEnd else { return dates }
            dates.append(next)
        }
    }

    private static func isNote(_ report: Report, _ evidence: CommitmentEvidence) -> Bool {
        switch evidence.words.act(of: report) {
        case .reportReceived, .presented, .followUpReceived: true
        case nil: evidence.words.progress(of: report)?.rank == evidence.scaleTop
        default: false
        }
    }
}
