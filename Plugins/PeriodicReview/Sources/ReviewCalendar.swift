import FollowUpModel
import ForumKit

/// When a framework is reviewed: the meetings that took place or are fixed, and between them the nominal years.
///
/// A nominal year is only an estimate, given as the whole year: a forum every so many months from the year of the first
/// one, regional reviews halfway between two forums (gcm-imrf, gcm-regional).
struct ReviewCalendar {
    /// The worldwide meetings, in time order.
    let forums: [ForumSession]
    private let regional: [ForumSession]
    private let everyMonths: Int

    init(_ sessions: [ForumSession], everyMonths: Int) {
        let inOrder = sessions.sorted { $0.date < $1.date }
        forums = inOrder.filter { $0.kind == .review }
        regional = inOrder.filter { $0.kind == .regionalReview }
        self.everyMonths = everyMonths
    }

    /// The months for which a word on a meeting without a known date is good: one turn; where no period is laid down a
    /// year, since the High-level Political Forum meets every July.
    var turn: Int { everyMonths > 0 ? everyMonths : 12 }

    /// The next forum that has not ended before a day, as well as it is known.
    func nextForum(asOf day: CalendarDay) -> LegalDate? { next(of: forums, shiftedBy: 0, asOf: day) }

    /// The next regional review, alternating with the forum.
    func nextRegional(asOf day: CalendarDay) -> LegalDate? {
        next(of: regional, shiftedBy: -everyMonths / 2, asOf: day)
    }

    /// When a State's next review is expected, for information, and by which rule; nil when it has presented for the
    /// next meeting or no period is known.
    func next(after last: PartialDate?, asOf day: CalendarDay) -> (LegalDate, RuleID)? {
        guard everyMonths > 0 else { return nil }
        guard let due = nextForum(asOf: day) else {
            return last.map { (LegalDate($0.adding(months: everyMonths)), .nominalNextReview) }
        }
        if let last, let before = previousForum(asOf: day), last.earliest > before.end.latest { return nil }
        return (due, .reviewForum)
    }

    /// The report that a secretariat owes twelve weeks before the next forum (gcm-sg-report).
    func report(by party: PartyIndex, _ review: VoluntaryReview, _ evidence: CommitmentEvidence) -> [Obligation] {
        let day = evidence.asOf
        guard let forum = nextForum(asOf: day) else { return [] }
        let due = LegalDate(earliest: forum.earliest.adding(days: -84), latest: forum.latest.adding(days: -84))
        let previous = previousForum(asOf: day)?.end.latest
        let report = review.last.flatMap { last in previous.map { last.date.earliest > $0 } ?? true ? last : nil }
        var owed = evidence.obligation(of: party, .periodicReport, due: due, metBy: report, rule: .reportBeforeForum)
        if owed.state == .overdue { owed.state = .due }
        return [owed]
    }

    /// The review to which a regional body is invited.
    func regionalReview(by party: PartyIndex, asOf day: CalendarDay) -> [Obligation] {
        guard let due = nextRegional(asOf: day) else { return [] }
        return [
            Obligation(party: party, kind: .voluntaryReview, due: due, state: .upcoming, rule: .regionalReview)
        ]
    }

    private func previousForum(asOf day: CalendarDay) -> ForumSession? { forums.last { $0.end.latest < day } }

    /// The next meeting: the first one fixed that has not ended, or the next nominal year if the fixed one belongs to a
    /// later turn.
    private func next(of sessions: [ForumSession], shiftedBy shift: Int, asOf day: CalendarDay) -> LegalDate? {
        let fixed = sessions.first { $0.end.latest >= day }.map { LegalDate($0.date) }
        guard let nominal = nominalYear(without: sessions, shiftedBy: shift, asOf: day) else { return fixed }
        guard let fixed else { return LegalDate(nominal) }
        return fixed.earliest < nominal.adding(months: everyMonths).earliest ? fixed : LegalDate(nominal)
    }

    /// The first nominal year that is not over and whose meeting has not been held, be it later than that year.
    private func nominalYear(
        without sessions: [ForumSession], shiftedBy shift: Int, asOf day: CalendarDay
    ) -> PartialDate? {
        guard everyMonths > 0, let first = forums.first,
            let start = PartialDate(year: first.date.earliest.parts.year)
        else { return nil }
        let years = Recurrence(anchor: start.adding(months: shift), months: everyMonths)
        let next = years.next(after: day.adding(days: -1))
        let isHeld = sessions.contains { $0.date.earliest >= next.earliest && $0.end.latest < day }
        return isHeld ? years.next(after: next.latest) : next
    }
}
