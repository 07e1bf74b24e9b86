import Foundation
import Synchronization
import SystemIO
import Testing

@Suite struct FileBytesTests {
    @Test func aMissingFileSaysWhatWasTried() {
        let error = #expect(throws: FileError.self) { try FileBytes(mapping: "/no/such/made-up/file") }
        #expect(error?.description == "/no/such/made-up/file: No such file or directory")
    }

    @Test func aFolderIsNoFile() {
        let error = #expect(throws: FileError.self) { try FileBytes(mapping: "/") }
        #expect(error?.reason == "Is a directory")
    }

    @Test func mapsWhatIsInTheFile() throws {
        let bytes = try FileBytes(mapping: #filePath)
        #expect(bytes.count > 100)
        #expect(bytes.text(in: 0..<17) == "import Foundation")
    }

    @Test(arguments: [0, 1, 4096, (1 << 18) - 1, 1 << 18, (1 << 18) + 1])
    func smallAndLargeFilesGiveTheirBytes(_ size: Int) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("followup-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let content = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        try Data(content).write(to: URL(fileURLWithPath: path))
        let bytes = try FileBytes(mapping: path)
        #expect(bytes.count == size)
        #expect(bytes.array == content)
        bytes.release(of: 0..<size)
        #expect(bytes.array == content)
    }

    @Test func aPipeIsRefusedAtOnce() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("followup-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(mkfifo(path, 0o600) == 0)
        #expect(throws: FileError(path: path, errno: FileError.noFile)) { try FileBytes(reading: path) }
        #expect(throws: FileError(path: "/dev/null", errno: FileError.noFile)) { try FileBytes(mapping: "/dev/null") }
    }

    /// What is written to it between two looks, whatever the sizes and times are, shows in its status.
    @Test func aFileThatIsWrittenWhileItIsReadIsReadAgain() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("followup-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("old, made up".utf8).write(to: URL(fileURLWithPath: path))
        let calls = Atomic(0)
        let files = FileSystem { call, _ in
            // After the first look, before the file is read.
            if call == .read, calls.add(1, ordering: .relaxed).newValue == 2 {
                try? FileHandle(forWritingTo: URL(fileURLWithPath: path)).truncate(atOffset: 3)
            }
            return nil
        }
        #expect(try FileBytes(reading: path, in: files).array == Array("old".utf8))
        // To look, to read twice, to look; and again.
        #expect(calls.load(ordering: .relaxed) > 5)
    }

    /// Mapped files of this process are guarded from here on.
    @Test func aLargeFileThatIsCutShortIsToldApart() throws {
        FileBytes.guardMapped()
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("followup-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let content = [UInt8](repeating: 7, count: 1 << 20)
        try Data(content).write(to: URL(fileURLWithPath: path))
        let bytes = try FileBytes(mapping: path)
        #expect(bytes.isIntact && bytes.array == content)
        try FileHandle(forWritingTo: URL(fileURLWithPath: path)).truncate(atOffset: 4096)
        #expect(bytes.array == [UInt8](repeating: 7, count: 4096) + [UInt8](repeating: 0, count: (1 << 20) - 4096))
        #expect(!bytes.isIntact)
        // One that another file has replaced stays as it was.
        try Data(content).write(to: URL(fileURLWithPath: path), options: .atomic)
        let old = try FileBytes(mapping: path)
        try Data([1]).write(to: URL(fileURLWithPath: path), options: .atomic)
        #expect(old.isIntact && old.array == content)
    }

    @Test func aSmallFileThatIsCutShortCanStillBeRead() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("followup-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(repeating: 7, count: 100_000).write(to: URL(fileURLWithPath: path))
        let bytes = try FileBytes(mapping: path)
        try FileHandle(forWritingTo: URL(fileURLWithPath: path)).truncate(atOffset: 0)
        #expect(bytes.array == Array(repeating: 7, count: 100_000))
    }
}
