extension String {
    /// The text with the letters of ASCII for those of other scripts that look the same.
    public var withoutLookalikes: String {
        String(String.UnicodeScalarView(unicodeScalars.map { lookalikes[$0] ?? $0 }))
    }

    /// What can't be seen of a text and makes it another one: blanks that are none of ASCII, and letters of other scripts
    /// that look like those of ASCII.
    ///
    /// - Returns: each once, such as `U+00A0`; nothing where all can be seen.
    public var unseen: [String] {
        var found: [String] = []
        let isMixed = withoutLookalikes.unicodeScalars.allSatisfy { $0.value < 0x250 || $0.properties.isWhitespace }
        for scalar in unicodeScalars
        where scalar.value > 0x7F && (scalar.properties.isWhitespace || isMixed && lookalikes[scalar] != nil) {
            let code = "U+" + String(repeating: "0", count: max(0, 4 - scalar.hex.count)) + scalar.hex
            if !found.contains(code) { found.append(code) }
        }
        return found
    }
}

extension Unicode.Scalar {
    fileprivate var hex: String { String(value, radix: 16, uppercase: true) }
}

/// Letters of the Cyrillic and the Greek script, and those of ASCII that look the same.
private let lookalikes: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: zip(
        "АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο".unicodeScalars,
        "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXo".unicodeScalars))
