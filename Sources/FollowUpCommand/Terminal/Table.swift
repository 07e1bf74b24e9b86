import TerminalText

/// A table for people, before anybody decides how it is written: as text or Markdown.
struct Table: Hashable, Sendable {
    /// One column: its heading and how it behaves where room is short.
    struct Column: Hashable, Sendable {
        /// The heading that people read.
        var title: String
        /// The side on which the cells stand.
        var alignment: Alignment
        /// What may happen to the column where room is short.
        var fit: Fit

        /// Describes a column.
        init(_ title: String, _ fit: Fit = .fixed, alignment: Alignment = .left) {
            self.title = title
            self.alignment = alignment
            self.fit = fit
        }
    }

    /// What may happen to a column where room is short.
    enum Fit: Hashable, Sendable {
        /// Nothing: the column is always as wide as its widest cell.
        case fixed
        /// Cells are cut with `…`, but keep at least `minimum` cells of the terminal.
        case shrinkable(minimum: Int = 8)
        /// Cells go on in further lines of at least `minimum` cells of the terminal.
        case wrappable(minimum: Int = 12)
    }

    /// The side on which text stands in its column.
    enum Alignment: Hashable, Sendable {
        /// At the start, for words.
        case left
        /// At the end, for numbers.
        case right
        /// In the middle, for signs.
        case centre
    }

    /// One line of the table.
    enum Row: Hashable, Sendable {
        /// A heading that the rows after it belong to, up to the next heading.
        case group(String)
        /// Cells in the order of the columns; missing ones at the end are empty.
        case cells([Cell])
    }

    /// The columns, from left to right.
    var columns: [Column]
    /// The rows, from top to bottom.
    private(set) var rows: [Row] = []
    /// Whether any row is a group heading.
    private(set) var hasGroups = false
    /// Lines below the table, such as its coverage.
    var footer: [String] = []

    /// Makes a table without rows.
    init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row of at most as many cells as there are columns.
    mutating func add(_ cells: [Cell]) {
        precondition(cells.count <= columns.count, "a row has no more cells than the table has columns")
        rows.append(.cells(cells))
    }

    /// Starts a group of rows.
    mutating func addGroup(_ title: String) {
        hasGroups = true
        rows.append(.group(title))
    }

}

/// One cell of a ``Table``.
struct Cell: Hashable, Sendable, ExpressibleByStringLiteral {
    /// What the content means, shown as colour; never the only sign of it.
    enum Style: Hashable, Sendable {
        /// Without a meaning of its own.
        case plain
        /// Complete, well.
        case good
        /// On its way.
        case limited
        /// Not begun, contrary, wrong.
        case bad
        /// One of the kinds of nothing.
        case none
        /// Of less weight.
        case dim
        /// Of more weight.
        case bold
    }

    /// The text that people read; a line break starts a new line in a wrappable column and is a space elsewhere.
    var text: String
    /// What the content means.
    var style: Style
    /// The side, where it isn't the column's.
    var alignment: Table.Alignment?

    /// Makes a cell.
    init(_ text: String, _ style: Style = .plain, alignment: Table.Alignment? = nil) {
        self.text = text
        self.style = style
        self.alignment = alignment
    }

    /// Makes a plain cell.
    init(stringLiteral text: String) { self.init(text) }
}

extension Cell.Style {
    /// The look in a terminal with colours.
    var textStyle: TextStyle {
        switch self {
        case .plain: .plain
        case .good: TextStyle(.green)
        case .limited: TextStyle(.yellow)
        case .bad: TextStyle(.red)
        case .none, .dim: .dim
        case .bold: .bold
        }
    }
}
