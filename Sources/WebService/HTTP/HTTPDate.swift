import FollowUpModel

/// A moment to the second, as header fields write it: `Sun, 06 Nov 1994 08:49:37 GMT`.
package struct HTTPDate: Hashable, Comparable, Sendable {
    /// Seconds since 1 January 1970, UTC.
    package var seconds: Int

    /// Makes a moment.
    package init(seconds: Int) { self.seconds = seconds }

    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The moment as a header field says it.
    package var text: String {
        let number = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let (year, month, day) = CalendarDay(number: Int32(clamping: number)).parts
        let rest = seconds - number * 86_400
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let weekday = Self.weekdays[((number % 7) + 7) % 7]
        return "\(weekday), \(two(day)) \(Self.months[month - 1]) \(year) "
            + "\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60)) GMT"
    }

    /// Reads a moment; nil for the two obsolete ways of writing it and for all else.
    package init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]), let year = Int(parts[3]),
            let month = Self.months.firstIndex(of: String(parts[2])),
            let date = CalendarDay(year: year, month: month + 1, day: day)
        else { return nil }
        let time = parts[4].split(separator: ":").compactMap { Int($0) }
        guard time.count == 3, (0..<24).contains(time[0]), (0..<60).contains(time[1]), (0...60).contains(time[2])
        else { return nil }
        seconds = Int(date.number) * 86_400 + time[0] * 3_600 + time[1] * 60 + time[2]
        guard self.text.hasPrefix(parts[0]) else { return nil }
    }

    /// Orders by time.
    package static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }
}
