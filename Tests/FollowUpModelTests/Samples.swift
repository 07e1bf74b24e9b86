import Diagnostics
import FollowUpModel

// Lets tests write dates as they are written in files. A wrong literal is a fault of the test.

extension PartialDate: ExpressibleByStringLiteral {
    init(stringLiteral text: String) {
        guard let date = PartialDate(text) else { preconditionFailure("'\(text)' is no date") }
        self = date
    }
}

extension CalendarDay: ExpressibleByStringLiteral {
    init(stringLiteral text: String) {
        guard let date = PartialDate(text), date.precision == .day else { preconditionFailure("'\(text)' is no day") }
        self = date.earliest
    }
}

/// Where made-up declarations stand.
let nowhere = SourceRange.wholeFile(FileID(rawValue: 0))

/// The date that a text reads as, if any; goes through a variable, so that the literal above is not used.
func parsed(_ text: String) -> PartialDate? { PartialDate(text) }

/// A calendar that counts one day after the other: slow and plainly right.
struct NaiveCalendar: Equatable {
    var year: Int
    var month: Int
    var day: Int

    static func isLeap(_ year: Int) -> Bool {
        if year % 400 == 0 { return true }
        if year % 100 == 0 { return false }
        return year % 4 == 0
    }

    static func lengths(of year: Int) -> [Int] {
        [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    }

    /// The number of 1 January of a year, counted year by year from 1970.
    static func numberOfNewYear(_ year: Int) -> Int {
        let years = min(year, 1970)..<max(year, 1970)
        let days = years.reduce(0) { $0 + (isLeap($1) ? 366 : 365) }
        return year < 1970 ? -days : days
    }

    mutating func advance() {
        day += 1
        guard day > Self.lengths(of: year)[month - 1] else { return }
        (day, month) = (1, month + 1)
        if month > 12 { (month, year) = (1, year + 1) }
    }

    /// The same day of a later month, one month after the other; the last one where that month is shorter.
    func adding(months: Int) -> NaiveCalendar {
        var (newYear, newMonth) = (year, month)
        for _ in 0..<abs(months) {
            newMonth += months > 0 ? 1 : -1
            if newMonth == 13 { (newMonth, newYear) = (1, newYear + 1) }
            if newMonth == 0 { (newMonth, newYear) = (12, newYear - 1) }
        }
        return NaiveCalendar(
            year: newYear, month: newMonth, day: min(day, Self.lengths(of: newYear)[newMonth - 1]))
    }
}

extension CalendarDay {
    /// The parts in a form that can be compared.
    var naive: NaiveCalendar {
        let (year, month, day) = parts
        return NaiveCalendar(year: year, month: month, day: day)
    }
}
