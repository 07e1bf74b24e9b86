import Diagnostics
import Localization
import TerminalText

/// Writes a ``Table`` as a Markdown table of the GitHub kind, its columns aligned so that the source reads well too.
struct MarkdownTable: Sendable {
    /// Makes a writer.
    init() {}

    /// The table as lines, each with a line break at its end; groups become rows with a bold first cell, footer lines
    /// become paragraphs.
    func render(_ table: Table) -> String {
        guard !table.columns.isEmpty else { return Self.footer(of: table) }
        let header = table.columns.map { Self.escaped($0.title) }
        let rows = table.rows.map { row in
            switch row {
            case .group(let title): ["**" + Self.escaped(title) + "**"]
            case .cells(let cells): cells.map { Self.escaped($0.text) }
            }
        }
        let widths = table.columns.indices.map { column in
            ([header] + rows).reduce(3) { max($0, column < $1.count ? $1[column].terminalWidth : 0) }
        }
        var out = Self.line(header, widths, table.columns)
        out += "|" + zip(table.columns, widths).map { " " + Self.rule($0.alignment, $1) + " |" }.joined() + "\n"
        for row in rows { out += Self.line(row, widths, table.columns) }
        let footer = Self.footer(of: table)
        return out + (footer.isEmpty ? "" : "\n" + footer)
    }

    private static func footer(of table: Table) -> String {
        table.footer.map { escaped($0) + "\n" }.joined(separator: "\n")
    }

    private static func line(_ texts: [String], _ widths: [Int], _ columns: [Table.Column]) -> String {
        var out = "|"
        for (index, width) in widths.enumerated() {
            let text = index < texts.count ? texts[index] : ""
            let space = String(repeating: " ", count: width - text.terminalWidth)
            out += " " + (columns[index].alignment == .right ? space + text : text + space) + " |"
        }
        return out + "\n"
    }

    private static func rule(_ alignment: Table.Alignment, _ width: Int) -> String {
        switch alignment {
        case .left: String(repeating: "-", count: width)
        case .right: String(repeating: "-", count: width - 1) + ":"
        case .centre: ":" + String(repeating: "-", count: width - 2) + ":"
        }
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
