/// A thing that is shown or exchanged, described once: by its schema it is written in every format.
package protocol Record: FieldValue {
    /// Its name, its fields, and how each is found.
    static var schema: RecordSchema<Self> { get }
}

extension Record {
    package static var fieldType: FieldType { .record(schema.description) }
    package func write(to writer: inout RecordWriter) { Self.schema.write(self, to: &writer) }
}

/// One field of a record, and how it is found in what the record is made of.
package struct Field<Row: Sendable>: Sendable {
    /// What it is.
    package let description: FieldDescription
    let write: @Sendable (Row, inout RecordWriter) -> Void
    /// Whether its value is what a text names, see ``FieldValue/matches(_:)``.
    package let matches: @Sendable (Row, String) -> Bool

    /// Describes a field.
    ///
    /// - Parameters:
    ///   - name: the name in kebab case.
    ///   - doc: what it says, in one sentence.
    ///   - type: what it holds, where that is more than the value's type tells.
    ///   - unit: what its numbers count or measure.
    ///   - isOptional: whether there may be none, where the value's type doesn't tell.
    ///   - isInTables: whether tables have it.
    ///   - value: how it is found.
    package init<Value: FieldValue>(
        _ name: String, _ doc: String, _ type: FieldType? = nil, unit: String? = nil, isOptional: Bool? = nil,
        isInTables: Bool = true,
        _ value: @escaping @Sendable (Row) -> Value
    ) {
        // What there is nothing of has as many columns as if there were something.
        let type = type ?? Value.fieldType
        description = FieldDescription(
            name: name, type: type, isOptional: isOptional ?? Value.isOptional, unit: unit, doc: doc,
            isInTables: isInTables)
        write = { row, writer in
            let value = value(row)
            if value.isNothing { writer.putNull(of: type) } else { value.write(to: &writer) }
        }
        matches = { row, text in value(row).matches(text) }
    }

    /// The same field of something that holds what it is found in.
    init<Inner>(_ field: Field<Inner>, of inner: @escaping @Sendable (Row) -> Inner) {
        description = field.description
        write = { outer, writer in field.write(inner(outer), &writer) }
        matches = { outer, text in field.matches(inner(outer), text) }
    }
}

/// Puts things together, such as fields, one below the other.
@resultBuilder
package enum ListBuilder<Element> {
    package static func buildExpression(_ element: Element) -> [Element] { [element] }
    package static func buildExpression(_ elements: [Element]) -> [Element] { elements }
    package static func buildBlock(_ elements: [Element]...) -> [Element] { elements.flatMap(\.self) }
}

/// What a record is and how each of its fields is found.
package struct RecordSchema<Row: Sendable>: Sendable {
    /// What it is, in no format.
    package let description: RecordDescription
    /// The fields, in their order.
    package let fields: [Field<Row>]
    /// What writes each field, and each that tables have: a field is taken out of a list for every record.
    private let writeField: [@Sendable (Row, inout RecordWriter) -> Void]
    private let writeColumn: [@Sendable (Row, inout RecordWriter) -> Void]

    /// Describes a record.
    package init(_ name: String, _ doc: String, @ListBuilder<Field<Row>> _ fields: () -> [Field<Row>]) {
        let fields = fields()
        precondition(
            Set(fields.map(\.description.name)).count == fields.count, "the fields of a record have names of their own")
        self.fields = fields
        writeColumn = fields.filter(\.description.isInTables).map(\.write)
        writeField = fields.map { field in
            { [name = field.description.name, write = field.write] row, writer in
                writer.write(name: name)
                write(row, &writer)
            }
        }
        description = RecordDescription(name: name, doc: doc, fields: fields.map(\.description))
    }

    /// The fields, for a record that has them beside others.
    package func fields<Outer: Sendable>(of inner: @escaping @Sendable (Outer) -> Row) -> [Field<Outer>] {
        fields.map { Field<Outer>($0, of: inner) }
    }

    /// Writes one record.
    package func write(_ row: Row, to writer: inout RecordWriter) {
        if writer.isInTable {
            for write in writeColumn { write(row, &writer) }
            return
        }
        writer.beginRecord()
        writeFields(of: row, to: &writer)
        writer.endRecord()
    }

    /// Writes the fields of one record of a document, for whom has more to say beside them.
    package func writeFields(of row: Row, to writer: inout RecordWriter) {
        for write in writeField { write(row, &writer) }
    }
}
