package import FollowUpModel
package import ForumKit
import ForumWorkspace
package import Harmonization
package import Localization

/// One undertaking of a forum.
package struct CommitmentRecord: Record {
    private let source: RecordSource
    package let forum: String
    package let commitment: Commitment

    /// Tells a commitment of a forum.
    package init(_ source: RecordSource, forum: String, _ commitment: Commitment) {
        (self.source, self.forum, self.commitment) = (source, forum, commitment)
    }

    package static let schema = RecordSchema<CommitmentRecord>("commitment", "One undertaking of a forum.") {
        Field("forum", "The forum's id.") { $0.forum }
        Field("id", "The commitment's id.") { $0.commitment.id }
        Field("number", "The forum's own number.") { $0.commitment.number }
        Field("title", "What it undertakes.") { $0.commitment.title }
        Field("legal-force", "How strongly it binds.") { $0.commitment.legalForce }
        Field("adopted", "When it was adopted.") { $0.commitment.adopted }
        Field("in-force", "When it entered into force for all.") { $0.commitment.inForce }
        Field("deadline", "By when it is to be met: a date, the end of a plan, or the first date of a recurrence.") {
            $0.commitment.deadline?.firstDate
        }
        Field("every-months", "After how many months the deadline comes back.", unit: "months") {
            $0.commitment.deadline?.months
        }
        Field("deadline-phrase", "The deadline in the forum's own words.") { $0.commitment.deadline?.phrase }
        Field("followed-up", "Whether it is followed up: otherwise nothing is said about parties.") {
            $0.commitment.isTracked
        }
        Field("targets", "The measures and lines that it is aligned to.") { row in
            row.commitment.alignments.map { row.source.id($0.target) }
        }
        Field("confidence", "How far what is said of it can be relied on.") { $0.commitment.confidence }
        Field("sources", "Where it is read.") { $0.commitment.sources }
    }
}

extension Deadline {
    /// The date, the horizon, or the first date of a recurrence.
    package var firstDate: PartialDate? {
        switch reading {
        case .date(let date), .horizon(let date): date
        case .recurring(let recurrence): recurrence.anchor
        case .unread: nil
        }
    }

    /// The months after which it comes back.
    package var months: Int? {
        if case .recurring(let recurrence) = reading { recurrence.months } else { nil }
    }

    /// The dated reading with its dates in words, else the forum's own words.
    package func text(in texts: Texts, _ words: (PartialDate) -> String) -> String {
        guard let date = firstDate.map(words) else { return phrase ?? "–" }
        return months.map { texts[.everyMonths, count: $0, ["date": date]] } ?? date
    }
}

/// What a commitment is aligned to.
package struct AlignmentRecord: Record {
    let source: RecordSource
    let forum: String
    let commitment: String
    package let alignment: Alignment

    package static let schema = RecordSchema<AlignmentRecord>("alignment", "What a commitment is aligned to.") {
        Field("forum", "The forum's id.") { $0.forum }
        Field("commitment", "The commitment's id.") { $0.commitment }
        Field("target", "The measure or line.") { $0.source.id($0.alignment.target) }
        Field("relation", "How far the two mean the same.") { $0.alignment.relation }
        Field("why", "Why they are related so.") { $0.alignment.why }
        Field("confidence", "How far the alignment can be relied on.") { $0.alignment.confidence }
        Field("note", "A remark.") { $0.alignment.note }
        Field("place", "Where it stands.", .place, isInTables: false) { row in row.source.place(row.alignment.origin) }
    }
}

/// A module's reading of one party's place in one commitment.
package struct AssessmentRecord: Record {
    let source: RecordSource
    let forum: ForumSnapshot
    let commitment: CommitmentIndex
    package let assessment: Assessment

    private var row: ReportRow? { assessment.basis.report.map { forum.forum.reports[$0] } }

    package static let schema = RecordSchema<AssessmentRecord>(
        "assessment", "A module's reading of one party's place in one commitment."
    ) {
        Field("forum", "The forum's id.") { $0.forum.forum.definition.id }
        Field("commitment", "The commitment's id.") { $0.forum.forum[$0.commitment].id }
        Field("party", "The country's code or the organ's id.") {
            $0.forum.forum.definition.parties[$0.assessment.party].id
        }
        Field("standing", "How the party stands towards the commitment.") { $0.assessment.standing }
        Field("standing-rule", "The id of the rule behind the standing.") { $0.assessment.basis.standingRule }
        progressFields({ $0.source.scale }) { $0.assessment.progress }
        Field("progress-rule", "The id of the rule behind the level.") { $0.assessment.basis.progressRule }
        Field("status", "The forum's own word that gave the level.") { record in
            record.row.map { record.forum.forum.definition.statusWords[Int($0.status.rawValue)].word }
        }
        Field("date", "The date of the report that gave the level.") { $0.row?.date }
        Field("overdue", "Whether somebody reports that a deadline was missed.") { $0.assessment.isOverdue }
        Field("data-until", "Until when the forum's data reach.") { $0.forum.dataUntil }
    }
}

/// Something that a party owes.
package struct ObligationRecord: Record {
    private let source: RecordSource
    package let item: DueItem

    /// Tells what a party owes.
    package init(_ source: RecordSource, _ item: DueItem) { (self.source, self.item) = (source, item) }

    private var forum: LoadedForum { source.snapshot.forums[item.forum].forum }
    private var rule: ModuleRule? { forum.metadata.rule(item.obligation.rule) }

    package static let schema = RecordSchema<ObligationRecord>(
        "obligation", "Something that a party owes by a date, or has given."
    ) {
        Field("forum", "The forum's id.") { $0.forum.definition.id }
        Field("commitment", "The commitment's id.") { $0.forum[$0.item.commitment].id }
        Field("party", "The country's code or the organ's id.") { row in
            row.forum.definition.parties[row.item.obligation.party].id
        }
        Field("kind", "What is owed.") { $0.item.obligation.kind }
        Field("state", "How it stands.") { $0.item.obligation.state }
        Field("due", "By when; null where there is no date.") { $0.item.obligation.due }
        Field("due-earliest", "The first day that `due` can be.") { $0.item.obligation.due?.earliest }
        Field("due-latest", "The last day that `due` can be.") { $0.item.obligation.due?.latest }
        Field("submitted", "When it came.") { $0.item.obligation.submitted }
        Field("rule", "The id of the rule by which the date is known.") { $0.item.obligation.rule }
        Field("rule-text", "What the rule says.", isInTables: false) { $0.rule?.text }
        Field("rule-source", "The article or document that the rule comes from.", isInTables: false) {
            $0.rule?.source
        }
        Field("data-until", "Until when the forum's data reach; what falls due later is not judged.") { row in
            row.source.snapshot.forums[row.item.forum].dataUntil
        }
        Field("report", "The id of the report that says so.", isInTables: false) { row in
            row.item.obligation.report.flatMap { row.forum.texts(of: $0)[.id] }
        }
    }
}

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
        Field("fields", "The forum's own fields; in a table each has a column of its name.") {
            OwnFields(values: $0.values)
        }
        progressFields({ $0.source.scale }) { $0.word.progress }
        Field("place", "Where it stands.", .place, isInTables: false) { row in
            row.source.place(row.values.range)
        }
    }
}

/// What a report says in the fields that its forum declares.
struct OwnFields: FieldValue {
    let values: ReportTexts

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
