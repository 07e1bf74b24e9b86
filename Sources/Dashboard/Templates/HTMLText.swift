import Diagnostics

extension ByteWriter {
    /// Writes a text with the characters that mean something in HTML, as text or in an attribute, as references.
    mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { append(escaping: $0) }
    }

    /// The same with a text in UTF-8.
    mutating func append(escaping bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for place in bytes.indices {
            guard let reference = Self.reference(bytes[place]) else { continue }
            append(UnsafeBufferPointer(rebasing: bytes[start..<place]))
            append(reference)
            start = place + 1
        }
        append(UnsafeBufferPointer(rebasing: bytes[start...]))
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
