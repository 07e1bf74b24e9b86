import FollowUpModel
import ForumKit
import ForumWorkspace
import Foundation
import Testing

@testable import Harmonization

/// What a picture says where a forum can't be read.
@Suite struct UnreadForumTests {
    private static let plain = SmallWorkspace.make(
        [SmallWorkspace.report("a", "ABA", "done", "2019")], [SmallWorkspace.report("c", "BAB", "done", "2019")])

    private func snapshot(
        _ file: String, _ text: String?, forums: Set<String>? = nil
    ) throws -> Snapshot {
        var files = PlainWriter(workspace: Self.plain).files()
        files[file] = text
        let folder = try Folder(files)
        let workspace = Workspace.load(folder.path, registry: try ForumRegistry([DeclarativeModule.self])).workspace
        var options = SnapshotOptions(asOf: try date("2020-06-30"))
        options.forums = forums
        return Snapshot(of: try #require(workspace), options: options)
    }

    private func words(_ snapshot: Snapshot, _ id: String) throws -> [String] {
        let target = try #require(snapshot.workspace.framework.target(id))
        return snapshot.row(target).map { $0.progress.missing?.rawValue ?? "level" }
    }

    @Test func whatNobodyAsksIsNotKnown() throws {
        let snapshot = try snapshot("second/forum.yaml", "forum: [")
        #expect(snapshot.missingForums.map(\.id) == ["second"])
        #expect(snapshot.missingRows == 1 && snapshot.rejected == 1)
        #expect(snapshot.failures.isEmpty, "the files' diagnostics tell it")
        #expect(try words(snapshot, "1.1") == ["level", "no-report", "forum-not-read"])
        #expect(try words(snapshot, "2") == ["forum-not-read", "forum-not-read", "forum-not-read"])
        #expect(try words(snapshot, "1") == ["level", "forum-not-read", "forum-not-read"])
    }

    @Test func commitmentsThatCanNotBeReadAreLikeAForumThatCanNot() throws {
        let snapshot = try snapshot("second/commitments.yaml", "commitments: [")
        #expect(snapshot.missingForums.map(\.id) == ["second"])
        #expect(snapshot.missingRows == 1 && snapshot.rejected == 1)
        #expect(try words(snapshot, "2") == ["forum-not-read", "forum-not-read", "forum-not-read"])
    }

    /// Its commitments tell where it may speak: only there nobody knows.
    @Test func aForumOfWhichOneFileCanNotBeReadIsNotKnownWhereItMaySpeak() throws {
        var files = PlainWriter(workspace: Self.plain).files()
        files["second/reports/more.csv/none"] = ""
        let folder = try Folder(files)
        #expect(mkfifo(folder.path + "/second/reports/pipe.csv", 0o600) == 0)
        let workspace = Workspace.load(folder.path, registry: try ForumRegistry([DeclarativeModule.self])).workspace
        let snapshot = Snapshot(of: try #require(workspace), options: SnapshotOptions(asOf: try date("2020-06-30")))
        #expect(snapshot.missingForums.map(\.id) == ["second"])
        #expect(snapshot.missingRows == nil, "nobody knows how many rows the file has")
        #expect(try words(snapshot, "1.1") == ["level", "forum-not-read", "forum-not-read"])
        #expect(try words(snapshot, "2") == ["not-addressed", "not-addressed", "not-addressed"])
    }

    @Test func aPictureOfOtherForumsIsWhole() throws {
        let snapshot = try snapshot("second/forum.yaml", "forum: [", forums: ["first"])
        #expect(snapshot.missingForums.isEmpty && snapshot.rejected == 0)
        #expect(try words(snapshot, "2") == ["not-addressed", "not-addressed", "not-addressed"])
    }

    @Test func aForumThatComesBackChangesAllCells() throws {
        let broken = try snapshot("second/forum.yaml", "forum: [")
        let folder = try Folder(PlainWriter(workspace: Self.plain).files())
        let workspace = try folder.load()
        let healed = Snapshot(of: workspace, options: broken.options, reusing: broken)
        #expect(healed.consolidatedAnew() == Array(healed.cells.all))
        #expect(try words(healed, "2") == ["not-addressed", "not-addressed", "not-addressed"])
    }
}
