import Diagnostics
import SystemIO
import Testing

@testable import ForumWorkspace

/// The CSV reader by itself: RFC 4180, and what files of people do to it.
@Suite struct CSVScannerTests {
    /// A record as its texts, and what is wrong with it.
    private struct Record: Equatable {
        var texts: [String]
        var line: Int
        var fault = ""
    }

    /// All records of some bytes, with the line on which each begins.
    private func records(_ bytes: [UInt8], delimiter: Character = ",") -> [Record] {
        let file = FileBytes(bytes)
        let lines = LineTable(file)
        var scanner = CSVScanner(file.view, delimiter: delimiter.asciiValue ?? 0, offset: 0)
        var records: [Record] = []
        var line = 1
        while scanner.next() {
            var record = Record(texts: scanner.fields.map { scanner.text($0) }, line: line)
            switch scanner.fault {
            case .unclosedQuote(let place): record.fault = "unclosed at \(place)"
            case .strayQuote(let place): record.fault = "stray at \(place)"
            case nil: break
            }
            records.append(record)
            line = Int(lines.position(atByte: scanner.offset).line)
        }
        return records
    }

    private func texts(_ text: String, delimiter: Character = ",") -> [[String]] {
        records(Array(text.utf8), delimiter: delimiter).map(\.texts)
    }

    @Test(
        arguments: [
            ("", []),
            ("a", [["a"]]),
            ("a,b\n", [["a", "b"]]),
            ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
            ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
            ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
            (",\n", [["", ""]]),
            (",,", [["", "", ""]]),
            ("a,\n", [["a", ""]]),
            ("a,", [["a", ""]]),
            ("\n", [[""]]),
            ("a\n\n\nb\n", [["a"], [""], [""], ["b"]]),
            ("\r\r\na", [[""], [""], ["a"]]),
            ("one\ntwo\n", [["one"], ["two"]]),
            (" a , b \n", [[" a ", " b "]]),
            ("Perú,🐦\n", [["Perú", "🐦"]]),
            ("\"a\",\"b\"\n", [["a", "b"]]),
            ("\"\",\"\"\n", [["", ""]]),
            ("\"a,b\",c\n", [["a,b", "c"]]),
            ("\"a\"\"b\",\"\"\"\"\n", [["a\"b", "\""]]),
            ("\"\"\"\"\"\"", [["\"\""]]),
            ("\"a\nb\",c\nd,e\n", [["a\nb", "c"], ["d", "e"]]),
            ("\"a\r\nb\",c\r\nd,e", [["a\r\nb", "c"], ["d", "e"]]),
            ("\"a\rb\",c\rd,e", [["a\rb", "c"], ["d", "e"]]),
            ("a,\"b\"", [["a", "b"]]),
            ("a,\"\"", [["a", ""]]),
            ("\"a\",\n", [["a", ""]]),
            ("\"a\",", [["a", ""]]),
            ("\"\n\"\n\"\n\"\n", [["\n"], ["\n"]]),
        ] as [(String, [[String]])])
    func splitsByTheStandard(_ text: String, _ expected: [[String]]) {
        let found = records(Array(text.utf8))
        #expect(found.map(\.texts) == expected)
        #expect(found.allSatisfy { $0.fault.isEmpty })
    }

    @Test func takesAnotherDelimiter() {
        #expect(texts("a;b,c;\"d;e\"\n", delimiter: ";") == [["a", "b,c", "d;e"]])
    }

    @Test(arguments: [
        (
            "a,b\"c,d\ne,f\n",
            [Record(texts: ["a", "b\"c", "d"], line: 1, fault: "stray at 3"), Record(texts: ["e", "f"], line: 2)]
        ),
        ("\"a\"b,c\nd\n", [Record(texts: ["a", "c"], line: 1, fault: "stray at 3"), Record(texts: ["d"], line: 2)]),
        ("\"a\" \n", [Record(texts: ["a"], line: 1, fault: "stray at 3")]),
        ("a,\"b", [Record(texts: ["a"], line: 1, fault: "unclosed at 2")]),
        ("a,\"", [Record(texts: ["a"], line: 1, fault: "unclosed at 2")]),
        ("\"b\"\"", [Record(texts: [], line: 1, fault: "unclosed at 0")]),
        (
            "a,\"b\r\nc,d\r\n",
            [Record(texts: ["a"], line: 1, fault: "unclosed at 2"), Record(texts: ["c", "d"], line: 2)]
        ),
        ("a,\"b\nc,d\n", [Record(texts: ["a"], line: 1, fault: "unclosed at 2"), Record(texts: ["c", "d"], line: 2)]),
        (
            "a,\"b\nc,d\ne,\"f\"\n",
            [
                Record(texts: ["a"], line: 1, fault: "unclosed at 2"), Record(texts: ["c", "d"], line: 2),
                Record(texts: ["e", "f"], line: 3),
            ]
        ),
        (
            "\"x\ny\",\"b\n\"c\",d\n",
            [Record(texts: ["x\ny"], line: 1, fault: "unclosed at 6"), Record(texts: ["c", "d"], line: 3)]
        ),
    ])
    private func readsOnAfterAWrongQuote(_ text: String, _ expected: [Record]) {
        #expect(records(Array(text.utf8)) == expected)
    }

    @Test func countsLinesInsideQuotes() {
        let text = "a\n\"b\nb\r\nb\rb\",\"c\nc\"\n\nd\n"
        #expect(records(Array(text.utf8)).map(\.line) == [1, 2, 7, 8])
    }

    @Test func writesFixesSoThatTheyAreOneField() {
        let bytes = Array("a,\"b\",\"\"\n".utf8)
        do {
            var scanner = CSVScanner(FileBytes(bytes).view, delimiter: UInt8(ascii: ","), offset: 0)
            let isThere = scanner.next()
            #expect(isThere)
            #expect(scanner.written("plain", inPlaceOf: scanner.fields[0]) == "plain")
            #expect(scanner.written("x, \"y\"", inPlaceOf: scanner.fields[0]) == "\"x, \"\"y\"\"\"")
            #expect(scanner.written("x;y", inPlaceOf: scanner.fields[0]) == "x;y")
            #expect(scanner.written("x, \"y\"", inPlaceOf: scanner.fields[1]) == "x, \"\"y\"\"")
            #expect(scanner.written("x, y", inPlaceOf: scanner.fields[2]) == "x, y")
        }
    }

    @Test func knowsBlankRecords() {
        let bytes = Array("\n  \t\n,, ,\n\"\"\n,x\n\"\n".utf8)
        do {
            var scanner = CSVScanner(FileBytes(bytes).view, delimiter: UInt8(ascii: ","), offset: 0)
            var blanks: [Bool] = []
            while scanner.next() { blanks.append(scanner.isBlank) }
            #expect(blanks == [true, true, true, true, false, false])
        }
    }

    @Test func randomTablesComeBackAsTheyWere() {
        var random = SeededRandom(seed: 4180)
        for _ in 0..<3000 {
            let writer = TableWriter(&random)
            let table = writer.table(&random)
            let text = writer.write(table, &random)
            let found = records(Array(text.utf8), delimiter: writer.delimiter)
            #expect(found.map(\.texts) == table, "\(text.debugDescription)")
            #expect(found.allSatisfy { $0.fault.isEmpty }, "\(text.debugDescription)")
        }
    }
}

/// Writes tables of random texts as CSV, each with its own delimiter and line end.
private struct TableWriter {
    let delimiter: Character
    let lineEnd: String
    private let columns: Int
    private static let pieces = ["a", "Z", "0", " ", ",", ";", "\"", "\n", "\r\n", "\r", "é", "🐦", "|", "\t"]

    init(_ random: inout SeededRandom) {
        delimiter = Bool.random(using: &random) ? "," : ";"
        lineEnd = ["\n", "\r\n", "\r"][Int.random(in: 0..<3, using: &random)]
        columns = Int.random(in: 1...6, using: &random)
    }

    func table(_ random: inout SeededRandom) -> [[String]] {
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
            (0..<columns).map { _ in
                (0..<Int.random(in: 0...5, using: &random)).reduce(into: "") { text, _ in
                    text += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
                }
            }
        }
    }

    func write(_ table: [[String]], _ random: inout SeededRandom) -> String {
        var text = ""
        for row in table {
            let fields = row.map { field in
                let mustQuote = field.unicodeScalars.contains { "\"\r\n".unicodeScalars.contains($0) }
                let needsQuotes = mustQuote || field.contains(delimiter) || Bool.random(using: &random)
                return needsQuotes ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
            }
            text += fields.joined(separator: String(delimiter)) + lineEnd
        }
        // The last line may do without its end, unless nothing at all would be left of it.
        let lastIsSeen = table.last.map { $0.count > 1 } ?? false
        return lastIsSeen && Bool.random(using: &random)
            ? String(String.UnicodeScalarView(text.unicodeScalars.dropLast(lineEnd.unicodeScalars.count))) : text
    }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
