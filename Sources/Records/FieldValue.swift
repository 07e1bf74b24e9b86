package import FollowUpModel
package import ForumKit

/// What a field holds.
package indirect enum FieldType: Sendable {
    /// A text.
    case text
    /// A text in several languages.
    case wordings
    /// A whole number.
    case integer
    /// A number with a fraction.
    case number
    /// Whether something is so.
    case boolean
    /// A date: a day, a month or a year.
    case date
    /// A date, or the first and the last day that it can be, joined by a slash.
    case interval
    /// File, line and column, joined by colons; lines and columns count from 1, columns in characters.
    case place
    /// The address of a page or of another document, as a reference that may be relative.
    case link
    /// One of some names.
    case code(CodeList)
    /// A number for each of some names.
    case counts(CodeList)
    /// The fields that the forums declare for their own reports.
    case ownFields
    /// A list.
    case list(FieldType)
    /// Another record.
    case record(RecordDescription)
}

/// Names that mean the same in all languages, each with what it stands for.
package struct CodeList: Sendable {
    /// What the list is called.
    package let name: String
    /// Which names there are and what they mean; nil where each workspace has its own.
    package let codes: [(code: String, doc: String)]?

    /// Describes a list: its names, and what each means.
    package init(_ name: String, @ListBuilder<(code: String, doc: String)> _ codes: () -> [(code: String, doc: String)])
    {
        self.name = name
        self.codes = codes()
    }

    private init(ofEachWorkspace name: String) {
        self.name = name
        codes = nil
    }

    /// The levels of the workspace's progress scale, the least first, then the step back.
    package static let levels = CodeList(ofEachWorkspace: "level")

    /// The names in a workspace.
    package func codes(in layout: RecordLayout) -> [String] { codes?.map(\.code) ?? layout.levels }
}

/// What one field of a record is, in no format.
package struct FieldDescription: Sendable {
    /// The name, in kebab case: that of the member and of the column.
    package let name: String
    /// What it holds.
    package let type: FieldType
    /// Whether it may be null, or empty in a table.
    package let isOptional: Bool
    /// What its numbers count or measure; nil where that is plain.
    package let unit: String?
    /// What it says, in one sentence.
    package let doc: String
    /// Whether tables have it; what is long or has parts of its own stands in documents only.
    package let isInTables: Bool
}

/// What a record is: its fields, from which every format and every description of one follows.
package struct RecordDescription: Sendable {
    /// The name, in kebab case, one for each kind of record.
    package let name: String
    /// What one record tells, in one sentence.
    package let doc: String
    /// The fields, in their order.
    package let fields: [FieldDescription]
}

/// What a workspace, or a reader, decides of how records look.
package struct RecordLayout: Sendable {
    /// The language of all texts, each of which is then one text; nil for all languages side by side.
    package var language: Language?
    /// The languages that have a column in tables.
    package var languages: [Language]
    /// The ids of the levels of the workspace's scale, the least first, then that of the step back.
    package var levels: [String]
    /// The names of the fields that forums declare for their reports, in the order in which they come up.
    package var reportFields: [String]

    /// Describes a layout.
    package init(
        language: Language? = nil, languages: [Language] = [], levels: [String] = [], reportFields: [String] = []
    ) {
        self.language = language
        self.languages = languages
        self.levels = levels
        self.reportFields = reportFields
    }
}

extension RecordDescription {
    /// The names of the columns of a table of such records: what a field holds in several parts has several columns,
    /// named by the field and the part.
    package func columns(in layout: RecordLayout) -> [String] {
        fields.filter(\.isInTables).flatMap { field in
            field.type.parts(in: layout).map { part in
                if case .ownFields = field.type { return part ?? field.name }
                return part.map { field.name + "-" + $0 } ?? field.name
            }
        }
    }

    /// All records that stand in this one, however deep, each once, this one first.
    package var allRecords: [RecordDescription] {
        var found = [self]
        for field in fields {
            var type = field.type
            while case .list(let element) = type { type = element }
            guard case .record(let record) = type else { continue }
            for inner in record.allRecords where !found.contains(where: { $0.name == inner.name }) {
                found.append(inner)
            }
        }
        return found
    }
}

extension FieldType {
    /// The columns that a value takes in a table, each named by its part of the value, or nil for the whole.
    func parts(in layout: RecordLayout) -> [String?] {
        switch self {
        case .wordings: layout.language == nil ? layout.languages.map(\.code) : [nil]
        case .counts(let list): list.codes(in: layout)
        case .ownFields: layout.reportFields
        case .record(let record): record.columns(in: layout)
        default: [nil]
        }
    }

    /// The number of those columns; asked for every empty field of a table, so it makes no list of their names.
    func partCount(in layout: RecordLayout) -> Int {
        switch self {
        case .wordings: layout.language == nil ? layout.languages.count : 1
        case .counts, .record: parts(in: layout).count
        case .ownFields: layout.reportFields.count
        default: 1
        }
    }
}

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
