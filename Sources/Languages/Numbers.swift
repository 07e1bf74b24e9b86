package import FollowUpModel

/// A text that depends on a number, with `{count}` where the number stands.
package struct CountedText: Codable, Hashable, Sendable {
    /// For one, and in Portuguese and French for none.
    package var one: String
    /// For all other numbers.
    package var other: String

    /// Makes a text from its two forms.
    package init(_ one: String, _ other: String) {
        self.one = one
        self.other = other
    }

    /// The form for a number, by the plural rules of CLDR for whole numbers below a million.
    package func form(for count: Int, in language: Language) -> String {
        let isOne = language == .portuguese || language == .french ? (0...1).contains(count) : count == 1
        return isOne ? one : other
    }
}

extension Int {
    /// The number with its thousands apart, as people of a language write it.
    package func written(in language: Language) -> String {
        let digits = String(magnitude)
        let separator = language == .english ? "," : language == .portuguese ? "." : "\u{202F}"
        // Spanish and French leave numbers of four digits whole.
        let isWhole = digits.count < (language == .english || language == .portuguese ? 4 : 5)
        guard !isWhole else { return String(self) }
        var result = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { result += separator }
            result.append(digit)
        }
        return (self < 0 ? "-" : "") + result
    }
}

/// A share in whole percent, as people of a language write it; a dash where there is nothing to share.
package func percent(_ part: Int, of whole: Int, in language: Language) -> String {
    guard whole > 0 else { return "–" }
    return percent(String((part * 100 + whole / 2) / whole), in: language)
}

/// A number or range with the sign of percent, as people of a language write it.
package func percent(_ number: String, in language: Language) -> String {
    language == .english || language == .portuguese ? "\(number)%" : "\(number)\u{00A0}%"
}
