import Foundation
import Testing

@testable import FollowUpCommand

/// The options that change the picture, on a workspace small enough to know each word of it.
@Suite("Options of the picture")
struct PictureOptionsTests {
    /// Two forums on one measure: `a` says little of AAA, `b` says more, later and with less confidence.
    private static func workspace() throws -> MadeUpWorkspace {
        func forum(_ id: String) -> String {
            """
            forum: \(id)
            module: declarative
            name: {en: Forum \(id)}
            kind: conference
            languages: [en]
            members: [{country: AAA}, {country: BBB}]
            statuses: {underway: begun, finished: done}

            """
        }
        let commitments = """
            commitments:
              - {id: c, title: {en: Do it}, legal-force: political, crosswalk: [{to: "1", relation: exact}]}

            """
        let head = "commitment,party,status,date,confidence\n"
        return try MadeUpWorkspace([
            "a/forum.yaml": forum("a"), "a/commitments.yaml": commitments,
            "a/reports/one.csv": head + "c,AAA,underway,2020-05-31,high\n", "b/forum.yaml": forum("b"),
            "b/commitments.yaml": commitments, "b/reports/one.csv": head + "c,AAA,finished,2021,low\n",
        ])
    }

    /// What the cell of a country on measure 1 says under some options.
    private func word(of country: String, _ options: String...) throws -> String {
        let workspace = try Self.workspace()
        let run = try CommandRun(
            arguments: ["explain", country, "1", "--lang", "en", "--workspace", workspace.path] + options)
        try #require(run.status == .success, "\(run.complaint)")
        let head = run.output.split(separator: "\n").prefix(4).joined(separator: " ")
        for word in ["Begun", "Done", "no report", "not addressed"] where head.contains(word) { return word }
        return head
    }

    @Test(
        "A rule chooses among the forums' words",
        arguments: [
            ("weakest", "Begun"), ("strongest", "Done"), ("latest", "Done"), ("majority", "Begun"),
            ("weighted-median", "Begun"),
        ])
    func rules(_ rule: String, _ word: String) throws {
        #expect(try self.word(of: "AAA", "--rule", rule) == word)
    }

    @Test(
        "A report is heard from the day on which its date has passed in full",
        arguments: [
            ("2020-05-30", "no report"), ("2020-05-31", "Begun"), ("2020", "Begun"), ("2021-12-30", "Begun"),
            ("2021-12-31", "Done"), ("2021", "Done"), ("2021-11", "Begun"),
        ])
    func dates(_ date: String, _ word: String) throws {
        #expect(try self.word(of: "AAA", "--rule", "strongest", "--as-of", date) == word)
    }

    @Test(
        "A report below the confidence that is asked for isn't heard",
        arguments: [("unknown", "Done"), ("proposed", "Done"), ("low", "Done"), ("medium", "Begun"), ("high", "Begun")])
    func confidences(_ confidence: String, _ word: String) throws {
        #expect(try self.word(of: "AAA", "--rule", "strongest", "--min-confidence", confidence) == word)
    }

    @Test("A forum speaks alone where it is chosen; all of them speak where all are")
    func forums() throws {
        #expect(try word(of: "AAA", "--rule", "strongest", "--forum", "a") == "Begun")
        #expect(try word(of: "AAA", "--rule", "weakest", "--forum", "b") == "Done")
        #expect(try word(of: "AAA", "--rule", "strongest", "--forum", "a", "--forum", "b") == "Done")
        #expect(try word(of: "BBB") == "no report")
    }

    @Test("A country is named by its code in any case, and one that isn't there is refused with the nearest")
    func countries() throws {
        #expect(try word(of: "aaa", "--rule", "strongest") == "Done")
        let workspace = try Self.workspace()
        for language in ReadingCommand.languages {
            let run = try CommandRun(
                arguments: ["explain", "AAB", "1", "--lang", language, "--workspace", workspace.path])
            #expect(run.status.rawValue == 2)
            #expect(run.output.isEmpty)
            #expect(run.complaint.contains("AAB") && run.complaint.contains("AAA"), "\(run.complaint)")
        }
    }

    @Test("check counts every problem of every file in one run, in each format")
    func check() throws {
        let head = "commitment,party,status,date\n"
        let workspace = try MadeUpWorkspace([
            "a/reports/one.csv": head + "a1,XXX,finished,2020\na1,AAA,sunk,soon\n",
            "a/reports/two.csv": head + "a9,AAA,finished,2020\na1,AAA,Finished,2020\n",
        ])
        // Three rows can't be read, one of them for two reasons; one row is spelt otherwise.
        let codes = ["unknown-party", "unknown-status", "bad-date", "unknown-commitment", "status-spelling"]
        for language in ReadingCommand.languages {
            for format in ReadingCommand.formats + ["sarif"] {
                let run = try CommandRun(
                    arguments: ["check", "--lang", language, "--format", format, "--workspace", workspace.path])
                #expect(run.status.rawValue == 1)
                #expect(run.complaint.isEmpty)
                for code in codes { #expect(run.output.contains(code), "\(format) tells \(code)") }
                if format == "csv" { #expect(plainCSV(run.output)?.count == 1 + codes.count) }
                if format == "json" || format == "sarif" {
                    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(run.output.utf8)) }
                }
            }
        }
    }
}
