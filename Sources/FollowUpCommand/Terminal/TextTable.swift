import TerminalText

/// Writes a ``Table`` for people in a terminal: aligned columns under an underlined header, within the terminal's width.
struct TextTable: Sendable {
    /// What the terminal can show.
    var terminal: Terminal
    /// The terminal cells between two columns.
    var gap = 2

    /// The table as lines, each with a line break at its end and none with white space before it.
    ///
    /// A table that can't be made narrow enough is written in parts, one below the other, each with the first column.
    func render(_ table: Table) -> String {
        guard !table.headings.isEmpty else { return "" }
        var out = ""
        let layout = TableLayout(table, width: terminal.width - indentation(of: table), gap: gap)
        for (number, part) in layout.parts.enumerated() {
            if number > 0 { out += "\n" }
            write(table, columns: part, widths: layout.widths, to: &out)
        }
        return out
    }

    private func write(_ table: Table, columns: [Int], widths: [Int], to out: inout String) {
        let header = columns.map { Cell(table.headings[$0].title, .bold) }
        write(header.map { [$0] }, table, columns: columns, widths: widths, to: &out)
        let rule = columns.map { Cell(String(repeating: terminal.isUnicode ? "─" : "-", count: widths[$0]), .dim) }
        write(rule.map { [$0] }, table, columns: columns, widths: widths, to: &out)
        for (index, row) in table.rows.enumerated() {
            switch row {
            case .group(let title):
                if index > 0 { out += "\n" }
                out += styled(cut(title.onOneLine, to: terminal.width), .bold) + "\n"
            case .cells(let cells):
                let blocks = columns.map { column in
                    column < cells.count ? lines(of: cells[column], table.headings[column], width: widths[column]) : []
                }
                write(blocks, table, columns: columns, widths: widths, to: &out)
            }
        }
    }

    /// The lines of a cell, each a cell of one line.
    private func lines(of cell: Cell, _ heading: Table.Heading, width: Int) -> [Cell] {
        var line = cell
        guard case .wrappable = heading.fit else { return [cell] }
        return cell.text.wrapped(toTerminalWidth: width).map { text in
            line.text = text
            return line
        }
    }

    /// Writes one row, whose cells may have several lines.
    private func write(
        _ blocks: [[Cell]], _ table: Table, columns: [Int], widths: [Int], to out: inout String
    ) {
        for height in 0..<max(1, blocks.map(\.count).max() ?? 0) {
            // Spaces are written only once something follows them.
            var pending = indentation(of: table)
            for (block, column) in zip(blocks, columns) {
                let cell = height < block.count ? block[height] : ""
                let text = cut(cell.text.onOneLine, to: widths[column])
                let spare = widths[column] - text.terminalWidth
                let before = table.headings[column].alignment == .right ? spare : 0
                if text.isEmpty {
                    pending += widths[column] + gap
                } else {
                    out += String(repeating: " ", count: pending + before) + styled(text, cell.style)
                    pending = spare - before + gap
                }
            }
            out += "\n"
        }
    }

    /// The cells before every line but the group headings, so that these stand out without colour.
    private func indentation(of table: Table) -> Int { table.hasGroups ? 2 : 0 }

    private func cut(_ text: String, to width: Int) -> String {
        text.truncated(toTerminalWidth: width, ellipsis: terminal.isUnicode ? "…" : "~")
    }

    private func styled(_ text: String, _ style: Cell.Style) -> String {
        style.textStyle.applied(to: text, enabled: terminal.usesColour)
    }
}
