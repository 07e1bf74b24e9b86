import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Foundation
import Harmonization
import InstalledModules
import Testing

/// A folder that is there while a test runs.
struct Folder: ~Copyable {
    let path: String

    init(_ files: [String: String]) throws {
        path = NSTemporaryDirectory() + "followup-made-up-" + UUID().uuidString
        for (name, text) in files {
            let url = URL(fileURLWithPath: path).appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Reads the folder, which must be without error.
    func load(sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> Workspace {
        let reading = Workspace.load(path, registry: try ForumRegistry([DeclarativeModule.self]))
        let errors = reading.diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.message) == [], sourceLocation: sourceLocation)
        return try #require(reading.workspace, sourceLocation: sourceLocation)
    }
}

extension PlainWorkspace {
    /// Writes the workspace down and reads it.
    func load(_ writer: (PlainWorkspace) -> PlainWriter = { PlainWriter(workspace: $0) }) throws -> Workspace {
        try Folder(writer(self).files()).load()
    }
}

/// The forums that this repository ships.
enum ShippedForums {
    static func load() throws -> Workspace {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let reading = Workspace.load(
            root.appendingPathComponent("forums").path, registry: try ForumRegistry(InstalledModules.all))
        #expect(reading.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        return try #require(reading.workspace)
    }
}
