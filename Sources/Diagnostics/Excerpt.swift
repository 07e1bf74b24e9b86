import TerminalText

/// One line of a source as a terminal shows it, cut to a width, and the cells to underline.
struct Excerpt {
    /// The visible text, with `…` where the line was cut.
    private(set) var text = ""
    /// The number of cells before the first marked one.
    private(set) var markStart = 0
    /// The number of marked cells, at least one.
    private(set) var markWidth = 1

    /// What one character of the line looks like and where it stands.
    private struct Glyph {
        var text: String
        var cells: Range<Int>
        var columns: Range<Int>
    }

    /// How many bytes of a long line are looked at before and after the mark.
    private static let reach = 2048

    /// Lays out a line of `table` with some columns marked, in so many cells; a line after the last shows as empty.
    init(line: Int, marking columns: Range<Int>, of table: LineTable, width: Int, tabWidth: Int) {
        let whole = table.byteRange(ofLine: line)
        let mark = table.byteOffset(of: SourcePosition(line: line, column: columns.lowerBound))
        var part = whole
        if whole.count > 2 * Self.reach {
            let first = table.scalarBoundary(atOrBefore: mark - Self.reach, after: whole.lowerBound)
            let last = table.scalarBoundary(atOrBefore: min(mark + Self.reach, whole.upperBound), after: mark)
            part = first..<last
        }
        let markColumn = 1 + table.scalarCount(inBytes: whole.lowerBound..<mark)
        let glyphs = Self.glyphs(
            of: table.text(inBytes: part), firstColumn: markColumn - table.scalarCount(inBytes: part.lowerBound..<mark),
            tabWidth: tabWidth)
        let cells = Self.cells(of: columns, in: glyphs)
        fit(
            glyphs, marking: cells, width: width,
            isCut: (part.lowerBound > whole.lowerBound, part.upperBound < whole.upperBound))
    }

    private static func glyphs(of text: String, firstColumn: Int, tabWidth: Int) -> [Glyph] {
        var glyphs: [Glyph] = []
        var (cell, column) = (0, firstColumn)
        for character in text {
            let shown: String
            let width: Int
            if character == "\t" {
                width = tabWidth - cell % tabWidth
                shown = String(repeating: " ", count: width)
            } else {
                width = character.terminalWidth
                shown = character.visibleForm ?? String(character)
            }
            let next = (cell: cell + width, column: column + character.unicodeScalars.count)
            glyphs.append(Glyph(text: shown, cells: cell..<next.cell, columns: column..<next.column))
            (cell, column) = next
        }
        return glyphs
    }

    /// The cells of the characters that any of `columns` belongs to, or one cell where that is nothing.
    private static func cells(of columns: Range<Int>, in glyphs: [Glyph]) -> Range<Int> {
        let end = glyphs.last?.cells.upperBound ?? 0
        guard let first = glyphs.first(where: { columns.lowerBound < $0.columns.upperBound }) else {
            return end..<(end + 1)
        }
        let start = first.cells.lowerBound
        let last = glyphs.last {
            $0.columns.lowerBound < columns.upperBound && $0.columns.upperBound > columns.lowerBound
        }
        return start..<max(start + 1, columns.isEmpty ? 0 : last?.cells.upperBound ?? 0)
    }

    /// Takes the part of `glyphs` around the mark that fits `width`.
    private mutating func fit(
        _ glyphs: [Glyph], marking mark: Range<Int>, width: Int, isCut: (before: Bool, after: Bool)
    ) {
        // One cell more than the text, since a mark may stand behind the last character.
        let total = max(glyphs.last?.cells.upperBound ?? 0, mark.lowerBound + 1)
        var window = 0..<total
        if total > width {
            let spare = max(0, width - mark.count)
            let start = min(max(0, mark.lowerBound - max(spare / 2, min(8, width / 4))), total - width)
            window = start..<(start + width)
        }
        let cutsBefore = isCut.before || window.lowerBound > 0
        let cutsAfter = isCut.after || window.upperBound < total
        let room = (window.lowerBound + (cutsBefore ? 1 : 0))..<(window.upperBound - (cutsAfter ? 1 : 0))
        let kept = glyphs.filter { room.lowerBound <= $0.cells.lowerBound && $0.cells.upperBound <= room.upperBound }
        let origin = (kept.first?.cells.lowerBound ?? mark.lowerBound) - (cutsBefore ? 1 : 0)
        text = (cutsBefore ? "…" : "") + kept.map(\.text).joined() + (cutsAfter ? "…" : "")
        markStart = mark.lowerBound - origin
        markWidth = max(1, min(mark.upperBound, room.upperBound) - mark.lowerBound)
    }
}
