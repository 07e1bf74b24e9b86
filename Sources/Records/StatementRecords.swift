package import FollowUpModel
package import ForumKit
import ForumWorkspace
package import Harmonization

/// A module's reading of one party's place in one commitment.
package struct AssessmentRecord: Record {
    private let source: RecordSource
    private let forum: ForumSnapshot
    private let commitment: CommitmentIndex
    package let assessment: Assessment

    /// Tells an assessment of a forum of the picture.
    package init(
        _ source: RecordSource, _ forum: ForumSnapshot, _ commitment: CommitmentIndex, _ assessment: Assessment
    ) {
        (self.source, self.forum, self.commitment, self.assessment) = (source, forum, commitment, assessment)
    }

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
        Field("overdue", "Whether the deadline has passed without a word that the commitment was met.") {
            $0.assessment.isOverdue
        }
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
        Field("report", "The id of the report that says so.", isInTables: false) { row in
            row.item.obligation.report.flatMap { row.forum.texts(of: $0)[.id] }
        }
    }
}
