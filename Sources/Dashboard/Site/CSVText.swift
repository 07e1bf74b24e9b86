package import Diagnostics

/// Tables as CSV by RFC 4180.
package enum CSVText {
    /// A table with a header.
    package static func bytes(columns: [String], rows: some Sequence<[JSONValue]>) -> [UInt8] {
        var out = header(columns)
        for row in rows { append(row, to: &out) }
        return out
    }

    /// The line with the names of the columns.
    static func header(_ columns: [String]) -> [UInt8] {
        var out: [UInt8] = []
        append(columns.map(JSONValue.string), to: &out)
        return out
    }

    private static func append(_ row: [JSONValue], to out: inout [UInt8]) {
        for (place, value) in row.enumerated() {
            if place > 0 { out.append(UInt8(ascii: ",")) }
            switch value {
            case .string(let text): append(text, to: &out)
            case .integer(let number): out += String(number).utf8
            case .number(let number): out += String(number).utf8
            case .bool(let value): out += (value ? "true" : "false").utf8
            case .null, .array, .object: break
            }
        }
        out += [0x0D, 0x0A]
    }

    /// Whether white space would be lost on the way; letters of ASCII, as nearly all are, are told by their byte.
    private static func startsOrEndsWithSpace(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return false }
        if first <= 0x20 || last <= 0x20 { return true }
        return first >= 0x80 && text.first?.isWhitespace == true || last >= 0x80 && text.last?.isWhitespace == true
    }

    /// Adds a field, with quotes where it needs them.
    static func append(_ text: String, to out: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        let needsQuotes =
            text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == quote || $0 == 0x0A || $0 == 0x0D }
            || startsOrEndsWithSpace(text)
        guard needsQuotes else {
            out += text.utf8
            return
        }
        out.append(quote)
        for byte in text.utf8 {
            if byte == quote { out.append(quote) }
            out.append(byte)
        }
        out.append(quote)
    }
}
