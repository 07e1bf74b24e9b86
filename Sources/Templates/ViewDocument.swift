package import JSON
package import SystemIO

/// The document of a view value: members in the order of their declaration, `null` where there is nothing.
///
/// It is what a template reads and what is sent as JSON, so that both tell the same. A page may hold a hundred thousand
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

    /// Writes the document as JSON without any white space, with a line break at its end.
    package func write(to out: inout ByteWriter) {
        ViewJSON(document: self, names: names.map(ViewJSON.names)).write(root, to: &out)
        out.append(0x0A)
    }

    /// The same, as UTF-8.
    package var utf8: [UInt8] {
        var out = ByteWriter(capacity: 2 * bytes.count)
        write(to: &out)
        return out.bytes
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

extension JSONValue {
    /// The document of a view value, see ``ViewDocument``.
    package init(of view: some Encodable) { self = ViewDocument(of: view).json }
}

/// Writes a document as JSON.
private struct ViewJSON {
    let document: ViewDocument
    /// What stands before each member: a brace or a comma, its name and a colon.
    let names: [[[UInt8]]]

    /// What stands before the members of an object with these names.
    static func names(_ names: [String]) -> [[UInt8]] {
        names.enumerated().map { place, name in
            var out = ByteWriter()
            out.append(UInt8(ascii: place == 0 ? "{" : ","))
            out.append(json: name)
            out.append(UInt8(ascii: ":"))
            return out.bytes
        }
    }

    func write(_ value: ViewDocument.Value, to out: inout ByteWriter) {
        switch value {
        case .null: out.append("null")
        case .bool(let value): out.append(value ? "true" : "false")
        case .integer(let number): out.append(decimal: number)
        case .number(let number): out.append(json: number)
        case .text(let start, let count):
            out.append(json: document.bytes.span.extracting(Int(start)..<Int(start) + Int(count)))
        case .list(let start, let count):
            out.append(UInt8(ascii: "["))
            for place in start..<start + count {
                if place > start { out.append(UInt8(ascii: ",")) }
                write(document.values[Int(place)], to: &out)
            }
            out.append(UInt8(ascii: "]"))
        case .object(let start, let number):
            for (place, name) in names[Int(number)].enumerated() {
                out.append(name)
                write(document.values[Int(start) + place], to: &out)
            }
            out.append(names[Int(number)].isEmpty ? "{}" : "}")
        }
    }
}
