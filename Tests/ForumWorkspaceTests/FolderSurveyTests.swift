import Diagnostics
import FollowUpModel
import Foundation
import Testing

@testable import ForumWorkspace

/// What a workspace's folder holds beside what is read; the messages stand in the golden of `Broken/not-read`.
@Suite struct FolderSurveyTests {
    private func messages(_ reading: WorkspaceReading, _ code: DiagnosticCode) -> [String] {
        reading.diagnostics.filter { $0.code == code }.map(\.message)
    }

    @Test func aForumThatIsALinkToNowhereIsAnError() throws {
        try withFolder(Fixture.base()) { root in
            try FileManager.default.createSymbolicLink(atPath: root + "/golfo", withDestinationPath: root + "/gone")
            let reading = Workspace.load(root, registry: try .ofTests())
            #expect(messages(reading, .unreadableFile) == ["\(root)/golfo can't be read: it leads nowhere"])
        }
    }

    @Test func aPipeAmongReportsIsAnErrorAtOnce() throws {
        try withFolder(Fixture.base()) { root in
            #expect(mkfifo(root + "/andes/reports/2021.csv", 0o600) == 0)
            let reading = Workspace.load(root, registry: try .ofTests())
            #expect(messages(reading, .unreadableFile).count == 1)
            #expect(reading.workspace?.forums.first?.reports.count == 2)
        }
    }

    @Test func whatComesLaterIsNamedByAReaderThatStays() throws {
        try withFolder(Fixture.base()) { root in
            let folder = root + "/andes/reports/2025"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            var reader = IncrementalReader(root, registry: try .ofTests())
            #expect(messages(reader.read().reading, .notRead) == [])
            try Data("made up".utf8).write(to: URL(filePath: folder + "/below.csv"))
            #expect(messages(reader.read().reading, .notRead).count == 1)
            try FileManager.default.removeItem(atPath: folder + "/below.csv")
            #expect(messages(reader.read().reading, .notRead) == [])
        }
    }
}
