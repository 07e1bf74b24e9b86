import SystemIO

/// Writes a JSON document piece by piece, so that a long list need not be a value first.
///
/// Each list and object that is begun is ended, and each value of an object comes after its name.
package struct JSONWriter: ~Copyable {
    /// Whether each element and member stands on a line of its own; otherwise there is no white space at all.
    package let isIndented: Bool
    private var out: ByteWriter
    private var depth = 0
    /// Whether the list or object that is open has nothing in it yet.
    private var isEmpty = true
    private var hasName = false

    /// Begins a document.
    package init(isIndented: Bool = false, capacity: Int = 1 << 12) {
        self.isIndented = isIndented
        out = ByteWriter(capacity: capacity)
    }

    /// What was written, as UTF-8.
    package var bytes: [UInt8] { out.bytes }

    /// What was written, as a text.
    package var text: String { out.text }

    /// Takes back all that was written; the next document begins.
    package mutating func removeAll() {
        out.removeAll()
        (depth, isEmpty, hasName) = (0, true, false)
    }

    /// Begins a list.
    package mutating func beginList() { begin(UInt8(ascii: "[")) }

    /// Ends a list.
    package mutating func endList() { end(UInt8(ascii: "]")) }

    /// Begins an object.
    package mutating func beginObject() { begin(UInt8(ascii: "{")) }

    /// Ends an object.
    package mutating func endObject() { end(UInt8(ascii: "}")) }

    /// Writes the name of a member, whose value comes next.
    package mutating func write(name: String) {
        beginItem()
        out.append(json: name)
        out.append(isIndented ? ": " : ":")
        hasName = true
    }

    /// Writes that there is nothing.
    package mutating func writeNull() {
        beginItem()
        out.append("null")
    }

    /// Writes a text.
    package mutating func write(_ text: String) {
        beginItem()
        out.append(json: text)
    }

    /// Writes a whole number.
    package mutating func write(_ number: Int) {
        beginItem()
        out.append(decimal: number)
    }

    /// Writes a number, which must be finite.
    package mutating func write(_ number: Double) {
        beginItem()
        out.append(json: number)
    }

    /// Writes a truth value.
    package mutating func write(_ value: Bool) {
        beginItem()
        out.append(value ? "true" : "false")
    }

    /// Writes a whole value.
    package mutating func write(_ value: JSONValue) {
        switch value {
        case .null: writeNull()
        case .bool(let value): write(value)
        case .integer(let value): write(value)
        case .number(let value): write(value)
        case .string(let value): write(value)
        case .array(let elements):
            beginList()
            for element in elements { write(element) }
            endList()
        case .object(let members):
            beginObject()
            for member in members {
                write(name: member.name)
                write(member.value)
            }
            endObject()
        }
    }

    private mutating func begin(_ bracket: UInt8) {
        beginItem()
        out.append(bracket)
        depth += 1
        isEmpty = true
    }

    private mutating func end(_ bracket: UInt8) {
        precondition(depth > 0 && !hasName, "what is ended was begun, and its last name has a value")
        depth -= 1
        if !isEmpty { breakLine() }
        out.append(bracket)
        isEmpty = false
    }

    /// Writes what stands before a value: nothing after a name, else a comma and a new line where they are due.
    private mutating func beginItem() {
        if hasName {
            hasName = false
            return
        }
        guard depth > 0 else { return }
        if !isEmpty { out.append(UInt8(ascii: ",")) }
        isEmpty = false
        breakLine()
    }

    private mutating func breakLine() {
        guard isIndented else { return }
        out.append(0x0A)
        for _ in 0..<2 * depth { out.append(0x20) }
    }
}
