import ForumKit
import InstalledModules
import JSON
import TerminalText
import Testing

@testable import FollowUpCommand

@Suite struct ForumsCommandTests {
    @Test func theTableFitsAnOrdinaryTerminal() throws {
        for language in ["en", "es", "pt", "fr"] {
            let output = try CommandRun("forums", "--lang", language).output
            #expect(output.split(separator: "\n").allSatisfy { $0.terminalWidth <= 80 })
        }
        let output = try CommandRun("forums").output
        #expect(output.contains("\nmercosur "))
        #expect(output.contains("no report row was rejected\n"))
    }

    @Test func csvHasTheWordsOfTheFiles() throws {
        let rows = try CommandRun("forums", "--format", "csv", "--lang", "es").output.split(whereSeparator: \.isNewline)
        #expect(
            rows.first?.hasPrefix("id,name,short-name,kind,module,languages,dormant-since,data-until,members-member,")
                == true)
        #expect(
            rows.contains { $0.hasPrefix("rcm,Conferencia Regional sobre Migración,CRM,consultative-process,") })
        #expect(try rows.count == 1 + Repository.shippedTotals().forums)
    }

    @Test func jsonCountsMembersByStanding() throws {
        let document = try JSONValue(parsing: CommandRun("forums", "--format", "json").output)
        #expect(document["as-of"] == "2026-03-01")
        let mercosur = try #require(document["forums"]?.elements.first { $0["id"] == "mercosur" })
        #expect(mercosur["members"]?["member"] == 5)
        #expect(mercosur["members"]?["suspended"] == 1)
        #expect(mercosur["kind"] == "treaty-organisation")
    }

    @Test func modulesAreListedWithoutAWorkspace() throws {
        let run = try CommandRun("forums", "--modules", "--workspace", "/nowhere", "--format", "json")
        #expect(run.status == .success)
        let modules = try #require(JSONValue(parsing: run.output)["modules"]?.elements)
        let names = try ForumRegistry(InstalledModules.all).names
        #expect(modules.map { $0["name"] } == names.map(JSONValue.string))
        #expect(modules[0]["rules"]?.elements.isEmpty == false)
        #expect(try CommandRun("forums", "--modules", "--lang", "fr").output.contains("Le rapport le plus récent"))
    }
}
