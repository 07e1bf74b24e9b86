package import Diagnostics

extension JSONValue {
    /// The document of a view value: members in the order of their declaration, `null` where there is nothing.
    ///
    /// It is what a template reads and what is sent as JSON, so that both tell the same.
    package init(of view: some Encodable) {
        let encoder = ViewEncoder()
        do {
            try view.encode(to: encoder)
        } catch {
            preconditionFailure("a view holds only texts, numbers, truth values, lists and other views: \(error)")
        }
        self = encoder.result
    }
}

/// Collects what one value encodes.
private final class ViewEncoder: Encoder {
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    private var single: JSONValue = .null
    private var members: MemberList?
    private var elements: ElementList?

    /// What was encoded.
    var result: JSONValue {
        if let members { return .object(members.list) }
        if let elements { return .array(elements.list) }
        return single
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        let list = MemberList()
        members = list
        return KeyedEncodingContainer(Members<Key>(list: list))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        let list = ElementList()
        elements = list
        return Elements(list: list)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(encoder: self) }

    /// The document of any value.
    static func value(of value: some Encodable) throws -> JSONValue {
        if let text = value as? String { return .string(text) }
        let encoder = ViewEncoder()
        try value.encode(to: encoder)
        return encoder.result
    }

    /// One value that is no list and has no members.
    struct Single: SingleValueEncodingContainer {
        let encoder: ViewEncoder
        var codingPath: [any CodingKey] { [] }

        mutating func encodeNil() { encoder.single = .null }
        mutating func encode(_ value: Bool) { encoder.single = .bool(value) }
        mutating func encode(_ value: String) { encoder.single = .string(value) }
        mutating func encode(_ value: Double) { encoder.single = .number(value) }
        mutating func encode(_ value: Int) { encoder.single = .integer(value) }
        mutating func encode<T: Encodable>(_ value: T) throws { encoder.single = try ViewEncoder.value(of: value) }
    }
}

/// The members encoded so far; a class, since containers are copied.
private final class MemberList {
    var list: [JSONValue.Member] = []
}

/// The elements encoded so far.
private final class ElementList {
    var list: [JSONValue] = []
}

/// Encodes named members.
private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let list: MemberList
    var codingPath: [any CodingKey] { [] }

    private func add(_ key: Key, _ value: JSONValue) { list.list.append(.init(key.stringValue, value)) }

    mutating func encodeNil(forKey key: Key) { add(key, .null) }
    mutating func encode(_ value: Bool, forKey key: Key) { add(key, .bool(value)) }
    mutating func encode(_ value: String, forKey key: Key) { add(key, .string(value)) }
    mutating func encode(_ value: Double, forKey key: Key) { add(key, .number(value)) }
    mutating func encode(_ value: Int, forKey key: Key) { add(key, .integer(value)) }
    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        add(key, try ViewEncoder.value(of: value))
    }
    // A member that is nil is said to be null instead of being left out.
    mutating func encodeIfPresent(_ value: Bool?, forKey key: Key) { add(key, value.map(JSONValue.bool) ?? .null) }
    mutating func encodeIfPresent(_ value: String?, forKey key: Key) { add(key, .text(value)) }
    mutating func encodeIfPresent(_ value: Double?, forKey key: Key) {
        add(key, value.map(JSONValue.number) ?? .null)
    }
    mutating func encodeIfPresent(_ value: Int?, forKey key: Key) { add(key, .count(value)) }
    mutating func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
        if let value { add(key, try ViewEncoder.value(of: value)) } else { add(key, .null) }
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
    let list: ElementList
    var codingPath: [any CodingKey] { [] }
    var count: Int { list.list.count }

    mutating func encodeNil() { list.list.append(.null) }
    mutating func encode(_ value: Bool) { list.list.append(.bool(value)) }
    mutating func encode(_ value: String) { list.list.append(.string(value)) }
    mutating func encode(_ value: Double) { list.list.append(.number(value)) }
    mutating func encode(_ value: Int) { list.list.append(.integer(value)) }
    mutating func encode<T: Encodable>(_ value: T) throws { list.list.append(try ViewEncoder.value(of: value)) }

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
