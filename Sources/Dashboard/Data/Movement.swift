package import FollowUpModel
import ForumKit
import ForumWorkspace
package import Harmonization
package import Records

extension PageData {
    /// The cells that an older picture of the same workspace shows differently: of lines and of measures without lines, so
    /// that nothing comes twice.
    package func moved(since old: PastCells) -> [MovedCell] {
        let framework = snapshot.workspace.framework
        let lines = targets.filter { framework[$0].line != nil || framework.measure(of: $0).lines.isEmpty }
        return lines.flatMap { target in
            let (before, after) = (old.row(target), snapshot.row(target))
            return snapshot.countries.enumerated().compactMap { place, country -> MovedCell? in
                let (left, right) = (before[before.startIndex + place], after[after.startIndex + place])
                guard CellLook(left) != CellLook(right) else { return nil }
                let direction = Direction(from: left, to: right) {
                    snapshot.fall(target, country, since: old.asOf.latest)
                }
                return MovedCell(target: target, country: country, old: left, new: right, direction: direction)
            }
        }
    }
}

extension Snapshot {
    /// The reports between the two days that moved a cell: those that speak now, of all commitments that it is made of.
    ///
    /// There are none where time alone moved it, as when a deadline passed.
    package func reports(that moved: MovedCell, since old: CalendarDay) -> [PlacedReport] {
        let (target, country) = (moved.target, moved.country)
        let parts = parts(target, country).map(\.target)
        var found: [PlacedReport] = []
        var seen: Set<PlacedReport> = []
        for part in parts.isEmpty ? [target] : parts {
            for (contribution, _) in contributions(part, country) {
                let forum = forums[contribution.forum]
                guard let report = forum.assessment(of: country, in: contribution.commitment)?.basis.report,
                    !forum.forum.reports.dates[Int(report.rawValue)].hasPassed(by: old)
                else { continue }
                let moving = PlacedReport(forum: contribution.forum, report: report)
                if seen.insert(moving).inserted { found.append(moving) }
            }
        }
        return found
    }
}
