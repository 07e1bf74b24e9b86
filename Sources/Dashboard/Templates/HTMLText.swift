extension [UInt8] {
    /// Adds a text with the characters that mean something in HTML, as text or in an attribute, written as references.
    mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { append(escaping: $0) }
    }

    /// The same with a text in UTF-8.
    mutating func append(escaping bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for (place, byte) in bytes.enumerated() {
            guard let reference = Self.reference(byte) else { continue }
            append(contentsOf: bytes[start..<place])
            reference.withUTF8Buffer { append(contentsOf: $0) }
            start = place + 1
        }
        append(contentsOf: bytes[start...])
    }

    private static func reference(_ byte: UInt8) -> StaticString? {
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
