extension String {
    /// The text as one part of a path or as an anchor: letters, digits, `-`, `_` and dots that neither lead nor follow a
    /// dot stay, every other byte becomes `~` and two hexadecimal digits, so that no id of a file leads out of the site.
    package var asPathPart: String {
        // Nearly all ids stay as they are.
        if isPathPart { return self }
        var result = ""
        var follows = UInt8(ascii: ".")
        for byte in utf8 {
            if Self.isPlain(byte), !(byte == UInt8(ascii: ".") && follows == byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16)
                result += "~" + (digits.count < 2 ? "0" : "") + digits
            }
            follows = byte
        }
        return result.isEmpty ? "~" : result
    }

    /// Whether nothing has to be written otherwise.
    private var isPathPart: Bool {
        var follows = UInt8(ascii: ".")
        for byte in utf8 {
            guard Self.isPlain(byte), !(byte == UInt8(ascii: ".") && follows == byte) else { return false }
            follows = byte
        }
        return !isEmpty
    }

    /// The text that ``asPathPart`` was made of; nil where it was made of none.
    package var fromPathPart: String? {
        if self == "~" { return "" }
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "~") {
                guard let high = rest.popFirst(), let low = rest.popFirst(),
                    let value = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
                else { return nil }
                bytes.append(value)
            } else {
                bytes.append(byte)
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self), text.asPathPart == self else { return nil }
        return text
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
