import Diagnostics

extension JSONValue {
    /// Reads a JSON document; nil when it is none.
    ///
    /// Nothing of it is lost; members keep their order.
    ///
    /// It is for documents that this program or its libraries have written: a document that is nested thousands deep
    /// would exhaust the stack.
    init?(parsing text: String) {
        var reader = JSONReader(bytes: Array(text.utf8))
        guard let value = reader.value(), reader.isAtEnd else { return nil }
        self = value
    }

    /// The value of a member of an object; nil when there is none.
    subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The elements of a list; none for other values.
    var elements: [JSONValue] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The text, or nil for other values.
    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// Whether it is `true`.
    var isTrue: Bool { self == .bool(true) }
}

/// The bytes of a document and how far they are read; every part returns nil at the first byte that doesn't fit.
private struct JSONReader {
    let bytes: [UInt8]
    private var place = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Whether nothing but white space is left.
    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return place == bytes.count
        }
    }

    mutating func value() -> JSONValue? {
        skipSpace()
        guard place < bytes.count else { return nil }
        switch bytes[place] {
        case UInt8(ascii: "{"): return object()
        case UInt8(ascii: "["): return array()
        case UInt8(ascii: "\""): return string().map(JSONValue.string)
        case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
        case UInt8(ascii: "f"): return take("false") ? .bool(false) : nil
        case UInt8(ascii: "n"): return take("null") ? .null : nil
        default: return number()
        }
    }

    private mutating func skipSpace() {
        while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
    }

    private mutating func take(_ text: String) -> Bool {
        guard bytes[place...].starts(with: text.utf8) else { return false }
        place += text.utf8.count
        return true
    }

    private mutating func object() -> JSONValue? {
        var members: [JSONValue.Member] = []
        let isWhole = items(closedBy: "}") { reader in
            guard let name = reader.string() else { return false }
            reader.skipSpace()
            guard reader.take(":"), let value = reader.value() else { return false }
            members.append(.init(name, value))
            return true
        }
        return isWhole ? .object(members) : nil
    }

    private mutating func array() -> JSONValue? {
        var elements: [JSONValue] = []
        let isWhole = items(closedBy: "]") { reader in
            guard let value = reader.value() else { return false }
            elements.append(value)
            return true
        }
        return isWhole ? .array(elements) : nil
    }

    /// Reads what stands between brackets, item by item; the opening one is next.
    private mutating func items(closedBy bracket: String, read: (inout JSONReader) -> Bool) -> Bool {
        place += 1
        skipSpace()
        if take(bracket) { return true }
        while true {
            skipSpace()
            guard read(&self) else { return false }
            skipSpace()
            if take(bracket) { return true }
            guard take(",") else { return false }
        }
    }

    private mutating func number() -> JSONValue? {
        let digits = bytes[place...].prefix { "+-.0123456789Ee".utf8.contains($0) }
        place += digits.count
        let text = String(decoding: digits, as: UTF8.self)
        if let integer = Int(text) { return .integer(integer) }
        return Double(text).map(JSONValue.number)
    }

    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        var units: [UInt16] = []
        var text = ""
        // Escaped UTF-16 halves come one by one; they are put together before other text follows.
        func flush() {
            text += String(decoding: units, as: UTF16.self)
            units = []
        }
        while place < bytes.count {
            let plain = bytes[place...].prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
            if !plain.isEmpty {
                flush()
                text += String(decoding: plain, as: UTF8.self)
                place += plain.count
            }
            if take("\"") {
                flush()
                return text
            }
            guard let unit = escape() else { return nil }
            units.append(unit)
        }
        return nil
    }

    /// The UTF-16 unit of an escape; the backslash is next.
    private mutating func escape() -> UInt16? {
        guard place + 1 < bytes.count else { return nil }
        let letter = bytes[place + 1]
        place += 2
        switch letter {
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UInt16(letter)
        case UInt8(ascii: "u"):
            let digits = String(decoding: bytes[place...].prefix(4), as: UTF8.self)
            place = min(bytes.count, place + 4)
            return digits.utf8.count == 4 ? UInt16(digits, radix: 16) : nil
        default: return nil
        }
    }
}
