/// A view value as a template reads it: members in the order of their declaration, `null` where there is nothing.
///
/// A page may hold a hundred thousand values; they lie one after the other, and all texts in one piece, instead of each in
/// memory of its own.
package struct ViewDocument: Sendable {
    /// One value: what it is, or where the parts lie that it is made of.
    enum Value {
        case null
        case bool(Bool)
        case integer(Int)
        case number(Double)
        /// The place of its first byte, and their number.
        case text(start: UInt32, count: UInt32)
        /// The place of its first element, and their number.
        case list(start: UInt32, count: UInt32)
        /// The place of its first member.
        case object(start: UInt32)
    }

    /// The document as a whole.
    let root: Value
    /// The elements and members of each list and object one after the other.
    let values: [Value]
    /// The bytes of all texts.
    let bytes: [UInt8]

    /// Encodes a view.
    package init(of view: some Encodable) {
        let encoder = ViewEncoder()
        do {
            root = try encoder.value(of: view)
        } catch {
            preconditionFailure("a view holds only texts, numbers, truth values, lists and other views: \(error)")
        }
        (values, bytes) = (encoder.values, encoder.bytes)
    }
}

/// Encodes one view into the parts of a ``ViewDocument``; a class, since Codable's containers are copied.
///
/// Its properties are read and written millions of times, each time for a moment in which nothing else is called: so the
/// program need not look out for two accesses at a time.
final class ViewEncoder: Encoder {
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// See ``ViewDocument``.
    @exclusivity(unchecked) private(set) var values: [ViewDocument.Value] = []
    @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
    /// The values met so far of the lists and objects that aren't finished yet.
    @exclusivity(unchecked) private var open: [ViewDocument.Value] = []
    /// Whether the value that is being encoded has turned out to be a list.
    @exclusivity(unchecked) private var isList = false

    init() {
        values.reserveCapacity(1 << 10)
        bytes.reserveCapacity(1 << 15)
    }

    /// Encodes a value with all that it holds.
    func value(of value: some Encodable) throws -> ViewDocument.Value {
        if let plain = plain(value) { return plain }
        let (outer, before) = (isList, open.count)
        defer { isList = outer }
        try value.encode(to: self)
        // What has been met since is laid down as the parts of one value.
        let (start, count) = (UInt32(values.count), open.count - before)
        values += open[before...]
        open.removeLast(count)
        return isList ? .list(start: start, count: UInt32(count)) : .object(start: start)
    }

    /// A value without parts; whether it is one is asked by its type, which is quicker than to try it.
    private func plain<T>(_ value: T) -> ViewDocument.Value? {
        if T.self == String.self, let text = value as? String {
            let start = bytes.count
            bytes += text.utf8
            return .text(start: UInt32(start), count: UInt32(bytes.count - start))
        }
        if T.self == Bool.self { return (value as? Bool).map { .bool($0) } }
        if T.self == Int.self { return (value as? Int).map { .integer($0) } }
        if T.self == Double.self { return (value as? Double).map { .number($0) } }
        return nil
    }

    /// Adds a part of the list or object that isn't finished yet.
    fileprivate func add(_ value: ViewDocument.Value) { open.append(value) }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        isList = false
        return KeyedEncodingContainer(Members<Key>(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        isList = true
        return Elements(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        preconditionFailure("views hold lists, named members and values without parts")
    }
}

/// Encodes named members.
private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: ViewEncoder
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil(forKey key: Key) { encoder.add(.null) }
    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        encoder.add(try encoder.value(of: value))
    }
    // A member that is nil is said to be null instead of being left out.
    mutating func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws { try add(value, key) }
    mutating func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try add(value, key) }
    mutating func encodeIfPresent(_ value: String?, forKey key: Key) throws { try add(value, key) }
    mutating func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try add(value, key) }
    mutating func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try add(value, key) }

    private mutating func add<T: Encodable>(_ value: T?, _ key: Key) throws {
        if let value { try encode(value, forKey: key) } else { encoder.add(.null) }
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        preconditionFailure("views encode what the compiler writes for them")
    }
    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        preconditionFailure("views encode what the compiler writes for them")
    }
    mutating func superEncoder() -> any Encoder { preconditionFailure("views are values without a superclass") }
    mutating func superEncoder(forKey key: Key) -> any Encoder {
        preconditionFailure("views are values without a superclass")
    }
}

/// Encodes the elements of a list.
private struct Elements: UnkeyedEncodingContainer {
    let encoder: ViewEncoder
    var codingPath: [any CodingKey] { [] }
    private(set) var count = 0

    init(encoder: ViewEncoder) { self.encoder = encoder }

    private mutating func add(_ value: ViewDocument.Value) {
        encoder.add(value)
        count += 1
    }

    mutating func encodeNil() { add(.null) }
    mutating func encode<T: Encodable>(_ value: T) throws { add(try encoder.value(of: value)) }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
        preconditionFailure("views encode what the compiler writes for them")
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        preconditionFailure("views encode what the compiler writes for them")
    }
    mutating func superEncoder() -> any Encoder { preconditionFailure("views are values without a superclass") }
}
