extension String {
    /// The text as one part of a path or as an anchor: letters, digits, `-`, `_` and dots that neither lead nor follow a
    /// dot stay, every other byte becomes `~` and two hexadecimal digits, so that no id of a file leads out of the site.
    package var asPathPart: String {
        let dot = UInt8(ascii: ".")
        var last = dot
        let result = encoded(with: "~", uppercase: false) { byte in
            defer { last = byte }
            return byte.isUnreserved && byte != UInt8(ascii: "~") && !(byte == dot && last == dot)
        }
        return result.isEmpty ? "~" : result
    }

    /// The text that ``asPathPart`` was made of; nil where it was made of none.
    package var fromPathPart: String? {
        if self == "~" { return "" }
        guard let text = decoded(with: "~"), text.asPathPart == self else { return nil }
        return text
    }

    /// The text with a mark and two hexadecimal digits for each byte that isn't plain.
    package func encoded(
        with mark: Unicode.Scalar, uppercase: Bool, isPlain: (UInt8) -> Bool
    ) -> String {
        var result = ""
        for byte in utf8 {
            if isPlain(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result.unicodeScalars.append(mark)
                result += (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: uppercase)
            }
        }
        return result
    }

    /// The text of which another was encoded with a mark; nil where digits are missing or the bytes are no UTF-8.
    package func decoded(with mark: Unicode.Scalar) -> String? {
        var bytes: [UInt8] = []
        var rest = utf8[...]
        func digit() -> Int? { rest.popFirst().flatMap { Character(Unicode.Scalar($0)).hexDigitValue } }
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: mark) else {
                bytes.append(byte)
                continue
            }
            guard let high = digit(), let low = digit() else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    /// Whether it is a letter, a digit or one of `-._~`, which mean the same in an address whether they are encoded or not.
    package var isUnreserved: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
