import Diagnostics
import FollowUpModel

/// Writes the rows of a table, field by field, in all forms that are asked for at once.
///
/// A table may have millions of rows: so no row is made first and written then.
struct TableWriter {
    private var csv: [UInt8] = []
    private var json: [UInt8] = []
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
            var bytes = Array((place == 0 ? ",{" : ",").utf8)
            bytes.append(json: name)
            return bytes + [UInt8(ascii: ":")]
        }
    }

    /// What was written, in the order of the forms; in JSON a comma stands before each row.
    var pieces: [[UInt8]] { forms.map { $0 == .csv ? csv : json } }

    /// Writes a text, or that there is none.
    mutating func add(_ text: String?) {
        begin()
        guard let text else {
            if makesJSON { json += "null".utf8 }
            return
        }
        if makesCSV { CSVText.append(text, to: &csv) }
        if makesJSON { json.append(json: text) }
    }

    /// Writes a number, or that there is none.
    mutating func add(_ number: Int?) {
        begin()
        let text = number.map(String.init)
        if makesCSV, let text { csv += text.utf8 }
        if makesJSON { json += (text ?? "null").utf8 }
    }

    /// Writes whether something is so.
    mutating func add(_ isSo: Bool) {
        begin()
        let text = isSo ? "true" : "false"
        if makesCSV { csv += text.utf8 }
        if makesJSON { json += text.utf8 }
    }

    /// Writes a date, or that there is none.
    mutating func add(_ date: PartialDate?) { add(date?.description) }

    /// Writes a day, or that there is none.
    mutating func add(_ day: CalendarDay?) { add(day?.description) }

    /// Ends a row, all of whose fields have been written.
    mutating func endRow() {
        precondition(place == names.count, "a row has a field for every column")
        place = 0
        if makesCSV { csv += [0x0D, 0x0A] }
        if makesJSON { json.append(UInt8(ascii: "}")) }
    }

    private mutating func begin() {
        precondition(place < names.count, "a row has no more fields than there are columns")
        if makesCSV, place > 0 { csv.append(UInt8(ascii: ",")) }
        if makesJSON { json += names[place] }
        place += 1
    }
}
