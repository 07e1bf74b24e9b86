import FollowUpModel
import ForumKit
import ForumWorkspace
import Foundation
import Harmonization
import InstalledModules
import Testing

@testable import Dashboard

extension Dashboard {
    /// A page, as UTF-8; nil where the picture doesn't have it.
    func page(_ address: PageAddress, in language: Language) -> [UInt8]? {
        PageBuilder(picture, language, address).view().map { page($0, of: address.kind, in: language) }
    }
}

extension [UInt8] {
    /// The page as a text.
    var text: String { String(decoding: self, as: UTF8.self) }
}

/// Workspaces, pictures and folders for the tests of pages.
enum Samples {
    private static let tests = (((#filePath as NSString).deletingLastPathComponent) as NSString)
        .deletingLastPathComponent
    /// The made-up workspace of the commands' tests.
    static let small = tests + "/FollowUpCommandTests/Fixtures/Small"
    /// The workspace that comes with the program.
    static let shipped = (tests as NSString).deletingLastPathComponent + "/forums"

    /// The picture of a workspace on the last day of March 2026.
    static func picture(_ folder: String = small, asOf: String = "2026-03-31") throws -> PageData {
        let reading = Workspace.load(folder, registry: try ForumRegistry(InstalledModules.all))
        let workspace = try #require(reading.workspace)
        let date = try #require(PartialDate(asOf))
        return PageData(Snapshot(of: workspace, options: SnapshotOptions(asOf: date)))
    }

    /// The pages of the small workspace.
    static func dashboard(_ folder: String = small, asOf: String = "2026-03-31") throws -> Dashboard {
        Dashboard(try picture(folder, asOf: asOf), templates: try PageTemplates())
    }

    /// An empty folder that is removed afterwards.
    static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = NSTemporaryDirectory() + "dashboard-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }

    /// A copy of the small workspace in which one text is replaced.
    static func withSmall<Result>(
        _ file: String, replacing old: String, by new: String, _ body: (String) throws -> Result
    ) throws -> Result {
        try withFolder { folder in
            let copy = folder + "/forums"
            try FileManager.default.copyItem(atPath: small, toPath: copy)
            let path = copy + "/" + file
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text.contains(old), "\(file) has the text to replace")
            try text.replacingOccurrences(of: old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
            return try body(copy)
        }
    }

    /// All files below a folder with their bytes.
    static func files(in folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        let all = try #require(FileManager.default.enumerator(atPath: folder))
        for case let path as String in all {
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
            if isThere, !isFolder.boolValue {
                files[path] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + path))
            }
        }
        return files
    }

    /// The numbers by which the file system knows the files below a folder; a file that is written anew has another.
    static func fileNumbers(in folder: String) throws -> [String: UInt64] {
        try Dictionary(
            uniqueKeysWithValues: files(in: folder).keys.map { path in
                let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + path)
                return (path, try #require(attributes[.systemFileNumber] as? UInt64))
            })
    }
}
