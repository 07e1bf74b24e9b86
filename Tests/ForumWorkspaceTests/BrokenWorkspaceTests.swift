import Diagnostics
import Foundation
import LocatedYAML
import SystemIO
import Testing

@testable import ForumWorkspace

/// Every broken workspace of `Fixtures/Broken` against its golden; `UPDATE_GOLDENS=1` writes the goldens anew.
@Suite struct BrokenWorkspaceTests {
    @Test(arguments: Fixture.all)
    func saysExactlyWhatIsWrong(_ fixture: Fixture) throws {
        let found = try load(fixture.files()).rendered
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            try found.write(to: fixture.golden, atomically: true, encoding: .utf8)
        }
        #expect(try found == String(contentsOf: fixture.golden, encoding: .utf8))
    }

    @Test(arguments: Fixture.all)
    func saysTheSameWithLineEndsOfWindows(_ fixture: Fixture) throws {
        let files = try fixture.files()
        #expect(try load(files.mapValues(withCRLF)).rendered == load(files).rendered)
    }

    @Test(arguments: Fixture.all)
    func saysTheSameWithByteOrderMarks(_ fixture: Fixture) throws {
        let files = try fixture.files()
        #expect(try load(files.mapValues { [0xEF, 0xBB, 0xBF] + $0 }).rendered == load(files).rendered)
    }

    @Test(arguments: Fixture.all)
    func everyFixMendsItsProblem(_ fixture: Fixture) throws {
        let files = try fixture.files()
        let before = try load(files)
        for diagnostic in before.diagnostics {
            for fix in diagnostic.fixIts {
                var mended = files
                for (file, bytes) in before.reading.sources.contents(applying: fix) {
                    mended[before.path(of: file)] = bytes
                }
                let after = try load(mended)
                let remains = after.diagnostics.filter {
                    $0.code == diagnostic.code && $0.range?.start == diagnostic.range?.start
                        && $0.range.map { after.path(of: $0.file) } == diagnostic.range.map { before.path(of: $0.file) }
                }
                #expect(remains.isEmpty, "\(fix.summary): \(diagnostic.message)")
                #expect(
                    after.diagnostics.count < before.diagnostics.count,
                    "\(fix.summary) makes new problems: \(after.rendered)")
            }
        }
    }

    /// The bytes with CRLF for every LF that stands alone.
    private func withCRLF(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for byte in bytes {
            if byte == 0x0A, result.last != 0x0D { result.append(0x0D) }
            result.append(byte)
        }
        return result
    }
}

extension SourceMap {
    /// The new content of every file that a fix changes.
    fileprivate func contents(applying fix: FixIt) -> [FileID: [UInt8]] {
        var contents: [FileID: [UInt8]] = [:]
        for edit in fix.edits.sorted(by: { $0.range > $1.range }) {
            let (file, range) = (edit.range.file, edit.range)
            let lines = LineTable(self[file].bytes)
            contents[file, default: self[file].bytes.array].replaceSubrange(
                lines.byteOffset(of: range.start)..<lines.byteOffset(of: range.end), with: edit.replacement.utf8)
        }
        return contents
    }
}
