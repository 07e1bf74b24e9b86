extension String {
    /// The text in lower case, without accents and with single spaces, for forgiving comparisons.
    public var foldedForSearch: String {
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        var pendingSpace = false
        func add(_ bytes: some Sequence<UInt8>) {
            if pendingSpace { result.append(0x20) }
            pendingSpace = false
            result.append(contentsOf: bytes)
        }
        for scalar in unicodeScalars {
            // What most texts are made of, and what needs no look into Unicode's tables.
            if scalar.value < 0x80 {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                if byte == 0x20 || (0x09...0x0D).contains(byte) {
                    pendingSpace = !result.isEmpty
                } else {
                    add(CollectionOfOne((0x41...0x5A).contains(byte) ? byte + 0x20 : byte))
                }
            } else if let letters = plainLetters[scalar] {
                add(letters.utf8)
            } else if scalar.properties.isWhitespace {
                pendingSpace = !result.isEmpty
            } else {
                scalar.forEachPlainLetter { add(UTF8.encode($0) ?? UTF8.encodedReplacementCharacter) }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension Unicode.Scalar {
    /// Calls `body` with the letter in lower case and without its accent, as one letter or two; not at all for an accent
    /// that stands alone.
    fileprivate func forEachPlainLetter(_ body: (Unicode.Scalar) -> Void) {
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
