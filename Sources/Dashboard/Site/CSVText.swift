package import Diagnostics

/// Tables as CSV by RFC 4180.
package enum CSVText {
    /// A table with a header.
    package static func bytes(columns: [String], rows: some Sequence<[JSONValue]>) -> [UInt8] {
        var out = ByteWriter()
        append(columns.map(JSONValue.string), to: &out)
        for row in rows { append(row, to: &out) }
        return out.bytes
    }

    /// The line with the names of the columns.
    static func header(_ columns: [String]) -> [UInt8] {
        var out = ByteWriter()
        append(columns.map(JSONValue.string), to: &out)
        return out.bytes
    }

    private static func append(_ row: [JSONValue], to out: inout ByteWriter) {
        for (place, value) in row.enumerated() {
            if place > 0 { out.append(UInt8(ascii: ",")) }
            switch value {
            case .string(let text): append(text, to: &out)
            case .integer(let number): out.append(decimal: number)
            case .number(let number): out.append(String(number))
            case .bool(let value): out.append(value ? "true" : "false")
            case .null, .array, .object: break
            }
        }
        out.append("\r\n")
    }

    /// Adds a field, with quotes where it needs them.
    static func append(_ text: String, to out: inout ByteWriter) {
        var text = text
        let isPlain = text.withUTF8 { bytes in
            guard Self.isPlain(bytes) else { return false }
            out.append(bytes)
            return true
        }
        guard !isPlain else { return }
        let quote = UInt8(ascii: "\"")
        out.append(quote)
        for byte in text.utf8 {
            if byte == quote { out.append(quote) }
            out.append(byte)
        }
        out.append(quote)
    }

    /// Whether a field needs no quotes: it has no mark of CSV, and no white space that would be lost on the way.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first, let last = bytes.last else { return true }
        for byte in bytes where byte <= UInt8(ascii: ",") {
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D: return false
            default: break
            }
        }
        if first <= 0x20 || last <= 0x20 { return false }
        // Letters of ASCII, as nearly all are at the ends, are told by their byte.
        guard first >= 0x80 || last >= 0x80 else { return true }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.first?.isWhitespace == false && text.last?.isWhitespace == false
    }
}
