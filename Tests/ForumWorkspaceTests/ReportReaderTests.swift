import Diagnostics
import FollowUpModel
import LocatedYAML
import SystemIO
import Testing

@testable import ForumWorkspace

/// Report files: which rows stand, what they say, where their texts lie.
@Suite struct ReportReaderTests {
    /// The base workspace with these report files in place of its own.
    private func forum(_ files: [String: String], definition: String? = nil) throws -> (LoadedForum, Loaded) {
        var all = try Fixture.base(with: files.reduce(into: [:]) { $0["andes/reports/\($1.key)"] = $1.value })
        if files["2020.csv"] == nil { all["andes/reports/2020.csv"] = nil }
        if let definition, let base = all["andes/forum.yaml"] {
            all["andes/forum.yaml"] = base + Array(definition.utf8)
        }
        let loaded = try load(all)
        return (try #require(loaded.reading.workspace?.forum("andes")), loaded)
    }

    private func row(_ forum: LoadedForum, _ index: Int) -> ReportRow { forum.reports[ReportIndex(index)] }

    @Test func readsEverythingARowSays() throws {
        let (forum, loaded) = try forum([
            "a.csv": """
            id,commitment,party,status,date,date-kind,voice,given-by,confidence,wording,scope,evidence,sources,note
            R-1,A-1,ARG,cumplida,2020-05-04,as-of,review-body,compiler,high,"said, so",nationals of BOL,LEY-1,https://a.example | https://b.example,made up
            ,A-2,secretariat,in_process,2021,,,,,,,,,
            ,A-1,BOL,em andamento,2021-02,deadline,civil-society,source,low,,,LEY-1,,
            """
        ])
        #expect(loaded.diagnostics.map(\.code.name) == ["not-addressed"])
        #expect(forum.reports.count == 3)
        #expect(forum.rejected == 0)
        let first = row(forum, 0)
        #expect(forum[first.commitment].id == "A-1")
        #expect(forum.definition.parties[first.party].id == "ARG")
        #expect(forum.definition.vocabulary.word(at: first.status)?.word == "cumplida")
        #expect(first.date.description == "2020-05-04")
        #expect(first.dateKind == .asOf)
        #expect(first.voice == .reviewBody)
        #expect(first.wordGiver == .compiler)
        #expect(first.confidence == .high)
        #expect(first.isPartial)
        #expect(forum.reports.evidenceName(of: ReportIndex(0)) == "LEY-1")
        let texts = forum.texts(of: ReportIndex(0))
        #expect(texts[.wording] == "said, so")
        #expect(texts.sources == ["https://a.example", "https://b.example"])
        #expect(texts["note"] == "made up")
        #expect(texts["colour"] == nil)
        let second = row(forum, 1)
        #expect(forum.definition.parties[second.party].id == "secretariat")
        #expect(forum.definition.vocabulary.word(at: second.status)?.word == "en trámite")
        #expect(second.dateKind == .event)
        #expect(second.voice == .unstated)
        #expect(second.wordGiver == .source)
        #expect(second.confidence == .unknown)
        #expect(!second.isPartial)
        #expect(second.evidence == 0)
        #expect(forum.texts(of: ReportIndex(1))[.id] == nil)
        #expect(forum.texts(of: ReportIndex(1)).sources == [])
        #expect(forum.definition.vocabulary.word(at: row(forum, 2).status)?.word == "en trámite")
        #expect(row(forum, 2).evidence == first.evidence)
    }

    @Test func numbersEvidenceAcrossFiles() throws {
        let (forum, _) = try forum([
            "a.csv": "commitment,party,status,date,evidence\nA-1,ARG,cumplida,2020,\nA-1,ARG,cumplida,2021,LEY-1\n",
            "b.csv": "commitment,party,status,date\nA-1,ARG,cumplida,2022\n",
            "c.csv":
                "commitment,party,status,date,evidence\nA-1,BOL,cumplida,2020,LEY-2\nA-1,BOL,cumplida,2021,LEY-1\n",
        ])
        let names = (0..<forum.reports.count).map { forum.reports.evidenceName(of: ReportIndex($0)) }
        #expect(names == [nil, "LEY-1", nil, "LEY-2", "LEY-1"])
        #expect(forum.reports.evidenceNames == ["LEY-1", "LEY-2"])
        #expect((0..<5).map { forum.reports.place(of: ReportIndex($0)).file } == [0, 0, 1, 2, 2])
    }

    @Test func countsRejectedRowsOfUsableAndUnusableFiles() throws {
        let (forum, loaded) = try forum([
            "a.csv": "commitment,party,status,date\nA-1,ARG,cumplida,2020\nA-9,ARG,cumplida,2020\n\nA-1,ARG\n",
            "b.csv": "commitment;party;status\nA-1;ARG;cumplida\n\n;;\nA-1;\"BOL\nx\";cumplida\n",
        ])
        #expect(forum.reports.count == 1)
        #expect(forum.rejected == 4)
        #expect(forum.reportFiles.count == 2)
        #expect(loaded.diagnostics.map(\.code.name) == ["unknown-commitment", "field-count", "missing-column"])
    }

    @Test func rejectsAllReportsWithoutSayingMoreWhereCommitmentsAreBroken() throws {
        let files = try Fixture.base(with: ["andes/commitments.yaml": "commitments: [\n"])
        let loaded = try load(files)
        let forum = try #require(loaded.reading.workspace?.forum("andes"))
        #expect(loaded.diagnostics.map(\.code.name) == ["yaml-syntax"])
        #expect(forum.commitments.isEmpty)
        #expect(forum.reports.count == 0)
        #expect(forum.rejected == 2)
    }

    @Test func givesTextsAndPlacesAfterLineEndsInsideFields() throws {
        for lineEnd in ["\n", "\r\n", "\r"] {
            let lines = [
                "note,commitment,party,status,date", "\"Perú 🐦", "", "two\",A-1,ARG,cumplida,2020",
                "\"x\"\"y\",A-1,\"BOL\",cumplida,2021", "é🐦é,A-1,CHL,cumplida,2022",
            ]
            let (forum, _) = try forum(["a.csv": lines.joined(separator: lineEnd)])
            #expect(forum.reports.count == 3)
            let texts = (0..<3).map { forum.texts(of: ReportIndex($0)) }
            #expect(texts.map { $0[.note] } == ["Perú 🐦\(lineEnd)\(lineEnd)two", "x\"y", "é🐦é"])
            #expect(texts.map { $0.range(of: .party).short } == ["4:10-4:13", "5:13-5:16", "6:9-6:12"])
            #expect(texts.map { $0.range(of: .voice).short } == texts.map(\.range.short))
            #expect(texts[0].range.short == "2:2-4:27")
        }
    }

    @Test func acceptsOtherSpellingsWithAWarningAndRoundsKeepTheirWords() throws {
        let (forum, loaded) = try forum(["a.csv": "commitment,party,status,date\nA-1,ARG,En Trámite,2020\n"])
        #expect(forum.reports.count == 1)
        #expect(forum.rejected == 0)
        let warning = try #require(loaded.diagnostics.first)
        #expect(warning.severity == .warning)
        #expect(warning.message == "the forum writes 'en trámite', not 'En Trámite'")
        #expect(forum.definition.vocabulary.word(at: row(forum, 0).status)?.word == "en trámite")
    }

    @Test func findsAnIdThatComesTwiceInTwoFiles() throws {
        let (forum, loaded) = try forum([
            "a.csv": "id,commitment,party,status,date\nR-1,A-1,ARG,cumplida,2020\n,A-1,ARG,cumplida,2020\n",
            "b.csv": "commitment,party,status,date,id\nA-1,ARG,cumplida,2020,R-1\nA-1,ARG,cumplida,2020,\n",
        ])
        #expect(forum.reports.count == 3)
        let error = try #require(loaded.diagnostics.first { $0.severity == .error })
        #expect(loaded.diagnostics.filter { $0.code != .identicalReports } == [error])
        #expect(error.range?.short == "2:23-2:26")
        #expect(error.notes.first?.range.map { loaded.path(of: $0.file) } == "andes/reports/a.csv")
        #expect(error.notes.first?.range?.short == "2:1-2:4")
    }

    @Test func remembersThousandsOfIds() throws {
        let rows = (0..<3000).map { "R-\($0),A-1,ARG,cumplida,2020\n" }.joined()
        let (forum, loaded) = try forum([
            "a.csv": "id,commitment,party,status,date\n" + rows + "R-7,A-1,BOL,cumplida,2020\n"
        ])
        #expect(forum.reports.count == 3000)
        let others = loaded.diagnostics.filter { $0.code != .identicalReports }
        #expect(others.map(\.message) == ["another report already has the id 'R-7'"])
        #expect(others.first?.notes.first?.range?.start.line == 9)
    }

    @Test func listsOnlyTheFirstRowsThatAreRejected() throws {
        let wrong = String(repeating: "A-9,XXX,nada,x\n", count: 250)
        let (forum, loaded) = try forum(["a.csv": "commitment,party,status,date\n" + wrong])
        #expect(forum.rejected == 250)
        #expect(Set(loaded.diagnostics.dropFirst().compactMap { $0.range?.start.line }) == Set(2...201))
        let more = try #require(loaded.diagnostics.first { $0.code == .moreRejected })
        #expect(more.message == "250 rows of this file are rejected; only the first 200 are listed")
        #expect(more.severity == .error)
    }

    @Test(.timeLimit(.minutes(1)))
    func countsManyWrongRowsWithoutLookingAtEachForLong() throws {
        let rows = (0..<30_000).map { "R-\($0),A-1,ARG,cumplida,2020\n" }.joined()
        let (forum, loaded) = try forum([
            "a.csv": "id,commitment,party,status,date\n" + rows,
            "b.csv": "id,commitment,party,status,date\n" + rows + "X,A_9,AGR,cumplido,x\n",
        ])
        #expect(forum.reports.count == 30_000)
        #expect(forum.rejected == 30_001)
        let others = loaded.diagnostics.filter { $0.code != .identicalReports }
        #expect(others.count == 201)
        #expect(loaded.diagnostics.count == 402)
        #expect(others.allSatisfy { $0.code == .moreRejected || $0.notes.count == 1 })
    }

    @Test(.timeLimit(.minutes(1)))
    func warnsOnceOfEachRowThatContradictsAnotherOfItsDay() throws {
        let rows = String(repeating: "A-1,ARG,cumplida,2020\nA-1,ARG,en trámite,2020\n", count: 10_000)
        let (forum, loaded) = try forum(["a.csv": "commitment,party,status,date\n" + rows])
        #expect(forum.reports.count == 20_000)
        let found = loaded.diagnostics.filter { $0.code == .contradictingReports }
        #expect(found.count == 201)
        #expect(loaded.diagnostics.allSatisfy { $0.code == .contradictingReports || $0.code == .identicalReports })
        #expect(found.first?.range?.start.line == 3)
        #expect(found.last?.message == "19999 warnings are like this one; only the first 200 are listed")
    }

    @Test func warningsNeverHideARejectedRow() throws {
        let warned = String(repeating: "A-1,ARG,Cumplida,2020\n", count: 250)
        let (forum, loaded) = try forum(["a.csv": "commitment,party,status,date\n" + warned + "A-1,ARG,cumplida,x\n"])
        #expect(forum.reports.count == 250)
        #expect(forum.rejected == 1)
        #expect(loaded.diagnostics.filter { $0.code == .statusSpelling }.count == 200)
        #expect(loaded.diagnostics.filter { $0.code == .badDate }.map { $0.range?.start.line } == [252])
        let more = try #require(loaded.diagnostics.first { $0.code == .moreWarned })
        #expect(more.message == "250 rows of this file have warnings; only the first 200 are listed")
        #expect(more.severity == .warning)
    }

    @Test func takesTheForumsOwnFields() throws {
        let fields = "fields: {report: {effective: {type: date}, pages: {type: integer}, seat: {type: country}}}\n"
        let (forum, loaded) = try forum(
            [
                "a.csv": """
                commitment,party,status,date,effective,pages,seat
                A-1,ARG,cumplida,2020,2021-02,12,CHL
                A-1,ARG,cumplida,2020,,,
                A-1,ARG,cumplida,2020,soon,,
                """
            ], definition: fields)
        #expect(forum.reports.count == 2)
        #expect(forum.rejected == 1)
        #expect(loaded.diagnostics.map(\.code) == [.wrongFieldType])
        #expect(forum.texts(of: ReportIndex(0))["effective"] == "2021-02")
        #expect(forum.texts(of: ReportIndex(1))["effective"] == nil)
    }

    @Test func readsRowsOfRoundsByTheRoundsWords() throws {
        let rounds = (1...300).map { "  - {id: r-\($0), name: {en: Round}, statuses: {paso \($0): complete}}\n" }
            .joined()
        let base = try Fixture.base(with: [
            "andes/commitments.yaml":
                "commitments:\n  - {id: A-1, title: {en: Made up}, legal-force: political, round: r-300}\n",
            "andes/reports/2020.csv": "commitment,party,status,date\nA-1,ARG,paso 300,2020\nA-1,ARG,Paso 300,2020\n",
        ])
        var files = base
        files["andes/forum.yaml"] = (base["andes/forum.yaml"] ?? []) + Array("rounds:\n\(rounds)".utf8)
        let loaded = try load(files)
        let forum = try #require(loaded.reading.workspace?.forum("andes"))
        #expect(loaded.diagnostics.map(\.code) == [.statusSpelling])
        #expect(forum.reports.count == 2)
        let words = [0, 1].map { forum.definition.statusWords[Int(row(forum, $0).status.rawValue)].word }
        #expect(words == ["paso 300", "paso 300"])
    }

    @Test func everyRecordIsAcceptedOrRejectedOrBlankWhateverTheBytes() throws {
        let (forum, _) = try forum([:])
        let countries = CountryTable(countries: [], regions: [])
        let reader = ReportReader(forum: forum.definition, commitments: forum.commitments, countries: countries)
        let sound = """
            id,commitment,party,status,date,voice,note
            R-1,A-1,ARG,cumplida,2020-05-04,government,"made, ""up"", or so"
            R-2,A-1,BOL,en trámite,2020-05,,"two
            lines"

            R-3,A-2,CHL,under way,2021,computed,🐦
            """
        var random = SeededRandom(seed: 7)
        var accepted = 0
        for _ in 0..<4000 {
            var bytes = Array(sound.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                let byte =
                    [0x22, 0x2C, 0x0A, 0x0D, 0x3B, 0xFF, UInt8.random(in: 0...255, using: &random)]
                    .randomElement(using: &random) ?? 0
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = byte
                case 1: bytes.insert(byte, at: place)
                default: bytes.remove(at: place)
                }
            }
            let file = FileBytes(bytes)
            let id = FileID(rawValue: 0)
            let reports = reader.settle(reader.scan([(id, file)]))
            let rows = ReportReader.countRows(of: file)
            #expect(reports.table.count + reports.rejected == rows)
            #expect(reports.rejected == 0 || reports.diagnostics.hasErrors)
            for row in 0..<reports.table.count {
                let place = reports.table.place(of: ReportIndex(row))
                #expect(ReportTexts(of: reports.files[place.file], at: place.offset)[.commitment] != nil)
            }
            // Where a file is cut for reading side by side changes nothing.
            let cut = reader.settle(reader.scan([(id, file)], chunkSize: Int.random(in: 1...90, using: &random)))
            #expect(cut.table.isSame(as: reports.table))
            #expect(cut.rejected == reports.rejected)
            #expect(cut.diagnostics == reports.diagnostics)
            accepted += reports.table.count
        }
        #expect(accepted > 3000)
    }
}

extension SourceRange {
    /// The range as `line:column-line:column`.
    var short: String { "\(start.line):\(start.column)-\(end.line):\(end.column)" }
}

extension ReportTable {
    /// Whether both hold the same rows from the same places.
    func isSame(as other: ReportTable) -> Bool {
        count == other.count && deadlineRows == other.deadlineRows
            && indices.map { ReportIndex(Int($0)) }.allSatisfy { row in
                self[row] == other[row] && place(of: row) == other.place(of: row)
                    && evidenceName(of: row) == other.evidenceName(of: row)
            }
    }
}
