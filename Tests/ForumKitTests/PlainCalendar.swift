import FollowUpModel
import ForumKit

/// A calendar that only knows how long each month is and goes from one day to the next: slow and plainly right.
struct PlainDay: Comparable, Hashable, CustomStringConvertible {
    var (year, month, day): (Int, Int, Int)

    init(_ year: Int, _ month: Int, _ day: Int) { (self.year, self.month, self.day) = (year, month, day) }

    init(_ day: CalendarDay) {
        let parts = day.description.split(separator: "-").compactMap { Int($0) }
        self.init(parts[0], parts[1], parts[2])
    }

    static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    static func == (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) == (right.year, right.month, right.day)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(description) }

    var description: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }

    /// How many days the month has.
    var monthLength: Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 400 == 0 || year % 4 == 0 && year % 100 != 0 ? 29 : 28
        default: 31
        }
    }

    /// The day after.
    var next: PlainDay {
        if day < monthLength { return PlainDay(year, month, day + 1) }
        return nextMonth
    }

    /// The first day of the next month.
    var nextMonth: PlainDay { month == 12 ? PlainDay(year + 1, 1, 1) : PlainDay(year, month + 1, 1) }

    /// The day with the same number so many months later, or the last one of a shorter month.
    func later(months: Int) -> PlainDay {
        var result = PlainDay(year, month, 1)
        for _ in 0..<months { result = result.nextMonth }
        return PlainDay(result.year, result.month, min(day, result.monthLength))
    }

    /// So many days later, one after the other.
    func later(days: Int) -> PlainDay { (0..<days).reduce(self) { day, _ in day.next } }

    /// The day on which a rule of the calendar takes effect, by the words of the rule.
    func later(by rule: CalendarRule?) -> PlainDay {
        switch rule {
        case nil: self
        case .days(let count): later(days: count)
        case .months(let count): later(months: count)
        // "on the first day of the month following a period of three months" (ICRMW, article 87)
        case .firstOfMonthAfterMonths(let count): later(months: count).nextMonth
        // "on the first day of the third month after that of the act"
        case .firstOfNthMonth(let count): (0..<count).reduce(self) { day, _ in day.nextMonth }
        }
    }

    /// The same day for the code that is tried.
    var calendarDay: CalendarDay {
        guard let day = CalendarDay(year: year, month: month, day: day) else {
            preconditionFailure("a plain day is a day")
        }
        return day
    }
}

extension PartialDate {
    /// Every day that the date may mean.
    var plainDays: [PlainDay] {
        var days = [PlainDay(earliest)]
        while let last = days.last, last < PlainDay(latest) { days.append(last.next) }
        return days
    }
}

extension LegalDate {
    /// The first and last of some days, which is all that partly known dates leave.
    init(spanning days: [PlainDay]) {
        guard let first = days.min(), let last = days.max() else { preconditionFailure("there is a day") }
        self.init(earliest: first.calendarDay, latest: last.calendarDay)
    }
}

/// Every way to choose one item of each list.
func combinations<Item>(_ lists: [[Item]]) -> [[Item]] {
    lists.reduce([[]]) { chosen, list in chosen.flatMap { head in list.map { head + [$0] } } }
}
