package import FollowUpModel

/// How people of a language write dates.
package struct DateWords: Sendable {
    private let texts: Texts

    /// Writes dates with the words and forms of some texts.
    package init(_ texts: Texts) { self.texts = texts }

    /// The date in full: 31 March 2026, 31 de marzo de 2026; a partial date as far as it is known.
    package func long(_ date: PartialDate) -> String {
        let (year, month, day) = date.earliest.parts
        let name = texts[Self.months[month - 1]]
        switch date.precision {
        case .year: return String(year)
        case .month: return texts[.dateMonth, ["month": name, "year": String(year)]]
        case .day:
            let number = day == 1 ? texts[.dateFirstDay] : String(day)
            return texts[.dateFull, ["day": number, "month": name, "year": String(year)]]
        }
    }

    /// The date with the month cut short, for tables: 31 Mar 2026, 31 mar 2026.
    package func short(_ date: PartialDate) -> String {
        let (year, month, day) = date.earliest.parts
        let name = texts[Self.shortMonths[month - 1]]
        switch date.precision {
        case .year: return String(year)
        case .month: return texts[.dateShortMonth, ["month": name, "year": String(year)]]
        case .day: return texts[.dateShort, ["day": String(day), "month": name, "year": String(year)]]
        }
    }

    private static let months: [Message] = [
        .monthJanuary, .monthFebruary, .monthMarch, .monthApril, .monthMay, .monthJune, .monthJuly, .monthAugust,
        .monthSeptember, .monthOctober, .monthNovember, .monthDecember,
    ]
    private static let shortMonths: [Message] = [
        .shortMonthJanuary, .shortMonthFebruary, .shortMonthMarch, .shortMonthApril, .shortMonthMay, .shortMonthJune,
        .shortMonthJuly, .shortMonthAugust, .shortMonthSeptember, .shortMonthOctober, .shortMonthNovember,
        .shortMonthDecember,
    ]
}
