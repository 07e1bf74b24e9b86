import FollowUpModel
import ForumWorkspace
package import Harmonization
import Languages

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
    func changes(_ years: Int) -> (any PageView)? {
        picture.earlier.first { $0.years == years }.map { changes(since: $0.cells) }
    }

    /// What moved since an older picture of the same workspace; lines and measures without lines, so that nothing
    /// comes twice.
    package func changes(since old: PastCells) -> any PageView {
        let lines = picture.targets.filter { framework[$0].line != nil || framework.measure(of: $0).lines.isEmpty }
        let moved = snapshot.moved(since: old, among: lines)
        let groups = MovedCell.Direction.allCases.compactMap { direction -> ChangesPage.Group? in
            let cells = moved.filter { $0.direction == direction }
            guard !cells.isEmpty else { return nil }
            return ChangesPage.Group(
                id: direction.rawValue, title: title(of: direction),
                changes: cells.prefix(PageLimits.moved).map { change($0, since: old.asOf.latest) }, count: cells.count,
                more: notShown(cells.count - PageLimits.moved))
        }
        let count = moved.count { $0.direction != .flagsOnly }
        let spans = picture.earlier.map { earlier in
            ChangesPage.Span(
                label: counted(texts.lastYears, earlier.years), href: links.page(.changes(years: earlier.years)),
                isCurrent: earlier.cells.asOf == old.asOf)
        }
        return ChangesPage(
            page: frame(
                texts.changes, summary: texts.changesSummary, detail: spans.first(where: \.isCurrent)?.label),
            from: date(old.asOf), to: date(snapshot.options.asOf), spans: spans, groups: groups,
            hasChanges: !groups.isEmpty, headline: counted(texts.movedCount, count),
            legend: legend(Set(KindOfNothing.allCases)))
    }

    func title(of direction: MovedCell.Direction) -> String {
        switch direction {
        case .firstWord: texts.movedFirstWord
        case .up: texts.movedUp
        case .down: texts.movedDown
        case .wordLost: texts.movedWordLost
        case .flagsOnly: texts.movedMarks
        }
    }

    func change(_ moved: MovedCell, since old: CalendarDay) -> ChangesPage.Change {
        let movers = snapshot.reports(that: moved, since: old)
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
