import FollowUpModel
import ForumKit
import Harmonization
import Localization

/// The columns that count words on progress: one for each level, one for each kind of nothing that occurs, then who
/// stands outside the count and whose deadline has passed.
struct TallyColumns {
    private let tallies: [Tally]
    private let signs: Signs
    private let kinds: [MissingReason]

    /// Chooses the columns that some tallies need, but for a kind of nothing that isn't shown.
    init(for tallies: [Tally], signs: Signs, except hidden: MissingReason? = nil) {
        (self.tallies, self.signs) = (tallies, signs)
        kinds = MissingReason.allCases.filter { kind in
            kind != hidden && tallies.contains { $0.missing[kind] != nil }
        }
    }

    /// The columns for levels and kinds of nothing.
    func progress<Item>(_ tally: @escaping (Item) -> Tally) -> [Column<Item>] {
        var columns = signs.scale.levels.enumerated().map { rank, level in
            Column<Item>(level.sign + level.letter) { tally($0).levels[rank] }
        }
        let contrary = signs.scale.contrary
        columns += used({ $0.contrary > 0 }, Column(contrary.sign + contrary.letter) { tally($0).contrary })
        columns += kinds.map { kind in Column(Signs.marks(of: kind).trimmingEnd) { tally($0).missing[kind] ?? 0 } }
        return columns
    }

    /// All columns.
    func all<Item>(_ tally: @escaping (Item) -> Tally) -> [Column<Item>] {
        let outside = Column<Item>(signs.texts[.outsideShort]) { tally($0).outside.values.reduce(0, +) }
        let overdue = Column<Item>("!") { tally($0).overdue }
        return progress(tally) + used({ !$0.outside.isEmpty }, outside) + used({ $0.overdue > 0 }, overdue)
    }

    /// A column, where some tally has something to show in it.
    private func used<Item>(_ isUsed: (Tally) -> Bool, _ column: Column<Item>) -> [Column<Item>] {
        tallies.contains(where: isUsed) ? [column] : []
    }

    /// The key to the columns, as lines.
    var legend: [String] {
        let levels = signs.legend(staleAfterMonths: 0, kinds: Set(kinds))[0]
        return [tallies.contains { $0.overdue > 0 } ? levels + "  ! \(signs.texts[.overdueMark])" : levels]
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
