package import FollowUpModel
import ForumWorkspace

/// The cells of a picture without what stands behind them: enough to tell what was known on its day and what has moved
/// since, in a small part of the memory.
package struct PastCells: Sendable {
    /// The day of the picture; a partial date stands for its last day.
    package let asOf: PartialDate
    /// The number of levels of the workspace's scale.
    package let levelCount: Int
    private let cells: Cells
    /// For each target whether commitments are aligned to the target itself.
    private let isAligned: [Bool]

    fileprivate init(_ snapshot: Snapshot, _ cells: Cells) {
        asOf = snapshot.options.asOf
        levelCount = snapshot.workspace.settings.scale.levels.count
        isAligned = snapshot.alignments.map { !$0.isEmpty }
        self.cells = cells
    }

    /// The cells of a measure or line, one for each country of the picture, in their order.
    package func row(_ target: TargetIndex) -> ArraySlice<Cell> { cells.all[cells.range(of: Int(target.rawValue))] }

    /// The same of what is aligned to the target itself; none for a measure with lines to which nothing is.
    package func own(_ target: TargetIndex) -> ArraySlice<Cell> {
        cells.own(Int(target.rawValue), isAligned: isAligned[Int(target.rawValue)])
    }
}

extension Snapshot {
    /// The cells alone.
    package var pastCells: PastCells { PastCells(self, cells) }
}
