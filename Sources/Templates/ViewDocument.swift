package import JSON

/// The document of a view value: members in the order of their declaration, `null` where there is nothing.
///
/// It is what a template reads. A page may hold a hundred thousand
/// values; they lie one after the other, and all texts in one piece, instead of each in memory of its own.
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
        /// The place of its first member, and the number of the list of their names.
        case object(start: UInt32, names: UInt32)
    }

    /// The document as a whole.
    let root: Value
    /// The elements and members of each list and object one after the other.
    let values: [Value]
    /// The bytes of all texts.
    let bytes: [UInt8]
    /// The names of the members of each type of object.
    let names: [[String]]

    /// Encodes a view.
    package init(of view: some Encodable) {
        let encoder = ViewEncoder()
        do {
            root = try encoder.value(of: view)
        } catch {
            preconditionFailure("a view holds only texts, numbers, truth values, lists and other views: \(error)")
        }
        (values, bytes, names) = (encoder.values, encoder.bytes, encoder.names)
    }

    /// The elements of a list.
    func elements(_ start: UInt32, _ count: UInt32) -> ArraySlice<Value> {
        values[Int(start)..<Int(start) + Int(count)]
    }

    /// The document as a value of its own.
    package var json: JSONValue { json(root) }

    private func json(_ value: Value) -> JSONValue {
        switch value {
        case .null: .null
        case .bool(let value): .bool(value)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .text(let start, let count):
            .string(String(decoding: bytes[Int(start)..<Int(start) + Int(count)], as: UTF8.self))
        case .list(let start, let count): .array(elements(start, count).map(json))
        case .object(let start, let names):
            .object(
                self.names[Int(names)].enumerated().map { place, name in
                    JSONValue.Member(name, json(values[Int(start) + place]))
                })
        }
    }
}
