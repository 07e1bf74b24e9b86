extension Int {
    /// The number with its thousands apart, as people of a language write it.
    package func written(in texts: Texts) -> String {
        let digits = String(magnitude)
        guard digits.count >= texts.numberForm.grouping else { return String(self) }
        var result = self < 0 ? "-" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { result += texts.numberForm.separator }
            result.append(digit)
        }
        return result
    }
}

/// How people of a language write large numbers.
struct NumberForm: Sendable {
    /// What stands between thousands.
    var separator: String
    /// The least number of digits that is cut into thousands.
    var grouping: Int
}

/// A share in whole percent, as people of a language write it; a dash where there is nothing to share.
package func percent(_ part: Int, of whole: Int, in texts: Texts) -> String {
    guard whole > 0 else { return "–" }
    return percent(String((part * 100 + whole / 2) / whole), in: texts)
}

/// A number or range with the sign of percent, as people of a language write it.
package func percent(_ number: String, in texts: Texts) -> String { texts[.percent, ["number": number]] }
