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
    /// What the value that is being encoded has turned out to be.
    @exclusivity(unchecked) private var kind = Kind.single(.null)

    private enum Kind {
        case single(ViewDocument.Value)
        case list
        case object
    }

    init() {
        values.reserveCapacity(1 << 10)
        bytes.reserveCapacity(1 << 15)
    }

    /// Encodes a value with all that it holds.
    func value(of value: some Encodable) throws -> ViewDocument.Value {
        if let text = Self.text(value) { return self.value(of: text) }
        let (outer, before) = (kind, open.count)
        defer { kind = outer }
        kind = .single(.null)
        try value.encode(to: self)
        switch kind {
        case .single(let value): return value
        case .list:
            let (start, count) = close(from: before)
            return .list(start: start, count: UInt32(count))
        case .object: return .object(start: close(from: before).start)
        }
    }

    /// A text; whether a value is one is asked by its type, which is quicker than to try it.
    private static func text<T>(_ value: T) -> String? { T.self == String.self ? value as? String : nil }

    fileprivate func value(of text: String) -> ViewDocument.Value {
        let start = bytes.count
        bytes += text.utf8
        return .text(start: UInt32(start), count: UInt32(bytes.count - start))
    }

    /// Lays what has been met since down as the parts of one value; says where they begin and how many they are.
    private func close(from before: Int) -> (start: UInt32, count: Int) {
        let (start, count) = (values.count, open.count - before)
        values += open[before...]
        open.removeLast(count)
        return (UInt32(start), count)
    }

    /// Adds a part of the list or object that isn't finished yet.
    fileprivate func add(_ value: ViewDocument.Value) { open.append(value) }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        kind = .object
        return KeyedEncodingContainer(Members<Key>(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        kind = .list
        return Elements(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(encoder: self) }

    /// One value that is no list and has no members.
    private struct Single: SingleValueEncodingContainer {
        let encoder: ViewEncoder
        var codingPath: [any CodingKey] { [] }

        mutating func encodeNil() { encoder.kind = .single(.null) }
        mutating func encode(_ value: Bool) { encoder.kind = .single(.bool(value)) }
        mutating func encode(_ value: String) { encoder.kind = .single(encoder.value(of: value)) }
        mutating func encode(_ value: Double) { encoder.kind = .single(.number(value)) }
        mutating func encode(_ value: Int) { encoder.kind = .single(.integer(value)) }
        mutating func encode<T: Encodable>(_ value: T) throws { encoder.kind = .single(try encoder.value(of: value)) }
    }
}

/// Encodes named members.
private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: ViewEncoder
    var codingPath: [any CodingKey] { [] }

    private func add(_ value: ViewDocument.Value) { encoder.add(value) }

    mutating func encodeNil(forKey key: Key) { add(.null) }
    mutating func encode(_ value: Bool, forKey key: Key) { add(.bool(value)) }
    mutating func encode(_ value: String, forKey key: Key) { add(encoder.value(of: value)) }
    mutating func encode(_ value: Double, forKey key: Key) { add(.number(value)) }
    mutating func encode(_ value: Int, forKey key: Key) { add(.integer(value)) }
    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws { add(try encoder.value(of: value)) }
    // A member that is nil is said to be null instead of being left out.
    mutating func encodeIfPresent(_ value: Bool?, forKey key: Key) { add(value.map { .bool($0) } ?? .null) }
    mutating func encodeIfPresent(_ value: String?, forKey key: Key) { add(value.map(encoder.value) ?? .null) }
    mutating func encodeIfPresent(_ value: Double?, forKey key: Key) { add(value.map { .number($0) } ?? .null) }
    mutating func encodeIfPresent(_ value: Int?, forKey key: Key) { add(value.map { .integer($0) } ?? .null) }
    mutating func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) } else { add(.null) }
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
