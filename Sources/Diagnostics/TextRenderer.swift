import TerminalText

/// Writes diagnostics for a terminal: place and message on one line, then the source line with the place underlined.
///
/// The first line has the form `path:line:column: severity: message [code]`, which editors and terminals can jump to.
/// Nothing that a file says can steer the terminal: controls are spelt out.
public struct TextRenderer: Sendable {
    /// Whether to use ANSI colours.
    public var usesColour: Bool
    /// The cells that an excerpt may take, its line number included; longer lines are cut around the place.
    public var width: Int
    /// The distance of tab stops in excerpts, in cells.
    public var tabWidth: Int

    /// Makes a renderer for at least 20 cells.
    public init(usesColour: Bool = false, width: Int = 100, tabWidth: Int = 4) {
        self.usesColour = usesColour
        self.width = max(20, width)
        self.tabWidth = max(1, tabWidth)
    }

    /// The diagnostics in the order given, each on its own lines; empty for none.
    public func render(_ diagnostics: some Sequence<Diagnostic>, in sources: SourceMap) -> String {
        var tables: [FileID: LineTable] = [:]
        var out = ""
        for diagnostic in diagnostics { write(diagnostic, in: sources, tables: &tables, to: &out) }
        return out
    }

    private func write(
        _ diagnostic: Diagnostic, in sources: SourceMap, tables: inout [FileID: LineTable], to out: inout String
    ) {
        out += headline(
            at: diagnostic.range, diagnostic.severity, diagnostic.message, code: diagnostic.code, in: sources)
        let fixes = diagnostic.fixIts.map { styled("fix-it: " + $0.summary.madeVisible, fixStyle) }
        if let range = diagnostic.range, range != .wholeFile(range.file) {
            let table = tables[range.file] ?? LineTable(sources[range.file].bytes)
            tables[range.file] = table
            writeExcerpt(of: range, table: table, style: diagnostic.severity.style, remarks: fixes, to: &out)
        } else {
            for fix in fixes { out += "  " + fix + "\n" }
        }
        if let help = diagnostic.help { out += "  " + styled("help:", .bold) + " " + help.madeVisible + "\n" }
        for note in diagnostic.notes { out += headline(at: note.range, .note, note.message, code: nil, in: sources) }
    }

    private func headline(
        at range: SourceRange?, _ severity: Severity, _ message: String, code: DiagnosticCode?, in sources: SourceMap
    ) -> String {
        var line = ""
        if let range {
            let place = "\(sources[range.file].path.madeVisible):\(range.start.line):\(range.start.column):"
            line = styled(place, .bold) + " "
        }
        line += styled(severity.rawValue + ":", severity.style) + " " + styled(message.madeVisible, .bold)
        if let code { line += " " + styled("[\(code.name)]", .dim) }
        return line + "\n"
    }

    private func writeExcerpt(
        of range: SourceRange, table: LineTable, style: TextStyle, remarks: [String], to out: inout String
    ) {
        let marks = Self.marks(of: range, in: table)
        let digits = String(marks.last?.line ?? 0).utf8.count
        let blank = String(repeating: " ", count: digits)
        func writeLine(_ margin: String, _ text: String) {
            out += styled(margin + " |", frameStyle)
            if !text.isEmpty { out += " " + text }
            out += "\n"
        }
        var previousLine = marks.first?.line ?? 0
        for mark in marks {
            if mark.line > previousLine + 1 {
                let dots = String(repeating: " ", count: digits - 1) + "…"
                writeLine(dots, "")
            }
            previousLine = mark.line
            let excerpt = Excerpt(
                line: mark.line, marking: mark.columns, of: table, width: width - digits - 3, tabWidth: tabWidth)
            let number = String(mark.line)
            writeLine(
                String(repeating: " ", count: digits - number.utf8.count) + number, excerpt.text.trimmingTrailingBlanks)
            let indent = String(repeating: " ", count: excerpt.markStart)
            let carets = styled(String(repeating: "^", count: excerpt.markWidth), style)
            guard mark == marks.last else {
                writeLine(blank, indent + carets)
                continue
            }
            writeLine(blank, indent + carets + (remarks.first.map { " " + $0 } ?? ""))
            for remark in remarks.dropFirst() { writeLine(blank, indent + remark) }
        }
    }

    /// A line to show and the columns to underline in it.
    private struct Mark: Hashable {
        var line: Int
        var columns: Range<Int>
    }

    /// The first line of a range and, where the range goes on to another line that isn't blank up to there, the last.
    private static func marks(of range: SourceRange, in table: LineTable) -> [Mark] {
        let line = min(max(Int(range.start.line), 1), table.lineCount)
        let isPastEnd = Int(range.start.line) > table.lineCount
        let start = isPastEnd ? Int(table.end.column) : max(1, Int(range.start.column))
        guard range.end.line > range.start.line, !isPastEnd else {
            return [Mark(line: line, columns: start..<max(start, isPastEnd ? start : Int(range.end.column)))]
        }
        let lineEnd = 1 + table.text(ofLine: line).trimmingTrailingBlanks.unicodeScalars.count
        var marks = [Mark(line: line, columns: start..<max(start, lineEnd))]
        let end = min(range.end, table.end)
        let last = table.text(ofLine: Int(end.line)).unicodeScalars.prefix(Int(end.column) - 1)
        if Int(end.line) > line, let first = last.firstIndex(where: { !$0.isBlank }) {
            let column = 1 + last.distance(from: last.startIndex, to: first)
            marks.append(Mark(line: Int(end.line), columns: column..<Int(end.column)))
        }
        return marks
    }

    private var fixStyle: TextStyle { TextStyle(.green) }
    private var frameStyle: TextStyle { TextStyle(.blue) }

    private func styled(_ text: String, _ style: TextStyle) -> String { style.applied(to: text, enabled: usesColour) }
}

extension Severity {
    /// The colour of the word and of the carets.
    fileprivate var style: TextStyle {
        switch self {
        case .error: TextStyle(.red, bold: true)
        case .warning: TextStyle(.yellow, bold: true)
        case .note: TextStyle(.cyan, bold: true)
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isBlank: Bool { self == " " || self == "\t" }
}

extension String {
    fileprivate var trimmingTrailingBlanks: String {
        var view = unicodeScalars[...]
        while let last = view.last, last.isBlank { view.removeLast() }
        return String(view)
    }
}
