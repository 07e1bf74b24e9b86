import Foundation
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

    @Test func aSmallFileThatIsCutShortCanStillBeRead() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("followup-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(repeating: 7, count: 100_000).write(to: URL(fileURLWithPath: path))
        let bytes = try FileBytes(mapping: path)
        try FileHandle(forWritingTo: URL(fileURLWithPath: path)).truncate(atOffset: 0)
        #expect(bytes.array == Array(repeating: 7, count: 100_000))
    }
}
