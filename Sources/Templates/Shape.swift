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
        do {
            self = try ShapeDecoder.decode(type).1
        } catch {
            preconditionFailure("a view holds only texts, numbers, truth values, lists and other views: \(error)")
        }
    }

    /// The place of a member among all; nil when there is none of that name.
    func place(ofMember name: String) -> Int? {
        guard case .object(let members) = self else { return nil }
        return members.firstIndex { $0.name == name }
    }
}

/// Gives every member a stand-in value and notes what was asked for; a class, since Codable's containers are copied.
private final class ShapeDecoder: Decoder {
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    fileprivate(set) var shape = Shape.text

    /// What stands in for values without parts.
    private static let plain: [(shape: Shape, value: any Sendable)] = [
        (.text, ""), (.integer, 0), (.bool, false), (.number, 0.0),
    ]

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        shape = .object([])
        return KeyedDecodingContainer(Members<Key>(decoder: self))
    }

    func unkeyedContainer() -> any UnkeyedDecodingContainer { preconditionFailure("lists in views are arrays") }

    func singleValueContainer() -> any SingleValueDecodingContainer {
        preconditionFailure("views hold lists, named members and values without parts")
    }

    /// A stand-in of a type, and the type's shape.
    static func decode<T: Decodable>(_ type: T.Type) throws -> (T, Shape) {
        for (shape, value) in plain { if let value = value as? T { return (value, shape) } }
        if let list = type as? any ViewList.Type, case (let value as T, let shape) = try list.decode() {
            return (value, shape)
        }
        let decoder = ShapeDecoder()
        return (try T(from: decoder), decoder.shape)
    }
}

/// Answers for named members.
private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: ShapeDecoder
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) -> Bool { false }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        let (value, shape) = try ShapeDecoder.decode(type)
        if case .object(let members) = decoder.shape {
            decoder.shape = .object(members + [.init(name: key.stringValue, shape: shape)])
        }
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

/// A list in a view: it stands in for any number of elements with one.
private protocol ViewList {
    /// A stand-in of the list, and the list's shape.
    static func decode() throws -> (Self, Shape)
}

extension Array: ViewList where Element: Decodable {
    fileprivate static func decode() throws -> ([Element], Shape) {
        let (element, shape) = try ShapeDecoder.decode(Element.self)
        return ([element], .list(shape))
    }
}
