import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization
import Records

/// What moved between two days, and which reports moved it.
struct ChangesPage: PageView {
    /// One cell that moved.
    struct Change: Codable, Sendable {
        /// As it is now.
        var cell: CellView
        var before: Mark
        /// Marks that came, and marks that went.
        var came: [Flag]
        var went: [Flag]
        var reports: [TimelineEntry]
        /// How many reports are left out, with the way to all.
        var more: Link?
        var isByTime: Bool
    }

    /// The changes of one direction.
    struct Group: Codable, Sendable {
        var id: String
        var title: String
        var changes: [Change]
        var count: Int
        var more: Link?
    }

    var page: Frame
    var from: DateText
    var to: DateText
    /// The stretches of time that can be shown.
    var spans: [Link]
    var groups: [Group]
    var headline: String
    var legend: Legend
}

extension PageBuilder {
    /// What moved in the last years.
    func changes(_ facts: ChangesFacts) -> ChangesPage {
        let groups = facts.groups.map { group in
            ChangesPage.Group(
                id: group.direction.rawValue, title: title(of: group.direction),
                changes: inOrder(group.cells).map { change($0.cell, by: $0.movers) }, count: group.count,
                more: notShown(group.count - group.cells.count))
        }
        let spans = picture.earlier.map { earlier in
            Link(
                label: texts[.lastYears, count: earlier.years], href: links.page(.changes(years: earlier.years)),
                isCurrent: earlier.cells.asOf == facts.from)
        }
        return ChangesPage(
            page: frame(
                texts[.changes], summary: texts[.changesSummary], detail: spans.first(where: \.isCurrent)?.label),
            from: lastDay(of: facts.from), to: asOf, spans: spans, groups: groups,
            headline: texts[.movedCount, count: facts.moved], legend: legend())
    }

    /// By measures and lines as the framework has them, and by the names of countries.
    private func inOrder(_ cells: [ChangesFacts.Moved]) -> [ChangesFacts.Moved] {
        let byTarget = Dictionary(grouping: cells, by: \.cell.target)
        return byTarget.sorted { $0.key < $1.key }.flatMap { $0.value.inOrder(ofNames: { name(of: $0.cell.country) }) }
    }

    func title(of direction: Direction) -> String {
        switch direction {
        case .firstWord: texts[.movedFirstWord]
        case .up: texts[.movedUp]
        case .stepBack: texts[.movedBack]
        case .withdrawn: texts[.movedWithdrawn]
        case .moreAsked: texts[.movedMoreAsked]
        case .marks: texts[.movedMarks]
        }
    }

    func change(_ moved: MovedCell, by movers: [PlacedReport]) -> ChangesPage.Change {
        let (before, after) = (flags(moved.old), flags(moved.new))
        return ChangesPage.Change(
            cell: view(of: moved.target, .country(moved.country), moved.new), before: mark(moved.old.progress),
            came: after.filter { !before.contains($0) }, went: before.filter { !after.contains($0) },
            reports: movers.prefix(PageLimits.movers).map { entry($0) },
            more: notShown(movers.count - PageLimits.movers), isByTime: movers.isEmpty)
    }
}

/// What moved since an older picture of the same workspace, in no language.
struct ChangesFacts: Sendable {
    /// A cell with the reports that moved it.
    typealias Moved = (cell: MovedCell, movers: [PlacedReport])

    /// What moved in one direction.
    struct Group: Sendable {
        var direction: Direction
        /// As many as a page shows.
        var cells: [Moved]
        /// How many there are.
        var count: Int
    }

    var from: PartialDate
    var groups: [Group]
    /// The number of cells whose word moved.
    var moved: Int

    /// Compares the pictures, see ``PageData/moved(since:)``.
    init(since old: PastCells, _ picture: PageData) {
        let all = picture.moved(since: old)
        from = old.asOf
        moved = all.count { $0.direction != .marks }
        groups = Direction.allCases.compactMap { direction in
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
