import Foundation
import SystemIO
import Testing

/// Files that are written piece by piece.
@Suite struct FileDraftTests {
    private static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("draft-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }

    private static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    /// The number that the system knows a file by; another one tells that it was written anew.
    private static func identity(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    }

    private static func write(_ pieces: [String], to path: String) throws -> Bool {
        let draft = FileDraft(path)
        for piece in pieces { try draft.append(Array(piece.utf8)) }
        return try draft.finish()
    }

    @Test(arguments: [
        // What is there, what is given, whether it must be written.
        (String?.none, ["abc", "def"], true), (nil, [], true), (nil, [""], true), ("", [], false), ("", [""], false),
        ("abcdef", ["abc", "def"], false), ("abcdef", ["", "abcdef", ""], false), ("abcdef", ["abc", "dxf"], true),
        ("abcdef", ["abc"], true), ("abcdef", [], true), ("abc", ["abc", "def"], true), ("abcdef", ["xbcdef"], true),
        ("abcdef", ["ab", "cd", "ef", "gh", "ij"], true),
    ])
    func holdsWhatWasGivenAndIsWrittenOnlyWhereItDiffers(_ old: String?, _ pieces: [String], _ isNew: Bool) throws {
        try Self.withFolder { folder in
            let path = folder + "/file"
            if let old { try Data(old.utf8).write(to: URL(fileURLWithPath: path)) }
            let before = old == nil ? nil : try Self.identity(of: path)
            #expect(try Self.write(pieces, to: path) == isNew)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == pieces.joined())
            #expect(try (Self.identity(of: path) == before) == !isNew)
            #expect(try Self.names(in: folder) == ["file"])
        }
    }

    @Test func untilItIsFinishedTheOldFileStands() throws {
        try Self.withFolder { folder in
            let path = folder + "/file"
            #expect(try FileSystem.real.write("old", to: path))
            do {
                let draft = FileDraft(path)
                try draft.append(Array("new".utf8))
                #expect(try Self.names(in: folder).count == 2)
                #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
            }
            // One that nobody finishes goes away.
            #expect(try Self.names(in: folder) == ["file"])
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
        }
    }

    @Test func whatCanNotBeWrittenSaysWhy() throws {
        try Self.withFolder { folder in
            let nowhere = #expect(throws: FileError.self) { try FileSystem.real.write("x", to: folder + "/none/file") }
            #expect(nowhere == FileError(path: folder + "/none/file", errno: ENOENT))
            // A folder that isn't empty can't be replaced by a file.
            try FileManager.default.createDirectory(atPath: folder + "/full/inside", withIntermediateDirectories: true)
            let folderThere = #expect(throws: FileError.self) { try FileSystem.real.write("x", to: folder + "/full") }
            #expect(folderThere?.path == folder + "/full")
            #expect(try Self.names(in: folder) == ["full"])
            // A link at the place of the draft is not written through.
            let draft = folder + "/disk.\(getpid())"
            try FileManager.default.createSymbolicLink(atPath: draft, withDestinationPath: folder + "/elsewhere")
            #expect(try FileSystem.real.write("x", to: folder + "/disk"))
            #expect(try Self.names(in: folder) == ["disk", "full"])
        }
    }
}
