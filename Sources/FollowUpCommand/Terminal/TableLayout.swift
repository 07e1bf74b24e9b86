import TerminalText

/// How wide each column of a table is, and which columns stand side by side.
struct TableLayout: Hashable, Sendable {
    /// The terminal cells of each column.
    let widths: [Int]
    /// The places of the columns that stand side by side, part by part; more than one part where not all fit.
    let parts: [[Int]]

    /// Lays out a table.
    ///
    /// The widest columns that may shrink do so first. Where even that is not enough, the table is split into parts
    /// that each begin with the first column; a part has at least one more, however narrow the terminal.
    ///
    /// - Parameters:
    ///   - width: the terminal cells of a line.
    ///   - gap: the cells between two columns.
    init(_ table: Table, width: Int, gap: Int) {
        let natural = Self.naturalWidths(of: table).map { min($0, max(1, width)) }
        let minimum = zip(table.columns, natural).map { column, natural in
            switch column.fit {
            case .fixed: natural
            case .shrinkable(let least), .wrappable(let least): min(natural, max(1, least))
            }
        }
        var widths = natural
        var excess = natural.reduce(0, +) + gap * max(0, natural.count - 1) - width
        while excess > 0 {
            let shrinkable = widths.indices.filter { widths[$0] > minimum[$0] }
            guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        self.widths = widths
        parts = excess > 0 ? Self.parts(of: widths, width: width, gap: gap) : [Array(widths.indices)]
    }

    private static func naturalWidths(of table: Table) -> [Int] {
        var widths = table.columns.map { $0.title.onOneLine.terminalWidth }
        for case .cells(let cells) in table.rows {
            for (index, cell) in cells.enumerated() {
                let width: Int
                if case .wrappable = table.columns[index].fit {
                    width = cell.text.wrapped(toTerminalWidth: .max).map(\.terminalWidth).max() ?? 0
                } else {
                    width = cell.text.onOneLine.terminalWidth
                }
                widths[index] = max(widths[index], width)
            }
        }
        return widths
    }

    private static func parts(of widths: [Int], width: Int, gap: Int) -> [[Int]] {
        var parts: [[Int]] = []
        var part = [0]
        var used = widths[0]
        for index in widths.indices.dropFirst() {
            if part.count > 1, used + gap + widths[index] > width {
                parts.append(part)
                part = [0]
                used = widths[0]
            }
            part.append(index)
            used += gap + widths[index]
        }
        return parts + [part]
    }
}
