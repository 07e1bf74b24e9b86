import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Foundation
import InstalledModules
import Localization
import Synchronization
import Testing

@testable import FollowUpCommand

@Suite struct InitTests {
    @Test(arguments: ["en", "es", "pt", "fr"])
    func anEmptyWorkspaceHasOneWarningAndNoError(_ language: String) throws {
        let folder = try GuideFolder()
        #expect(try folder.run("followup init forums --lang \(language)").status == .success)
        let check = try folder.run("followup check")
        #expect(check.status == .success)
        #expect(check.output.hasPrefix("warning: no folder beside workspace.yaml holds a forum.yaml [no-forums]"))
        #expect(check.output.contains("Errors: 0 · Warnings: 1"))
        #expect(try folder.run("followup matrix").status == .success)
        #expect(try folder.run("followup status").status == .success)
        let text = try folder.text(of: "forums/workspace.yaml")
        #expect(text.contains("# " + Texts.texts(for: Language(language))[.startScale]))
        #expect(text.contains("languages: [\(language), "))
    }

    @Test func theStarterFilesSayWhatTheShippedOnesSay() throws {
        let folder = try GuideFolder()
        _ = try folder.run("followup init forums")
        let registry = try ForumRegistry(InstalledModules.all)
        let new = try #require(Workspace.load(folder.path + "/forums", registry: registry).workspace)
        let shipped = try #require(Workspace.load(Repository.path + "/forums", registry: registry).workspace)
        #expect(new.framework.id == shipped.framework.id)
        #expect(new.framework.name == shipped.framework.name)
        let measures = shipped.framework.measures.filter { $0.chapter == "F" }
        #expect(measures.count == 10)
        #expect(new.framework.measures.map(\.id) == measures.map(\.id))
        #expect(new.framework.measures.map(\.title) == measures.map(\.title))
        #expect(new.framework.measures.map(\.lines) == measures.map(\.lines))
        #expect(new.settings.scale == shipped.settings.scale)
        #expect(new.settings.consolidation == shipped.settings.consolidation)
        let region = shipped.region.map { shipped.countries[$0] }
        #expect(region.count == 33)
        #expect(new.countries.countries.map(\.code) == region.map(\.code))
        #expect(new.countries.countries.map(\.name) == region.map(\.name))
        #expect(new.countries.countries.map(\.m49) == region.map(\.m49))
        #expect(new.countries.countries.map(\.subregion) == region.map(\.subregion))
    }

    @Test func foundationsAreCopiedFromAnotherWorkspace() throws {
        let source = try MadeUpWorkspace()
        let folder = try GuideFolder()
        let run = try CommandRun("init", "\(folder.path)/copy", "--from", source.path)
        #expect(run.status == .success)
        for name in ["workspace.yaml", "framework.yaml", "countries.yaml"] {
            #expect(
                try folder.text(of: "copy/\(name)") == String(contentsOfFile: "\(source.path)/\(name)", encoding: .utf8)
            )
        }
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/copy/a"))
    }

    @Test func nothingIsWrittenOutsideTheFolder() throws {
        let folder = try GuideFolder()
        let sound = try MadeUpWorkspace()
        for name in ["framework.yaml", "countries.yaml"] {
            try folder.write(String(contentsOfFile: "\(sound.path)/\(name)", encoding: .utf8), to: name)
        }
        let workspace = try String(contentsOfFile: "\(sound.path)/workspace.yaml", encoding: .utf8)
        try folder.write(
            workspace.replacingOccurrences(of: "framework.yaml", with: "../framework.yaml"), to: "inner/workspace.yaml")
        try folder.write(
            String(contentsOfFile: "\(sound.path)/countries.yaml", encoding: .utf8), to: "inner/countries.yaml")
        let run = try CommandRun("init", "\(folder.path)/x/copy", "--from", "\(folder.path)/inner")
        #expect(run.status == .usageError)
        #expect(run.complaint.contains("names '../framework.yaml', which is not in its folder"))
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/x"))
    }

    @Test func whatIsThereIsNeverTouched() throws {
        let folder = try GuideFolder()
        try folder.write("mine\n", to: "forums/reference/countries.yaml")
        let run = try folder.run("followup init forums")
        #expect(run.status == .usageError)
        #expect(run.output.hasPrefix("followup: forums/reference/countries.yaml is there already\n"))
        #expect(try folder.text(of: "forums/reference/countries.yaml") == "mine\n")
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/forums/workspace.yaml"))
    }
}

@Suite struct NewForumTests {
    @Test(arguments: ["en", "es", "pt", "fr"])
    func aNewForumPassesAndIsInThePicture(_ language: String) throws {
        let folder = try GuideFolder()
        _ = try folder.run("followup init forums")
        let run = try folder.run("followup new forum lagoon --members bra,ARG,BRA --language \(language)")
        #expect(run.status == .success)
        let check = try folder.run("followup check --strict")
        #expect(check.status == .success)
        #expect(check.output.contains("Forums: 1 · Commitments: 1 · Reports: 1 · Rejected report rows: 0"))
        let matrix = try folder.run("followup matrix --measure 67 --forum lagoon --format csv").output
        #expect(matrix.contains("BRA") && matrix.contains("limited"))
        let forum = try folder.text(of: "forums/lagoon/forum.yaml")
        #expect(forum.contains("# " + Texts.texts(for: Language(language))[.startForumIntro]))
        #expect(forum.contains("  - {country: BRA}\n  - {country: ARG}\n\n"))
        #expect(forum.contains("languages: [\(language)]"))
    }

    @Test func aNameIsQuotedWhateverItHolds() throws {
        let folder = try GuideFolder()
        _ = try folder.run("followup init forums")
        let name = #"A "b" \ c: #d {e}"#
        let run = try CommandRun(
            "new", "forum", "odd", "--members", "CHL", "--name", name, "--workspace", folder.path + "/forums")
        #expect(run.status == .success)
        let workspace = Workspace.load(folder.path + "/forums", registry: try ForumRegistry(InstalledModules.all))
        #expect(workspace.workspace?.forum("odd")?.definition.name.text(for: .english) == name)
        #expect(workspace.diagnostics.isEmpty)
    }

    @Test func inAPipeWhatIsMissingIsRefused() throws {
        let folder = try GuideFolder()
        _ = try folder.run("followup init forums")
        let cases = [
            ("followup new forum", "the forum's id is missing"),
            ("followup new forum lagoon", "--members is missing"),
            ("followup new forum Lagoon --members ARG", "'Lagoon' can't name a forum"),
            ("followup new forum lagoon --members ARG,BR", "did you mean ‘BRA’"),
            ("followup new forum lagoon --members ARG --kind confrence", "did you mean ‘conference’"),
            ("followup new forum lagoon --members ARG --line 67.22", "did you mean ‘67.2’"),
            ("followup new forum lagoon --members ARG --language Spanish", "'Spanish' is not the code of a language"),
        ]
        for (command, complaint) in cases {
            let run = try folder.run(command)
            #expect(run.status == .usageError, "\(command)")
            #expect(run.output.contains(complaint), "\(run.output)")
        }
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/forums/lagoon"))
        #expect(
            try CommandRun("new", "forum", "x", "--members", "ARG", "--workspace", "/nowhere").status == .usageError)
    }

    @Test func aTerminalIsAskedAndMayTryAgain() throws {
        let folder = try GuideFolder()
        _ = try folder.run("followup init forums")
        let terminal = AnsweringPerson(["Lagoon", "lagoon", "Laguna", "", "conference", "ARG,XXX", "ARG"])
        var environment = CommandEnvironment(
            registry: try ForumRegistry(InstalledModules.all),
            today: try #require(CalendarDay(year: 2026, month: 3, day: 1)),
            variables: [:], output: { _ in }, complaint: { Issue.record("\($0)") })
        environment.ask = { terminal.answer($0) }
        let status = FollowUpCommand.run(
            ["new", "forum", "--lang", "es", "--workspace", folder.path + "/forums"], in: environment)
        #expect(status == .success)
        #expect(terminal.questions.count == 7)
        #expect(terminal.questions[0] == "Identificador del foro (minúsculas, cifras, guiones): ")
        #expect(terminal.questions[1].hasPrefix("'Lagoon' can't name a forum\n"))
        let forum = try folder.text(of: "forums/lagoon/forum.yaml")
        #expect(forum.contains(#"  es: "Laguna""#))
        #expect(forum.contains("  - {country: ARG}"))
    }
}

/// Somebody who gives prepared answers; a class because the commands ask one and the same person.
private final class AnsweringPerson: Sendable {
    private let talk: Mutex<(answers: [String], questions: [String])>

    init(_ answers: [String]) { talk = Mutex((answers, [])) }

    /// What was asked so far.
    var questions: [String] { talk.withLock(\.questions) }

    func answer(_ question: String) -> String? {
        talk.withLock { talk in
            talk.questions.append(question)
            return talk.answers.isEmpty ? nil : talk.answers.removeFirst()
        }
    }
}

@Suite struct NewModuleTests {
    @Test(arguments: [
        ("TwoReadings", "TwoReadings", "two-readings"), ("two-readings", "TwoReadings", "two-readings"),
        ("SecretariatModule", "Secretariat", "secretariat"), ("Norm2", "Norm2", "norm2"),
    ])
    func namesAreReadBothWays(_ name: String, _ target: String, _ module: String) throws {
        let names = try #require(ModuleNames(name))
        #expect(names.target == target)
        #expect(names.module == module)
        #expect(names.type == target + "Module")
    }

    @Test(arguments: ["", "twoReadings", "Two Readings", "Módulo", "2nd", "../Evil", "Module"])
    func whatCanNameNothingIsRefused(_ name: String) { #expect(ModuleNames(name) == nil) }

    @Test func theFolderIsWholeAndTheRuleIsShort() throws {
        let folder = try GuideFolder()
        let run = try folder.run("followup new module TwoReadings --swift")
        #expect(run.status == .success)
        #expect(run.output.contains("    \"TwoReadings\",\n"))
        #expect(run.output.contains("    TwoReadingsModule.self,\n"))
        for name in ["README.md", "Tests/Fixtures/README.md", "Tests/TwoReadingsModuleTests.swift"] {
            #expect(try !folder.text(of: "Plugins/TwoReadings/\(name)").isEmpty)
        }
        let source = try folder.text(of: "Plugins/TwoReadings/Sources/TwoReadingsModule.swift")
        #expect(source.split(separator: "\n", omittingEmptySubsequences: false).count <= 60)
        #expect(try folder.run("followup new module TwoReadings --swift").status == .usageError)
        #expect(try folder.run("followup new module TwoReadings").output.contains("--swift"))
        #expect(
            try folder.run("followup new module Declarative --swift").output.contains(
                "is a module 'declarative' already"))
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
    func theExternalProgramAnswersAndItsTestAsksForTheRule() throws {
        let folder = try GuideFolder()
        let run = try folder.run("followup new module LakeRule --external --directory lake")
        #expect(run.status == .success)
        #expect(run.output.contains("      command: [./lake-rule.py]\n"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "\(folder.path)/lake/test_lake-rule.py")
        let complaint = Pipe()
        process.standardError = complaint
        try process.run()
        let said = String(decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(said.contains("Ran 3 tests") && said.contains("FAILED (failures=1)"))
        #expect(said.contains("AssertionError: next: write here what your forum's rule says"))
        #expect(try folder.run("followup new module LakeRule --external").status == .usageError)
        #expect(try folder.run("followup new module LakeRule --external --swift").status == .usageError)
    }
}
