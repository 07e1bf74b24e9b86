/// A text that is no JSON document: the byte at which that shows and what is wrong there.
public struct JSONSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The offset of the byte, from 0.
    public var offset: Int
    /// What is wrong, as one phrase.
    public var reason: String

    /// Makes an error from its place and what is wrong.
    public init(offset: Int, reason: String) {
        self.offset = offset
        self.reason = reason
    }

    /// The reason and the place, for a terminal.
    public var description: String { "\(reason) at byte \(offset)" }
}

extension JSONValue {
    /// How deep lists and objects may lie inside each other.
    public static let greatestDepth = 64

    /// Reads a JSON document as RFC 8259 defines it, from bytes that may come from anywhere.
    ///
    /// - Throws: ``JSONSyntaxError`` also for what the standard leaves open: a name given twice, text that isn't UTF-8,
    ///   half a surrogate pair, a number that no `Double` holds, nesting deeper than ``greatestDepth``.
    public init(parsing bytes: some Sequence<UInt8>) throws(JSONSyntaxError) {
        var parser = JSONParser(bytes: Array(bytes))
        self = try parser.document()
    }

    /// Reads a JSON document from a text; see ``init(parsing:)-(Sequence<UInt8>)``.
    public init(parsing text: String) throws(JSONSyntaxError) { try self.init(parsing: text.utf8) }
}

/// The bytes of a document and how far they are read.
private struct JSONParser {
    let bytes: [UInt8]
    private var place = 0
    private var depth = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(JSONSyntaxError) -> JSONValue {
        let value = try value()
        skipSpace()
        guard place == bytes.count else { throw wrong("something follows the document") }
        return value
    }

    private func wrong(_ reason: String) -> JSONSyntaxError { JSONSyntaxError(offset: place, reason: reason) }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    private mutating func value() throws(JSONSyntaxError) -> JSONValue {
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return .object(try members())
        case UInt8(ascii: "["): return .array(try elements())
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case nil: throw wrong("the document ends too early")
        default: return try number()
        }
    }

    private mutating func word(_ text: String, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
        guard bytes[place...].starts(with: text.utf8) else { throw wrong("no value begins like this") }
        place += text.utf8.count
        return value
    }

    private mutating func open() throws(JSONSyntaxError) {
        place += 1
        depth += 1
        guard depth <= JSONValue.greatestDepth else { throw wrong("the document is nested too deep") }
        skipSpace()
    }

    private mutating func members() throws(JSONSyntaxError) -> [JSONValue.Member] {
        try open()
        defer { depth -= 1 }
        var members: [JSONValue.Member] = []
        var names: Set<String> = []
        if take("}") { return members }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw wrong("a member begins with its name in quotes") }
            let name = try string()
            guard names.insert(name).inserted else { throw wrong("the name '\(name)' comes twice") }
            skipSpace()
            guard take(":") else { throw wrong("a name is followed by a colon") }
            members.append(.init(name, try value()))
            skipSpace()
            if take("}") { return members }
            guard take(",") else { throw wrong("a member is followed by a comma or a brace") }
        }
    }

    private mutating func elements() throws(JSONSyntaxError) -> [JSONValue] {
        try open()
        defer { depth -= 1 }
        var elements: [JSONValue] = []
        if take("]") { return elements }
        while true {
            elements.append(try value())
            skipSpace()
            if take("]") { return elements }
            guard take(",") else { throw wrong("an element is followed by a comma or a bracket") }
        }
    }

    private mutating func number() throws(JSONSyntaxError) -> JSONValue {
        let start = place
        var isWhole = true
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") {
            isWhole = false
            try digits()
        }
        if take("e") || take("E") {
            isWhole = false
            if !take("+") { _ = take("-") }
            try digits()
        }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        if isWhole, let integer = Int(text) { return .integer(integer) }
        guard let number = Double(text), number.isFinite else { throw wrong("the number is too large") }
        return .number(number)
    }

    private mutating func digits() throws(JSONSyntaxError) {
        let start = place
        while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
        guard place > start else {
            throw wrong(place == bytes.count ? "the document ends too early" : "no value begins like this")
        }
    }

    private mutating func string() throws(JSONSyntaxError) -> String {
        place += 1
        var text = ""
        while true {
            let start = place
            while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { place += 1 }
            guard let plain = String(validating: bytes[start..<place], as: UTF8.self) else {
                throw wrong("the text is not UTF-8")
            }
            text += plain
            switch next {
            case UInt8(ascii: "\""):
                place += 1
                return text
            case UInt8(ascii: "\\"): text.unicodeScalars.append(try escape())
            case nil: throw wrong("the document ends inside a text")
            default: throw wrong("a text has a control character")
            }
        }
    }

    /// The character of an escape; the backslash is next.
    private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
        place += 1
        let letter = next
        place += 1
        switch letter {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter ?? 0)
        case UInt8(ascii: "u"): return try escapedScalar()
        default: throw wrong("no escape begins like this")
        }
    }

    private mutating func escapedScalar() throws(JSONSyntaxError) -> Unicode.Scalar {
        let high = try unit()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard high < 0xDC00, take("\\"), take("u"), case let low = try unit(), (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else { throw wrong("half a surrogate pair stands alone") }
        return scalar
    }

    /// Four hexadecimal digits.
    private mutating func unit() throws(JSONSyntaxError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw wrong("an escape \\u has four hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
            place += 1
        }
        return value
    }
}
