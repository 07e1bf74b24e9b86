import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization
import Records

/// What moved between two days, and which reports moved it.
struct ChangesPage: PageView {
    /// One cell that moved.
    struct Change: Codable, Sendable {
        var country: Link
        var target: String
        var title: String
        var href: String
        var direction: String
        var before: Mark
        var after: Mark
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

    /// Another stretch of time.
    struct Span: Codable, Sendable {
        var label: String
        var href: String
        var isCurrent: Bool
    }

    var page: Frame
    var from: DateText
    var to: DateText
    var spans: [Span]
    var groups: [Group]
    var hasChanges: Bool
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
            ChangesPage.Span(
                label: texts[.lastYears, count: earlier.years], href: links.page(.changes(years: earlier.years)),
                isCurrent: earlier.cells.asOf == facts.from)
        }
        return ChangesPage(
            page: frame(
                texts[.changes], summary: texts[.changesSummary], detail: spans.first(where: \.isCurrent)?.label),
            from: lastDay(of: facts.from), to: asOf, spans: spans, groups: groups,
            hasChanges: !groups.isEmpty, headline: texts[.movedCount, count: facts.moved],
            legend: legend(Set(MissingReason.allCases)))
    }

    /// By measures and lines as the framework has them, and by the names of countries.
    private func inOrder(_ cells: [ChangesFacts.Moved]) -> [ChangesFacts.Moved] {
        let byTarget = Dictionary(grouping: cells, by: \.cell.target)
        return byTarget.sorted { $0.key < $1.key }.flatMap { $0.value.inOrder(ofNames: { name(of: $0.cell.country) }) }
    }

    func title(of direction: MovedCell.Direction) -> String {
        switch direction {
        case .firstWord: texts[.movedFirstWord]
        case .up: texts[.movedUp]
        case .down: texts[.movedDown]
        case .wordLost: texts[.movedWordLost]
        case .flagsOnly: texts[.movedMarks]
        }
    }

    func change(_ moved: MovedCell, by movers: [MovingReport]) -> ChangesPage.Change {
        let code = code(of: moved.country)
        let id = framework[moved.target].id
        let (before, after) = (flags(moved.old), flags(moved.new))
        return ChangesPage.Change(
            country: Link(label: name(of: moved.country), href: links.page(.country(code))), target: id,
            title: title(of: moved.target), href: cellLink(code, id),
            direction: moved.direction.rawValue, before: mark(moved.old.progress), after: mark(moved.new.progress),
            came: after.filter { !before.contains($0) }, went: before.filter { !after.contains($0) },
            reports: movers.prefix(PageLimits.movers).map { report in
                let date = snapshot.forums[report.forum].forum.reports.dates[Int(report.report.rawValue)]
                return entry(ReportOnCountry(forum: report.forum, report: report.report, date: date))
            }, more: notShown(movers.count - PageLimits.movers), isByTime: movers.isEmpty)
    }
}

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

    /// Compares the pictures, see ``PageData/moved(since:)``.
    init(since old: PastCells, _ picture: PageData) {
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
