import Diagnostics
import FollowUpModel
import SystemIO
import Testing

@testable import ForumWorkspace

/// Tables as spreadsheets and people save them; all data is made up.
@Suite("Report files") struct TableFormTests {
    private static let rows = """
        commitment\tparty\tstatus\tdate\tnote
        A-1\tARG\ten trámite\t2020\tPerú 🐦
        A-1\tBOL\tcumplida\t2021\t
        """

    private func load(_ bytes: [UInt8]) throws -> (forum: LoadedForum, loaded: Loaded) {
        var files = try Fixture.base()
        files["andes/reports/2020.csv"] = bytes
        let loaded = try ForumWorkspaceTests.load(files)
        return (try #require(loaded.reading.workspace?.forum("andes")), loaded)
    }

    private static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
            return isBigEndian ? bytes.reversed() : bytes
        }
    }

    @Test("in UTF-16 are read, with one warning", arguments: [true, false], ["", "\u{FEFF}"])
    func utf16(isBigEndian: Bool, mark: String) throws {
        for lineEnd in ["\n", "\r\n"] {
            let text = mark + Self.rows.split(separator: "\n").joined(separator: lineEnd)
            let (forum, loaded) = try load(Self.utf16(text, isBigEndian: isBigEndian))
            #expect(loaded.diagnostics.map(\.code.name) == ["wrong-encoding"])
            #expect(loaded.diagnostics.allSatisfy { $0.severity == .warning && $0.message.contains("UTF-16") })
            #expect(forum.reports.count == 2)
            #expect(forum.texts(of: ReportIndex(0))[.note] == "Perú 🐦")
        }
    }

    @Test("in UTF-16 that is cut or damaged, or in UTF-32, are refused by name")
    func refused() throws {
        let whole = Self.utf16("\u{FEFF}" + Self.rows, isBigEndian: false)
        let wide: [UInt8] = Self.rows.unicodeScalars.flatMap { [UInt8(truncatingIfNeeded: $0.value), 0, 0, 0] }
        let files = [(Array(whole.dropLast()), "UTF-16"), (whole + [0, 0xD8, 0x41, 0], "UTF-16"), (wide, "UTF-32")]
        for (bytes, name) in files {
            let (forum, loaded) = try load(bytes)
            #expect(loaded.diagnostics.map(\.code.name) == ["wrong-encoding"])
            #expect(loaded.diagnostics.first?.message.contains(name) == true)
            #expect(forum.reports.count == 0)
        }
    }

    @Test(
        "that are no CSV at all are refused by name",
        arguments: [
            ("PK\u{3}\u{4}\u{14}\u{0}workbook", "workbook"), ("%PDF-1.7", "PDF"), ("<html>", "HTML"),
            ("[{\"a\": 1}]", "JSON"),
        ])
    func otherFiles(_ text: String, _ name: String) throws {
        let loaded = try load(Array(text.utf8)).loaded
        #expect(loaded.diagnostics.map(\.code.name) == ["not-read"])
        #expect(loaded.diagnostics.first?.message.contains(name) == true)
    }

    @Test("keep what spreadsheets make of truth values and numbers as it is meant")
    func values() throws {
        var files = try Fixture.base(with: [
            "andes/reports/2020.csv": """
            commitment,party,status,date,share,published
            A-1,ARG,cumplida,2020,"0,5",VRAI
            A-1,BOL,cumplida,2020-05-04 00:00:00,0.25,False
            """
        ])
        files["andes/forum.yaml", default: []] += Array(
            "fields: {report: {share: {type: decimal}, published: {type: boolean}}}\n".utf8)
        let loaded = try ForumWorkspaceTests.load(files)
        let forum = try #require(loaded.reading.workspace?.forum("andes"))
        #expect(loaded.diagnostics.map(\.code.name) == ["spreadsheet-value", "spreadsheet-value"])
        let texts = (0..<2).map { forum.texts(of: ReportIndex($0)) }
        #expect(texts.map { $0["share"] } == ["0.5", "0.25"])
        #expect(texts.map { $0["published"] } == ["true", "false"])
        #expect(forum.reports[ReportIndex(1)].date.description == "2020-05-04")
    }

    @Test("tell once what is true of many rows, with a fix for all of them")
    func remarks() throws {
        let rows = (0..<500).map { "A-1,ARG,cumplida,\(1800 + $0)-05-04 00:00:00\n" }.joined()
        let (forum, loaded) = try load(Array("commitment,party,status,date\n\(rows)".utf8))
        #expect(forum.reports.count == 500)
        let warning = try #require(loaded.diagnostics.first)
        #expect(loaded.diagnostics.count == 1)
        #expect(warning.notes.map(\.message) == ["499 more rows of this file are like it"])
        #expect(warning.fixIts.first?.edits.count == ReportReader.listedRows)
    }

    @Test("with millions of line ends, blank rows or wrong rows keep little of them")
    func bounded() throws {
        let forum = try load(Array(Self.rows.utf8)).forum
        let reader = ReportReader(
            forum: forum.definition, commitments: forum.commitments,
            countries: CountryTable(countries: [], regions: []))
        let header = "commitment,party,status,date\n"
        for (row, isRejected) in [
            ("\n", false), ("\r\n", false), (",,,\n", false), ("X,Y,Z,W\n", true), ("x\n", true),
            ("A-1,ARG,cumplida,never\n", true), ("A-1,ARG,nada,2020\n", true),
        ] {
            let count = 20_000
            let bytes = FileBytes(header + String(repeating: row, count: count) + "A-1,ARG,cumplida,2020\n")
            let scans = reader.scan([(FileID(rawValue: 0), bytes)])
            #expect(scans[0].chunks.reduce(0) { $0 + $1.suspects.count } <= ReportReader.listedRows)
            let reports = reader.settle(scans)
            #expect(reports.rejected == (isRejected ? count : 0))
            #expect(reports.table.count == 1)
            #expect(Set(reports.diagnostics.map { $0.range?.start.line }).count <= ReportReader.listedRows + 1)
        }
    }

    @Test("list a rejected row below many that only look strange")
    func rejectedBelowStrange() throws {
        let strange = String(repeating: "A-1,ARG,cumplida,2020-05-04 00:00:00\n", count: 700)
        let (forum, loaded) = try load(Array("commitment,party,status,date\n\(strange)A-1,ARG,cumplida,x\n".utf8))
        #expect(forum.rejected == 1)
        #expect(loaded.diagnostics.filter { $0.code == .badDate }.map { $0.range?.start.line } == [702])
    }
}
