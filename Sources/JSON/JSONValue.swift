import SystemIO

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

    /// The value of an object's member; nil when there is none or this is no object.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The elements of a list; none for other values.
    public var elements: [JSONValue] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The text, or nil for other values.
    public var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

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
    public func text(indented: Bool = true) -> String { written(isIndented: indented).text }

    /// The document as UTF-8 bytes, for a file or a pipe; the same bytes as those of ``text(indented:)``.
    public func utf8(indented: Bool = true) -> [UInt8] { written(isIndented: indented).bytes }

    private func written(isIndented: Bool) -> ByteWriter {
        var writer = JSONWriter(isIndented: isIndented)
        writer.write(self)
        return writer.out
    }
}

/// The bytes written so far and how deep the next line stands.
private struct JSONWriter: ~Copyable {
    let isIndented: Bool
    var out = ByteWriter()
    private var depth = 0

    init(isIndented: Bool) { self.isIndented = isIndented }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: out.append("null")
        case .bool(let value): out.append(value ? "true" : "false")
        case .integer(let value): out.append(decimal: value)
        case .number(let value): out.append(json: value)
        case .string(let value): out.append(json: value)
        case .array(let elements):
            out.append(UInt8(ascii: "["))
            depth += 1
            for index in elements.indices {
                startItem(isFirst: index == 0)
                write(elements[index])
            }
            endList(isEmpty: elements.isEmpty, with: "]")
        case .object(let members):
            out.append(UInt8(ascii: "{"))
            depth += 1
            for index in members.indices {
                startItem(isFirst: index == 0)
                out.append(json: members[index].name)
                out.append(isIndented ? ": " : ":")
                write(members[index].value)
            }
            endList(isEmpty: members.isEmpty, with: "}")
        }
    }

    private mutating func startItem(isFirst: Bool) {
        if !isFirst { out.append(UInt8(ascii: ",")) }
        breakLine()
    }

    private mutating func endList(isEmpty: Bool, with bracket: Unicode.Scalar) {
        depth -= 1
        if !isEmpty { breakLine() }
        out.append(UInt8(ascii: bracket))
    }

    private mutating func breakLine() {
        guard isIndented else { return }
        out.append(0x0A)
        for _ in 0..<2 * depth { out.append(0x20) }
    }
}
