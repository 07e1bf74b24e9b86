import FollowUpModel
import ForumKit
import Harmonization
import JSON
import Localization

/// The columns that count words on progress: one for each level, one for each kind of nothing that occurs, then who
/// stands outside the count and whose deadline has passed.
struct TallyColumns {
    private let signs: Signs
    private let kinds: [MissingReason]
    private let hasContrary: Bool
    private let hasOutside: Bool
    private let hasOverdue: Bool

    /// Chooses the columns that some tallies need.
    init(for tallies: [Tally], signs: Signs) {
        self.signs = signs
        kinds = MissingReason.allCases.filter { kind in tallies.contains { $0.missing[kind] != nil } }
        hasContrary = tallies.contains { $0.contrary > 0 }
        hasOutside = tallies.contains { !$0.outside.isEmpty }
        hasOverdue = tallies.contains { $0.overdue > 0 }
    }

    /// The columns.
    var columns: [Table.Column] {
        let scale = signs.scale
        var columns = scale.levels.map { Table.Column($0.sign + $0.letter, alignment: .right) }
        if hasContrary {
            columns.append(
                Table.Column(scale.contrary.sign + scale.contrary.letter, alignment: .right))
        }
        columns += kinds.map { Table.Column(Signs.marks(of: $0).trimmingEnd, alignment: .right) }
        if hasOutside { columns.append(Table.Column(signs.texts[.outsideShort], alignment: .right)) }
        if hasOverdue { columns.append(Table.Column("!", alignment: .right)) }
        return columns
    }

    /// One tally's cells, in the order of the columns.
    func cells(_ tally: Tally) -> [Cell] {
        var cells = tally.levels.map(Cell.init(count:))
        if hasContrary { cells.append(Cell(count: tally.contrary)) }
        cells += kinds.map { Cell(count: tally.missing[$0] ?? 0) }
        if hasOutside { cells.append(Cell(count: tally.outside.values.reduce(0, +))) }
        if hasOverdue { cells.append(Cell(count: tally.overdue)) }
        return cells
    }

    /// The key to the columns, as lines.
    var legend: [String] {
        let levels = signs.legend(staleAfterMonths: 0, kinds: Set(kinds))[0]
        return [hasOverdue ? levels + "  ! \(signs.texts[.overdueMark])" : levels]
    }
}

extension Tally {
    /// Counts the words of some assessments, those of parties that don't count kept apart.
    init(of assessments: some Sequence<Assessment>, levelCount: Int) {
        self.init(levelCount: levelCount)
        for assessment in assessments {
            if assessment.isOverdue { overdue += 1 }
            if assessment.standing.counts {
                add(assessment.progress)
            } else {
                outside[assessment.standing, default: 0] += 1
            }
        }
    }

    /// Counts the words of some cells.
    init(of cells: some Sequence<Harmonization.Cell>, levelCount: Int) {
        self.init(levelCount: levelCount)
        for cell in cells {
            if cell.isOverdue { overdue += 1 }
            add(cell.progress)
        }
    }
}
