import FollowUpModel
import Testing

@Suite("A day of the calendar")
struct CalendarDayTests {
    @Test("agrees with counting day after day from 1583 to 2400")
    func everyDay() {
        var counted = NaiveCalendar(year: 1583, month: 1, day: 1)
        var number = NaiveCalendar.numberOfNewYear(1583)
        var wrong: [NaiveCalendar] = []
        while counted.year <= 2400 {
            let day = CalendarDay(year: counted.year, month: counted.month, day: counted.day)
            if day?.number != Int32(number) || CalendarDay(number: Int32(number)).naive != counted {
                wrong.append(counted)
            }
            counted.advance()
            number += 1
        }
        #expect(number == NaiveCalendar.numberOfNewYear(2401))
        #expect(wrong.first == nil)
    }

    @Test("agrees with counting at the edges of every year from 1 to 9999")
    func everyYear() {
        var number = NaiveCalendar.numberOfNewYear(1)
        var wrong: [Int] = []
        for year in 1...9999 {
            let isLeap = NaiveCalendar.isLeap(year)
            let edges = [(1, 1, 0), (2, isLeap ? 29 : 28, isLeap ? 59 : 58), (3, 1, isLeap ? 60 : 59)]
            for (month, day, offset) in edges + [(12, 31, isLeap ? 365 : 364)] {
                let made = CalendarDay(year: year, month: month, day: day)
                let expected = NaiveCalendar(year: year, month: month, day: day)
                if made?.number != Int32(number + offset) || made?.naive != expected { wrong.append(year) }
            }
            if !isLeap, CalendarDay(year: year, month: 2, day: 29) != nil { wrong.append(year) }
            number += isLeap ? 366 : 365
        }
        #expect(wrong.first == nil)
    }

    @Test(
        "has known numbers",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("0001-01-01", -719_162),
            ("9999-12-31", 2_932_896),
        ])
    func knownNumbers(text: String, number: Int32) throws {
        let day = CalendarDay(number: number)
        #expect(day.description == text)
        #expect(try #require(parsed(text)).earliest == day)
    }

    @Test(
        "does not exist where the calendar has none",
        arguments: [
            (2013, 2, 29), (1900, 2, 29), (2100, 2, 29), (2012, 2, 30), (2012, 4, 31), (2012, 13, 1), (2012, 0, 1),
            (2012, 1, 0), (2012, 1, 32), (0, 1, 1), (-1, 1, 1), (10_000, 1, 1), (2012, 1, -1),
        ])
    func noSuchDay(year: Int, month: Int, day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    @Test("knows leap years", arguments: [(1900, 28), (2000, 29), (2023, 28), (2024, 29), (2100, 28), (2400, 29)])
    func leapYears(year: Int, length: Int) {
        #expect(CalendarDay.daysIn(month: 2, of: year) == length)
    }

    @Test("knows the length of every month")
    func monthLengths() {
        #expect((1...12).map { CalendarDay.daysIn(month: $0, of: 2023) } == NaiveCalendar.lengths(of: 2023))
    }

    @Test(
        "plus months keeps its day or takes the last one",
        arguments: [
            ("2023-01-31", 1, "2023-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2024-01-31", 2, "2024-03-31"),
            ("2024-01-31", 3, "2024-04-30"), ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
            ("2096-02-29", 48, "2100-02-28"), ("2024-03-31", -1, "2024-02-29"), ("2024-01-15", -1, "2023-12-15"),
            ("2024-12-31", 1, "2025-01-31"), ("2024-05-31", 0, "2024-05-31"), ("2024-01-31", -12, "2023-01-31"),
        ] as [(CalendarDay, Int, CalendarDay)])
    func addingMonths(start: CalendarDay, months: Int, end: CalendarDay) {
        #expect(start.adding(months: months) == end)
    }

    @Test("plus months agrees with stepping month by month")
    func addingMonthsAsCounted() {
        var wrong: [String] = []
        for start in stride(from: Int32(-30_000), through: 60_000, by: 37) {
            let day = CalendarDay(number: start)
            for months in [-600, -25, -12, -1, 0, 1, 2, 11, 12, 13, 48, 599]
            where day.adding(months: months).naive != day.naive.adding(months: months) {
                wrong.append("\(day) \(months)")
            }
        }
        #expect(wrong.first == nil)
    }

    @Test("plus days is the day so many later")
    func addingDays() {
        #expect(("2024-02-28" as CalendarDay).adding(days: 2) == "2024-03-01")
        #expect(("1970-01-01" as CalendarDay).adding(days: -1) == "1969-12-31")
    }

    @Test("is ordered by time")
    func order() {
        #expect(("1969-12-31" as CalendarDay) < "1970-01-01")
        #expect(!(("2024-01-01" as CalendarDay) < "2024-01-01"))
    }

    @Test("calculates before year 1 without a trap")
    func beforeYearOne() {
        let first: CalendarDay = "0001-01-31"
        #expect(first.adding(months: -11).naive == NaiveCalendar(year: 0, month: 2, day: 29))
        #expect(first.adding(months: -13).naive == NaiveCalendar(year: -1, month: 12, day: 31))
        #expect(first.adding(months: -401 * 12).naive == NaiveCalendar(year: -400, month: 1, day: 31))
    }
}
