/// A JSON document whose members keep their order, so that the same value always gives the same bytes.
public enum JSONValue: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// A number with a fraction; must be finite.
    case number(Double)
    /// A text.
    case string(String)
    /// A list.
    case array([JSONValue])
    /// Members in their order; names are unique.
    case object([Member])

    /// One name and value of an object.
    public struct Member: Hashable, Sendable {
        /// The name.
        public var name: String
        /// The value.
        public var value: JSONValue

        /// Makes a member.
        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The text, or `null` for nil.
    public static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

    /// The whole number, or `null` for nil.
    public static func count(_ value: Int?) -> JSONValue { value.map(JSONValue.integer) ?? .null }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral, ExpressibleByFloatLiteral
{
    /// A text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// A number.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// A truth value.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A list.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// An object with its members in the order written.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
    /// `null`.
    public init(nilLiteral: ()) { self = .null }
}

extension JSONValue {
    /// The document as text, ending without a line break.
    ///
    /// - Parameter indented: two spaces a level and one member a line; otherwise no white space at all.
    public func text(indented: Bool = true) -> String {
        var out: [UInt8] = []
        write(into: &out, indentation: indented ? 0 : nil)
        return String(decoding: out, as: UTF8.self)
    }

    private func write(into out: inout [UInt8], indentation: Int?) {
        switch self {
        case .null: out += "null".utf8
        case .bool(let value): out += (value ? "true" : "false").utf8
        case .integer(let value): out += String(value).utf8
        case .number(let value):
            precondition(value.isFinite, "JSON has no number for infinity or not-a-number")
            out += String(value).utf8
        case .string(let value): Self.writeString(value, into: &out)
        case .array(let elements):
            Self.writeList(elements, brackets: ("[", "]"), into: &out, indentation: indentation) {
                element, out, depth in
                element.write(into: &out, indentation: depth)
            }
        case .object(let members):
            Self.writeList(members, brackets: ("{", "}"), into: &out, indentation: indentation) {
                member, out, depth in
                Self.writeString(member.name, into: &out)
                out += (depth == nil ? ":" : ": ").utf8
                member.value.write(into: &out, indentation: depth)
            }
        }
    }

    private static func writeList<Element>(
        _ elements: [Element], brackets: (open: String, close: String), into out: inout [UInt8], indentation: Int?,
        write: (Element, inout [UInt8], Int?) -> Void
    ) {
        out += brackets.open.utf8
        let inner = indentation.map { $0 + 1 }
        for (index, element) in elements.enumerated() {
            if index > 0 { out += ",".utf8 }
            if let inner { out += ("\n" + String(repeating: "  ", count: inner)).utf8 }
            write(element, &out, inner)
        }
        if let indentation, !elements.isEmpty { out += ("\n" + String(repeating: "  ", count: indentation)).utf8 }
        out += brackets.close.utf8
    }

    private static func writeString(_ text: String, into out: inout [UInt8]) {
        out += "\"".utf8
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): out += "\\\"".utf8
            case UInt8(ascii: "\\"): out += "\\\\".utf8
            case 0x0A: out += "\\n".utf8
            case 0x0D: out += "\\r".utf8
            case 0x09: out += "\\t".utf8
            case 0..<0x20, 0x7F:
                let hex = String(byte, radix: 16)
                out += ("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8
            default: out.append(byte)
            }
        }
        out += "\"".utf8
    }
}
