import Diagnostics
import FollowUpModel

/// Writes the rows of a table, field by field, in all forms that are asked for at once.
///
/// A table may have millions of rows: so no row is made first and written then.
struct TableWriter: ~Copyable {
    private var csv = ByteWriter()
    private var json = ByteWriter()
    private let forms: [DataTable.Form]
    private let makesCSV: Bool
    private let makesJSON: Bool
    /// What stands before each field of an object: a comma or a brace, its name and a colon.
    private let names: [[UInt8]]
    private var place = 0

    /// Makes a writer for rows of some columns.
    init(columns: [String], forms: [DataTable.Form]) {
        self.forms = forms
        makesCSV = forms.contains(.csv)
        makesJSON = forms.contains(.json)
        names = columns.enumerated().map { place, name in
            var out = ByteWriter()
            out.append(place == 0 ? ",{" : ",")
            out.append(json: name)
            out.append(UInt8(ascii: ":"))
            return out.bytes
        }
    }

    /// What was written, in the order of the forms; in JSON a comma stands before each row.
    var pieces: [[UInt8]] { forms.map { $0 == .csv ? csv.bytes : json.bytes } }

    /// Writes a text, or that there is none.
    mutating func add(_ text: String?) {
        begin()
        guard let text else {
            if makesJSON { json.append("null") }
            return
        }
        if makesCSV { CSVText.append(text, to: &csv) }
        if makesJSON { json.append(json: text) }
    }

    /// Writes a number, or that there is none.
    mutating func add(_ number: Int?) {
        begin()
        guard let number else {
            if makesJSON { json.append("null") }
            return
        }
        if makesCSV { csv.append(decimal: number) }
        if makesJSON { json.append(decimal: number) }
    }

    /// Writes whether something is so.
    mutating func add(_ isSo: Bool) {
        begin()
        let text = isSo ? "true" : "false"
        if makesCSV { csv.append(text) }
        if makesJSON { json.append(text) }
    }

    /// Writes a date, or that there is none.
    mutating func add(_ date: PartialDate?) { add(date?.description) }

    /// Writes a day, or that there is none.
    mutating func add(_ day: CalendarDay?) { add(day?.description) }

    /// Ends a row, all of whose fields have been written.
    mutating func endRow() {
        precondition(place == names.count, "a row has a field for every column")
        place = 0
        if makesCSV { csv.append("\r\n") }
        if makesJSON { json.append(UInt8(ascii: "}")) }
    }

    private mutating func begin() {
        precondition(place < names.count, "a row has no more fields than there are columns")
        if makesCSV, place > 0 { csv.append(UInt8(ascii: ",")) }
        if makesJSON { json.append(names[place]) }
        place += 1
    }
}
