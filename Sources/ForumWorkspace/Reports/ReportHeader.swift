import FollowUpModel

/// The columns that every forum's report files may have.
public enum ReportColumn: String, CaseIterable, Sendable {
    /// The report's own id.
    case id
    /// The commitment's id.
    case commitment
    /// The country's code or the organ's id.
    case party
    /// The forum's own word.
    case status
    /// The date of the statement.
    case date
    /// What the date says: event, as-of, since, deadline.
    case dateKind = "date-kind"
    /// Whose word it is.
    case voice
    /// Who chose the word: source or compiler.
    case givenBy = "given-by"
    /// How far it can be relied on.
    case confidence
    /// What the source wrote.
    case wording
    /// The part of the commitment that the report is limited to.
    case scope
    /// The act that the report cites, under a name shared by all reports that cite it.
    case evidence
    /// Where it is read; several joined by " | ", a line end or what else can only part them.
    case sources
    /// A remark.
    case note
    /// The codes of warnings about the row that are right as they stand, each with its reason; several joined by " | ".
    case accept

    /// The columns without which no row can be read.
    static let required: [ReportColumn] = [.commitment, .party, .status, .date]

    /// The column of an export that names each report's forum; in a forum's own file it may stand, and must be true.
    public static let forum = "forum"

    /// The columns of an export that follow from the others; a file that was one may keep them, and nobody reads them.
    public static let derived = ["level", "missing"]

    /// The names that no field of a forum may have.
    public static let reserved = allCases.map(\.rawValue) + [forum] + derived
}

/// The row of a report file that names the columns: which column is what.
public struct ReportHeader: Sendable {
    /// The names of the columns, in order; empty for one that has none.
    public var names: [String]
    /// What parts the columns: comma, semicolon, tab or bar.
    public var delimiter: UInt8
    /// The byte at which the first record after the header begins.
    public var firstRecord: Int
    /// The number of columns with those at the end that have no name.
    let width: Int
    /// The types of the forum's own columns that spreadsheets may write in other ways, by their places.
    let kinds: [Int: FieldDefinition.Kind]
    private var places: [Int?]

    init(
        names: [String], width: Int, kinds: [Int: FieldDefinition.Kind] = [:], delimiter: UInt8, firstRecord: Int
    ) {
        self.names = names
        self.width = width
        self.kinds = kinds
        self.delimiter = delimiter
        self.firstRecord = firstRecord
        places = ReportColumn.allCases.map { names.firstIndex(of: $0.rawValue) }
    }

    /// The header of a file whose own can't be used: no columns, no rows.
    static let none = ReportHeader(names: [], width: 0, delimiter: UInt8(ascii: ","), firstRecord: 0)

    /// The place of a column, or nil when the file doesn't have it.
    func place(of column: ReportColumn) -> Int? {
        guard let index = ReportColumn.allCases.firstIndex(of: column) else { return nil }
        return places[index]
    }
}

extension String {
    /// The text without spaces and tabs at its ends.
    func trimmingSpaces() -> String {
        func isKept(_ byte: UInt8) -> Bool { byte != 0x20 && byte != 0x09 }
        guard let first = utf8.firstIndex(where: isKept), let last = utf8.lastIndex(where: isKept) else { return "" }
        return String(self[first..<utf8.index(after: last)])
    }
}
