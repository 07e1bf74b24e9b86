import Diagnostics
package import FollowUpModel
import JSON
package import SystemIO

/// Writes records, field by field: as a JSON document, or as rows of tables in one or more forms at once.
///
/// A table may have millions of rows, so no row is made first and written then.
package struct RecordWriter: ~Copyable {
    /// What the workspace and the reader decide.
    package let layout: RecordLayout
    /// The document; in tables, a list on its way into a field.
    private var document: JSONWriter
    private let table: TableForm?
    private var csv = ByteWriter()
    private var json = ByteWriter()
    private var column = 0
    /// The texts of a list on their way into a field of a table, and whether it has anything but texts.
    private var listed = ""
    private var (listDepth, isPlainList) = (0, true)

    /// What is written of a table.
    private struct TableForm {
        var makesCSV: Bool
        var makesJSON: Bool
        /// What stands before each field of an object: a comma or a brace, its name and a colon.
        var names: [[UInt8]]
    }

    /// Begins a document.
    package init(_ layout: RecordLayout, isIndented: Bool = false) {
        self.layout = layout
        document = JSONWriter(isIndented: isIndented)
        table = nil
    }

    /// Begins a table, or a piece of one.
    init(_ layout: RecordLayout, columns: [String], forms: [TableFormat]) {
        self.layout = layout
        document = JSONWriter()
        let names = columns.enumerated().map { place, name in
            var out = ByteWriter(capacity: 64)
            out.append(place == 0 ? ",{" : ",")
            out.append(json: name)
            out.append(UInt8(ascii: ":"))
            return out.bytes
        }
        table = TableForm(makesCSV: forms.contains(.csv), makesJSON: forms.contains(.json), names: names)
    }

    /// Whether fields go into columns of a table, side by side.
    var isInTable: Bool { table != nil && listDepth == 0 }

    /// The document, as UTF-8.
    package var bytes: [UInt8] { document.bytes }

    /// The document, as a text.
    package var text: String { document.text }

    /// The rows of the table in a form; in JSON a comma stands before each row.
    func rows(in format: TableFormat) -> [UInt8] { format == .csv ? csv.bytes : json.bytes }

    /// Ends a row, all of whose fields have been written.
    mutating func endRow() {
        guard let table else { preconditionFailure("rows stand in tables") }
        precondition(column == table.names.count, "a row has a field for every column")
        column = 0
        if table.makesCSV { csv.append("\r\n") }
        if table.makesJSON { json.append(UInt8(ascii: "}")) }
    }
}

extension RecordWriter {
    /// Writes a text.
    package mutating func put(_ text: String) {
        if table != nil, !isInTable, isPlainList {
            listed += (listed.isEmpty ? "" : " | ") + text
            document.write(text)
        } else if let (makesCSV, makesJSON) = beginField() {
            if makesCSV { csv.append(csv: text) }
            if makesJSON { json.append(json: text) }
        } else {
            document.write(text)
        }
    }

    /// Writes a whole number.
    package mutating func put(_ number: Int) { put({ $0.write(number) }) { $0.append(decimal: number) } }

    /// Writes a number, which must be finite.
    package mutating func put(_ number: Double) { put({ $0.write(number) }) { $0.append(json: number) } }

    /// Writes whether something is so.
    package mutating func put(_ isSo: Bool) { put({ $0.write(isSo) }) { $0.append(isSo ? "true" : "false") } }

    /// Writes a value that reads the same in all forms: into the document, or as a field of the table.
    @inline(__always)
    private mutating func put(_ value: (inout JSONWriter) -> Void, field: (inout ByteWriter) -> Void) {
        guard let (makesCSV, makesJSON) = beginField() else { return value(&document) }
        if makesCSV { field(&csv) }
        if makesJSON { field(&json) }
    }

    /// Writes that there is no value of a type.
    package mutating func putNull(of type: FieldType) {
        guard isInTable else {
            isPlainList = false
            return document.writeNull()
        }
        for _ in 0..<type.partCount(in: layout) where beginField()?.makesJSON == true { json.append("null") }
    }

    /// Writes a text in the language that was asked for, or in all languages that it has.
    package mutating func put(_ text: LocalizedText) {
        if let language = layout.language { return put(text.text(for: language)) }
        let wordings: [(name: String, value: String?)] =
            isInTable
            ? layout.languages.map { ($0.code, text[$0]) } : text.wordings.map { ($0.language.code, $0.text) }
        put(wordings)
    }

    /// Writes a number for each of some names.
    mutating func put(_ counts: Counts) { put(counts.values.map { ($0.code, $0.count) }) }

    /// Writes fields by their names: in a table those that the layout has a column for.
    mutating func put(fields: (String) -> String?) { put(layout.reportFields.map { ($0, fields($0)) }) }

    /// Writes values by their names: in a table side by side, in a document those that there are.
    private mutating func put<Value: FieldValue>(_ members: [(name: String, value: Value?)]) {
        if isInTable {
            for (_, value) in members { value.write(to: &self) }
        } else {
            beginRecord()
            for case (let name, let value?) in members {
                write(name: name)
                value.write(to: &self)
            }
            endRecord()
        }
    }

    /// Begins a list.
    ///
    /// In CSV one of texts becomes one text with bars between them, any other its JSON.
    package mutating func beginList() {
        if isInTable {
            document.removeAll()
            (listed, isPlainList) = ("", true)
        } else {
            isPlainList = false
        }
        listDepth += table == nil ? 0 : 1
        document.beginList()
    }

    /// Ends a list.
    package mutating func endList() {
        document.endList()
        guard table != nil else { return }
        listDepth -= 1
        guard let (makesCSV, makesJSON) = beginField() else { return }
        if makesCSV { csv.append(csv: isPlainList ? listed : document.text) }
        if makesJSON { json.append(document.bytes) }
    }

    /// Begins a record of a document.
    package mutating func beginRecord() {
        isPlainList = false
        document.beginObject()
    }

    /// Ends a record of a document.
    package mutating func endRecord() { document.endObject() }

    /// Writes the name of a field of a document, whose value comes next.
    package mutating func write(name: String) { document.write(name: name) }

    /// Writes what stands before a field of a table, and says in which forms the field is wanted; nil where a value is
    /// none, but belongs to a document.
    private mutating func beginField() -> (makesCSV: Bool, makesJSON: Bool)? {
        guard let table, listDepth == 0 else {
            isPlainList = false
            return nil
        }
        precondition(column < table.names.count, "a row has no more fields than there are columns")
        if table.makesCSV, column > 0 { csv.append(UInt8(ascii: ",")) }
        if table.makesJSON { json.append(table.names[column]) }
        column += 1
        return (table.makesCSV, table.makesJSON)
    }
}

extension ByteWriter {
    /// Writes a text as a field of a table by RFC 4180, with quotes where it needs them.
    ///
    /// A text that a spreadsheet would take for a formula has an apostrophe before it; who reads reports takes it away.
    package mutating func append(csv text: String) {
        let isFormula = text.utf8.count > 1 && text.utf8.first.map("=+-@\t\r".utf8.contains) == true
        if isFormula { return append(csv: "'" + text) }
        guard text.needsQuotes else { return append(text) }
        let quote = UInt8(ascii: "\"")
        append(quote)
        for byte in text.utf8 {
            if byte == quote { append(quote) }
            append(byte)
        }
        append(quote)
    }
}

extension String {
    /// Whether it has a mark of CSV, or white space at its ends that would be lost on the way.
    fileprivate var needsQuotes: Bool {
        guard let first = utf8.first, let last = utf8.last else { return false }
        for byte in utf8 where byte <= UInt8(ascii: ",") {
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D: return true
            default: break
            }
        }
        if first <= 0x20 || last <= 0x20 { return true }
        // Letters of ASCII, as nearly all are at the ends, are told by their byte.
        guard first >= 0x80 || last >= 0x80 else { return false }
        return self.first?.isWhitespace == true || self.last?.isWhitespace == true
    }
}
