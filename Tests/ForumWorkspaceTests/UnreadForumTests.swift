import Diagnostics
import Testing

@testable import ForumWorkspace

/// Forums of which nothing can be read: they are named, with their rows.
@Suite struct UnreadForumTests {
    @Test(arguments: [
        ("andes/forum.yaml", "forum: [", "unclosed"), ("andes/forum.yaml", "module: declarative\n", "missing-key"),
        ("andes/forum.yaml", nil, "unreadable-file"),
    ])
    func isNamedWithItsRows(_ file: String, _ text: String?, _ code: String) throws {
        var files = try Fixture.base()
        files[file] = text.map { Array($0.utf8) }
        let workspace = try #require(try load(files).reading.workspace)
        #expect(workspace.forums.isEmpty)
        #expect(workspace.unread.map(\.id) == ["andes"])
        #expect(workspace.unread.map(\.rows) == [2])
        #expect(workspace.rejected == 2)
        #expect(workspace.unread.allSatisfy { $0.problem.severity == .error })
        #expect(code == "unclosed" || workspace.unread.map(\.problem.code.name) == [code])
    }

    @Test func anUnknownModuleLeavesTheForumOut() throws {
        var files = try Fixture.base()
        let forum = String(decoding: files["andes/forum.yaml", default: []], as: UTF8.self)
        files["andes/forum.yaml"] = Array(forum.replacing("module: declarative", with: "module: unheard-of").utf8)
        let workspace = try #require(try load(files).reading.workspace)
        #expect(workspace.unread.map(\.problem.code.name) == ["unknown-module"])
    }

    @Test(arguments: ["commitments: [", nil])
    func withoutCommitmentsAForumIsThereAndSaysWhyNothingCounts(_ text: String?) throws {
        var files = try Fixture.base()
        files["andes/commitments.yaml"] = text.map { Array($0.utf8) }
        let forum = try #require(try load(files).reading.workspace?.forum("andes"))
        #expect(forum.problem != nil && forum.rejected == 2)
    }

    @Test func aDeclaredForumThatIsMissingIsAnError() throws {
        var files = try Fixture.base()
        files["workspace.yaml", default: []] += Array("forums: [andes, lagoon]\n".utf8)
        let loaded = try load(files)
        #expect(loaded.diagnostics.map(\.code.name) == ["missing-forum"])
        #expect(loaded.reading.workspace?.unread.map(\.id) == ["lagoon"])
        #expect(loaded.reading.workspace?.unread.map(\.rows) == [nil])
        files["workspace.yaml"] = files["workspace.yaml"].map {
            Array(String(decoding: $0, as: UTF8.self).replacing(", lagoon", with: "").utf8)
        }
        #expect(try load(files).diagnostics.isEmpty)
    }

    @Test func aRenamedFolderIsTheOneMeant() throws {
        var files = try Fixture.base()
        files["workspace.yaml", default: []] += Array("forums: [ande]\n".utf8)
        let missing = try #require(try load(files).diagnostics.first { $0.code == .missingForum })
        #expect(missing.message.hasSuffix("did you mean 'andes'?"))
    }
}
