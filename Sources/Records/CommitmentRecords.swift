package import FollowUpModel
import ForumWorkspace
import Harmonization
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
    private let source: RecordSource
    private let forum: String
    private let commitment: String
    package let alignment: Alignment

    /// Tells an alignment of a commitment.
    package init(_ source: RecordSource, _ forum: String, _ commitment: String, _ alignment: Alignment) {
        (self.source, self.forum, self.commitment, self.alignment) = (source, forum, commitment, alignment)
    }

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
