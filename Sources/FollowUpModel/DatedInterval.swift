/// Whether something holds, when dates are only partly known.
public enum Certainty: Hashable, Sendable, Comparable {
    /// It can't hold.
    case no
    /// It holds for some readings of the dates and not for others.
    case possible
    /// It holds for every reading of the dates.
    case certain
}

/// A stretch of time from `since` up to, not including, `until`; an open end is nil.
///
/// A partial date is read as every day it may mean: `since: 2012` may have begun on 1 January or on 31 December, and
/// `until: 2013-08` may have ended on any day of that August.
public struct DatedInterval: Hashable, Sendable {
    /// The day it began; nil when it always held, or nobody knows since when.
    public var since: PartialDate?
    /// The first day on which it no longer held; nil while it goes on.
    public var until: PartialDate?

    /// Makes an interval.
    public init(since: PartialDate? = nil, until: PartialDate? = nil) {
        self.since = since
        self.until = until
    }

    /// Whether the interval covers a day.
    public func certainty(on day: CalendarDay) -> Certainty {
        let begun =
            since.map { $0.latest <= day ? Certainty.certain : $0.earliest <= day ? .possible : .no } ?? .certain
        let lasting =
            until.map { day < $0.earliest ? Certainty.certain : day < $0.latest ? .possible : .no } ?? .certain
        return min(begun, lasting)
    }

    /// Whether the interval covers a day in at least one reading of its dates.
    public func covers(_ day: CalendarDay) -> Bool { certainty(on: day) != .no }
}

/// A date that comes back every so many months, counted from its first date so that month ends never drift.
///
/// 31 January and every month gives 28 February, 31 March, 30 April.
public struct Recurrence: Hashable, Sendable {
    /// The first date.
    public var anchor: PartialDate
    /// The months between two dates; at least one.
    public var months: Int

    /// Makes a recurrence; `months` must be at least one.
    public init(anchor: PartialDate, months: Int) {
        precondition(months >= 1, "a recurrence of no months would never end")
        self.anchor = anchor
        self.months = months
    }

    /// The date number `index`, the anchor being number 0.
    public func date(_ index: Int) -> PartialDate { anchor.adding(months: months * index) }

    /// The last date that has fully passed by `day`, or nil before the first.
    public func last(by day: CalendarDay) -> PartialDate? {
        let index = firstIndex(pendingAfter: day)
        return index > 0 ? date(index - 1) : nil
    }

    /// The first date that has not fully passed by `day`.
    public func next(after day: CalendarDay) -> PartialDate { date(firstIndex(pendingAfter: day)) }

    /// All dates that have passed by `day`, and the next one.
    public func dates(through day: CalendarDay) -> [PartialDate] { (0...firstIndex(pendingAfter: day)).map(date) }

    /// The number of the first date that has not fully passed by `day`.
    private func firstIndex(pendingAfter day: CalendarDay) -> Int {
        // A month has at most 31 days, so this date has begun by `day`; a month or year need not have passed.
        var index = max(0, Int(day.number - anchor.earliest.number) / (31 * months))
        while index > 0, !date(index - 1).hasPassed(by: day) { index -= 1 }
        while date(index).hasPassed(by: day) { index += 1 }
        return index
    }
}
