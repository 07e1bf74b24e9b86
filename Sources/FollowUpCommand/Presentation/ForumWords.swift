import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import JSON

extension ForumSnapshot {
    /// The forum's own word behind an assessment; nil where no report gave the progress.
    func word(of assessment: Assessment) -> StatusWord? {
        assessment.basis.report.map { forum.definition.statusWords[Int(forum.reports[$0].status.rawValue)] }
    }

    /// The date of the report behind an assessment.
    func date(of assessment: Assessment) -> PartialDate? {
        assessment.basis.report.map { forum.reports[$0].date }
    }
}

extension Signs {
    /// A word on progress in a cell: sign and letter, and the forum's own word where one was given.
    func cell(_ progress: Progress, word: StatusWord?, isOverdue: Bool = false) -> Cell {
        let mark = mark(progress).trimmingEnd + (isOverdue ? "!" : "")
        return Cell(
            word.map { "\(mark) \($0.word)" } ?? "\(mark) \(name(progress))", style(progress))
    }
}

extension Cell {
    /// A date; a dash where there is none.
    init(_ date: PartialDate?) {
        self.init(date?.description ?? "–", date == nil ? .dim : .plain)
    }
}
