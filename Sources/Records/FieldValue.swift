package import FollowUpModel
package import ForumKit

/// A value that a field can hold, in every format.
package protocol FieldValue: Sendable {
    /// What it is.
    static var fieldType: FieldType { get }
    /// Whether there may be none.
    static var isOptional: Bool { get }
    /// Whether there is none.
    var isNothing: Bool { get }
    /// Writes it.
    func write(to writer: inout RecordWriter)
    /// Whether it is what a text names; of a list whether one of it is.
    func matches(_ text: String) -> Bool
}

extension FieldValue {
    package static var isOptional: Bool { false }
    package var isNothing: Bool { false }
    package func matches(_ text: String) -> Bool { false }
}

extension String: FieldValue {
    package static var fieldType: FieldType { .text }
    package func write(to writer: inout RecordWriter) { writer.put(self) }
    package func matches(_ text: String) -> Bool { self == text }
}

extension Int: FieldValue {
    package static var fieldType: FieldType { .integer }
    package func write(to writer: inout RecordWriter) { writer.put(self) }
}

extension Double: FieldValue {
    package static var fieldType: FieldType { .number }
    package func write(to writer: inout RecordWriter) { writer.put(self) }
}

extension Bool: FieldValue {
    package static var fieldType: FieldType { .boolean }
    package func write(to writer: inout RecordWriter) { writer.put(self) }
    package func matches(_ text: String) -> Bool { (text == "true") == self }
}

extension PartialDate: FieldValue {
    package static var fieldType: FieldType { .date }
    package func write(to writer: inout RecordWriter) { writer.put(description) }
}

extension CalendarDay: FieldValue {
    package static var fieldType: FieldType { .date }
    package func write(to writer: inout RecordWriter) { writer.put(description) }
}

extension LegalDate: FieldValue {
    package static var fieldType: FieldType { .interval }
    package func write(to writer: inout RecordWriter) { writer.put(description) }
}

extension RuleID: FieldValue {
    package static var fieldType: FieldType { .text }
    package func write(to writer: inout RecordWriter) { writer.put(rawValue) }
}

extension LocalizedText: FieldValue {
    package static var fieldType: FieldType { .wordings }
    package func write(to writer: inout RecordWriter) { writer.put(self) }
}

extension Optional: FieldValue where Wrapped: FieldValue {
    package static var fieldType: FieldType { Wrapped.fieldType }
    package static var isOptional: Bool { true }
    package var isNothing: Bool { self == nil }
    package func write(to writer: inout RecordWriter) {
        if let self { self.write(to: &writer) } else { writer.putNull(of: Wrapped.fieldType) }
    }
    package func matches(_ text: String) -> Bool { self?.matches(text) ?? false }
}

extension Array: FieldValue where Element: FieldValue {
    package static var fieldType: FieldType { .list(Element.fieldType) }
    package func write(to writer: inout RecordWriter) {
        writer.beginList()
        for element in self { element.write(to: &writer) }
        writer.endList()
    }
    package func matches(_ text: String) -> Bool { contains { $0.matches(text) } }
}

/// A value that is one of some names.
package protocol CodeValue: FieldValue, RawRepresentable, CaseIterable where RawValue == String {
    /// The names, and what each means.
    static var codes: CodeList { get }
}

extension CodeValue {
    package static var fieldType: FieldType { .code(codes) }
    package func write(to writer: inout RecordWriter) { writer.put(rawValue) }
    package func matches(_ text: String) -> Bool { rawValue == text }
}

/// A number for each name of a list; those that are not given are 0.
package struct Counts: FieldValue {
    /// The names and numbers, in the order of the list.
    let values: [(code: String, count: Int)]

    /// Counts by name.
    init(_ values: [(code: String, count: Int)]) { self.values = values }

    /// Counts some of all names of a list.
    init<Code: CodeValue>(_ counts: [Code: Int], of codes: some Sequence<Code>) {
        values = codes.map { ($0.rawValue, counts[$0] ?? 0) }
    }

    package static var fieldType: FieldType { .counts(.levels) }
    package func write(to writer: inout RecordWriter) { writer.put(self) }
}
