import FollowUpModel
import Testing

@Suite("A partial date")
struct PartialDateTests {
    @Test(
        "is read in three forms and written back the same",
        arguments: [
            ("2012", .year), ("2012-06", .month), ("2012-06-30", .day), ("0001", .year), ("0001-01-01", .day),
            ("9999-12", .month), ("9999-12-31", .day), ("2000-02-29", .day), ("1969-12-31", .day), ("0999-02", .month),
        ] as [(String, PartialDate.Precision)])
    func roundTrip(text: String, precision: PartialDate.Precision) throws {
        let date = try #require(parsed(text))
        #expect(date.description == text)
        #expect(date.precision == precision)
        #expect(PartialDate("x\(text)y".dropFirst().dropLast()) == date, "a part of a text reads as the text")
    }

    @Test(
        "is read in no other form",
        arguments: [
            "", "2", "212", "20123", "0000", "0000-01-01", "2012-13", "2012-00", "2012-6", "2012-6-3", "2012-06-3",
            "2012-6-30", "2012-02-30", "2013-02-29", "1900-02-29", "2012-06-00", "2012-06-31", "2012/06/30", "2012/06",
            "2012-06/30", "2012.06", "30-06-2012", "2012-06-30T", "2012-06-30T00:00:00Z", " 2012", "2012 ", "+012",
            "-012", "2012-", "2012-06-", "201a", "2012-0a", "2012-06-3a", "20 2", "１２", "２０１２", "٢٠", "٢٠١٢",
            "２０１２-０６", "2012‐06", "2012–06", "2012−06", "\u{FEFF}2012", "\u{FEFF}9", "201\u{0662}", "20\u{0}2",
            "12é", "2012-é6",
        ])
    func unreadable(text: String) {
        #expect(parsed(text) == nil)
    }

    @Test("reads every day that it writes")
    func everyTextReads() {
        var wrong: [String] = []
        for number in stride(from: Int32(-719_162), through: 2_932_896, by: 97) {
            let day = PartialDate(CalendarDay(number: number))
            if parsed(day.description) != day { wrong.append(day.description) }
        }
        #expect(wrong.first == nil)
    }

    @Test("is made from parts")
    func parts() {
        #expect(PartialDate(year: 2012) == "2012")
        #expect(PartialDate(year: 2012, month: 6) == "2012-06")
        #expect(PartialDate(year: 2012, month: 6, day: 30) == "2012-06-30")
        #expect(PartialDate(year: 2012, month: nil, day: 30) == nil, "a day without its month says nothing")
        #expect(PartialDate(year: 2012, month: 13) == nil)
        #expect(PartialDate(year: 2012, month: 6, day: 31) == nil)
        #expect(PartialDate(year: 0) == nil)
        #expect(PartialDate("2012-06-30" as CalendarDay) == "2012-06-30")
    }

    @Test("never pretends to a precision it has not")
    func precisionIsPartOfTheDate() {
        #expect(("2024" as PartialDate) != "2024-01")
        #expect(("2024-01" as PartialDate) != "2024-01-01")
        #expect((["2024", "2024-01", "2024-01-01", "2024-01"] as Set<PartialDate>).count == 3)
    }

    @Test("is ordered by its first day, then from coarse to fine")
    func order() {
        let sorted: [PartialDate] = [
            "0001", "1969-12-31", "1970", "1970-01", "1970-01-01", "2023-12-31", "2024", "2024-01", "2024-01-01",
            "2024-01-02", "2024-02", "2024-02-01", "2025", "9999-12-31",
        ]
        for (left, first) in sorted.enumerated() {
            for (right, second) in sorted.enumerated() {
                #expect((first < second) == (left < right), "\(first) \(second)")
                #expect((first.code < second.code) == (left < right))
            }
        }
    }

    @Test(
        "means all days from its first to its last",
        arguments: [
            ("2012", "2012-01-01", "2012-12-31"), ("2012-02", "2012-02-01", "2012-02-29"),
            ("1900-02", "1900-02-01", "1900-02-28"), ("2012-12", "2012-12-01", "2012-12-31"),
            ("2012-06-30", "2012-06-30", "2012-06-30"), ("9999", "9999-01-01", "9999-12-31"),
            ("9999-12", "9999-12-01", "9999-12-31"), ("0001", "0001-01-01", "0001-12-31"),
            ("1969-12", "1969-12-01", "1969-12-31"),
        ] as [(PartialDate, CalendarDay, CalendarDay)])
    func span(date: PartialDate, first: CalendarDay, last: CalendarDay) {
        #expect(date.earliest == first)
        #expect(date.latest == last)
    }

    @Test(
        "has passed once its last day is over",
        arguments: [
            ("2012", "2012-12-30", false), ("2012", "2012-12-31", true), ("2012-02", "2012-02-28", false),
            ("2012-02", "2012-02-29", true), ("2012-06-30", "2012-06-29", false), ("2012-06-30", "2012-06-30", true),
        ] as [(PartialDate, CalendarDay, Bool)])
    func passing(date: PartialDate, day: CalendarDay, hasPassed: Bool) {
        #expect(date.hasPassed(by: day) == hasPassed)
    }

    @Test(
        "plus months stays as precise as it was",
        arguments: [
            ("2024-01-31", 1, "2024-02-29"), ("2024-01", 1, "2024-02"), ("2024-12", 1, "2025-01"), ("2024", 12, "2025"),
            ("2024", 6, "2024"), ("2024", 18, "2025"), ("2024", -1, "2023"), ("2024-01", -1, "2023-12"),
            ("2024-03-31", -1, "2024-02-29"), ("2024", 0, "2024"),
        ] as [(PartialDate, Int, PartialDate)])
    func addingMonths(start: PartialDate, months: Int, end: PartialDate) {
        #expect(start.adding(months: months) == end)
    }
}
