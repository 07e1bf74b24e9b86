import FollowUpModel
import Testing

@Suite("A dated interval")
struct DatedIntervalTests {
    @Test(
        "is as certain as its dates",
        arguments: [
            // Open at both ends: always.
            (nil, nil, "0001-01-01", .certain), (nil, nil, "9999-12-31", .certain),
            // Exact dates: the first day is in, the end is out.
            ("2012-06-29", "2013-08-12", "2012-06-28", .no), ("2012-06-29", "2013-08-12", "2012-06-29", .certain),
            ("2012-06-29", "2013-08-12", "2013-08-11", .certain), ("2012-06-29", "2013-08-12", "2013-08-12", .no),
            // Begun some day of 2012.
            ("2012", nil, "2011-12-31", .no), ("2012", nil, "2012-01-01", .possible),
            ("2012", nil, "2012-12-30", .possible), ("2012", nil, "2012-12-31", .certain),
            // Ended some day of August 2013; on the 31st it had ended in every reading.
            (nil, "2013-08", "2013-07-31", .certain), (nil, "2013-08", "2013-08-01", .possible),
            (nil, "2013-08", "2013-08-30", .possible), (nil, "2013-08", "2013-08-31", .no),
            // Both ends partly known.
            ("2012", "2013", "2012-12-31", .certain), ("2012", "2013", "2013-01-01", .possible),
            ("2012", "2013", "2012-06-01", .possible), ("2012", "2013", "2013-12-31", .no),
            ("2012", "2012", "2012-06-01", .possible), ("2012", "2012", "2012-12-31", .no),
            // Nothing lies between a day and itself.
            ("2012-06-29", "2012-06-29", "2012-06-29", .no),
        ] as [(PartialDate?, PartialDate?, CalendarDay, Certainty)])
    func truthTable(since: PartialDate?, until: PartialDate?, day: CalendarDay, certainty: Certainty) {
        let interval = DatedInterval(since: since, until: until)
        #expect(interval.certainty(on: day) == certainty)
        #expect(interval.covers(day) == (certainty != .no))
    }

    @Test("agrees with trying every reading of its dates")
    func everyReading() {
        let dates: [PartialDate?] = [nil, "2012-01-31", "2012-02", "2012-02-01", "2012-02-29", "2012-03"]
        let first: CalendarDay = "2012-01-30"
        var wrong: [String] = []
        for since in dates {
            for until in dates {
                let interval = DatedInterval(since: since, until: until)
                for day in (0...62).map(first.adding(days:))
                where interval.certainty(on: day) != tryAll(since, until, day) {
                    wrong.append("\(interval) \(day)")
                }
            }
        }
        #expect(wrong.first == nil)
    }

    /// Goes through all pairs of days that the two dates may mean.
    private func tryAll(_ since: PartialDate?, _ until: PartialDate?, _ day: CalendarDay) -> Certainty {
        let beginnings = since.map { $0.earliest.number...$0.latest.number } ?? (-1_000_000)...(-1_000_000)
        let ends = until.map { $0.earliest.number...$0.latest.number } ?? 1_000_000...1_000_000
        var (yes, no) = (false, false)
        for beginning in beginnings {
            for end in ends {
                if beginning <= day.number && day.number < end { yes = true } else { no = true }
            }
        }
        return yes ? (no ? .possible : .certain) : .no
    }

    @Test("orders certainty from no to certain")
    func certaintyOrder() {
        #expect(Certainty.no < .possible)
        #expect(Certainty.possible < .certain)
    }
}

@Suite("A recurrence")
struct RecurrenceTests {
    @Test("never drifts from its month's end")
    func monthEnds() {
        let monthly = Recurrence(anchor: "2023-01-31", months: 1)
        #expect(
            (0..<14).map { monthly.date($0).description } == [
                "2023-01-31", "2023-02-28", "2023-03-31", "2023-04-30", "2023-05-31", "2023-06-30", "2023-07-31",
                "2023-08-31", "2023-09-30", "2023-10-31", "2023-11-30", "2023-12-31", "2024-01-31", "2024-02-29",
            ])
        let leapDay = Recurrence(anchor: "2000-02-29", months: 12)
        #expect([1, 4, 100].map { leapDay.date($0).description } == ["2001-02-28", "2004-02-29", "2100-02-28"])
    }

    static let anchors: [PartialDate] = [
        "2000-01-31", "2000-02-29", "2001-12-31", "1999-08-30", "2003-07-01", "2000-01", "2000-12", "2001-02", "2000",
        "2003",
    ]

    @Test(
        "finds its last and next date as trying one after the other does", arguments: anchors,
        [1, 2, 3, 5, 6, 7, 11, 12, 13, 18, 24, 48, 60])
    func lastAndNext(anchor: PartialDate, months: Int) {
        let recurrence = Recurrence(anchor: anchor, months: months)
        let candidates = (0..<(240 / months + 3)).map { naiveDate(anchor, months: months * $0) }
        var wrong: [String] = []
        for number in stride(from: ("1998-06-01" as CalendarDay).number, to: 16_500, by: 13) {
            for day in edges(near: CalendarDay(number: number)) {
                let last = candidates.last { $0.latest <= day }
                let next = candidates.first { $0.latest > day }
                if recurrence.last(by: day) != last { wrong.append("last by \(day)") }
                if recurrence.next(after: day) != next { wrong.append("next after \(day)") }
            }
        }
        #expect(wrong.first == nil, "\(anchor) every \(months)")
    }

    /// A day, the last day of its month, its eve and its morrow.
    private func edges(near day: CalendarDay) -> [CalendarDay] {
        let (year, month, dayOfMonth) = day.parts
        let end = day.adding(days: CalendarDay.daysIn(month: month, of: year) - dayOfMonth)
        return [day, end.adding(days: -1), end, end.adding(days: 1)]
    }

    private func naiveDate(_ anchor: PartialDate, months: Int) -> PartialDate {
        let moved = anchor.earliest.naive.adding(months: months)
        let date =
            switch anchor.precision {
            case .year: PartialDate(year: moved.year)
            case .month: PartialDate(year: moved.year, month: moved.month)
            case .day: PartialDate(year: moved.year, month: moved.month, day: moved.day)
            }
        guard let date else { preconditionFailure("stepping by months leads to days that exist") }
        return date
    }

    @Test("has no last date before its first")
    func beforeTheFirst() {
        let recurrence = Recurrence(anchor: "2020-06-30", months: 12)
        #expect(recurrence.last(by: "2020-06-29") == nil)
        #expect(recurrence.next(after: "0001-01-01") == "2020-06-30")
        #expect(recurrence.last(by: "2020-06-30") == "2020-06-30")
        #expect(recurrence.next(after: "2020-06-30") == "2021-06-30")
    }
}

@Suite("A deadline")
struct DeadlineReadingTests {
    @Test(
        "on a date can be kept until the end of its last day",
        arguments: [
            ("2020-12-31", "2020-12-30", true, false), ("2020-12-31", "2020-12-31", true, false),
            ("2020-12-31", "2021-01-01", false, true), ("2020-06", "2020-06-30", true, false),
            ("2020-06", "2020-07-01", false, true), ("2020", "2020-12-31", true, false),
            ("2020", "2021-01-01", false, true),
        ] as [(PartialDate, CalendarDay, Bool, Bool)])
    func onADate(date: PartialDate, day: CalendarDay, liesAhead: Bool, hasPassed: Bool) {
        for deadline in [Deadline(.date(date)), Deadline(.horizon(date))] {
            #expect(deadline.liesAhead(of: day) == liesAhead)
            #expect(deadline.hasPassed(by: day) == hasPassed)
            #expect(deadline.due(after: day) == date)
        }
    }

    @Test("that recurs never passes, and lies ahead only before its first date")
    func recurring() {
        let deadline = Deadline(.recurring(Recurrence(anchor: "2020-01-31", months: 1)))
        #expect(deadline.liesAhead(of: "2020-01-31"))
        #expect(!deadline.liesAhead(of: "2020-02-01"))
        #expect(!deadline.hasPassed(by: "2090-01-01"))
        #expect(deadline.due(after: "2019-06-01") == "2020-01-31")
        #expect(deadline.due(after: "2020-02-01") == "2020-02-29")
    }

    @Test("in words alone has no date, lies nowhere and never passes")
    func inWords() {
        let deadline = Deadline(.unread, phrase: "a la brevedad")
        #expect(deadline.phrase == "a la brevedad")
        #expect(deadline.due(after: "2020-01-01") == nil)
        #expect(!deadline.liesAhead(of: "2020-01-01"))
        #expect(!deadline.hasPassed(by: "9999-12-31"))
    }
}
