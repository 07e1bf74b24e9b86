package import Diagnostics

/// Something that is wrong with a file, or that somebody should look at.
package struct DiagnosticRecord: Record {
    private let files: FileNames
    private let quoted: String?
    /// What is told.
    package let diagnostic: Diagnostic

    /// Tells diagnostics, in their order.
    package static func all(
        _ diagnostics: [Diagnostic], in sources: SourceMap, paths: RecordSource.Paths
    ) -> [DiagnosticRecord] {
        let files = FileNames(sources: sources, paths: paths)
        var tables: [FileID: LineTable] = [:]
        func quote(_ range: SourceRange) -> String {
            let table = tables[range.file] ?? LineTable(sources[range.file])
            tables[range.file] = table
            return table.text(from: range.start, to: range.end).cut(toBytes: 200)
        }
        return diagnostics.map { diagnostic in
            DiagnosticRecord(files: files, quoted: diagnostic.range.map(quote), diagnostic: diagnostic)
        }
    }

    /// What is wrong.
    package var message: String { files.text(diagnostic.message) }
    /// Advice.
    package var help: String? { (diagnostic.help ?? diagnostic.fixIts.first?.summary).map(files.text) }
    /// The file; nil where it has no place in one.
    package var file: String? { diagnostic.range.map(files.path) }
    /// File, line and column.
    package var place: String? { diagnostic.range.map(files.place) }

    package static let schema = RecordSchema<DiagnosticRecord>(
        "diagnostic", "Something that is wrong with a file, or that somebody should look at."
    ) {
        Field("severity", "How bad it is.") { $0.diagnostic.severity }
        Field("code", "The kind of problem, as in `explain-code`.") { $0.diagnostic.code.name }
        Field("message", "What is wrong.") { $0.message }
        rangeFields({ $0.files }) { $0.diagnostic.range }
        Field("quoted", "The text of the range, cut after about 200 bytes.") { $0.quoted }
        Field("notes", "What else belongs to it.", isInTables: false) { row in
            row.diagnostic.notes.map { NoteRecord(files: row.files, note: $0) }
        }
        Field("fixes", "Ways to mend it, the best first.", isInTables: false) { row in
            row.diagnostic.fixIts.map { FixRecord(files: row.files, fix: $0) }
        }
        Field("help", "Advice.") { $0.help }
    }
}

extension String {
    /// The text, cut with `…` between two characters where it has more bytes.
    fileprivate func cut(toBytes most: Int) -> String {
        guard utf8.count > most else { return self }
        var (kept, bytes) = (String.UnicodeScalarView(), 0)
        for scalar in unicodeScalars {
            bytes += UTF8.width(scalar)
            if bytes > most { break }
            kept.append(scalar)
        }
        return String(kept) + "…"
    }
}

/// What else belongs to a diagnostic.
struct NoteRecord: Record {
    let files: FileNames
    let note: DiagnosticNote

    static let schema = RecordSchema<NoteRecord>("note", "What else belongs to a diagnostic.") {
        Field("message", "What it says.") { $0.files.text($0.note.message) }
        rangeFields({ $0.files }) { $0.note.range }
    }
}

/// A way to mend a problem.
struct FixRecord: Record {
    let files: FileNames
    let fix: FixIt

    static let schema = RecordSchema<FixRecord>("fix", "A way to mend a problem.") {
        Field("summary", "What it does.") { $0.fix.summary }
        Field("edits", "What is to be changed.") { row in
            row.fix.edits.map { EditRecord(files: row.files, edit: $0) }
        }
    }
}

/// A text in the place of another.
struct EditRecord: Record {
    let files: FileNames
    let edit: TextEdit

    static let schema = RecordSchema<EditRecord>("edit", "A text in the place of another.") {
        rangeFields({ $0.files }) { $0.edit.range }
        Field("replacement", "The text that comes into the place.") { $0.edit.replacement }
    }
}

/// The fields of a range of a file; columns count characters.
private func rangeFields<Row: Sendable>(
    _ files: @escaping @Sendable (Row) -> FileNames,
    _ range: @escaping @Sendable (Row) -> SourceRange?
) -> [Field<Row>] {
    [
        Field("file", "The file; null where it has no place in one.") { row in range(row).map(files(row).path) },
        Field("line", "The line in which the range begins, from 1.") { row in range(row).map { Int($0.start.line) } },
        Field("column", "The column in which it begins, from 1.") { row in range(row).map { Int($0.start.column) } },
        Field("end-line", "The line of the first position after it.") { row in range(row).map { Int($0.end.line) } },
        Field("end-column", "The column of the first position after it.") { row in
            range(row).map { Int($0.end.column) }
        },
    ]
}
