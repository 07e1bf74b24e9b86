import Diagnostics
import FollowUpModel
import Testing

@testable import ForumWorkspace

/// Report files whose every row, fault and place the test knows, because it wrote them.
@Suite("Reports as they were written")
struct WrittenReportsTests {
    private static let commitments = """
        # Made up for tests.
        commitments:
          - {id: A-1, title: {en: Made up}, legal-force: political, addressees: [members, associates, secretariat]}
          - {id: A-2, title: {en: Made up}, legal-force: political, addressees: [members, associates, secretariat]}

        """

    /// The base workspace with these report files alone.
    private func read(_ files: [(name: String, file: WrittenReports)]) throws -> (LoadedForum, Loaded) {
        var all = try Fixture.base(with: ["andes/commitments.yaml": Self.commitments])
        all["andes/reports/2020.csv"] = nil
        for (name, file) in files { all["andes/reports/\(name)"] = Array(file.text.utf8) }
        let loaded = try load(all)
        return (try #require(loaded.reading.workspace?.forum("andes")), loaded)
    }

    private func madeUp(seed: Int, wrong: Int) -> [(name: String, file: WrittenReports)] {
        var random = SeededRandom(seed: UInt64(seed))
        var ids: Set<String> = []
        return ["a.csv", "b.csv", "c.csv"].prefix(1 + seed % 3).map { name in
            (name, .random(&random, rows: 5 + seed, wrong: wrong, taken: &ids))
        }
    }

    @Test("are refused exactly where they are wrong, whatever their delimiter, quotes and line ends", arguments: 0..<40)
    func faults(seed: Int) throws {
        let files = madeUp(seed: seed, wrong: 6)
        let (forum, loaded) = try read(files)
        for (name, file) in files {
            // Rows that are right each may contradict each other or be too old; that is another test's matter.
            let found = loaded.found(in: "andes/reports/\(name)").filter { found in
                !["contradicting-reports", "report-before", "identical-reports", "unlikely-date"].contains {
                    found.hasPrefix($0)
                }
            }
            #expect(found == file.faults.sorted(), "\(loaded.rendered)")
        }
        #expect(forum.rejected == files.reduce(0) { $0 + $1.file.rejected })
        #expect(forum.reports.count == files.reduce(0) { $0 + $1.file.rows.count })
    }

    @Test("say in the table what stands in their rows, and their texts stand where they stand", arguments: 0..<40)
    func rows(seed: Int) throws {
        let files = madeUp(seed: seed, wrong: 3)
        let (forum, _) = try read(files)
        let expected = files.flatMap(\.file.rows)
        try #require(forum.reports.count == expected.count)
        for (place, written) in expected.enumerated() {
            let row = forum.reports[ReportIndex(place)]
            let texts = forum.texts(of: ReportIndex(place))
            func text(_ column: String) -> String? { written.texts[column].flatMap { $0.isEmpty ? nil : $0 } }
            #expect(forum[row.commitment].id == text("commitment"))
            #expect(forum.definition.parties[row.party].id == text("party"))
            #expect(row.date.description == text("date"))
            #expect(row.dateKind.rawValue == text("date-kind") ?? "event")
            #expect(row.voice.rawValue == text("voice") ?? "unstated")
            #expect(row.wordGiver.rawValue == text("given-by") ?? "source")
            #expect(row.confidence.rawValue == text("confidence") ?? "unknown")
            #expect(row.isPartial == (text("scope") != nil))
            #expect(forum.reports.evidenceName(of: ReportIndex(place)) == text("evidence"))
            let word = forum.definition.vocabulary.word(at: row.status)
            #expect(
                word.map { Vocabulary.spellings(of: $0).contains(text("status") ?? "") } == true
                    || text("status") == "EN TRAMITE" && word?.word == "en trámite")
            #expect(texts.byColumn == written.texts.filter { !$0.value.isEmpty })
            for column in ReportColumn.allCases {
                #expect(texts[column] == text(column.rawValue))
                // A column that the file doesn't have is shown at the row as a whole.
                let place = written.places[column.rawValue] ?? texts.range.short
                #expect(texts.range(of: column).short == place, "\(column)")
            }
        }
    }

    @Test("stand oldest first for each commitment and party, of one day in the order of the files", arguments: 0..<12)
    func grouping(seed: Int) throws {
        let (forum, _) = try read(madeUp(seed: seed + 20, wrong: 0))
        // The plain way: go through all rows for every pair, and sort them by what is written.
        for commitment in forum.commitments.indices.map(CommitmentIndex.init) {
            for party in forum.definition.parties.indices {
                let rows = (0..<forum.reports.count).map(ReportIndex.init).filter {
                    forum.reports[$0].commitment == commitment && forum.reports[$0].party == party
                }
                let sorted = rows.sorted { left, right in
                    let (a, b) = (forum.reports[left].date, forum.reports[right].date)
                    // Of dates that begin on one day the coarser one comes first.
                    let (first, second) = (a.earliest.description, b.earliest.description)
                    if first != second { return first < second }
                    if a.precision != b.precision { return a.precision.rawValue < b.precision.rawValue }
                    return left < right
                }
                #expect(forum.grouping.rows(of: commitment, party: party) == sorted)
            }
        }
    }

    @Test("with a column of an unknown name are read without it, and the name is refused where it stands")
    func unknownColumns() throws {
        let header = Marked("commitment,party,⟪colour⟫,status,date,\nA-1,ARG,red,cumplida,2020,\n")
        var files = try Fixture.base(with: ["andes/reports/2020.csv": header.text])
        files["andes/commitments.yaml"] = Array(Self.commitments.utf8)
        let loaded = try load(files)
        #expect(loaded.found(in: "andes/reports/2020.csv") == header.places.map { "unknown-column \($0)" }.sorted())
        let forum = try #require(loaded.reading.workspace?.forum("andes"))
        #expect(forum.reports.count == 1)
        #expect(forum.texts(of: ReportIndex(0))["colour"] == "red", "what was written is not lost")
    }

    @Test(
        "without a needed column are rejected row by row, and the file is named once",
        arguments: ["commitment", "party", "status", "date"])
    func missingColumns(_ missing: String) throws {
        let names = ["commitment", "party", "status", "date", "note"].filter { $0 != missing }
        let rows = String(repeating: names.map { _ in "x" }.joined(separator: ",") + "\n", count: 7)
        let loaded = try load(
            Fixture.base(with: ["andes/reports/2021.csv": names.joined(separator: ",") + "\n\n" + rows + ",,,\n"]))
        #expect(loaded.codes == ["missing-column"])
        let forum = try #require(loaded.reading.workspace?.forum("andes"))
        #expect(forum.rejected == 7)
        #expect(forum.reports.count == 2, "the other file's rows stand")
    }

    @Test(
        "are counted in full and listed up to two hundred rows a file",
        arguments: [(0, 0), (199, 199), (200, 200), (201, 200), (500, 200)])
    func listed(wrong: Int, listed: Int) throws {
        let rows = (0..<wrong).map { _ in "A-1,ARG,cumplida,never\n" }.joined()
        let loaded = try load(
            Fixture.base(with: [
                "andes/reports/2021.csv": "commitment,party,status,date\n\(rows)A-1,ARG,cumplida,2020\n"
            ]))
        #expect(loaded.codes.filter { $0 == "bad-date" }.count == listed)
        #expect(loaded.codes.filter { $0 == "more-rejected-rows" }.count == (wrong > listed ? 1 : 0))
        let forum = try #require(loaded.reading.workspace?.forum("andes"))
        #expect(forum.rejected == wrong)
        #expect(forum.reports.count == 3)
    }

    @Test(
        "keep sources apart that stand between bars with spaces",
        arguments: [
            ("", []), ("a", ["a"]), ("a | b", ["a", "b"]), ("a|b", ["a|b"]), ("a | b | c", ["a", "b", "c"]),
            ("https://a.example/?x=1|2 | acta 3", ["https://a.example/?x=1|2", "acta 3"]),
            ("a |b", ["a |b"]), ("a| b", ["a| b"]), ("é | 🐦", ["é", "🐦"]),
            ("https://a.example|https://b.example/?x=1;2", ["https://a.example", "https://b.example/?x=1;2"]),
            ("https://a.example; http://b.example;acta 3", ["https://a.example", "http://b.example;acta 3"]),
            ("acta 1; anexo V;https://a.example", ["acta 1; anexo V", "https://a.example"]),
            ("\"acta 1\nacta 2\r\n\nhttps://a.example\n\"", ["acta 1", "acta 2", "https://a.example"]),
        ] as [(String, [String])])
    func sources(_ text: String, _ sources: [String]) throws {
        let loaded = try load(
            Fixture.base(with: [
                "andes/reports/2020.csv": "commitment,party,status,date,sources\nA-1,ARG,cumplida,2020,\(text)\n"
            ]))
        let forum = try #require(loaded.reading.workspace?.forum("andes"))
        #expect(forum.texts(of: ReportIndex(0)).sources == sources)
    }
}
