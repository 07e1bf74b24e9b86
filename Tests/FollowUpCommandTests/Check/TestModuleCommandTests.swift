import Diagnostics
import FollowUpModel
import ForumKit
import Foundation
import InstalledModules
import JSON
import Localization
import Testing

@testable import FollowUpCommand

/// A made-up module that says what its forum's words don't: that silence is a level.
private struct TalksOverSilence: ForumModule {
    static let metadata = ModuleMetadata(
        name: "talks-over-silence", texts: ModuleTexts(summary: DeclarativeModule.metadata.summary),
        rules: DeclarativeModule.metadata.rules)
    private let sound: DeclarativeModule

    init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {
        sound = DeclarativeModule(forum: forum, options: options, diagnostics: &diagnostics)
    }

    func assess(_ evidence: CommitmentEvidence) -> [Assessment] {
        sound.assess(evidence).map { assessment in
            var assessment = assessment
            if assessment.progress.missing == .noReport { assessment.progress = .level(.init(rank: 0)) }
            return assessment
        }
    }
}

@Suite struct TestModuleCommandTests {
    private static let shipped = ["--workspace", Repository.path + "/forums"]

    @Test(arguments: Texts.languages)
    func aShippedForumKeepsTheContract(_ language: Language) throws {
        let run = try CommandRun(
            arguments: ["test-module", "celac", "--cases", "5", "--lang", language.code] + Self.shipped)
        let texts = Texts.texts(for: language)
        #expect(run.status == .success)
        #expect(run.output.contains(texts[.contractKept]))
        #expect(run.output.contains(texts[.adviceIsNoError]))
    }

    @Test func jsonTellsTheSame() throws {
        let run = try CommandRun(
            arguments: ["test-module", "celac", "--cases", "5", "--format", "json"] + Self.shipped)
        let document = try JSONValue(parsing: run.output)
        #expect(document["forum"] == "celac")
        #expect(document["keeps-contract"] == true)
        #expect(document["properties"]?.elements.count == 15)
        #expect(document["properties"]?.elements.allSatisfy { $0["holds"] == true && $0["finding"] == .null } == true)
    }

    @Test func aModuleThatBreaksTheContractEndsWithStatusOne() throws {
        let made = try MadeUpWorkspace()
        let forum = URL(fileURLWithPath: made.path + "/a/forum.yaml")
        let text = try String(contentsOf: forum, encoding: .utf8)
        try text.replacingOccurrences(of: "module: declarative", with: "module: talks-over-silence")
            .write(to: forum, atomically: true, encoding: .utf8)
        let (status, output) = try Self.run(["test-module", "a", "--workspace", made.path, "--lang", "en"])
        #expect(status == .dataErrors)
        #expect(output.contains("The module breaks the contract; properties broken: 1 of 15"))
        #expect(output.contains("Counter-example: without a report there is no progress"))
        #expect(output.contains("nobody has reported on AAA"))
    }

    @Test func aForumThatDoesNotExistIsMisuse() throws {
        let run = try CommandRun(arguments: ["test-module", "celca"] + Self.shipped)
        #expect(run.status == .usageError)
        #expect(run.complaint.contains("celac"))
    }

    private static func run(_ arguments: [String]) throws -> (CommandStatus, String) {
        final class Output: @unchecked Sendable {
            // One thread runs the command and prints.
            var text = ""
        }
        let output = Output()
        let environment = CommandEnvironment(
            registry: try ForumRegistry(InstalledModules.all + [TalksOverSilence.self]),
            today: try #require(CalendarDay(year: 2026, month: 3, day: 1)), variables: [:],
            output: { output.text += $0 }, complaint: { output.text += $0 })
        return (FollowUpCommand.run(arguments, in: environment), output.text)
    }
}
