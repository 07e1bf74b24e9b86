package import FollowUpModel
import ForumWorkspace
package import Harmonization

/// One report, in the forum's own word.
///
/// Its columns are those of a forum's report files, so that what is taken away can be put back; those that a file
/// doesn't need are ``derivedColumns``.
package struct ReportRecord: Record {
    private let source: RecordSource
    private let forum: ForumSnapshot
    private let index: ReportIndex
    private let row: ReportRow
    private let values: ReportTexts

    /// Tells a report of a forum of the picture.
    package init(_ source: RecordSource, _ forum: ForumSnapshot, _ index: ReportIndex) {
        (self.source, self.forum, self.index) = (source, forum, index)
        row = forum.forum.reports[index]
        values = forum.forum.texts(of: index)
    }

    private var word: StatusWord { forum.forum.definition.statusWords[Int(row.status.rawValue)] }

    package static let schema = RecordSchema<ReportRecord>(
        "report", "One dated statement on one commitment by or about one party, in the forum's own word."
    ) {
        Field("forum", "The forum's id, which is the name of its folder.") { $0.forum.forum.definition.id }
        Field("id", "The report's own id.") { $0.values[.id] }
        Field("commitment", "The commitment's id.") { $0.forum.forum[$0.row.commitment].id }
        Field("party", "The country's code or the organ's id.") { $0.forum.forum.definition.parties[$0.row.party].id }
        Field("status", "The forum's own word.") { $0.word.word }
        Field("date", "The date of the statement.") { $0.row.date }
        Field("date-kind", "What the date says.") { $0.row.dateKind }
        Field("voice", "Whose word it is.") { $0.row.voice }
        Field("given-by", "Who chose the word.") { $0.row.wordGiver }
        Field("confidence", "How far it can be relied on.") { $0.row.confidence }
        Field("wording", "What the source wrote.") { $0.values[.wording] }
        Field("scope", "The part of the commitment that it is limited to.") { $0.values[.scope] }
        Field("evidence", "The act that it cites, under a name shared by all reports that cite it.") {
            $0.values[.evidence]
        }
        Field("sources", "Where it is read.") { $0.values.sources }
        Field("note", "A remark.") { $0.values[.note] }
        Field("fields", "The forum's own fields; in a table each has a column of its name.") { OwnFields($0.values) }
        progressFields({ $0.source.scale }) { $0.word.progress }
        Field("place", "Where it stands.", .place, isInTables: false) { row in
            row.source.place(row.values.range)
        }
    }
}

/// What a report says in the fields that its forum declares.
struct OwnFields: FieldValue {
    private let values: ReportTexts

    init(_ values: ReportTexts) { self.values = values }

    static var fieldType: FieldType { .ownFields }
    func write(to writer: inout RecordWriter) { writer.put(fields: { values[$0] }) }
}

/// A report as it speaks in a cell.
package struct ExplainedReportRecord: Record {
    private let source: RecordSource
    private let record: ReportRecord
    private let report: ExplainedReport

    init(_ source: RecordSource, _ forum: ForumSnapshot, _ report: ExplainedReport) {
        self.source = source
        self.report = report
        record = ReportRecord(source, forum, report.index)
    }

    package static let schema = RecordSchema<ExplainedReportRecord>(
        "explained-report", "A report on a commitment and country, and whether it speaks."
    ) {
        ReportRecord.schema.fields { $0.record }
        Field("use", "Why it does or doesn't speak.", .code(.reportUses)) { $0.report.use.code }
        Field("fit", "How well the word fits the level that it is read as.") { $0.report.word.fit }
        Field("reason", "Why the word is read so.") { $0.report.word.reason }
        Field("declared-at", "Where the word and its reading are declared.", .place) { row in
            row.source.place(row.report.word.origin)
        }
    }
}
