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
        var place = Self.firstReference(in: bytes, from: 0)
        while place < bytes.count, let reference = Self.reference(bytes[place]) {
            append(UnsafeBufferPointer(rebasing: bytes[start..<place]))
            append(reference)
            start = place + 1
            place = Self.firstReference(in: bytes, from: start)
        }
        append(UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    private static func firstReference(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        bytes.firstPlace(from: start) {
            reference($0) != nil
        } unlessNoneOf: { eight in
            eight.hold(UInt8(ascii: "&")) || eight.hold(UInt8(ascii: "<")) || eight.hold(UInt8(ascii: ">"))
                || eight.hold(UInt8(ascii: "\"")) || eight.hold(UInt8(ascii: "'"))
        }
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
