package import FollowUpModel

/// How people of a language write dates.
package struct DateWords: Sendable {
    private let texts: Texts

    /// Writes dates with the words and forms of some texts.
    package init(_ texts: Texts) { self.texts = texts }

    /// The date in full: 31 March 2026, 31 de marzo de 2026; a partial date as far as it is known.
    package func long(_ date: PartialDate) -> String {
        let day = date.earliest.parts.day
        let number = day == 1 ? texts[.dateFirstDay] : String(day)
        return written(date, day: number, Self.months, month: .dateMonth, full: .dateFull)
    }

    /// The date with the month cut short, for tables: 31 Mar 2026, 31 mar 2026.
    package func short(_ date: PartialDate) -> String {
        written(
            date, day: String(date.earliest.parts.day), Self.shortMonths, month: .dateShortMonth, full: .dateShort)
    }

    private func written(
        _ date: PartialDate, day: String, _ months: [Message], month: Message, full: Message
    ) -> String {
        let parts = date.earliest.parts
        let (year, name) = (String(parts.year), texts[months[parts.month - 1]])
        switch date.precision {
        case .year: return year
        case .month: return texts[month, ["month": name, "year": year]]
        case .day: return texts[full, ["day": day, "month": name, "year": year]]
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
