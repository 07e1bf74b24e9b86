import FollowUpModel
import Harmonization

/// What moved since an older picture of the same workspace, in no language.
struct ChangesFacts: Sendable {
    /// A cell with the reports that moved it.
    typealias Moved = (cell: MovedCell, movers: [MovingReport])

    /// What moved in one direction.
    struct Group: Sendable {
        var direction: MovedCell.Direction
        /// As many as a page shows.
        var cells: [Moved]
        /// How many there are.
        var count: Int
    }

    var from: PartialDate
    var groups: [Group]
    /// The number of cells whose word moved.
    var moved: Int

    /// Compares the pictures, see ``Picture/moved(since:)``.
    init(since old: PastCells, _ picture: Picture) {
        let all = picture.moved(since: old)
        from = old.asOf
        moved = all.count { $0.direction != .flagsOnly }
        groups = MovedCell.Direction.allCases.compactMap { direction in
            let cells = all.filter { $0.direction == direction }
            guard !cells.isEmpty else { return nil }
            return Group(
                direction: direction,
                cells: cells.prefix(PageLimits.moved).map {
                    ($0, picture.snapshot.reports(that: $0, since: old.asOf.latest))
                }, count: cells.count)
        }
    }
}
