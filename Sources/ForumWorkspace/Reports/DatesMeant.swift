import Diagnostics
import FollowUpModel

/// Which of day and month stands first in a column of dates, as far as the column tells.
enum DayOrder {
    case dayFirst, monthFirst
    /// No date of the column has a day that could be no month, or some speak for the one and some for the other.
    case unknown

    /// What the dates of a column tell.
    init(of texts: some Sequence<String>) {
        let parts = texts.lazy.map(\.dateParts).filter { $0.count == 3 && $0.allSatisfy { $0.month == nil } }
        let (isDayFirst, isMonthFirst) = parts.reduce(into: (false, false)) { found, parts in
            guard parts[0].number < 100, parts[2].number > 999 else { return }
            if parts[0].number > 12 { found.0 = true }
            if parts[1].number > 12 { found.1 = true }
        }
        self = isDayFirst == isMonthFirst ? .unknown : isDayFirst ? .dayFirst : .monthFirst
    }
}

extension String {
    /// The dates that a text may mean which isn't written as dates are, such as `30/06/2012`, `10 août 2004` or
    /// `2012/6`: one where there is one reading only, both where day and month can't be told apart, none otherwise.
    ///
    /// - Parameter order: what the column of the text tells.
    func datesMeant(in order: DayOrder = .unknown) -> [String] {
        let parts = dateParts
        guard let year = parts.firstIndex(where: { $0.number > 999 }), year == 0 || year == parts.count - 1,
            (1...3).contains(parts.count)
        else { return [] }
        var rest = parts
        rest.remove(at: year)
        if year == 0, rest.allSatisfy({ $0.month == nil }) { return readings(parts[year].number, [rest.map(\.number)]) }
        switch rest.count {
        case 0: return readings(parts[year].number, [[]])
        case 1: return readings(parts[year].number, [[rest[0].month ?? rest[0].number]])
        default:
            if let named = rest.firstIndex(where: { $0.month != nil }), let month = rest[named].month {
                let day = rest[1 - named]
                return day.month == nil ? readings(parts[year].number, [[month, day.number]]) : []
            }
            let (first, second) = (rest[0].number, rest[1].number)
            let both = readings(parts[year].number, [[second, first], [first, second]])
            switch order {
            case .dayFirst: return readings(parts[year].number, [[second, first]])
            case .monthFirst: return readings(parts[year].number, [[first, second]])
            case .unknown: return both
            }
        }
    }

    /// The dates of a year that numbers of month and day give, each once; none that is the text itself.
    private func readings(_ year: Int, _ dates: [[Int]]) -> [String] {
        dates.reduce(into: []) { found, date in
            let read = PartialDate(year: year, month: date.first, day: date.dropFirst().first)?.description
            if let read, read != self, !found.contains(read) { found.append(read) }
        }
    }

    /// The numbers of a text, and the months that are named in it; nothing where anything else stands there.
    fileprivate var dateParts: [(number: Int, month: Int?)] {
        let plain = String(decoding: foldedForSearch.unicodeScalars.flatMap { $0.asciiDigit.utf8 }, as: UTF8.self)
        var parts: [(number: Int, month: Int?)] = []
        for word in plain.split(whereSeparator: { "/.,-_ ".contains($0) })
        where !["de", "del", "of", "do"].contains(word) {
            let digits = word.prefix { $0.isNumber }
            if digits.isEmpty, let month = Self.month(word) {
                parts.append((0, month))
            } else if let number = Int(digits), digits.count < 5,
                ["", "st", "nd", "rd", "th", "er", "o", "º"].contains(
                    word.dropFirst(digits.count))
            {
                parts.append((number, nil))
            } else {
                return []
            }
        }
        return parts
    }

    /// The month that is named so, or by its first three letters or more, in one of our languages; nil where several are.
    private static func month(_ word: Substring) -> Int? {
        guard word.count > 2 else { return nil }
        let found = monthNames.indices.filter { month in monthNames[month].contains { $0.hasPrefix(word) } }
        return found.count == 1 ? found[0] + 1 : nil
    }

    private static let monthNames: [[Substring]] = [
        "january enero janeiro janvier", "february febrero fevereiro fevrier", "march marzo marco mars",
        "april abril avril", "may mayo maio mai", "june junio junho juin", "july julio julho juillet",
        "august agosto aout", "september septiembre setiembre setembro septembre", "october octubre outubro octobre",
        "november noviembre novembro novembre", "december diciembre dezembro decembre",
    ].map { $0.split(separator: " ") }
}

extension Unicode.Scalar {
    /// The digit of any script as that of ASCII; everything else as it is.
    fileprivate var asciiDigit: String {
        guard properties.numericType == .decimal, let value = properties.numericValue else { return String(self) }
        return String(Int(value))
    }
}
