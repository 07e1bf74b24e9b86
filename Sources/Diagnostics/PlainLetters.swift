extension Unicode.Scalar {
    /// Calls `body` with the letter in lower case and without its accent, as one letter or two; not at all for an accent
    /// that stands alone.
    package func forEachPlainLetter(_ body: (Unicode.Scalar) -> Void) {
        for lower in properties.lowercaseMapping.unicodeScalars
        where lower.properties.canonicalCombiningClass == .notReordered {
            if let letters = plainLetters[lower] { letters.unicodeScalars.forEach(body) } else { body(lower) }
        }
    }
}

/// The accented letters of Latin-1, of Latin Extended-A and of Guarani in lower case, and the plain ones below them.
private let plainLetters: [Unicode.Scalar: String] = {
    let letters = [
        "a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęěẽ", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįı",
        "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŋ", "o": "òóôõöøōŏő", "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț",
        "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷỹ", "z": "źżž", "ae": "æ", "oe": "œ", "ss": "ß", "th": "þ",
    ]
    return Dictionary(
        uniqueKeysWithValues: letters.flatMap { plain, accented in accented.unicodeScalars.map { ($0, plain) } })
}()
