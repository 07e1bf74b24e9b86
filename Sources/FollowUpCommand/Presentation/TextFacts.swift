import Diagnostics
import FollowUpModel

/// The numbers and dates that a text tells, in a form that is the same in English, Spanish, Portuguese and French.
///
/// Months count where a number stands beside them, as in "30 June 2012" and "30 de junio de 2012"; separators of
/// thousands and of decimals are read alike: "1,500", "1.500" and "1 500" are one number.
struct TextFacts: Hashable, Sendable {
    /// The facts, sorted, each as often as it is told.
    private(set) var facts: [String]

    /// Reads a text.
    init(_ text: String) {
        let tokens = Self.tokens(of: text)
        facts = tokens.indices.compactMap { place -> String? in
            switch tokens[place] {
            case .number(let digits): digits
            case .word(let word):
                Self.months[word].flatMap { Self.isBesideNumber(place, tokens) ? "month \($0)" : nil }
            }
        }.sorted()
    }

    private enum Token: Hashable {
        case number(String)
        case word(String)
    }

    /// Words and numbers; a separator between digits belongs to the number.
    private static func tokens(of text: String) -> [Token] {
        let scalars = Array(text.foldedForSearch.unicodeScalars)
        var tokens: [Token] = []
        var place = 0
        while place < scalars.count {
            let start = place
            if isDigit(scalars[place]) {
                while place < scalars.count, isDigit(scalars[place]) || joins(scalars, at: place) { place += 1 }
                tokens.append(.number(plain(scalars[start..<place])))
                // The ending of an ordinal belongs to its number: 1st, 1er, 1º.
                while place < scalars.count, scalars[place].properties.isAlphabetic { place += 1 }
            } else if scalars[place].properties.isAlphabetic {
                while place < scalars.count, scalars[place].properties.isAlphabetic { place += 1 }
                tokens.append(.word(String(String.UnicodeScalarView(scalars[start..<place]))))
            } else {
                place += 1
            }
        }
        return tokens
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static let separators: Set<Unicode.Scalar> = [".", ",", " ", "\u{A0}", "\u{202F}"]

    /// Whether the scalar at a place separates the digits of one number: any mark, or a space before three digits.
    private static func joins(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
        guard separators.contains(scalars[place]), place + 1 < scalars.count, isDigit(scalars[place + 1]) else {
            return false
        }
        if scalars[place] == "." || scalars[place] == "," { return true }
        let run = scalars[(place + 1)...].prefix(while: isDigit).count
        let before = scalars[..<place].reversed().prefix(while: isDigit).count
        return run == 3 && before <= 3
    }

    /// The digits without separators of thousands, and with a point before decimals.
    private static func plain(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        let text = String(String.UnicodeScalarView(scalars))
        let parts = text.split { !$0.isNumber }.map(String.init)
        guard parts.count > 1 else { return text }
        return parts.dropFirst().allSatisfy { $0.count == 3 } ? parts.joined() : parts.joined(separator: ".")
    }

    private static func isBesideNumber(_ place: Int, _ tokens: [Token]) -> Bool {
        func isNumber(_ place: Int) -> Bool {
            guard tokens.indices.contains(place), case .number = tokens[place] else { return false }
            return true
        }
        func links(_ place: Int) -> Bool {
            guard tokens.indices.contains(place), case .word(let word) = tokens[place] else { return false }
            return ["de", "of", "del", "do"].contains(word)
        }
        return isNumber(place - 1) || isNumber(place + 1) || (links(place - 1) && isNumber(place - 2))
            || (links(place + 1) && isNumber(place + 2))
    }

    /// The names of months in the four languages, without accents.
    private static let months: [String: Int] = {
        let names = [
            "january enero janeiro janvier", "february febrero fevereiro fevrier", "march marzo marco mars",
            "april abril avril", "may mayo maio mai", "june junio junho juin", "july julio julho juillet",
            "august agosto aout", "september septiembre setiembre setembro septembre",
            "october octubre outubro octobre", "november noviembre novembro novembre",
            "december diciembre dezembro decembre",
        ]
        return Dictionary(
            names.enumerated().flatMap { month, words in
                words.split(separator: " ").map { (String($0), month + 1) }
            }, uniquingKeysWith: { first, _ in first })
    }()
}
