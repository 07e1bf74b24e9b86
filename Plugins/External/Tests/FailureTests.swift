import Diagnostics
import External
import FollowUpModel
import ForumKit
import ForumWorkspace
import Foundation
import Harmonization
import Testing

/// Whatever a program does wrong is named, located, and costs its own forum only.
@Suite struct FailureTests {
    /// A program of `Fixtures` and what is said of it.
    struct Case: CustomTestStringConvertible, Sendable {
        var program: String
        var code: DiagnosticCode
        var message: String
        var options = ""

        init(_ program: String, _ code: DiagnosticCode, _ message: String, options: String = "") {
            self.program = program
            self.code = code
            self.message = message
            self.options = options
        }

        var testDescription: String { program }
    }

    static let cases = [
        Case("crashes", .moduleCrashed, "./crashes.py ended with status 1"),
        Case("killed", .moduleCrashed, "./killed.py ended by signal 11 (Segmentation fault)"),
        Case(
            "stops-early", .moduleCrashed, "the program ended after 2 of 3 answers; that to commitment 'M-2' is missing"
        ),
        Case("says-nothing", .moduleCrashed, "the program ended after 0 of 3 answers; that to hello is missing"),
        Case("ignores-input", .moduleCrashed, "./ignores-input.py ended with status 3"),
        Case("gives-up", .moduleCrashed, "the program gives up and says 'no rules for this forum'"),
        Case("hangs", .moduleTimeout, "./hangs.py had not ended after 1 s and was stopped", options: "  seconds: 1"),
        Case("hangs-with-child", .moduleTimeout, "had not ended after 1 s and was stopped", options: "  seconds: 1"),
        Case("floods", .moduleFlood, "./floods.py wrote more than 1 MB and was stopped", options: "  megabytes: 1"),
        Case("floods-complaints", .moduleFlood, "wrote more than"),
        Case(
            "no-json", .moduleAnswer,
            "line 2 of the program's output: this is no JSON: no value begins like this at byte 0"),
        Case(
            "deep-json", .moduleAnswer,
            "line 2 of the program's output: this is no JSON: the document is nested too deep"),
        Case("not-utf8", .moduleAnswer, "this is no JSON: the text is not UTF-8"),
        Case(
            "other-version", .moduleProtocol,
            "the program speaks 'followup-module/2'; this program speaks 'followup-module/1'"),
        Case(
            "no-hello", .moduleProtocol, "the program doesn't begin with its hello and the protocol followup-module/1"),
        Case(
            "wrong-commitment", .moduleAnswer,
            "line 2 of the program's output: expected is the answer for 'M-1', not for 'M-2'"),
        Case("wrong-party", .moduleAnswer, "'CHL' is no party that was asked about"),
        Case("invented-party", .moduleAnswer, "'Atlantis' is no party that was asked about"),
        Case("misses-party", .moduleAnswer, "PER is not assessed"),
        Case("twice", .moduleAnswer, "ARG is assessed twice"),
        Case("unknown-level", .moduleAnswer, "ARG has the level 'excellent', which the progress scale doesn't have"),
        Case("unknown-nothing", .moduleAnswer, "ARG has the kind of nothing 'shy', which doesn't exist"),
        Case("level-and-nothing", .moduleAnswer, "ARG needs either 'progress' or 'nothing', as a text"),
        Case("unknown-standing", .moduleAnswer, "ARG has the standing 'friendly', which doesn't exist"),
        Case("unknown-rule", .moduleAnswer, "'progressRule' of ARG is 'a-whim', which no hello has declared"),
        Case("unknown-report", .moduleAnswer, "ARG rests on the report 'X-99', which was not given for it"),
        Case("report-of-another", .moduleAnswer, "BOL rests on the report 'X-1', which was not given for it"),
        Case("figure-without-name", .moduleAnswer, "'figure' of ARG has no 'name' by language"),
        Case(
            "figure-too-large", .moduleAnswer,
            "'figure' of ARG needs a number as 'value', or a count 'of' a larger one"),
        Case("other-reports-no-list", .moduleAnswer, "'otherReports' of ARG is a list"),
        Case("other-report-unknown", .moduleAnswer, "ARG rests on the report 'X-99', which was not given for it"),
        Case("says-too-much", .moduleAnswer, "line 4 of the program's output: nothing more was asked"),
        Case("wrong-overdue", .moduleAnswer, "'overdue' of ARG is true or false"),
        Case("wrong-type", .moduleAnswer, "expected is an answer of type 'assessments', not 'assess'"),
        Case("not-a-list", .moduleAnswer, "'assessments' is a list"),
        Case("rule-without-text", .moduleAnswer, "the rule 'mine' has no 'text' by language"),
        Case("rule-twice", .moduleAnswer, "the rule 'mine' exists already"),
        Case("rule-of-ours", .moduleAnswer, "the rule 'no-report' exists already"),
        Case(
            "rule-badly-named", .moduleAnswer, "a rule has an 'id' of small letters, digits and hyphens, not 'My Rule'"),
        Case("rule-text-empty", .moduleAnswer, "the rule 'mine' has no text in the language 'en'"),
        Case("rule-source-list", .moduleAnswer, "the source of the rule 'mine' is a text"),
        Case("rules-no-list", .moduleAnswer, "'rules' is a list"),
        Case("no-interpreter", .moduleProgram, "./no-interpreter.py can't be started"),
        Case("not-executable", .moduleProgram, "'./not-executable.py' may not be executed"),
    ]

    @Test(arguments: cases)
    func costsItsOwnForumOnly(_ wrong: Case) throws {
        let place = try Place(program: wrong.program, options: wrong.options)
        let start = ContinuousClock.now
        let snapshot = try place.snapshot()
        #expect(ContinuousClock.now - start < .seconds(20), "a limit stops it long before the fixture would end")
        let forum = try #require(snapshot.forums.last)
        let failure = try #require(forum.failure)
        #expect(failure.code == wrong.code)
        #expect(failure.message.contains(wrong.message), "\(failure.message)")
        #expect(!failure.message.hasSuffix("."))
        #expect(failure.severity == .error)
        // It points at the command in forum.yaml.
        let range = try #require(failure.range)
        let file = snapshot.workspace.sources[range.file]
        #expect(file.path == place.forum + "/forum.yaml")
        #expect(
            try place.text("forum.yaml").split(separator: "\n", omittingEmptySubsequences: false)[
                Int(range.start.line) - 1
            ].contains("command:"))
        // The forum contributes nothing, the other one what it did before.
        #expect(forum.assessments.isEmpty)
        #expect(snapshot.missingForums.map(\.id) == ["made-up-forum"])
        #expect(try #require(snapshot.forums.first).words("G-1") == Self.other)
    }

    static let other = [
        "ARG bound no-report addressed no-report –", "CHL bound 3 addressed newest-report G-1-1",
    ]

    @Test func aProgramThatIsInOrderIsNotBlamed() throws {
        let snapshot = try Place(program: "silent").snapshot()
        #expect(snapshot.failures == [])
        #expect(try #require(snapshot.forums.last).words("M-1").count == 3)
        #expect(try #require(snapshot.forums.first).words("G-1") == Self.other)
    }

    @Test func whatItComplainedIsQuoted() throws {
        let snapshot = try Place(program: "crashes").snapshot()
        let note = try #require(snapshot.failures.first?.notes.first?.message)
        #expect(note.hasPrefix("it complained: "))
        #expect(note.hasSuffix("ValueError: a made-up mistake"))
    }

    @Test func stoppedWorkEndsTheProgramAtOnce() throws {
        let place = try Place(program: "hangs")
        let workspace = try #require(try place.load().workspace)
        let options = SnapshotOptions(asOf: try #require(PartialDate("2024-12-31")), trust: ProgramTrust(all: true))
        let meter = WorkMeter()
        meter.stop()
        let start = ContinuousClock.now
        #expect(Snapshot(of: workspace, options: options, meter: meter).failures.count == 1)
        #expect(ContinuousClock.now - start < .seconds(10), "the program may take 20 seconds")
    }

    @Test func theGroupEndsWithTheProgram() throws {
        let place = try Place(program: "hangs-with-child", options: "  seconds: 1")
        #expect(try place.snapshot().failures.map(\.code) == [.moduleTimeout])
        // The child sleeps 61 seconds with the program's folder as its own; soon nobody is left there.
        var left = ["not looked yet"]
        for _ in 0..<100 where !left.isEmpty {
            left = try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { process in
                let folder = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/cwd")
                return folder?.hasPrefix(place.forum) == true
            }
            if !left.isEmpty { usleep(50_000) }
        }
        #expect(left == [])
    }

    @Test(arguments: [
        ("[./gone.py]", "'./gone.py' is no file of the forum's folder"),
        ("[/bin/cat]", "'/bin/cat' is no file of the forum's folder"),
        ("[../golfo/forum.yaml]", "'../golfo/forum.yaml' lies outside the forum's folder"),
        ("[link]", "'link' lies outside the forum's folder"),
        ("[reports]", "'reports' is no file"),
    ])
    func onlyAFileOfTheFolderRuns(_ command: String, _ message: String) throws {
        let place = try Place(command: command)
        try FileManager.default.createSymbolicLink(atPath: place.forum + "/link", withDestinationPath: "/bin/cat")
        let failure = try #require(try place.snapshot().failures.first)
        #expect(failure.code == .moduleProgram)
        #expect(failure.message == message)
    }

    @Test func aMissingCommandIsFoundOnReading() throws {
        let place = try Place()
        try place.edit("made-up-forum/forum.yaml") { $0.replacing("  command: [./read.py]\n", with: "") }
        #expect(
            try place.load().diagnostics.map(\.message) == ["the module 'external' needs the option 'command'"])
        #expect(try place.snapshot().failures.map(\.code) == [.moduleProgram])
    }

    @Test(arguments: ["./read.py", "[]", "[[./read.py]]", "{run: ./read.py}"])
    func aCommandIsAListOfTexts(_ command: String) throws {
        let messages = try Place(command: command).load().diagnostics.map(\.message)
        #expect(messages.contains { $0.hasPrefix("'command' takes a list of texts") }, "\(messages)")
    }

    @Test(arguments: DiagnosticCode.moduleCodes)
    func everyCodeIsExplainedAndRaised(_ code: DiagnosticCode) {
        #expect(code.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil)
        #expect(code.summary.count > 15 && !code.summary.hasSuffix("."))
        #expect(code.explanation.count > 60 && code.explanation.hasSuffix("."))
        // The tests of trust raise the one that no program raises.
        #expect(code == .moduleNotTrusted || Self.cases.contains { $0.code == code })
    }
}
