/// A date known to the day, to the month or only to the year, which is a range of days and never a false precision.
///
/// Sorting puts the earlier first day first; of two dates that begin on the same day the more precise one is the
/// later: `2024` < `2024-01` < `2024-01-01` < `2024-01-02`.
public struct PartialDate: Hashable, Comparable, Sendable {
    /// How much of a date is known.
    public enum Precision: UInt8, Hashable, Sendable, CaseIterable {
        /// Only the year.
        case year
        /// Year and month.
        case month
        /// The day.
        case day
    }

    /// The first day's number times four plus the precision: one number sorts and compares dates.
    public let code: Int32

    /// Makes a date from the code of one.
    @inlinable
    package init(code: Int32) { self.code = code }

    private init(first: CalendarDay, precision: Precision) {
        code = first.number << 2 | Int32(precision.rawValue)
    }

    /// Makes a date that is known to the day.
    public init(_ day: CalendarDay) { self.init(first: day, precision: .day) }

    /// Makes a date from its parts, or nil when the calendar has no such date; a date without month has no day.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard let first = CalendarDay(year: year, month: month ?? 1, day: day ?? 1) else { return nil }
        guard month != nil || day == nil else { return nil }
        self.init(first: first, precision: day != nil ? .day : month != nil ? .month : .year)
    }

    /// Reads `2012`, `2012-06` or `2012-06-30`; anything else gives nil.
    public init?(_ text: some StringProtocol) {
        let text = String(text)
        self.init(bytes: text.utf8.span)
    }

    /// Reads a date from UTF-8 bytes, as ``init(_:)-1k2b9`` does from a text.
    public init?(bytes: Span<UInt8>) {
        if bytes.count == 10 {
            let head = UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(as: UInt64.self))
            self.init(head: head, day: bytes[8], bytes[9])
        } else {
            guard let date = Self.coarse(bytes) else { return nil }
            self = date
        }
    }

    /// Reads `2012-06-` and the two digits of a day: all eight bytes of the first part are tested at once.
    @inlinable
    package init?(head: UInt64, day tens: UInt8, _ ones: UInt8) {
        // Digits become their values, dashes become 0; then no digit may be above 9 and no dash above 0.
        let values = head ^ 0x2D30_302D_3030_3030
        let tens = tens ^ 0x30
        let ones = ones ^ 0x30
        guard (values &+ 0x7F76_767F_7676_7676 | values) & 0x8080_8080_8080_8080 == 0, tens <= 9, ones <= 9 else {
            return nil
        }
        func digit(_ place: UInt64) -> Int { Int(truncatingIfNeeded: values >> (8 * place) & 0xF) }
        let year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
        guard
            let day = CalendarDay(
                year: year, month: digit(5) * 10 + digit(6), day: Int(tens) * 10 + Int(ones))
        else { return nil }
        self.init(code: day.number << 2 | 2)
    }

    /// Reads `2012` or `2012-06`.
    private static func coarse(_ bytes: Span<UInt8>) -> PartialDate? {
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for index in range {
                let digit = bytes[index] &- UInt8(ascii: "0")
                guard digit <= 9 else { return nil }
                value = value * 10 + Int(digit)
            }
            return value
        }
        switch bytes.count {
        case 4:
            guard let year = number(0..<4) else { return nil }
            return PartialDate(year: year)
        case 7:
            guard bytes[4] == UInt8(ascii: "-"), let year = number(0..<4), let month = number(5..<7) else { return nil }
            return PartialDate(year: year, month: month)
        default: return nil
        }
    }

    /// How much is known.
    public var precision: Precision {
        guard let precision = Precision(rawValue: UInt8(truncatingIfNeeded: code & 3)) else {
            preconditionFailure("a date's code always holds one of the three precisions")
        }
        return precision
    }

    /// The first day that is meant.
    public var earliest: CalendarDay { CalendarDay(number: code >> 2) }

    /// The last day that is meant.
    public var latest: CalendarDay {
        switch precision {
        case .day: earliest
        case .month: earliest.adding(months: 1).adding(days: -1)
        case .year: earliest.adding(months: 12).adding(days: -1)
        }
    }

    /// The date so many months later, known as well as this one is.
    public func adding(months: Int) -> PartialDate {
        PartialDate(first: earliest.adding(months: months), precision: precision == .year ? .month : precision)
            .coarsened(to: precision)
    }

    /// This date with no more precision than the given one.
    func coarsened(to limit: Precision) -> PartialDate {
        guard precision.rawValue > limit.rawValue else { return self }
        let (year, month, _) = earliest.parts
        let first = CalendarDay(validYear: year, month: limit == .year ? 1 : month, day: 1)
        return PartialDate(first: first, precision: limit)
    }

    /// Whether the whole of this date has passed at the end of `day`.
    public func hasPassed(by day: CalendarDay) -> Bool {
        // A date known to the day is told apart by its code alone; `latest` costs calendar arithmetic.
        code & 3 == Int32(Precision.day.rawValue) ? code >> 2 <= day.number : latest <= day
    }

    /// Orders by first day, then from coarse to fine.
    public static func < (left: Self, right: Self) -> Bool { left.code < right.code }
}

extension PartialDate: CustomStringConvertible {
    /// The date as it is written: `2012`, `2012-06` or `2012-06-30`.
    public var description: String {
        let whole = earliest.description
        switch precision {
        case .year: return String(whole.dropLast(6))
        case .month: return String(whole.dropLast(3))
        case .day: return whole
        }
    }
}
