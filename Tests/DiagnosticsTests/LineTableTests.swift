import Diagnostics
import SystemIO
import Testing

@Suite struct LineTableTests {
    @Test(arguments: [
        ("", [""]),
        ("\n", ["", ""]),
        ("a", ["a"]),
        ("a\n", ["a", ""]),
        ("a\r\nb\rc\nd", ["a", "b", "c", "d"]),
        ("a\r", ["a", ""]),
        ("\r\n\r\n", ["", "", ""]),
        ("\r\r\n\n", ["", "", "", ""]),
        ("\u{FEFF}", [""]),
        ("\u{FEFF}é: 1\n", ["é: 1", ""]),
        ("a\u{2028}b\u{85}c", ["a\u{2028}b\u{85}c"]),
    ])
    func splitsLines(text: String, lines: [String]) {
        let table = Sample.table(text)
        #expect(table.lineCount == lines.count)
        #expect((1...table.lineCount).map(table.text(ofLine:)) == lines)
    }

    @Test func countsColumnsInCodePoints() {
        // é as one code point, é as two, three ideographs, a family of five code points, a flag of two.
        let table = Sample.table("\té e\u{301} 日本語 👩‍👩‍👧 🇧🇷x")
        let columns = [
            (1, 0), (2, 1), (3, 3), (4, 4), (5, 5), (6, 7), (7, 8), (10, 17), (11, 18), (12, 22), (13, 25), (16, 36),
            (17, 37), (18, 41), (19, 45), (20, 46),
        ]
        for (column, offset) in columns {
            let position = SourcePosition(line: 1, column: column)
            #expect(table.byteOffset(of: position) == offset, "column \(column)")
            #expect(table.position(atByte: offset) == position, "offset \(offset)")
        }
    }

    @Test func placesInsideSomethingBelongToIt() {
        let table = Sample.table("\u{FEFF}aé\r\nb")
        let expected: [(offset: Int, line: Int, column: Int)] = [
            (0, 1, 1), (1, 1, 1), (2, 1, 1), (3, 1, 1), (4, 1, 2), (5, 1, 2), (6, 1, 3), (7, 1, 3), (8, 2, 1),
            (9, 2, 2),
            (99, 2, 2),
        ]
        for (offset, line, column) in expected {
            #expect(table.position(atByte: offset) == SourcePosition(line: line, column: column), "offset \(offset)")
        }
    }

    @Test func placesOutsideAreMovedIn() {
        let table = Sample.table("ab\r\ncd\n")
        #expect(table.byteOffset(of: SourcePosition(line: 1, column: 99)) == 2)
        #expect(table.byteOffset(of: SourcePosition(line: 0, column: 0)) == 0)
        #expect(table.byteOffset(of: SourcePosition(line: 3, column: 5)) == 7)
        #expect(table.byteOffset(of: SourcePosition(line: 99, column: 1)) == 7)
        #expect(table.byteRange(ofLine: 99) == 7..<7)
        #expect(table.end == SourcePosition(line: 3, column: 1))
    }

    @Test func everyPositionLeadsBackToItself() {
        var random = FixedRandom(seed: 7)
        let pieces: [[UInt8]] = [
            [0x61], [0x0A], [0x0D], [0x0D, 0x0A], [0x09], Array("é".utf8), Array("日".utf8), Array("😀".utf8),
            [0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [0x80],
            [0xC0, 0xAF],
        ]
        for _ in 0..<300 {
            let bytes = (0..<20).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
            let table = Sample.table(bytes)
            for line in 1...table.lineCount {
                // A repaired String has the same columns.
                let count = table.text(ofLine: line).unicodeScalars.count
                for column in 1...(count + 1) {
                    let position = SourcePosition(line: line, column: column)
                    #expect(table.position(atByte: table.byteOffset(of: position)) == position, "\(bytes)")
                }
                let end = table.byteRange(ofLine: line).upperBound
                #expect(table.position(atByte: end) == SourcePosition(line: line, column: count + 1), "\(bytes)")
            }
        }
    }

    @Test func findsLinesAmongMillions() {
        let table = LineTable(FileBytes([UInt8](repeating: 0x0A, count: 5_000_000) + Array("a\r\nbc".utf8)))
        #expect(table.lineCount == 5_000_002)
        for line in [1, 2, 3, 4_194_305, 4_999_999, 5_000_000] {
            #expect(table.byteRange(ofLine: line) == line - 1..<line - 1)
            #expect(table.position(atByte: line - 1) == SourcePosition(line: line, column: 1))
        }
        #expect(table.text(ofLine: 5_000_001) == "a")
        #expect(table.text(ofLine: 5_000_002) == "bc")
        #expect(table.end == SourcePosition(line: 5_000_002, column: 3))
    }

    @Test func showsInvalidBytesAsReplacements() {
        #expect(Sample.table([0x61, 0xFF, 0xE2, 0x82, 0x62]).text(ofLine: 1) == "a\u{FFFD}\u{FFFD}b")
    }

    @Test func quotesTextAcrossLines() {
        let table = Sample.table("año\r\ndos")
        let (start, end) = (SourcePosition(line: 1, column: 2), SourcePosition(line: 2, column: 3))
        #expect(table.text(from: start, to: end) == "ño\r\ndo")
        #expect(table.text(from: end, to: start) == "")
    }
}
