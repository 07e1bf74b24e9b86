import Diagnostics
import ForumKit
import InstalledModules
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
        #expect(rows.first == "forum,name,kind,module,members,commitments,reports,languages")
        #expect(
            rows.contains { $0.hasPrefix("rcm,Conferencia Regional sobre Migración,consultative-process,") })
        #expect(rows.count == 16)
    }

    @Test func jsonCountsMembersByStanding() throws {
        let document = try #require(JSONValue(parsing: CommandRun("forums", "--format", "json").output))
        #expect(document["asOf"] == "2026-03-01")
        let mercosur = try #require(document["forums"]?.elements.first { $0["id"] == "mercosur" })
        #expect(mercosur["members"]?["member"] == 5)
        #expect(mercosur["members"]?["suspended"] == 1)
        #expect(mercosur["kind"] == "treaty-organisation")
    }

    @Test func modulesAreListedWithoutAWorkspace() throws {
        let run = try CommandRun("forums", "--modules", "--workspace", "/nowhere", "--format", "json")
        #expect(run.status == .fine)
        let modules = try #require(JSONValue(parsing: run.output)?["modules"]?.elements)
        let names = try ForumRegistry(InstalledModules.all).names
        #expect(modules.map { $0["name"] } == names.map(JSONValue.string))
        #expect(modules[0]["rules"]?.elements.isEmpty == false)
        #expect(try CommandRun("forums", "--modules", "--lang", "fr").output.contains("Le rapport le plus récent"))
    }
}
