import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing
import TreatyParticipation

/// The state entry rules of the reference, each on the day before and on the day itself.
@Suite struct EntryIntoForceTests {
    private func expectParty(
        _ rule: CalendarRule?, general: PartialDate, deposit: PartialDate, from effect: CalendarDay,
        clause: EntryIntoForce.Clause = .perState, _ where: SourceLocation = #_sourceLocation
    ) {
        var entry = EntryIntoForce(clause: clause)
        entry.rule = rule
        entry.deposits = clause == .deposits ? 20 : nil
        var sketch = MadeUpForum.treaty(entry, inForce: general)
        sketch.report(.acceded, deposit)
        let before = sketch.reading(asOf: effect.adding(days: -1))
        let after = sketch.reading(asOf: effect)
        #expect(before?.progress.rank != 3, "not a party the day before \(effect)", sourceLocation: `where`)
        #expect(before?.standing != .bound, sourceLocation: `where`)
        #expect(after?.progress.rank == 3, "a party on \(effect)", sourceLocation: `where`)
        #expect(after?.standing == .bound, sourceLocation: `where`)
        #expect(after?.basis.effect == LegalDate(effect), sourceLocation: `where`)
    }

    @Test(
        "ICRMW art. 87, cmw-state-entry: test vectors and edges",
        arguments: [
            ("2007-06-05", "2007-10-01"), ("2005-04-21", "2005-08-01"), ("2003-11-26", "2004-03-01"),
            ("1999-01-11", "2003-07-01"), ("2007-02-23", "2007-06-01"), ("2010-10-29", "2011-02-01"),
            // Made up: first and last days of months, a leap day, the year's end.
            ("2011-06-01", "2011-10-01"), ("2011-11-30", "2012-03-01"), ("2010-11-30", "2011-03-01"),
            ("2012-02-29", "2012-06-01"), ("2011-12-31", "2012-04-01"), ("2011-08-31", "2011-12-01"),
        ])
    func migrantWorkers(deposit: String, effect: String) throws {
        let (deposit, effect) = (try #require(PartialDate(deposit)), try #require(PartialDate(effect)).earliest)
        expectParty(.firstOfMonthAfterMonths(3), general: "2003-07-01", deposit: deposit, from: effect)
        expectParty(
            .firstOfMonthAfterMonths(3), general: "2003-07-01", deposit: deposit, from: effect, clause: .deposits)
    }

    @Test("ICRMW art. 87: a deposit after the twentieth, before the general entry, has its own day")
    func betweenThresholdAndEntry() {
        expectParty(
            .firstOfMonthAfterMonths(3), general: "2003-07-01", deposit: "2003-06-05", from: "2003-10-01",
            clause: .deposits)
        expectParty(
            .firstOfMonthAfterMonths(3), general: "2003-07-01", deposit: "2003-03-14", from: "2003-07-01",
            clause: .deposits)
    }

    @Test("VCCR art. 77, UNTOC art. 38, TIP art. 17, SOM art. 22: thirtieth day, not before the general entry")
    func thirtiethDay() {
        expectParty(.days(30), general: "1967-03-19", deposit: "1965-10-19", from: "1967-03-19")
        expectParty(.days(30), general: "1967-03-19", deposit: "1967-03-07", from: "1967-04-06")
        expectParty(.days(30), general: "1967-03-19", deposit: "2010-07-06", from: "2010-08-05")
        expectParty(.days(30), general: "2003-09-29", deposit: "2003-09-26", from: "2003-10-26")
        expectParty(.days(30), general: "2003-12-25", deposit: "2003-03-04", from: "2003-12-25")
        expectParty(.days(30), general: "2004-01-28", deposit: "2012-01-30", from: "2012-02-29")
    }

    @Test("REF1951 art. 43: ninetieth day; REF1967 art. VIII: the day itself")
    func refugees() {
        expectParty(.days(90), general: "1954-04-22", deposit: "1956-02-29", from: "1956-05-29")
        expectParty(.days(0), general: "1967-10-04", deposit: "1969-09-22", from: "1969-09-22")
        expectParty(nil, general: "1967-10-04", deposit: "1967-02-01", from: "1967-10-04")
    }

    @Test("ILO_C097 art. 13, ILO_C143 art. 18, ILO_C189 art. 21: twelve months after registration")
    func labour() {
        expectParty(.months(12), general: "1952-01-22", deposit: "1951-06-01", from: "1952-06-01")
        expectParty(.months(12), general: "1978-12-09", deposit: "1980-02-29", from: "1981-02-28")
        expectParty(.months(12), general: "2013-09-05", deposit: "2012-06-14", from: "2013-09-05")
    }

    @Test("a threshold that no source dates is counted from the deposits")
    func threshold() {
        var entry = EntryIntoForce(clause: .deposits)
        (entry.deposits, entry.rule, entry.later) = (2, .days(30), .months(1))
        var sketch = MadeUpForum.treaty(entry, inForce: nil)
        sketch.report(.ratified, "2010-01-10", on: "XAA")
        #expect(sketch.inForce(asOf: "2010-12-31") == nil)
        #expect(sketch.reading("XAA", asOf: "2010-12-31")?.basis.standingRule == "awaits-entry")
        sketch.report(.acceded, "2010-03-01", on: "XBB")
        sketch.report(.acceded, "2010-03-31", on: "XCC")
        #expect(sketch.inForce(asOf: "2010-12-31") == LegalDate("2010-03-31" as CalendarDay))
        #expect(sketch.reading("XAA", asOf: "2010-03-31")?.standing == .bound)
        #expect(sketch.reading("XBB", asOf: "2010-03-31")?.standing == .bound)
        #expect(sketch.reading("XCC", asOf: "2010-04-29")?.standing == .pending)
        #expect(sketch.reading("XCC", asOf: "2010-04-30")?.standing == .bound)
    }

    @Test("partial dates give an interval: possible is not complete")
    func partialDates() {
        var entry = EntryIntoForce(clause: .perState)
        entry.rule = .days(30)
        var sketch = MadeUpForum.treaty(entry, inForce: "2000")
        sketch.report(.ratified, "2012-06")
        let doubtful = sketch.reading(asOf: "2012-07-15")
        #expect(doubtful?.standing == .pending)
        #expect(doubtful?.progress.rank == 2)
        #expect(doubtful?.basis.progressRule == "entry-perhaps-passed")
        #expect(sketch.reading(asOf: "2012-07-29")?.progress.rank == 2)
        #expect(sketch.reading(asOf: "2012-07-30")?.progress.rank == 3)
        // The same deposit told to the day: the better known date counts.
        sketch.report(.ratified, "2012-06-04", by: .unstated)
        #expect(sketch.reading(asOf: "2012-07-04")?.progress.rank == 3)
        #expect(sketch.reading(asOf: "2012-07-03")?.progress.rank == 2)
    }
}
