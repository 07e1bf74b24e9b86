package import FollowUpModel
package import ForumKit

/// How people of a language write dates.
package struct DateWords: Sendable {
    /// The language.
    package var language: Language

    /// Chooses a language; English for one that has no words.
    package init(_ language: Language) { self.language = language }

    /// The date in full: 31 March 2026, 31 de marzo de 2026; a partial date as far as it is known.
    package func long(_ date: PartialDate) -> String { written(date, Self.months(language)) }

    /// The date with the month cut short, for tables: 31 Mar 2026, 31 mar 2026.
    package func short(_ date: PartialDate) -> String {
        let (year, month, day) = date.earliest.parts
        let name = Self.shortMonths(language)[month - 1]
        switch date.precision {
        case .year: return String(year)
        case .month: return "\(name)\u{00A0}\(year)"
        case .day: return "\(day)\u{00A0}\(name)\u{00A0}\(year)"
        }
    }

    /// A day of legal effect with the month cut short; both ends where only those are known.
    package func short(_ date: LegalDate) -> String {
        date.partialDate.map(short) ?? "\(short(PartialDate(date.earliest)))–\(short(PartialDate(date.latest)))"
    }

    private func written(_ date: PartialDate, _ months: [String]) -> String {
        let (year, month, day) = date.earliest.parts
        let name = months[month - 1]
        let joint = language == .spanish || language == .portuguese ? " de " : " "
        switch date.precision {
        case .year: return String(year)
        case .month: return name + joint + String(year)
        case .day:
            let number =
                day == 1 && language == .french ? "1er" : day == 1 && language == .portuguese ? "1º" : String(day)
            return number + joint + name + joint + String(year)
        }
    }

    private static func months(_ language: Language) -> [String] {
        switch language {
        case .spanish:
            [
                "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
                "noviembre", "diciembre",
            ]
        case .portuguese:
            [
                "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
                "novembro", "dezembro",
            ]
        case .french:
            [
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                "novembre", "décembre",
            ]
        default:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
        }
    }

    private static func shortMonths(_ language: Language) -> [String] {
        switch language {
        case .spanish: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"]
        case .portuguese: ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"]
        case .french:
            ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]
        default: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"]
        }
    }
}
