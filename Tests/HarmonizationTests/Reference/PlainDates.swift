/// Partial dates as texts: of two dates that begin on the same day the more precise one is the longer text, so that
/// comparing texts letter by letter gives the documented order.
enum PlainDates {
    /// The first day meant, as `2012-06-01`.
    static func first(_ date: String) -> String {
        date.count == 4 ? date + "-01-01" : date.count == 7 ? date + "-01" : date
    }

    /// The last day meant.
    static func last(_ date: String) -> String {
        switch date.count {
        case 4: return date + "-12-31"
        case 7:
            let parts = date.split(separator: "-").compactMap { Int($0) }
            return date + "-" + padded(days(parts[0], parts[1]))
        default: return date
        }
    }

    /// The same day so many months later, or the last day of a shorter month.
    static func adding(_ months: Int, to day: String) -> String {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        var (year, month) = (parts[0], parts[1])
        for _ in 0..<months {
            month += 1
            if month == 13 { (year, month) = (year + 1, 1) }
        }
        return "\(year)-\(padded(month))-\(padded(min(parts[2], days(year, month))))"
    }

    /// Whether a stretch covers a day in at least one reading of its dates.
    static func mayCover(_ span: PlainSpan, _ day: String) -> Bool {
        let hasBegun = span.since.map { first($0) <= day } ?? true
        let lasts = span.until.map { day < last($0) || day < first($0) } ?? true
        return hasBegun && lasts
    }

    /// Whether a stretch covers a day in every reading of its dates.
    static func mustCover(_ span: PlainSpan, _ day: String) -> Bool {
        (span.since.map { last($0) <= day } ?? true) && (span.until.map { day < first($0) } ?? true)
    }

    private static func days(_ year: Int, _ month: Int) -> Int {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
