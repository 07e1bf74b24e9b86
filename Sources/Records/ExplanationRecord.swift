import FollowUpModel
import ForumKit
import ForumWorkspace
package import Harmonization
package import Localization

/// Why a cell says what it says, down to file, line and source.
package struct ExplanationRecord: Record {
    let source: RecordSource
    let explanation: Explanation

    /// Tells an explanation.
    package init(_ source: RecordSource, _ explanation: Explanation) {
        (self.source, self.explanation) = (source, explanation)
    }

    private func cell(_ target: TargetIndex, _ cell: Cell, isPart: Bool) -> CellRecord {
        // A part of a measure that bears its name is what is aligned to the measure itself.
        let witnesses = source.snapshot.witnesses(target, explanation.subject, isPart: isPart)
        return CellRecord(source, target, explanation.subject, cell, witnesses)
    }

    package static let schema = RecordSchema<ExplanationRecord>(
        "explanation", "Why a cell says what it says, down to file, line and source."
    ) {
        Field("country", "The country's code; null for a forum as a whole.") { row in
            row.explanation.subject.country.map(row.source.code)
        }
        Field("joint-forum", "The forum whose members owe it as one.") { $0.source.forum($0.explanation.subject) }
        Field("target", "The measure or line.") { $0.source.id($0.explanation.target) }
        Field("title", "The title of the measure or line.") { $0.source.framework.title(of: $0.explanation.target) }
        Field("summary", "What is known and why, in one or two sentences.") { row in
            row.source.inAllLanguages { row.explanation.summary(of: row.source.snapshot, in: $0) }
        }
        Field("cell", "What is explained.") { row in
            row.cell(row.explanation.target, row.explanation.cell, isPart: false)
        }
        Field("rule", "By which rule the contributions become one.") { $0.explanation.rule }
        Field("parts", "Of a measure with lines: what is aligned to the measure itself, and each line.") { row in
            row.explanation.parts.map { row.cell($0.target, $0.cell, isPart: true) }
        }
        Field("contributions", "What each commitment that asks the country says.") { row in
            row.explanation.contributions.map { ContributionRecord(row.source, $0) }
        }
        Field("not-asked", "Commitments aligned to the target that don't ask the country.") { row in
            row.explanation.notAsked.map {
                CommitmentName(forum: $0.forum.forum.definition.id, commitment: $0.commitment.id)
            }
        }
    }
}

/// A commitment by its name.
package struct CommitmentName: Record {
    let forum: String
    let commitment: String

    package static let schema = RecordSchema<CommitmentName>("commitment-name", "A commitment by its name.") {
        Field("forum", "The forum's id.") { $0.forum }
        Field("commitment", "The commitment's id.") { $0.commitment }
    }
}

/// What one commitment contributes to a cell, with its whole chain.
package struct ContributionRecord: Record {
    let source: RecordSource
    let item: ExplainedContribution

    /// Tells a contribution of an explanation.
    package init(_ source: RecordSource, _ item: ExplainedContribution) { (self.source, self.item) = (source, item) }

    private var weight: Int? {
        if case .counted(let weight) = item.use { weight } else { nil }
    }

    package static let schema = RecordSchema<ContributionRecord>(
        "contribution", "What one commitment contributes to a cell, with its whole chain."
    ) {
        Field("forum", "The forum's id.") { $0.item.forum.forum.definition.id }
        Field("commitment", "The commitment's id.") { $0.item.commitment.id }
        Field("number", "The forum's own number.") { $0.item.commitment.number }
        Field("title", "The commitment's title.") { $0.item.commitment.title }
        Field("relation", "How far the commitment and the target mean the same.") { $0.item.contribution.relation }
        Field("alignments", "How it is aligned to the target.", isInTables: false) { row in
            row.source.alignments(
                of: row.item.commitment, in: row.item.forum.forum.definition.id, row.item.alignments)
        }
        Field("use", "How it is used in the cell.", .code(.contributionUses)) { $0.item.use.code }
        Field("weight", "What it weighs, where it counts.") { $0.weight }
        Field("same-evidence-as", "The commitment that cites the same evidence and counts instead.") {
            $0.item.twin?.id
        }
        Field("standing", "How the country stands towards the commitment.") { $0.item.assessment.standing }
        Field("standing-rule", "The rule behind the standing.", isInTables: false) {
            RuleRecord($0.item.assessment.basis.standingRule, $0.item.standingRule)
        }
        progressFields({ $0.source.scale }) { $0.item.assessment.progress }
        Field("progress-rule", "The rule behind the level.", isInTables: false) {
            RuleRecord($0.item.assessment.basis.progressRule, $0.item.progressRule)
        }
        Field("date", "The date of the report that spoke.") { $0.item.contribution.date }
        Field("effect", "The day of legal effect that the standing turns on.") { $0.item.assessment.basis.effect }
        Field("overdue", "Whether somebody reports that its deadline was missed.") { $0.item.assessment.isOverdue }
        Field("reports", "All reports on it and the country, newest first.", isInTables: false) { row in
            row.item.reports.map { ExplainedReportRecord(row.source, row.item.forum, $0) }
        }
    }
}

extension ContributionUse {
    /// The name used in documents for programs.
    fileprivate var code: String {
        switch self {
        case .counted: "counted"
        case .sameEvidence: "same-evidence"
        case .indication: "indication"
        case .silent: "silent"
        case .outside: "outside"
        }
    }
}

extension ReportUse {
    /// The name used in documents for programs.
    package var code: String { named.code }

    fileprivate var named: (code: String, message: Message) {
        switch self {
        case .spoke: ("spoke", .spoke)
        case .otherVoice: ("other-voice", .otherVoice)
        case .older: ("older", .older)
        case .undoesNothing: ("undoes-nothing", .undoesNothing)
        case .contradicts: ("contradicts", .contradicts)
        case .partial: ("partial", .partial)
        case .afterAsOf: ("after-as-of", .afterAsOf)
        case .belowConfidence: ("below-confidence", .belowConfidence)
        }
    }
}

extension ExplainedReport {
    /// Why it does or doesn't speak, in words.
    package func use(in texts: Texts) -> String { texts[use.named.message, ["scope": self.texts[.scope] ?? "–"]] }
}

extension ExplainedContribution {
    /// How it is used, in words.
    package func use(in texts: Texts) -> String {
        switch use {
        case .counted(let weight): texts[.countedWithWeight, ["weight": String(weight)]]
        case .sameEvidence: texts[.sameEvidenceAs, ["commitment": twin?.id ?? ""]]
        case .indication: texts[.indicationContribution]
        case .silent: texts[.silentContribution, ["kind": assessment.progress.missing.map { texts[$0] } ?? ""]]
        case .outside: texts[.outsideContribution, ["standing": texts[assessment.standing]]]
        }
    }
}
