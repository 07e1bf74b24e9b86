import FollowUpModel
import ForumKit
import ForumWorkspace
import Testing

@testable import Harmonization

/// What no picture may ever say more of than its evidence carries: reckoned over the shipped forums and made-up ones.
@Suite("The highest level and wholes")
struct TopLevelTests {
    /// Checks every cell; gives how many are at the highest level and how many wholes have a level.
    private func check(_ snapshot: Snapshot) -> (top: Int, wholes: Int) {
        var (topCount, wholeCount) = (0, 0)
        let settings = snapshot.workspace.settings
        let top = Int(settings.scale.top.rank)
        for target in snapshot.workspace.framework.targets.indices.map(TargetIndex.init) {
            for (place, country) in snapshot.countries.enumerated() {
                let name = "\(snapshot.workspace.framework[target].id) \(snapshot.workspace.countries[country].code)"
                let row = snapshot.cells.own(
                    Int(target.rawValue), isAligned: !snapshot.alignments[Int(target.rawValue)].isEmpty)
                if !row.isEmpty, row[row.startIndex + place].progress.rank == top {
                    topCount += 1
                    let proof = snapshot.contributions(target, country).contains { contribution, use in
                        guard case .counted = use else { return false }
                        return contribution.progress.rank == top && contribution.ceiling == .full
                    }
                    #expect(proof, "\(name) is at the highest level without a commitment that holds the whole")
                }
                guard let counts = snapshot.partCounts(target, country), snapshot[target, country].progress.rank != nil
                else { continue }
                wholeCount += 1
                #expect(counts.known * 100 >= settings.consolidation.quorum * counts.asked, "\(name) knows too little")
            }
        }
        return (topCount, wholeCount)
    }

    @Test(arguments: ["2015-06-30", "2026-03-31"])
    func theShippedForums(asOf: String) throws {
        let found = check(Snapshot(of: try ShippedForums.load(), options: SnapshotOptions(asOf: try date(asOf))))
        #expect(found.top > 0 && found.wholes > 0)
    }

    @Test(arguments: 0..<30)
    func madeUpForums(seed: Int) throws {
        var generator = Generator(seed: 9100 + seed)
        let workspace = try generator.workspace().load()
        for day in ["2012-06-30", "2016-06-30", "2020-12-31"] {
            _ = check(Snapshot(of: workspace, options: SnapshotOptions(asOf: try date(day))))
        }
    }

    /// What everybody may see in the made-up forums, so that the test above tests something.
    @Test func madeUpForumsReachTheHighestLevel() throws {
        var found = (top: 0, wholes: 0)
        for seed in 0..<10 {
            var generator = Generator(seed: 9100 + seed)
            let snapshot = Snapshot(
                of: try generator.workspace().load(), options: SnapshotOptions(asOf: try date("2016-06-30")))
            let counts = check(snapshot)
            found = (found.top + counts.top, found.wholes + counts.wholes)
        }
        #expect(found.top > 20 && found.wholes > 20)
    }

    /// Silence is never a default: what the shipped forums call overdue, somebody reports.
    @Test func theShippedForumsCallOverdueOnlyWhatIsReported() throws {
        let snapshot = Snapshot(of: try ShippedForums.load(), options: SnapshotOptions(asOf: try date("2026-11-30")))
        let items = snapshot.obligations()
        #expect(items.contains { $0.obligation.state == .missed })
        for item in items {
            let forum = snapshot.forums[item.forum].forum
            let name = "\(forum[item.commitment].id) \(forum.definition.parties[item.obligation.party].id)"
            switch item.obligation.state {
            case .missed: #expect(item.obligation.report != nil, "\(name) is missed as nobody says")
            case .passed:
                let until = try #require(snapshot.forums[item.forum].dataUntil)
                #expect(try #require(item.obligation.due).latest <= until.latest, "\(name) fell due after the data end")
            case .notYetDue, .met, .waived, .notYetKnown: break
            }
        }
    }
}
