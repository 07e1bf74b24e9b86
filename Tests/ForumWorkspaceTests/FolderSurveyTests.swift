import Diagnostics
import FollowUpModel
import Foundation
import SystemIO
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

    /// What lies outside is not shown, whichever of the files or folders leads there; within the workspace links lead on.
    @Test(arguments: ["andes/reports/p.csv", "andes/forum.yaml", "andes/commitments.yaml", "other", "languages"])
    func aLinkOutOfTheWorkspaceIsAnError(_ place: String) throws {
        try withFolder(Fixture.base()) { root in
            let (secret, files) = (root + "-outside", FileManager.default)
            try files.createDirectory(atPath: secret, withIntermediateDirectories: true)
            defer { try? files.removeItem(atPath: secret) }
            for name in ["forum.yaml", "secret.po"] {
                try Data("secret: [\n".utf8).write(to: URL(filePath: "\(secret)/\(name)"))
            }
            try? files.removeItem(atPath: "\(root)/\(place)")
            let isFolder = !place.contains(".")
            try files.createSymbolicLink(
                atPath: "\(root)/\(place)", withDestinationPath: isFolder ? secret : secret + "/forum.yaml")
            let reading = Workspace.load(root, registry: try .ofTests())
            #expect(place == "languages" || messages(reading, .unreadableFile).contains { $0.contains("leads out") })
            #expect(!reading.sources.files.contains { $0.bytes.array.starts(with: "secret".utf8) })
        }
    }

    @Test func aLinkWithinTheWorkspaceLeadsOn() throws {
        try withFolder(Fixture.base()) { root in
            let reports = root + "/andes/reports"
            let name = try #require(try FileManager.default.contentsOfDirectory(atPath: reports).first)
            try FileManager.default.moveItem(atPath: "\(reports)/\(name)", toPath: "\(root)/kept")
            try FileManager.default.createSymbolicLink(
                atPath: "\(reports)/\(name)", withDestinationPath: "../../kept")
            let reading = Workspace.load(root, registry: try .ofTests())
            #expect(messages(reading, .unreadableFile) == [])
            #expect(reading.workspace?.forums.first?.reports.count == 2)
        }
    }

    /// As any file may be.
    @Test(arguments: ["workspace.yaml", "andes/forum.yaml", "andes/commitments.yaml"])
    func aPipeInThePlaceOfAFileIsAnErrorAtOnce(_ place: String) throws {
        try withFolder(Fixture.base()) { root in
            try FileManager.default.removeItem(atPath: "\(root)/\(place)")
            #expect(mkfifo("\(root)/\(place)", 0o600) == 0)
            let reading = Workspace.load(root, registry: try .ofTests())
            #expect(
                messages(reading, .unreadableFile) == [
                    "\(root)/\(place) can't be read: it is no file, but such as a pipe"
                ])
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
