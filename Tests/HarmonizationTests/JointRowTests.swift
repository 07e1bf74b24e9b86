import FollowUpModel
import ForumWorkspace
import Testing

@testable import Harmonization

/// What the members of a made-up forum owe as one.
@Suite("Rows of forums as a whole")
struct JointRowTests {
    /// The first forum owes its commitment on the line 1.1 jointly; `party` is reported to have done it.
    private func rows(_ party: String, _ targets: [String]) throws -> [JointRow] {
        var workspace = SmallWorkspace.make([SmallWorkspace.report("a", party, "done", "2017")])
        workspace.forums[0].commitments[0].isJoint = true
        workspace.forums[0].commitments[0].crosswalk = [("1.1", "exact"), ("1.2", "exact"), ("1.3", "related")]
        let snapshot = Snapshot(of: try workspace.load(), options: SnapshotOptions(asOf: try date("2020-06-30")))
        return snapshot.jointRows(targets.compactMap(snapshot.workspace.framework.target))
    }

    @Test func theForumHasARowAndAFractionBesideTheWhole() throws {
        let row = try #require(try rows("forum", ["1.1", "1.3", "1"]).first)
        let done = Progress.level(.init(rank: 3))
        #expect(row.cells.map(\.progress) == [done, .missing(.indicationOnly), done])
        #expect(row.parts.map { $0?.fraction } == [nil, nil, "2/2"])
    }

    @Test func aMembersReportIsNoneOfTheForum() throws {
        let row = try #require(try rows("ABA", ["1.1", "1"]).first)
        #expect(row.cells.map(\.progress) == [.missing(.noReport), .missing(.noReport)])
        #expect(row.parts.map { $0?.fraction } == [nil, "0/2"])
    }

    @Test func whoOwesNothingJointlyHasNone() throws {
        #expect(try rows("forum", ["2"]).isEmpty)
        #expect(try rows("forum", ["1"]).map(\.forum) == [0])
    }
}
