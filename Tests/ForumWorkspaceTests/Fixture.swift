import Diagnostics
import ForumKit
import Foundation
import Testing

@testable import ForumWorkspace

/// A workspace of the tests: the files of `Fixtures/Base` with those of `Fixtures/Broken/<name>` laid over them.
///
/// An empty file `x.deleted` takes away the file or folder `x` of the base; `expected.txt` is the golden.
struct Fixture: CustomTestStringConvertible, Sendable {
    /// The name of the folder below `Fixtures/Broken`.
    var name: String

    var testDescription: String { name }

    /// Where `Fixtures` lies.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    /// All broken workspaces, by name.
    static let all: [Fixture] = Fixture.names(in: root.appending(path: "Broken")).map(Fixture.init)

    /// The golden's place.
    var golden: URL { Self.root.appending(path: "Broken/\(name)/expected.txt") }

    /// The files of the workspace, by path.
    func files() throws -> [String: [UInt8]] {
        var files = try Self.files(below: Self.root.appending(path: "Base"))
        for (path, bytes) in try Self.files(below: Self.root.appending(path: "Broken/\(name)")) {
            if path.hasSuffix(".deleted") {
                let gone = path.dropLast(".deleted".count)
                files = files.filter { $0.key != gone && !$0.key.hasPrefix(gone + "/") }
            } else if path != "expected.txt" {
                files[path] = bytes
            }
        }
        return files
    }

    /// The files of the base alone, with some more or others.
    static func base(with others: [String: String] = [:]) throws -> [String: [UInt8]] {
        let base = try files(below: root.appending(path: "Base"))
        return base.merging(others.mapValues { Array($0.utf8) }) { $1 }
    }

    private static func names(in folder: URL) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    private static func files(below folder: URL) throws -> [String: [UInt8]] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
        var files: [String: [UInt8]] = [:]
        for path in paths {
            let file = folder.appending(path: path)
            if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
                files[path] = Array(try Data(contentsOf: file))
            }
        }
        return files
    }
}

/// Writes files into a new folder, gives its path to `body`, and takes the folder away.
func withFolder<Result>(_ files: [String: [UInt8]], _ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "followup-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, bytes) in files {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }
    return try body(folder.path(percentEncoded: false))
}

/// What loading a workspace of the tests gave, and where it lay for that time.
struct Loaded {
    /// The folder, which is gone by now.
    var root: String
    /// What was read.
    var reading: WorkspaceReading

    var diagnostics: [Diagnostic] { reading.diagnostics }

    /// The diagnostics as a person sees them, and the line that counts them; paths are those inside the workspace.
    var rendered: String {
        let text = TextRenderer().render(diagnostics, in: reading.sources) + "\(DiagnosticCount(diagnostics))\n"
        return text.replacingOccurrences(of: root + "/", with: "").replacingOccurrences(of: root, with: "WORKSPACE")
    }

    /// The path of a file inside the workspace.
    func path(of file: FileID) -> String { String(reading.sources[file].path.dropFirst(root.count + 1)) }
}

/// Loads a workspace made of these files.
func load(_ files: [String: [UInt8]]) throws -> Loaded {
    try withFolder(files) { root in
        Loaded(root: root, reading: Workspace.load(root, registry: try .ofTests()))
    }
}
