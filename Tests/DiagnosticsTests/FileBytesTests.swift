import Diagnostics
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
        #expect(bytes.withUnsafeBytes { Array($0.prefix(18)) } == Array("import Diagnostics".utf8))
    }
}
