import Diagnostics
import External
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Testing

/// The worked example reads its forum by its own rule, and the picture knows the rule.
@Suite struct WorkedExampleTests {
    @Test func readsByItsOwnRule() throws {
        let place = try Place()
        let reading = try place.load()
        #expect(reading.diagnostics.map(\.message) == [])
        let forum = try #require(try place.snapshot().forums.last)
        #expect(forum.failure == nil)
        // A third of the parties has done it (ARG), so that BOL, which has announced it, is carried along.
        #expect(
            try forum.words("M-1") == [
                "ARG bound 3 addressed own-word X-1", "BOL bound 2 addressed carried-along X-3",
                "PER bound no-report addressed no-report –",
            ])
        let rule = try #require(forum.forum.metadata.rule("carried-along"))
        #expect(rule.source == "Statute of the Made-up Forum, article 7")
        #expect(rule.text[.spanish] == "Un tercio de las partes lo ha hecho; quien lo anunció está bien encaminado.")
    }

    @Test func isToldOnlyWhatIsKnownOnTheDay() throws {
        let forum = try #require(try Place().snapshot(asOf: "2019-12-31").forums.last)
        #expect(
            try forum.words("M-1") == [
                "ARG bound no-report addressed no-report –", "BOL bound 1 addressed own-word X-2",
                "PER bound no-report addressed no-report –",
            ])
        // Adopted in 2024: the standing that followup has worked out is taken over.
        #expect(try forum.words("M-2").allSatisfy { $0.contains("not-addressed no-report not-adopted-yet") })
    }

    @Test func aReadingMayRestOnManyReportsAndAFigure() throws {
        let forum = try #require(try Place(program: "gives-figures").snapshot().forums.last)
        #expect(forum.failure == nil)
        let index = try #require(forum.forum.index(ofCommitment: "M-1"))
        let told = forum.assessments(of: index).map { assessment in
            let reports = assessment.basis.reports.map { forum.forum.texts(of: $0)[.id] ?? "?" }
            return "\(reports.joined(separator: " ")): \(Int(assessment.basis.figure?.value ?? -1))"
                + " of \(assessment.basis.figure?.total ?? -1)"
        }
        #expect(told == ["X-1: 1 of 9", "X-2 X-3: 2 of 9", ": 0 of 9"])
        #expect(forum.assessments(of: index).first?.basis.figure?.name[.english] == "reports")
    }

    @Test func isAskedNothingBeforeItRuns() throws {
        let workspace = try #require(try Place().load().workspace)
        let module = try #require(workspace.forum("made-up-forum")?.module as? ExternalModule)
        #expect(module.command == ["./read.py"])
        #expect(module.rules.isEmpty)
    }

    @Test func manyForumsAreReadSideBySide() throws {
        let place = try Place()
        let text = try place.text("forum.yaml")
        for number in 1...6 {
            for name in ["commitments.yaml", "reports/2020.csv", "read.py"] {
                try place.write("forum-\(number)/\(name)", try place.text(name))
            }
            try place.write(
                "forum-\(number)/forum.yaml",
                text.replacing("forum: made-up-forum", with: "forum: forum-\(number)")
                    .replacing("[./read.py]", with: "[./run, ./read.py]"))
            try place.write("forum-\(number)/run", "#!/bin/sh\nexec /usr/bin/python3 \"$@\"\n")
            try place.allowRunning("forum-\(number)/run")
        }
        let snapshot = try place.snapshot()
        #expect(snapshot.forums.count == 8)
        #expect(snapshot.failures.map(\.message) == [])
        let readings = try snapshot.forums.filter { $0.forum.definition.module == "external" }.map {
            try $0.words("M-1")
        }
        #expect(readings.count == 7)
        #expect(Set(readings).count == 1)
    }

    @Test func knowsNothingOfThePersonsEnvironment() throws {
        let place = try Place(program: "tells-environment", command: "[./tells-environment.py, a, --b=c d]")
        let forum = try #require(try place.snapshot().forums.last)
        #expect(forum.failure == nil)
        let rules = forum.forum.metadata
        let names = try #require(rules.rule("mine")?.text[.english]).split(separator: " ").map(String.init)
        // Python sets LC_CTYPE itself.
        #expect(
            Set(names).subtracting(["LC_CTYPE"]) == [
                "LANG", "PATH", "PYTHONDONTWRITEBYTECODE", "PYTHONSAFEPATH", "PYTHONPYCACHEPREFIX", "FOLLOWUP_RUN",
                "TZ",
            ])
        let folder = try #require(rules.rule("place")?.text[.english])
        #expect(folder.hasSuffix("/made-up-forum"))
        #expect(rules.rule("said")?.text[.english] == "a --b=c d")
    }

    @Test func aChildThatStaysBehindHoldsNothingUp() throws {
        let start = ContinuousClock.now
        let forum = try #require(try Place(program: "leaves-child").snapshot().forums.last)
        #expect(forum.failure == nil)
        #expect(ContinuousClock.now - start < .seconds(2.9))
    }
}
