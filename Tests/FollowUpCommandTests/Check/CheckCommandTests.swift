import Diagnostics
import FollowUpModel
import Foundation
import JSON
import Testing

@testable import FollowUpCommand

@Suite struct CheckCommandTests {
    @Test func theShippedWorkspaceHasNoError() throws {
        let run = try CommandRun("check", today: CalendarDay(year: 2026, month: 4, day: 1))
        #expect(run.status == .success)
        #expect(run.complaint.isEmpty)
        let (forums, commitments, reports) = try Repository.shippedTotals()
        #expect(forums > 10 && commitments > 100 && reports > 500)
        #expect(
            run.output.contains(
                "Forums: \(forums) · Commitments: \(commitments) · Reports: \(reports) · Rejected report rows: 0\n"))
        #expect(run.output.contains("No problem found · Warnings accepted on purpose: "))
    }

    @Test func aSoundWorkspaceIsFineEvenWhenStrict() throws {
        let workspace = try MadeUpWorkspace()
        let run = try CommandRun("check", "--strict", "--workspace", workspace.path)
        #expect(run.status == .success)
        #expect(
            run.output == """
                Forums: 1 · Commitments: 1 · Reports: 2 · Rejected report rows: 0
                No problem found

                """)
    }

    @Test func errorsArePlacedAndEndWithOne() throws {
        let workspace = try MadeUpWorkspace(["a/reports/one.csv": Self.rejected])
        let run = try CommandRun("check", "--workspace", workspace.path)
        #expect(run.status == .dataErrors)
        #expect(run.complaint.isEmpty)
        #expect(
            run.output == """
                \(workspace.path)/a/reports/one.csv:2:4: error: 'aaa' is no country code and no organ of the forum \
                'a'; did you mean 'AAA'? [unknown-party]
                2 | a1,aaa,finished,2020-05
                  |    ^^^ fix-it: replace with 'AAA'

                Forums: 1 · Commitments: 1 · Reports: 1 · Rejected report rows: 1
                Errors: 1 · Warnings: 0
                What a code means: followup explain-code unknown-party

                """)
    }

    @Test(arguments: [
        ("data-until: 2026-02", 0), ("data-until: 2026-04", 1),
        ("records: [{commitments: [a1], complete-until: 2026-03-02, kept-by: The board}]", 1),
    ])
    func nothingIsKnownUntilADayThatLiesAhead(_ line: String, _ count: Int) throws {
        let sound = try MadeUpWorkspace()
        let forum = try String(contentsOfFile: sound.path + "/a/forum.yaml", encoding: .utf8)
        let workspace = try MadeUpWorkspace(["a/forum.yaml": forum + line + "\n"])
        let run = try CommandRun("check", "--workspace", workspace.path)
        #expect(run.output.components(separatedBy: "lies in the future [until-unclear]").count == count + 1)
    }

    @Test func warningsEndWithOneOnlyWhenStrict() throws {
        let workspace = try MadeUpWorkspace([
            "a/reports/one.csv": "commitment,party,status,date\na1,AAA,Finished,2020\n"
        ])
        let plain = try CommandRun("check", "--workspace", workspace.path)
        #expect(plain.status == .success)
        #expect(plain.output.contains("[status-spelling]"))
        #expect(plain.output.contains("Errors: 0 · Warnings: 1\n"))
        #expect(try CommandRun("check", "--strict", "--workspace", workspace.path).status == .dataErrors)
    }

    @Test func aMissingFolderIsMisuse() throws {
        let run = try CommandRun("check", "--workspace", "/nowhere")
        #expect(run.status == .usageError)
        #expect(run.output.isEmpty)
        #expect(
            run.complaint == """
                followup: /nowhere/workspace.yaml can't be read: No such file or directory
                  name another folder with --workspace

                """)
    }

    @Test(arguments: ["workspace.yaml", "framework.yaml", "countries.yaml"])
    func wrongFoundationsAreDataErrors(_ file: String) throws {
        let workspace = try MadeUpWorkspace([file: "nonsense: [\n"])
        let run = try CommandRun("check", "--workspace", workspace.path)
        #expect(run.status == .dataErrors)
        #expect(run.output.contains("\(file):"))
        #expect(run.output.contains("The workspace can't be read far enough to go on: nothing else was checked\n"))
        #expect(!run.output.contains("Forums:"))
    }

    @Test func aMissingFrameworkIsADataErrorToo() throws {
        let workspace = try MadeUpWorkspace(["framework.yaml": nil])
        let run = try CommandRun("check", "--workspace", workspace.path)
        #expect(run.status == .dataErrors)
        #expect(run.output.contains("[unreadable-file]"))
    }

    @Test func jsonTellsPlacesAndWhatWasRead() throws {
        let workspace = try MadeUpWorkspace(["a/reports/one.csv": Self.rejected])
        let run = try CommandRun("check", "--format", "json", "--workspace", workspace.path)
        #expect(run.status == .dataErrors)
        let document = try JSONValue(parsing: run.output)
        #expect(document["tool"] == "followup")
        #expect(document["errors"] == 1 && document["files"] == 1)
        #expect(
            document["workspace"] == [
                "id": "made-up", "forum-count": 1, "commitment-count": 1, "report-count": 1, "rejected": 1,
                "forums-not-read": [],
            ])
        let problem = try #require(document["diagnostics"]?.elements.first)
        #expect(problem["code"] == "unknown-party")
        #expect(
            problem["line"] == 2 && problem["column"] == 4 && problem["end-line"] == 2 && problem["end-column"] == 7)
        #expect(problem["quoted"] == "aaa")
        #expect(problem["fixes"]?.elements.first?["edits"]?.elements.first?["replacement"] == "AAA")
    }

    @Test func jsonOfAWorkspaceThatCantBeReadHasNone() throws {
        let workspace = try MadeUpWorkspace(["workspace.yaml": "nonsense: [\n"])
        let run = try CommandRun("check", "--format", "json", "--workspace", workspace.path)
        #expect(run.status == .dataErrors)
        #expect(try JSONValue(parsing: run.output)["workspace"] == .null)
    }

    @Test func sarifNamesRuleFileAndRegion() throws {
        let workspace = try MadeUpWorkspace(["a/reports/one.csv": Self.rejected])
        let run = try CommandRun("check", "--format", "sarif", "--workspace", workspace.path)
        #expect(run.status == .dataErrors)
        let document = try JSONValue(parsing: run.output)
        #expect(document["version"] == "2.1.0")
        let sarif = try #require(document["runs"]?.elements.first)
        #expect(sarif["tool"]?["driver"]?["name"] == "followup")
        #expect(sarif["results"]?.elements.map { $0["ruleId"] } == ["unknown-party"])
    }

    @Test func csvHasOneRowAProblem() throws {
        let workspace = try MadeUpWorkspace(["a/reports/one.csv": Self.rejected])
        let run = try CommandRun("check", "--format", "csv", "--lang", "es", "--workspace", workspace.path)
        #expect(
            run.output.split(whereSeparator: \.isNewline) == [
                "severity,code,message,file,line,column,end-line,end-column,quoted,help",
                "error,unknown-party,'aaa' is no country code and no organ of the forum 'a'; did you mean 'AAA'?,"
                    + "\(workspace.path)/a/reports/one.csv,2,4,2,7,aaa,replace with 'AAA'",
            ])
    }

    @Test func markdownIsAPage() throws {
        let workspace = try MadeUpWorkspace(["a/reports/one.csv": Self.rejected])
        let run = try CommandRun("check", "--format", "markdown", "--workspace", workspace.path)
        #expect(run.output.hasPrefix("# What is wrong with the workspace\n\n| Severity | File"))
        #expect(run.output.contains("| unknown-party | 'aaa' is no country code"))
        #expect(run.output.contains("\nErrors: 1 · Warnings: 0\n"))
    }

    @Test func theSummarySpeaksTheReadersLanguage() throws {
        let workspace = try MadeUpWorkspace()
        func lines(_ language: String) throws -> String {
            try CommandRun("check", "--lang", language, "--workspace", workspace.path).output
        }
        #expect(
            try lines("es") == """
                Foros: 1 · Compromisos: 1 · Informes: 2 · Filas de informes rechazadas: 0
                No se encontró ningún problema

                """)
        #expect(try lines("pt").hasSuffix("Nenhum problema encontrado\n"))
        #expect(try lines("fr").hasSuffix("Aucun problème trouvé\n"))
    }

    @Test func colourIsUsedOnlyWhereTheTerminalHasIt() throws {
        let workspace = try MadeUpWorkspace(["a/reports/one.csv": Self.rejected])
        #expect(try CommandRun("check", "--workspace", workspace.path, colour: true).output.contains("\u{1B}[1;31m"))
        #expect(try !CommandRun("check", "--workspace", workspace.path).output.contains("\u{1B}"))
    }

    /// The first row's party is misspelt.
    private static let rejected = """
        commitment,party,status,date
        a1,aaa,finished,2020-05
        a1,BBB,underway,2021

        """
}
