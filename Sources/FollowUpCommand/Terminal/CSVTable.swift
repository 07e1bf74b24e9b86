/// Writes a ``Table`` as comma-separated values (RFC 4180): a header of keys, `\r\n` at the end of each line, quotes
/// where a value has commas, quotes, line breaks or white space at its ends.
///
/// Values are written as they are: a text that a spreadsheet would take for a formula stays the text it is.
struct CSVTable: Sendable {
    /// Makes a writer.
    init() {}

    /// The table as CSV, without its footer; where it has groups, the first column holds each row's group.
    func render(_ table: Table) -> String {
        let hasGroups = table.hasGroups
        var out = Self.line((hasGroups ? [table.groupKey] : []) + table.columns.map(\.key))
        var group = ""
        for row in table.rows {
            switch row {
            case .group(let title): group = title
            case .cells(let cells):
                let missing = Array(repeating: "", count: table.columns.count - cells.count)
                out += Self.line((hasGroups ? [group] : []) + cells.map(\.export) + missing)
            }
        }
        return out
    }

    private static func line(_ values: [String]) -> String {
        // A line with one empty value would otherwise read as no line at all.
        if values == [""] { return "\"\"\r\n" }
        return values.map(field).joined(separator: ",") + "\r\n"
    }

    private static func field(_ value: String) -> String {
        let needsQuotes =
            value.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D].contains($0) }
            || value.first?.isWhitespace == true || value.last?.isWhitespace == true
        guard needsQuotes else { return value }
        var quoted = "\""
        for scalar in value.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
