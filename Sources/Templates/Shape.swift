/// What a view type can hold, found out from the type alone: every member of it, also those that a value leaves empty.
///
/// Templates are checked against it at start.
package indirect enum Shape: Hashable, Sendable {
    /// A text.
    case text
    /// A whole number.
    case integer
    /// A number with a fraction.
    case number
    /// `true` or `false`.
    case bool
    /// A list of equal things.
    case list(Shape)
    /// Named members in the order of their declaration.
    case object([Member])

    /// One member of an object.
    package struct Member: Hashable, Sendable {
        /// The name.
        package var name: String
        /// What it holds.
        package var shape: Shape
    }

    /// The shape of a view type, whose members are texts, numbers, truth values, lists and other such types.
    package init<View: Decodable>(of type: View.Type) {
        let decoder = ShapeDecoder()
        do {
            _ = try View(from: decoder)
        } catch {
            preconditionFailure("a view holds only texts, numbers, truth values, lists and other views: \(error)")
        }
        self = decoder.shape
    }

    /// The place of a member among all; nil when there is none of that name.
    func place(ofMember name: String) -> Int? {
        guard case .object(let members) = self else { return nil }
        return members.firstIndex { $0.name == name }
    }
}

/// Gives every member a stand-in value and notes what was asked for.
private final class ShapeDecoder: Decoder {
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    private var single: Shape = .text
    private var members: MemberShapes?
    private var element: ElementShape?

    var shape: Shape {
        if let members { return .object(members.list) }
        if let element { return .list(element.shape ?? .text) }
        return single
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        let list = MemberShapes()
        members = list
        return KeyedDecodingContainer(Members<Key>(list: list))
    }

    func unkeyedContainer() -> any UnkeyedDecodingContainer {
        let element = ElementShape()
        self.element = element
        return Elements(element: element)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { Single(decoder: self) }

    static func decode<T: Decodable>(_ type: T.Type) throws -> (T, Shape) {
        let decoder = ShapeDecoder()
        return (try T(from: decoder), decoder.shape)
    }

    struct Single: SingleValueDecodingContainer {
        let decoder: ShapeDecoder
        var codingPath: [any CodingKey] { [] }

        func decodeNil() -> Bool { false }
        func decode(_ type: Bool.Type) -> Bool {
            decoder.single = .bool
            return true
        }
        func decode(_ type: String.Type) -> String {
            decoder.single = .text
            return ""
        }
        func decode(_ type: Double.Type) -> Double {
            decoder.single = .number
            return 0
        }
        func decode(_ type: Int.Type) -> Int {
            decoder.single = .integer
            return 0
        }
        func decode<T: Decodable>(_ type: T.Type) throws -> T {
            let (value, shape) = try ShapeDecoder.decode(type)
            decoder.single = shape
            return value
        }
    }
}

private final class MemberShapes {
    var list: [Shape.Member] = []
}

private final class ElementShape {
    var shape: Shape?
}

/// Answers for named members.
private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let list: MemberShapes
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) -> Bool { false }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        let (value, shape) = try ShapeDecoder.decode(type)
        list.list.append(.init(name: key.stringValue, shape: shape))
        return value
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedDecodingContainer<Nested> {
        preconditionFailure("views decode what the compiler writes for them")
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer {
        preconditionFailure("views decode what the compiler writes for them")
    }
    func superDecoder() -> any Decoder { preconditionFailure("views are values without a superclass") }
    func superDecoder(forKey key: Key) -> any Decoder {
        preconditionFailure("views are values without a superclass")
    }
}

/// Answers for one element of a list, then says that it ends.
private struct Elements: UnkeyedDecodingContainer {
    let element: ElementShape
    var codingPath: [any CodingKey] { [] }
    var count: Int? { 1 }
    var isAtEnd: Bool { currentIndex > 0 }
    var currentIndex = 0

    init(element: ElementShape) { self.element = element }

    mutating func decodeNil() -> Bool { false }
    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        let (value, shape) = try ShapeDecoder.decode(type)
        element.shape = shape
        currentIndex += 1
        return value
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) -> KeyedDecodingContainer<Nested> {
        preconditionFailure("views decode what the compiler writes for them")
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer {
        preconditionFailure("views decode what the compiler writes for them")
    }
    mutating func superDecoder() -> any Decoder { preconditionFailure("views are values without a superclass") }
}
