import FollowUpModel
import TerminalText

/// A table for people, before anybody decides how it is written: as text or Markdown.
struct Table: Hashable, Sendable {
    /// What stands above a column, and how the column behaves where room is short.
    struct Heading: Hashable, Sendable {
        /// The text that people read.
        var title: String
        /// What may happen to the column where room is short.
        var fit: Fit
        /// The side on which the cells stand.
        var alignment: Alignment

        /// Describes a column.
        init(_ title: String, _ fit: Fit = .fixed, alignment: Alignment = .left) {
            self.title = title
            self.fit = fit
            self.alignment = alignment
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
    }

    /// One line of the table.
    enum Row: Hashable, Sendable {
        /// A heading that the rows after it belong to, up to the next heading.
        case group(String)
        /// Cells in the order of the columns; missing ones at the end are empty.
        case cells([Cell])
    }

    /// What stands above the columns, from left to right.
    let headings: [Heading]
    /// The rows, from top to bottom.
    private(set) var rows: [Row] = []
    /// Whether any row is a group heading.
    private(set) var hasGroups = false

    /// Makes a table without rows.
    init(_ headings: [Heading]) { self.headings = headings }

    /// Makes a table with a row for each thing.
    init<Item>(_ items: [Item], @ColumnBuilder<Item> _ columns: () -> [Column<Item>]) {
        self.init(groups: [(nil, items)], columns)
    }

    /// Makes a table with a row for each thing, in groups of which each has a heading or none.
    init<Item>(groups: [(title: String?, items: [Item])], @ColumnBuilder<Item> _ columns: () -> [Column<Item>]) {
        let columns = columns()
        self.init(columns.map(\.heading))
        for group in groups {
            if let title = group.title { addGroup(title) }
            for item in group.items { add(columns.map { $0.cell(item) }) }
        }
    }

    /// Adds a row of at most as many cells as there are columns.
    mutating func add(_ cells: [Cell]) {
        precondition(cells.count <= headings.count, "a row has no more cells than the table has columns")
        rows.append(.cells(cells))
    }

    /// Starts a group of rows.
    mutating func addGroup(_ title: String) {
        hasGroups = true
        rows.append(.group(title))
    }
}

/// A column of a table of things: its heading, and what it shows of each thing.
struct Column<Item> {
    let heading: Table.Heading
    let cell: (Item) -> Cell

    /// Describes a column; it stands on the side of its content unless another is named.
    init<Content: CellContent>(
        _ title: String, _ fit: Table.Fit = .fixed, alignment: Table.Alignment = Content.alignment,
        _ content: @escaping (Item) -> Content
    ) {
        heading = Table.Heading(title, fit, alignment: alignment)
        cell = { content($0).cell }
    }
}

/// Puts columns together, from left to right.
@resultBuilder
enum ColumnBuilder<Item> {
    static func buildExpression(_ column: Column<Item>) -> [Column<Item>] { [column] }
    static func buildExpression(_ columns: [Column<Item>]) -> [Column<Item>] { columns }
    static func buildBlock(_ columns: [Column<Item>]...) -> [Column<Item>] { columns.flatMap(\.self) }
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

    /// The text that people read; a line break starts a new line in a wrappable column and is a space elsewhere.
    var text: String
    /// What the content means.
    var style: Style

    /// Makes a cell.
    init(_ text: String, _ style: Style = .plain) {
        self.text = text
        self.style = style
    }

    /// Makes a plain cell.
    init(stringLiteral text: String) { self.init(text) }
}

/// What a cell can show.
protocol CellContent {
    /// The side on which it stands in its column.
    static var alignment: Table.Alignment { get }
    /// The cell that shows it.
    var cell: Cell { get }
}

extension CellContent {
    static var alignment: Table.Alignment { .left }
}

extension Cell: CellContent {
    var cell: Cell { self }
}

extension String: CellContent {
    var cell: Cell { Cell(self) }
}

extension PartialDate: CellContent {
    var cell: Cell { Cell(description) }
}

/// Zero is shown as a dash, so that what is there stands out.
extension Int: CellContent {
    static var alignment: Table.Alignment { .right }
    var cell: Cell { self == 0 ? Cell("–", .dim) : Cell(String(self)) }
}

/// What is missing is shown as a dash.
extension Optional: CellContent where Wrapped: CellContent {
    static var alignment: Table.Alignment { Wrapped.alignment }
    var cell: Cell { self?.cell ?? Cell("–", .dim) }
}
