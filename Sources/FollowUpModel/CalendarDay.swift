/// One day of the Gregorian calendar.
///
/// - Unit: `number` counts days from 1 January 1970, which is 0; earlier days are negative.
public struct CalendarDay: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970.
    public var number: Int32

    /// Makes a day from its number.
    @inlinable
    public init(number: Int32) { self.number = number }

    /// Makes a day from year (1 to 9999), month and day, or nil when the calendar has no such day.
    @inlinable
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.daysIn(month: month, of: year)
        else { return nil }
        self.init(validYear: year, month: month, day: day)
    }

    /// The day with these parts, all known to be valid.
    @usableFromInline
    init(validYear year: Int, month: Int, day: Int) {
        // Years start in March here, so that the leap day is the last of its year; eras are cycles of 400 years.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month and day.
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1
        )
    }

    /// The number of days of a month.
    @inlinable
    public static func daysIn(month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The day `count` days later, or earlier when negative.
    public func adding(days count: Int) -> CalendarDay { CalendarDay(number: number + Int32(count)) }

    /// The same day of the month `count` months later; where that month is shorter, its last day.
    ///
    /// 31 January and one month is 28 or 29 February.
    public func adding(months count: Int) -> CalendarDay {
        let (year, month, day) = parts
        let total = year * 12 + (month - 1) + count
        let newYear = total >= 0 ? total / 12 : (total - 11) / 12
        let newMonth = total - newYear * 12 + 1
        return CalendarDay(
            validYear: newYear, month: newMonth, day: min(day, Self.daysIn(month: newMonth, of: newYear)))
    }

    /// Orders by time.
    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension CalendarDay: CustomStringConvertible {
    /// The day as `2012-06-30`.
    public var description: String {
        let (year, month, day) = parts
        guard 0..<10_000 ~= year else { return "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))" }
        return String(unsafeUninitializedCapacity: 10) { bytes in
            var place = 0
            func add(_ number: Int) {
                bytes[place] = UInt8(ascii: "0") + UInt8(number / 10)
                bytes[place + 1] = UInt8(ascii: "0") + UInt8(number % 10)
                place += 2
            }
            func addHyphen() {
                bytes[place] = UInt8(ascii: "-")
                place += 1
            }
            add(year / 100)
            add(year % 100)
            addHyphen()
            add(month)
            addHyphen()
            add(day)
            return place
        }
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
