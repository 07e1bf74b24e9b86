import Diagnostics
import ForumKit
import InstalledModules
import JSON
import TerminalText
import Testing

@testable import FollowUpCommand

@Suite struct ExplainCodeTests {
    @Test func namesAreUnique() {
        #expect(Set(DiagnosticCode.all).count == DiagnosticCode.all.count)
        #expect(DiagnosticCode.all.count > 60)
    }

    @Test(arguments: DiagnosticCode.all)
    func everyCodeHasAPage(_ code: DiagnosticCode) throws {
        let run = try CommandRun("explain-code", code.name, width: 60)
        #expect(run.status == .success)
        #expect(run.output.hasPrefix("\(code.name): "))
        let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.terminalWidth <= 60 })
        let words = code.explanation.split(whereSeparator: \.isWhitespace)
        #expect(words.count >= 12, "an explanation says why, and how to mend it")
        #expect(run.output.split(whereSeparator: \.isWhitespace).suffix(words.count) == words[...])
    }

    @Test(arguments: ["[unknown-country]", "UNKNOWN_COUNTRY", "unknown-country"])
    func bracketsAndCaseAreForgiven(_ name: String) throws {
        #expect(try CommandRun("explain-code", name).output.hasPrefix("unknown-country: "))
    }

    @Test func linesStayShortOnAWideScreen() throws {
        let run = try CommandRun("explain-code", "unknown-country", width: 200)
        #expect(run.output.split(separator: "\n").allSatisfy { $0.terminalWidth <= 88 })
    }

    @Test func theListHasEveryCode() throws {
        let table = try CommandRun("explain-code").output
        let all = DiagnosticCode.all(with: try ForumRegistry(InstalledModules.all))
        for code in all { #expect(table.contains("\n\(code.name) ")) }
        let list = try JSONValue(parsing: CommandRun("explain-code", "--format", "json").output)
        #expect(list["codes"]?.elements.map { $0["code"]?.string } == all.map(\.name))
    }

    @Test func otherFormatsSayTheSame() throws {
        let code = try #require(DiagnosticCode.all.code(named: "unknown-country"))
        let json = try JSONValue(parsing: CommandRun("explain-code", code.name, "--format", "json").output)
        #expect(
            json == [
                "code": .string(code.name), "summary": .string(code.summary), "explanation": .string(code.explanation),
            ])
        let markdown = try CommandRun("explain-code", code.name, "--format", "markdown").output
        #expect(markdown == "# \(code.name)\n\n\(code.summary)\n\n\(code.explanation)\n")
        let csv = try CommandRun("explain-code", code.name, "--format", "csv").output
        #expect(csv.hasPrefix("code,summary,explanation"))
        #expect(csv.contains(code.summary))
    }

    @Test func aFarNameIsSentToTheList() throws {
        let run = try CommandRun("explain-code", "zzzzzzzz")
        #expect(run.status == .usageError)
        #expect(run.complaint == "followup: There is no code \u{2018}zzzzzzzz\u{2019}\n  followup explain-code\n")
    }
}
