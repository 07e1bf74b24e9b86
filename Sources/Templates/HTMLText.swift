import SystemIO

extension ByteWriter {
    /// Writes a text with the characters that mean something in HTML, as text or in an attribute, as references.
    mutating func append(escaping text: String) { append(escaping: Array(text.utf8).span) }

    /// The same with a text in UTF-8.
    mutating func append(escaping bytes: Span<UInt8>) {
        var start = 0
        for place in bytes.indices {
            guard let reference = Self.reference(bytes[place]) else { continue }
            append(bytes.extracting(start..<place))
            append(reference)
            start = place + 1
        }
        append(bytes.extracting(start..<bytes.count))
    }

    @inline(__always)
    private static func reference(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
