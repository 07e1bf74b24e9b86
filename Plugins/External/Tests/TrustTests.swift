import Diagnostics
import External
import FollowUpCommand
import FollowUpModel
import ForumKit
import ForumWorkspace
import Foundation
import Harmonization
import JSON
import Synchronization
import Testing

import enum FollowUpCommand.ExitStatus

/// A person with settings of their own, who runs commands on a workspace.
struct Person: Sendable {
    let home = NSTemporaryDirectory() + "followup-home-" + UUID().uuidString
    var variables: [String: String] { ["HOME": home] }
    var note: String { home + "/.config/followup/trust.json" }

    /// What a command said and how it ended.
    struct Outcome {
        var status: ExitStatus
        var output: String
        var complaint: String
    }

    /// Runs a command on a workspace; the day is fixed.
    func run(_ arguments: [String], on place: Place, variables: [String: String]? = nil) throws -> Outcome {
        let said = Mutex<(String, String)>(("", ""))
        let environment = CommandEnvironment(
            registry: try ForumRegistry([DeclarativeModule.self, ExternalModule.self]),
            today: try #require(CalendarDay(year: 2024, month: 12, day: 31)), variables: variables ?? self.variables,
            output: { text in said.withLock { $0.0 += text } },
            complaint: { text in said.withLock { $0.1 += text } })
        let status = FollowUpCommand.run(arguments + ["--workspace", place.path], in: environment)
        return said.withLock { Outcome(status: status, output: $0.0, complaint: $0.1) }
    }

    func forget() { try? FileManager.default.removeItem(atPath: home) }
}

/// No program runs before the person has said so, and none that has changed since.
@Suite struct TrustTests {
    private let person = Person()

    /// A program that leaves a trace when it runs.
    private static func place() throws -> Place { try Place(program: "keeps") }

    private func hasRun(_ place: Place) -> Bool {
        FileManager.default.fileExists(atPath: place.forum + "/requests.jsonl")
    }

    @Test func nothingRunsUntrusted() throws {
        defer { person.forget() }
        let place = try Self.place()
        let outcome = try person.run(["status"], on: place)
        #expect(outcome.status == .success)
        #expect(!hasRun(place))
        #expect(
            outcome.output.contains(
                "! Made-up Forum of the Example: its program is not trusted, so it contributes\nnothing: run followup trust made-up-forum"
            ), "\(outcome.output)")
        #expect(outcome.output.contains("not trusted"))
        #expect(outcome.complaint.contains("warning: the forum's program ./keeps.py has not run"))
        #expect(outcome.complaint.contains("[module-not-trusted]"))
        #expect(try person.run(["status", "--strict"], on: place).status == .dataErrors)
        #expect(!FileManager.default.fileExists(atPath: person.home), "looking writes nothing")
    }

    @Test func trustIsShownAndNoted() throws {
        defer { person.forget() }
        let place = try Self.place()
        let shown = try person.run(["trust", "made-up-forum", "--show"], on: place)
        #expect(shown.output.contains(/It runs: \/\S*\/python3 .\/keeps.py\n/))
        #expect(shown.output.contains("to let it run: followup trust made-up-forum"))
        #expect(!FileManager.default.fileExists(atPath: person.note))

        let given = try person.run(["trust", "made-up-forum", "--yes"], on: place)
        #expect(given.status == .success)
        #expect(given.output.contains("You trust it now"))
        #expect(!hasRun(place), "trusting runs nothing yet")
        for file in ["forum.yaml", "keeps.py"] {
            #expect(given.output.contains(try Self.sha256(place.forum + "/" + file)), "as sha256sum says")
        }
        let mode = try FileManager.default.attributesOfItem(atPath: person.note)[.posixPermissions] as? Int
        #expect(mode == 0o600)

        let status = try person.run(["status"], on: place)
        #expect(hasRun(place))
        #expect(status.complaint == "")
        #expect(!status.output.contains("trust"))
        // What the program has left in its folder was not looked at.
        let show = ["trust", "made-up-forum", "--show"]
        #expect(try person.run(show, on: place).output.contains("You don't trust it yet"))
        for trace in ["requests.jsonl", "answers.jsonl"] {
            try FileManager.default.removeItem(atPath: place.forum + "/" + trace)
        }
        #expect(try person.run(show, on: place).output.contains("You trust it, as"))
    }

    /// The files beside the program, its interpreter's file and its own: whatever changes, comes or goes takes it back.
    @Test(arguments: ["forum.yaml", "keeps.py", "settings.txt", "inner/helper.py", "json.py", "reports/note.txt"])
    func oneByteTakesItBack(_ file: String) throws {
        defer { person.forget() }
        let place = try Place(program: "keeps", command: "[./keeps.py, settings.txt, not-a-file]")
        for name in ["settings.txt", "inner/helper.py"] { try place.write("made-up-forum/" + name, "made up\n") }
        let isNew = !FileManager.default.fileExists(atPath: place.forum + "/" + file)
        _ = try person.run(["trust", "made-up-forum", "--yes"], on: place)
        func run() throws -> String {
            let complaint = try person.run(["matrix"], on: place).complaint
            // What the program leaves in its folder would be new there.
            for trace in ["requests.jsonl", "answers.jsonl"] {
                try? FileManager.default.removeItem(atPath: place.forum + "/" + trace)
            }
            return complaint
        }
        #expect(try run() == "")
        if isNew { try place.write("made-up-forum/" + file, "") }
        try place.edit("made-up-forum/" + file) { $0 + " " }
        #expect(try run().contains("[module-not-trusted]"))
        // Put back, it is what was trusted.
        if isNew {
            try FileManager.default.removeItem(atPath: place.forum + "/" + file)
        } else {
            try place.edit("made-up-forum/" + file) { String($0.dropLast()) }
        }
        #expect(try run() == "")
    }

    /// What the program is told anyway, and what editors make beside it, is no part of it.
    @Test(arguments: ["reports/2021.csv", ".forum.yaml.swp", "keeps.py~", "__pycache__/json.pyc"])
    func dataAndDraftsAreNoProgram(_ file: String) throws {
        defer { person.forget() }
        let place = try Self.place()
        _ = try person.run(["trust", "made-up-forum", "--yes"], on: place)
        try place.write("made-up-forum/" + file, "id,commitment,party,status,date\n")
        _ = try person.run(["status"], on: place)
        #expect(hasRun(place))
    }

    @Test func aFileOfTheFolderIsNoModuleOfPython() throws {
        let place = try Self.place()
        try place.write("made-up-forum/json.py", "open('evil', 'w')\n")
        #expect(try place.snapshot().failures == [])
        #expect(hasRun(place) && !FileManager.default.fileExists(atPath: place.forum + "/evil"))
    }

    @Test func aLinkOutOfTheFolderIsNotRun() throws {
        let place = try Self.place()
        try FileManager.default.createSymbolicLink(
            atPath: place.forum + "/helper", withDestinationPath: place.path + "/workspace.yaml")
        #expect(try place.snapshot().failures.map(\.code) == [.moduleProgram])
        #expect(!hasRun(place))
    }

    @Test func childrenOfChildrenEndWithTheRun() throws {
        let place = try Place(command: "[./strays.sh]")
        try place.write(
            "made-up-forum/strays.sh",
            "#!/bin/sh\nsetsid sh -c 'setsid sleep 300 & sleep 300' >/dev/null 2>&1 &\nsleep 0.3\n")
        try place.allowRunning("made-up-forum/strays.sh")
        _ = try place.snapshot()
        let left = try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { process in
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/cwd")) == place.forum
        }
        #expect(left == [])
    }

    /// Pictures of one day ask the program once, whoever looks; another day is another question.
    @Test func anAnswerIsKept() throws {
        let place = try Place(command: "[./counts.sh]")
        try place.write("made-up-forum/counts.sh", "#!/bin/sh\necho x >> ../count\ncat > /dev/null\n")
        try place.allowRunning("made-up-forum/counts.sh")
        let workspace = try #require(try place.load().workspace)
        for day in ["2024-12-31", "2024-12-31", "2023-12-31", "2024-12-31"] {
            let options = SnapshotOptions(asOf: try #require(PartialDate(day)), trust: ProgramTrust(all: true))
            #expect(Snapshot(of: workspace, options: options).failures.count == 1)
        }
        #expect(try String(contentsOfFile: place.path + "/count", encoding: .utf8) == "x\nx\n")
    }

    /// With nobody at a terminal, silence is no yes.
    @Test func whoCanNotBeAskedSaysYes() throws {
        defer { person.forget() }
        let place = try Self.place()
        let asked = try person.run(["trust", "made-up-forum"], on: place)
        #expect(asked.status == .usageError && asked.output.contains("keeps.py"))
        #expect(asked.complaint.contains("followup trust made-up-forum --yes"))
        #expect(!FileManager.default.fileExists(atPath: person.note))
    }

    @Test func anotherFolderIsAnotherProgram() throws {
        defer { person.forget() }
        _ = try person.run(["trust", "made-up-forum", "--yes"], on: try Self.place())
        let copy = try Self.place()
        #expect(try person.run(["status"], on: copy).complaint.contains("[module-not-trusted]"))
        #expect(!hasRun(copy))
    }

    @Test func trustIsTakenBack() throws {
        defer { person.forget() }
        let place = try Self.place()
        let other = try Self.place()
        for one in [place, other] { _ = try person.run(["trust", "made-up-forum", "--yes"], on: one) }
        #expect(
            try person.run(["trust", "made-up-forum", "--revoke"], on: place).output.contains("don't trust it any more")
        )
        #expect(try person.run(["status"], on: place).complaint.contains("[module-not-trusted]"))
        #expect(try person.run(["status"], on: other).complaint == "", "the other one is still trusted")
    }

    @Test func automationTrustsAllOnce() throws {
        defer { person.forget() }
        let place = try Self.place()
        #expect(try person.run(["status", "--trust-external"], on: place).complaint == "")
        #expect(hasRun(place))
        #expect(!FileManager.default.fileExists(atPath: person.home), "nothing is noted")
        #expect(try person.run(["status"], on: place).complaint.contains("[module-not-trusted]"))
    }

    @Test func settingsLieWhereTheStandardSays() throws {
        defer { person.forget() }
        let place = try Self.place()
        let given = try person.run(
            ["trust", "made-up-forum", "--yes", "--format", "json"], on: place,
            variables: ["HOME": person.home, "XDG_CONFIG_HOME": person.home + "/own"])
        let document = try JSONValue(parsing: given.output.utf8)
        #expect(document["noted-in"] == .string(person.home + "/own/followup/trust.json"))
        #expect(document["trusted"] == true)
        #expect(document["command"] == ["./keeps.py"])
        #expect(
            try person.run(["status"], on: place).complaint.contains("[module-not-trusted]"), "not noted below HOME")
        let relative = try person.run(
            ["trust", "made-up-forum", "--yes"], on: place, variables: ["XDG_CONFIG_HOME": "here", "HOME": person.home])
        #expect(relative.status == .success)
        #expect(FileManager.default.fileExists(atPath: person.note))
        let nowhere = try person.run(["status"], on: place, variables: [:])
        #expect(nowhere.status == .usageError)
        #expect(nowhere.complaint.contains("neither XDG_CONFIG_HOME nor HOME is set"))
    }

    @Test(arguments: ["", "{", "{\"version\": 2, \"trusted\": []}", "{\"version\": 1, \"trusted\": [{}]}"])
    func aBrokenNoteTrustsNothing(_ text: String) throws {
        defer { person.forget() }
        let place = try Self.place()
        _ = try person.run(["trust", "made-up-forum", "--yes"], on: place)
        try Data(text.utf8).write(to: URL(filePath: person.note))
        let outcome = try person.run(["status"], on: place)
        #expect(outcome.status == .usageError)
        #expect(outcome.complaint.contains("trust.json can't be read"))
        #expect(!hasRun(place))
    }

    @Test func onlyForumsWithAProgramAreTrusted() throws {
        defer { person.forget() }
        let place = try Self.place()
        let none = try person.run(["trust", "golfo"], on: place)
        #expect(none.status == .usageError)
        #expect(none.complaint.contains("The forum ‘golfo’ runs no program: its module is declarative"))
        let unknown = try person.run(["trust", "made-up-forun"], on: place)
        #expect(unknown.status == .usageError)
        #expect(unknown.complaint.contains("did you mean ‘made-up-forum’?"))
        let gone = try person.run(["trust", "made-up-forum", "--yes"], on: try Place(command: "[./gone.py]"))
        #expect(gone.status == .dataErrors)
        #expect(gone.complaint.contains("'./gone.py' is no file of the forum's folder [module-program]"))
        #expect(try person.run(["trust", "golfo", "--show", "--revoke"], on: place).status == .usageError)
    }

    @Test(arguments: [
        ("en", "its module failed, so it contributes nothing to this picture", "failed"),
        ("es", "su módulo falló, por lo que no aporta nada a este panorama", "falló"),
        ("pt", "o seu módulo falhou, por isso nada contribui para este quadro", "falhou"),
        ("fr", "son module a échoué, il n’apporte donc rien à ce tableau", "échec"),
    ])
    func everyPictureSaysWhoFailed(_ language: String, _ line: String, _ word: String) throws {
        let place = try Place(program: "crashes")
        for command in [["status"], ["matrix"], ["explain", "ARG", "67"], ["due"]] {
            let outcome = try person.run(command + ["--trust-external", "--lang", language], on: place)
            let text = outcome.output.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
            #expect(text.contains(line), "\(command): \(text)")
            #expect(text.contains("[module-crashed]"))
            if command == ["status"] { #expect(text.contains(word)) }
            let json = try person.run(command + ["--trust-external", "--format", "json"], on: place)
            let failures = try JSONValue(parsing: json.output.utf8)["failures"]
            guard case .array(let items) = failures, items.count == 1 else {
                Issue.record("\(command) tells one failure, not \(failures?.text() ?? "none")")
                continue
            }
            #expect(items[0]["forum"] == "made-up-forum")
            #expect(items[0]["code"] == "module-crashed")
            guard case .string(let where_) = items[0]["place"] else {
                Issue.record("a failure has a place")
                continue
            }
            #expect(where_.contains("/made-up-forum/forum.yaml:"))
        }
        let csv = try person.run(["status", "--trust-external", "--format", "csv"], on: place)
        let row = try #require(csv.output.split(separator: "\r\n").last)
        #expect(!row.hasSuffix(","), "the last column says why the forum could not be read")
        #expect(csv.complaint.contains("[module-crashed]"))
    }

    /// The hash of a file as the system's own tool tells it.
    private static func sha256(_ path: String) throws -> String {
        let tool = Process()
        tool.executableURL = URL(filePath: "/usr/bin/sha256sum")
        tool.arguments = [path]
        let pipe = Pipe()
        tool.standardOutput = pipe
        try tool.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        tool.waitUntilExit()
        return String(decoding: output.prefix(64), as: UTF8.self)
    }
}
