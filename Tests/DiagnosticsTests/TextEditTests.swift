import Diagnostics
import SystemIO
import Testing

@Suite struct TextEditTests {
    private func edited(
        _ text: String, _ edits: [(Int, Int, Int, Int, String)]
    ) throws(OverlappingEdits) -> String {
        let (sources, file) = Sample.map(text)
        let edits = edits.map { TextEdit(range: file.range($0.0, $0.1, $0.2, $0.3), replacement: $0.4) }
        return String(decoding: try sources.bytes(of: file, applying: edits), as: UTF8.self)
    }

    @Test func replacesInsertsAndDeletesInAnyOrder() throws {
        #expect(
            try edited(
                "\u{FEFF}año: 1\r\nb: 日本\r\n", [(2, 4, 2, 6, "x"), (1, 1, 1, 4, "year"), (3, 1, 3, 1, "c: 2\r\n")])
                == "\u{FEFF}year: 1\r\nb: x\r\nc: 2\r\n")
        #expect(try edited("a\nb\nc\n", [(2, 1, 3, 1, "")]) == "a\nc\n")
        #expect(try edited("a\nb", []) == "a\nb")
    }

    @Test func touchingEditsAreFine() throws {
        #expect(
            try edited("abcd", [(1, 2, 1, 3, "X"), (1, 3, 1, 4, "Y"), (1, 2, 1, 2, "+"), (1, 4, 1, 4, "-")]) == "a+XY-d"
        )
        #expect(try edited("ab", [(1, 2, 1, 2, "1"), (1, 2, 1, 2, "2")]) == "a12b")
    }

    @Test func placesAfterTheEndMeanTheEnd() throws {
        #expect(try edited("a: b\nc", [(1, 5, 1, 99, "!"), (9, 9, 12, 1, "\n")]) == "a: b!\nc\n")
    }

    @Test func overlapIsRefused() throws {
        let (sources, file) = Sample.map("abcd")
        let first = TextEdit(range: file.range(1, 1, 1, 3), replacement: "x")
        let second = TextEdit(range: file.range(1, 2, 1, 4), replacement: "y")
        let error = #expect(throws: OverlappingEdits.self) {
            try sources.bytes(of: file, applying: [second, first])
        }
        #expect(error?.first == first)
        #expect(error?.second == second)
    }

    @Test func keepsInvalidBytesOutsideTheEdit() throws {
        let (sources, file) = Sample.map([0xFF, 0x61, 0xFF, 0x62])
        let edit = TextEdit(range: file.range(1, 2, 1, 3), replacement: "é")
        #expect(try sources.bytes(of: file, applying: [edit]) == [0xFF, 0xC3, 0xA9, 0xFF, 0x62])
    }

    @Test func aFixMayChangeSeveralFiles() throws {
        var sources = SourceMap()
        let one = sources.add(path: "one", bytes: FileBytes("old"))
        let two = sources.add(path: "two", bytes: FileBytes("x old"))
        let other = sources.add(path: "other", bytes: FileBytes("old"))
        let fix = FixIt(
            "rename",
            edits: [one.range(1, 1, 1, 4), two.range(1, 3, 1, 6)].map { TextEdit(range: $0, replacement: "new") })
        let contents = try sources.contents(applying: fix)
        #expect(contents == [one: Array("new".utf8), two: Array("x new".utf8)])
        #expect(contents[other] == nil)
    }
}
