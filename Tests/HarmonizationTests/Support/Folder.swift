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
    static var path: String { root.path }

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("forums")

    static func load() throws -> Workspace { try load(root.path) }

    /// The shipped forums, all read by their words alone: what the plain reference knows how to do.
    static func loadDeclarative() throws -> Workspace {
        let files = FileManager.default
        let copy = files.temporaryDirectory.appendingPathComponent("followup-\(UUID().uuidString)")
        try files.copyItem(at: root, to: copy)
        defer { try? files.removeItem(at: copy) }
        for forum in try files.contentsOfDirectory(atPath: copy.path) {
            let file = copy.appendingPathComponent("\(forum)/forum.yaml")
            guard files.fileExists(atPath: file.path) else { continue }
            let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n").compactMap {
                $0.hasPrefix("module: ") ? "module: declarative" : $0.hasPrefix("options: ") ? nil : $0
            }
            try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        }
        return try load(copy.path)
    }

    private static func load(_ path: String) throws -> Workspace {
        let reading = Workspace.load(path, registry: try ForumRegistry(InstalledModules.all))
        #expect(reading.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        return try #require(reading.workspace)
    }
}
