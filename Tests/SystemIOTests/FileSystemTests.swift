import Foundation
import Synchronization
import SystemIO
import Testing

/// Files whose calls fail, one after the other: whatever fails, the old content or the new one stands.
@Suite struct FileSystemTests {
    private static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("files-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }

    /// Runs `body` with files whose first, second … call fails, until a run has fewer calls; gives how many failed.
    private static func everyFailure(
        _ code: Int32, _ body: (FileSystem) throws(FileError) -> Void, after: (FileError) throws -> Void
    ) throws -> Int {
        for wanted in 1... {
            let calls = Atomic(0)
            let files = FileSystem { _, _ in calls.add(1, ordering: .relaxed).newValue == wanted ? code : nil }
            do throws(FileError) {
                try body(files)
                return wanted - 1
            } catch {
                try after(error)
            }
        }
        return 0
    }

    @Test(arguments: [ENOSPC, EIO, EACCES])
    func aFileIsReplacedWholeOrNotAtAll(_ code: Int32) throws {
        try Self.withFolder { folder in
            let path = folder + "/file"
            let (old, new) = (String(repeating: "old", count: 100), String(repeating: "new", count: 100))
            #expect(try FileSystem.real.write(old, to: path))
            let failures = try Self.everyFailure(code) { files throws(FileError) in
                _ = try files.write(new, to: path)
            } after: { error in
                #expect(error == FileError(path: path, errno: code))
                let (text, names) = try (
                    String(contentsOfFile: path, encoding: .utf8), FileSystem.real.names(in: folder)
                )
                #expect(text == old && names == ["file"])
            }
            // To open the draft, to write, to sync, to close, to rename.
            #expect(failures == 5)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == new)
        }
    }

    @Test func foldersAreMadeAboveAFile() throws {
        try Self.withFolder { folder in
            try FileSystem.real.makeFolders(above: folder + "/a/b/c", isPrivate: true)
            #expect(FileStatus(of: folder + "/a/b")?.kind == .folder)
            #expect(!FileSystem.real.exists(folder + "/a/b/c"))
            let mode = try FileManager.default.attributesOfItem(atPath: folder + "/a/b")[.posixPermissions] as? Int
            #expect(mode == 0o700)
            // Folders that are there stay as they are.
            try FileSystem.real.makeFolders(above: folder + "/a/b/c")
            try FileSystem.real.makeFolder(folder + "/a")
            let failures = try Self.everyFailure(ENOSPC) { files throws(FileError) in
                try files.makeFolders(above: folder + "/x/y/z")
            } after: { error in
                #expect(error.code == ENOSPC && error.path.hasPrefix(folder + "/x"))
            }
            #expect(failures > 0)
            #expect(FileSystem.real.exists(folder + "/x/y"))
        }
    }

    @Test func privateFilesAreThePersonsOwn() throws {
        try Self.withFolder { folder in
            #expect(try FileSystem.real.write(Array("secret".utf8), to: folder + "/own", isPrivate: true))
            let mode = try FileManager.default.attributesOfItem(atPath: folder + "/own")[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test func removingAndListingSayWhatFailed() throws {
        try Self.withFolder { folder in
            for name in ["b", ".hidden", "a"] { _ = try FileSystem.real.write(name, to: folder + "/" + name) }
            #expect(try FileSystem.real.names(in: folder) == [".hidden", "a", "b"])
            try FileSystem.real.remove(folder + "/a")
            try FileSystem.real.remove(folder + "/a")
            #expect(try FileSystem.real.names(in: folder) == [".hidden", "b"])
            let broken = FileSystem { call, _ in call == .remove || call == .list ? EACCES : nil }
            #expect(throws: FileError(path: folder + "/b", errno: EACCES)) { try broken.remove(folder + "/b") }
            #expect(throws: FileError(path: folder, errno: EACCES)) { try broken.names(in: folder) }
            let gone = #expect(throws: FileError.self) { try FileSystem.real.names(in: folder + "/none") }
            #expect(gone?.code == ENOENT)
        }
    }

    @Test func aFileThatCanNotBeReadSaysWhy() throws {
        let broken = FileSystem { call, _ in call == .read ? EIO : nil }
        #expect(throws: FileError(path: #filePath, errno: EIO)) { try FileBytes(reading: #filePath, in: broken) }
    }

    @Test func aStatusDiffersWhenAFileDoes() throws {
        try Self.withFolder { folder in
            let path = folder + "/file"
            #expect(FileStatus(of: path) == nil)
            #expect(try FileSystem.real.write("one", to: path))
            let first = try #require(FileStatus(of: path))
            #expect(first.kind == .file && first.size == 3 && first.isFresh)
            #expect(FileStatus(of: path) == first)
            #expect(try FileSystem.real.write("three", to: path))
            #expect(FileStatus(of: path) != first)
            #expect(FileStatus(of: folder)?.kind == .folder)
            #expect(FileStatus(of: "/dev/null")?.kind == .other)
        }
    }
}
