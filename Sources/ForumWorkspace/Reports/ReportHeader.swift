import Diagnostics
import FollowUpModel
import SystemIO

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
    /// Where it is read; several joined by " | ".
    case sources
    /// A remark.
    case note

    /// The columns without which no row can be read.
    static let required: [ReportColumn] = [.commitment, .party, .status, .date]

    /// The column of an export that names each report's forum; in a forum's own file it may stand, and must be true.
    public static let forum = "forum"

    /// The columns of an export that follow from the others; a file that was one may keep them, and nobody reads them.
    public static let derived = ["level", "missing"]

    /// The names that no field of a forum may have.
    public static let reserved = allCases.map(\.rawValue) + [forum] + derived
}

/// The first row of a report file: which column is what.
public struct ReportHeader: Sendable {
    /// The names of the columns, in order.
    public var names: [String]
    /// Comma or semicolon.
    public var delimiter: UInt8
    /// The byte at which the first record after the header begins.
    public var firstRecord: Int
    private var places: [Int?]

    init(names: [String], delimiter: UInt8, firstRecord: Int) {
        self.names = names
        self.delimiter = delimiter
        self.firstRecord = firstRecord
        places = ReportColumn.allCases.map { names.firstIndex(of: $0.rawValue) }
    }

    /// The place of a column, or nil when the file doesn't have it.
    func place(of column: ReportColumn) -> Int? {
        guard let index = ReportColumn.allCases.firstIndex(of: column) else { return nil }
        return places[index]
    }
}

extension ReportHeader {
    /// Reads the first row of a report file; nil, with diagnostics, when rows can't be read by it.
    static func read(
        of file: ReportFile, ownFields: [FieldDefinition], into diagnostics: inout [Diagnostic]
    ) -> ReportHeader? {
        var scanner = CSVScanner(atHeaderOf: file.bytes.view)
        guard scanner.next(), !scanner.isBlank else {
            let message =
                scanner.offset == file.bytes.count
                ? "the file is empty; its first row must name the columns"
                : "the first row is empty; it must name the columns"
            diagnostics.append(
                .error(
                    .missingColumn, at: .wholeFile(file.file), message,
                    help: "begin with: commitment,party,status,date,sources"))
            return nil
        }
        let fields = scanner.fields
        let names = fields.map { scanner.text($0).trimmingSpaces() }
        switch scanner.fault {
        case .unclosedQuote(let place), .strayQuote(let place):
            diagnostics.append(
                .error(
                    .brokenQuote, at: file.range(place..<place + 1),
                    "the first row has a quote that is never closed or stands inside a name"))
            return nil
        case nil: break
        }
        var isUsable = true
        let known = ReportColumn.allCases.map(\.rawValue) + ownFields.map(\.name)
        var meant: Set<String> = []
        for (place, name) in names.enumerated() {
            // Asked for only where a name is wrong: it counts the lines of the whole file.
            var range: SourceRange { file.range(fields[place].bytes) }
            if name.isEmpty {
                diagnostics.append(
                    .error(
                        .unknownColumn, at: range, "column \(place + 1) has no name",
                        help: "name it, or take it out of every row"))
            } else if !known.contains(name), name != ReportColumn.forum, !ReportColumn.derived.contains(name) {
                let free = known.filter { !names.contains($0) }
                if let near = name.nearest(in: free) { meant.insert(near) }
                diagnostics.append(
                    .unknown(
                        .unknownColumn, name, at: range, "no column is called '\(name)'", known: free,
                        help: "declare it in forum.yaml under fields: report:, or remove the column"))
            } else if let first = names.firstIndex(of: name), first < place {
                isUsable = false
                diagnostics.append(
                    .twice(
                        .duplicateColumn, at: range, "the column '\(name)' comes twice",
                        first: file.range(fields[first].bytes)))
            }
        }
        let needed = ReportColumn.required.map(\.rawValue) + ownFields.filter(\.isRequired).map(\.name)
        let missing = needed.filter { !names.contains($0) }
        if !missing.isEmpty { isUsable = false }
        // One problem, one message: a column that was misspelt is not missing too.
        let unsaid = missing.filter { !meant.contains($0) }.map { "'\($0)'" }
        if !unsaid.isEmpty {
            let columns = unsaid.count == 1 ? "column" : "columns"
            diagnostics.append(
                .error(
                    .missingColumn, at: .wholeFile(file.file),
                    "the first row lacks the \(columns) \(unsaid.joined(separator: ", "))"))
        }
        guard isUsable else { return nil }
        return ReportHeader(names: names, delimiter: scanner.delimiter, firstRecord: scanner.offset)
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
