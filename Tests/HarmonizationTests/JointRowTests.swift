import FollowUpModel
import ForumWorkspace
import Testing

@testable import Harmonization

/// What the members of a made-up forum owe as one.
@Suite("Rows of forums as a whole")
struct JointRowTests {
    /// The first forum owes its commitment on the line 1.1 jointly; `party` is reported to have done it.
    private func rows(_ party: String, _ targets: [String]) throws -> [JointRow] {
        let snapshot = try snapshot(party)
        return snapshot.jointRows(targets.compactMap(snapshot.workspace.framework.target))
    }

    private func snapshot(_ party: String) throws -> Snapshot {
        var workspace = SmallWorkspace.make([SmallWorkspace.report("a", party, "done", "2017")])
        workspace.forums[0].commitments[0].isJoint = true
        workspace.forums[0].commitments[0].crosswalk = [("1.1", "exact"), ("1.2", "exact"), ("1.3", "related")]
        return Snapshot(of: try workspace.load(), options: SnapshotOptions(asOf: try date("2020-06-30")))
    }

    @Test func theForumHasARowAndAFractionBesideTheWhole() throws {
        let row = try #require(try rows("forum", ["1.1", "1.3", "1"]).first)
        let done = Progress.level(.init(rank: 3))
        #expect(row.cells.map(\.cell.progress) == [done, .missing(.indicationOnly), done])
        #expect(row.cells.map { $0.parts?.fraction } == [nil, nil, "2/2"])
    }

    @Test func aMembersReportIsNoneOfTheForum() throws {
        let row = try #require(try rows("ABA", ["1.1", "1"]).first)
        #expect(row.cells.map(\.cell.progress) == [.missing(.noReport), .missing(.noReport)])
        #expect(row.cells.map { $0.parts?.fraction } == [nil, "0/2"])
    }

    @Test func aForumAsAWholeIsExplained() throws {
        let snapshot = try snapshot("forum")
        let framework = snapshot.workspace.framework
        let line = try #require(framework.target("1.1").flatMap { snapshot.explain($0, ofForum: 0) })
        #expect(line.subject == .forum(0) && line.subject.country == nil)
        #expect(line.cell.progress == .level(.init(rank: 3)) && line.contributions.map(\.use) == [.counted(weight: 8)])
        #expect(line.contributions[0].reports.map(\.use) == [.spoke])
        let whole = try #require(framework.target("1").flatMap { snapshot.explain($0, ofForum: 0) })
        #expect(whole.parts.map { framework[$0.target].id } == ["1.1", "1.2", "1.3"])
        #expect(whole.cell == snapshot.jointRows([whole.target])[0].cells[0].cell)
        #expect(try snapshot.explain(#require(framework.target("2")), ofForum: 0) == nil)
    }

    @Test func whoOwesNothingJointlyHasNone() throws {
        #expect(try rows("forum", ["2"]).isEmpty)
        #expect(try rows("forum", ["1"]).map(\.forum) == [0])
    }
}
