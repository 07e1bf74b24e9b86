package import SystemIO

extension ByteWriter {
    /// Writes a text as a JSON string, with its quotes.
    package mutating func append(json text: String) { append(json: text.utf8.span) }

    /// Writes a text in UTF-8 as a JSON string, with its quotes.
    package mutating func append(json bytes: Span<UInt8>) {
        append(UInt8(ascii: "\""))
        // Whole stretches are copied; only quotes, backslashes and controls are spelt out.
        var start = 0
        var place = Self.firstEscape(in: bytes, from: 0)
        while place < bytes.count {
            append(bytes.extracting(start..<place))
            appendEscape(of: bytes[place])
            start = place + 1
            place = Self.firstEscape(in: bytes, from: start)
        }
        append(bytes.extracting(start..<bytes.count))
        append(UInt8(ascii: "\""))
    }

    /// Writes a number as JSON; it must be finite.
    package mutating func append(json number: Double) {
        precondition(number.isFinite, "JSON has no number for infinity or not-a-number")
        append(String(number))
    }

    private static func firstEscape(in bytes: Span<UInt8>, from start: Int) -> Int {
        bytes.firstPlace(from: start) { byte in
            byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
        } unlessNoneOf: { eight in
            eight.holdOne(below: 0x20) || eight.hold(UInt8(ascii: "\"")) || eight.hold(UInt8(ascii: "\\"))
                || eight.hold(0x7F)
        }
    }

    private mutating func appendEscape(of byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        default:
            append(byte < 0x10 ? "\\u000" : "\\u00")
            append(String(byte, radix: 16))
        }
    }
}
