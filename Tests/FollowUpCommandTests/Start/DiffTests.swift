import JSON
import Testing

@testable import FollowUpCommand

@Suite struct DiffTests {
    /// Compares the sound made-up workspace with one in which files are replaced.
    private static func diff(_ files: [String: String?], _ options: String...) throws -> (
        cells: [String], edits: [String]
    ) {
        let (old, new) = (try MadeUpWorkspace(), try MadeUpWorkspace(files))
        let run = try CommandRun(arguments: ["diff", old.path, new.path, "--format", "json"] + options)
        #expect(run.status == .success, "\(run.complaint)")
        let json = try JSONValue(parsing: run.output)
        let edits = (json["edits"]?.elements ?? []).map { edit in
            ["subject", "change", "commitment", "party", "item", "before", "after"].compactMap { edit[$0]?.string }
                .joined(separator: " ")
        }
        let cells = (json["changes"]?.elements ?? []).map { cell in
            let words = ["before", "after"].map { cell[$0]?["level"]?.string ?? cell[$0]?["missing"]?.string ?? "-" }
            let causes = (cell["edits"]?.elements ?? []).map { $0.text() }.joined(separator: ",")
            return "\(cell["target"]?.string ?? "") \(cell["country"]?.string ?? "") \(words[0])>\(words[1]) \(causes)"
        }
        return (cells, edits)
    }

    private static let head = "commitment,party,status,date\n"

    @Test func theSameFilesDifferInNothing() throws {
        let result = try Self.diff([:])
        #expect(result.cells.isEmpty)
        #expect(result.edits.isEmpty)
    }

    @Test func aRemovedReportLeavesItsCellWithoutWord() throws {
        let result = try Self.diff(["a/reports/one.csv": Self.head + "a1,AAA,finished,2020-05\n"])
        #expect(result.cells == ["1 BBB begun>no-report 0"])
        #expect(result.edits == ["report removed a1 BBB commitment: a1, party: BBB, status: underway, date: 2021"])
    }

    @Test func aReportWithAnIdIsChangedAndAnswersForBothCountries() throws {
        let head = "id,commitment,party,status,date\n"
        let old = try MadeUpWorkspace(["a/reports/one.csv": head + "R1,a1,AAA,finished,2020\n"])
        let new = try MadeUpWorkspace(["a/reports/one.csv": head + "R1,a1,BBB,finished,2020\n"])
        let json = try JSONValue(parsing: try CommandRun("diff", old.path, new.path, "--format", "json").output)
        #expect(json["changes"]?.elements.map { $0["country"]?.string } == ["AAA", "BBB"])
        #expect(json["changes"]?.elements.map { $0["edits"] } == [[0], [0]])
        let edit = try #require(json["edits"]?.elements.first)
        #expect(edit["change"] == "changed" && edit["item"] == "R1")
        #expect(edit["before"] == "party: AAA" && edit["after"] == "party: BBB")
        #expect(edit["place"] == .string(new.path + "/a/reports/one.csv:2:1"))
    }

    @Test func rowsThatOnlyChangePlacesAreTheSame() throws {
        let result = try Self.diff([
            "a/reports/one.csv": Self.head + "a1,BBB,underway,2021\na1,AAA,finished,2020-05\n"
        ])
        #expect(result.edits.isEmpty && result.cells.isEmpty)
    }

    @Test func aWordChangesOnlyTheCellsInWhichItSpoke() throws {
        let result = try Self.diff([
            "a/forum.yaml": """
            forum: a
            module: declarative
            name: {en: Forum A}
            kind: conference
            languages: [en]
            members: [{country: AAA}, {country: BBB}]
            statuses: {underway: done, finished: done, halted: begun}

            """
        ])
        #expect(result.cells == ["1 BBB begun>done 0"])
        #expect(
            result.edits == [
                "status-word changed underway progress: begun progress: done",
                "status-word added halted progress: begun",
            ])
    }

    @Test func aMemberThatLeavesIsAnEdit() throws {
        let result = try Self.diff([
            "a/forum.yaml": """
            forum: a
            module: declarative
            name: {en: Forum A}
            kind: conference
            languages: [en]
            members: [{country: AAA}, {country: BBB, since: 1999, until: 2022}]
            statuses: {underway: begun, finished: done}

            """
        ])
        #expect(result.cells == ["1 BBB begun>not-addressed 0"])
        #expect(result.edits == ["membership changed BBB member: … member: 1999…2022"])
    }

    @Test func aCommitmentAlignedElsewhereLeavesItsCells() throws {
        let result = try Self.diff([
            "a/commitments.yaml": "commitments: [{id: a1, title: {en: Do it}, legal-force: binding}]\n"
        ])
        #expect(result.cells == ["1 AAA done>not-addressed 0", "1 BBB begun>not-addressed 0"])
        #expect(
            result.edits == ["commitment changed a1 legal-force: political, crosswalk: 1 exact legal-force: binding"])
    }

    @Test func aForumThatIsGoneTakesItsCellsAlong() throws {
        let result = try Self.diff(["a/forum.yaml": nil, "a/commitments.yaml": nil])
        #expect(result.cells == ["1 AAA done>not-addressed 0", "1 BBB begun>not-addressed 0"])
        #expect(result.edits == ["forum removed"])
    }

    @Test func otherDatesHearOtherReports() throws {
        let workspace = try MadeUpWorkspace()
        for arguments in [["--as-of", "2020", "--to", "2021"], ["2020", "2021"]] {
            let run = try CommandRun(arguments: ["diff"] + arguments + ["--workspace", workspace.path])
            #expect(run.status == .success)
            #expect(run.output.contains("From 2020 to 2021\n1 of 2 cells change\n"))
            #expect(run.output.contains("1     BBB   ?n no report  -B Begun  1"))
            #expect(run.output.contains("1. report added: a · a1 · BBB · status: underway, date: 2021 ·"))
        }
    }

    @Test func whatGetsOldIsExplainedByTime() throws {
        let workspace = try MadeUpWorkspace()
        let run = try CommandRun("diff", "2023", "2028", "--workspace", workspace.path, "--lang", "es")
        #expect(run.output.contains("paso del tiempo: stale-after-months: 60 · 2023-12-31 → 2028-12-31"))
    }

    @Test func withoutTwoOfAKindItIsRefused() throws {
        let workspace = try MadeUpWorkspace()
        for arguments in [[], ["2020"], ["--as-of", "2020"], ["--to", "2021"], ["2020", "2021", "--to", "2022"]] {
            #expect(
                try CommandRun(arguments: ["diff"] + arguments + ["--workspace", workspace.path]).status == .usageError)
        }
        #expect(try CommandRun("diff", workspace.path, "/nowhere").status == .usageError)
    }
}
