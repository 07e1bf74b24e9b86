import FollowUpModel

/// A sequence of numbers that a seed determines (SplitMix64), so that a counter-example can be found again.
package struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    /// Begins the sequence of a seed.
    package init(seed: UInt64) { state = seed &* 0xD134_2543_DE82_EF95 &+ 0x5851_F42D_4C95_7F2D }

    /// The next number.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

// Small questions to the sequence, by which made-up forums are built.
extension SeededNumbers {
    /// A number of a range.
    package mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// True once in so many times.
    package mutating func once(in times: Int) -> Bool { number(1...times) == 1 }

    /// One of some values; there must be at least one.
    package mutating func one<Value>(of values: [Value]) -> Value { values[number(0...values.count - 1)] }

    mutating func day(_ years: ClosedRange<Int>) -> CalendarDay {
        guard let first = CalendarDay(year: years.lowerBound, month: 1, day: 1),
            let last = CalendarDay(year: years.upperBound, month: 12, day: 31)
        else { preconditionFailure("the years of made-up dates are years of the calendar") }
        return CalendarDay(number: Int32.random(in: first.number...last.number, using: &self))
    }

    /// A date of any precision; month ends and days on which something begins or ends come often.
    mutating func date(_ years: ClosedRange<Int>) -> PartialDate {
        let day = day(years)
        let (year, month, _) = day.parts
        let date: PartialDate? =
            switch number(0...5) {
            case 0: PartialDate(year: year)
            case 1: PartialDate(year: year, month: month)
            case 2: PartialDate(year: year, month: month, day: CalendarDay.daysIn(month: month, of: year))
            default: PartialDate(day)
            }
        return date ?? PartialDate(day)
    }

    /// An interval with or without ends.
    mutating func interval(_ years: ClosedRange<Int>) -> DatedInterval {
        let dates = [date(years), date(years)].sorted()
        return DatedInterval(since: once(in: 4) ? nil : dates[0], until: once(in: 2) ? nil : dates[1])
    }
}
