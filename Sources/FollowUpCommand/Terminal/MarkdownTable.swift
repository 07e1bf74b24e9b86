import TerminalText

/// Writes a ``Table`` as a Markdown table of the GitHub kind, its columns aligned so that the source reads well too.
struct MarkdownTable: Sendable {
    /// The table as lines, each with a line break at its end; groups become rows with a bold first cell.
    func render(_ table: Table) -> String {
        guard !table.headings.isEmpty else { return "" }
        let header = table.headings.map { Self.escaped($0.title) }
        let rows = table.rows.map { row in
            switch row {
            case .group(let title): ["**" + Self.escaped(title) + "**"]
            case .cells(let cells): cells.map { Self.escaped($0.text) }
            }
        }
        let widths = table.headings.indices.map { column in
            ([header] + rows).reduce(3) { max($0, column < $1.count ? $1[column].terminalWidth : 0) }
        }
        var out = Self.line(header, widths, table.headings)
        let rules = zip(table.headings, widths).map { heading, width in
            heading.alignment == .right
                ? String(repeating: "-", count: width - 1) + ":" : String(repeating: "-", count: width)
        }
        out += Self.line(rules, widths, table.headings)
        for row in rows { out += Self.line(row, widths, table.headings) }
        return out
    }

    private static func line(_ texts: [String], _ widths: [Int], _ headings: [Table.Heading]) -> String {
        var out = "|"
        for (index, width) in widths.enumerated() {
            let text = index < texts.count ? texts[index] : ""
            let space = String(repeating: " ", count: width - text.terminalWidth)
            out += " " + (headings[index].alignment == .right ? space + text : text + space) + " |"
        }
        return out + "\n"
    }

    /// The text with everything escaped that Markdown would read as a mark, its line breaks as `<br>`.
    private static func escaped(_ text: String) -> String {
        var out = ""
        for character in text {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "<", "|", "~": out += "\\" + String(character)
            case "&": out += "&amp;"
            case "\n", "\r\n", "\r": out += "<br>"
            case "\t": out += " "
            default: out += character.visibleForm ?? String(character)
            }
        }
        return out
    }
}
