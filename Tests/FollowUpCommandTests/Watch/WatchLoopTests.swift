import FollowUpModel
import ForumKit
import Foundation
import InstalledModules
import JSON
import Synchronization
import Testing

@testable import FollowUpCommand

/// `--watch` with changes that the tests make themselves: nothing waits for anything.
@Suite struct WatchLoopTests {
    /// One change of the folder: what is done to it and what the notice says.
    private struct Edit: Sendable {
        var paths: Set<String>
        var change: @Sendable () throws -> Void
    }

    /// What was written by a command that watched.
    private struct Run {
        var pages: [String]
        var complaint: String
        var status: CommandStatus
    }

    private func run(
        _ command: String, in workspace: MadeUpWorkspace, terminal: Terminal = Terminal(), days: Int = 1,
        _ edits: [Edit]
    ) throws -> Run {
        let (pages, complaint, left) = (Texts(), Texts(), Edits(edits))
        let today = try #require(CalendarDay(year: 2026, month: 3, day: 1))
        var environment = CommandEnvironment(
            registry: try ForumRegistry(InstalledModules.all), today: today, variables: [:],
            output: { pages.add($0) }, complaint: { complaint.add($0) })
        environment.terminal = terminal
        let now = ContinuousClock.now
        environment.clock = { now }
        let passed = Atomic(0)
        environment.todayNow = {
            let day = passed.add(1, ordering: .relaxed).oldValue
            return today.adding(days: min(day, days - 1))
        }
        let path = workspace.path
        environment.changes = { folder in
            #expect(folder == path)
            return { _ in left.next() }
        }
        let status = FollowUpCommand.run(
            command.split(separator: " ").map(String.init) + ["--watch", "--workspace", workspace.path],
            in: environment)
        return Run(pages: pages.all, complaint: complaint.all.joined(), status: status)
    }

    private final class Texts: Sendable {
        private let texts = Mutex<[String]>([])
        func add(_ text: String) { texts.withLock { $0.append(text) } }
        var all: [String] { texts.withLock { $0 } }
    }

    private final class Edits: Sendable {
        private let left: Mutex<[Edit]>
        init(_ edits: [Edit]) { left = Mutex(edits) }
        func next() -> Set<String>? {
            let edit = left.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            do { try edit?.change() } catch { Issue.record(error) }
            return edit?.paths
        }
    }

    private func write(_ name: String, _ text: String, in workspace: MadeUpWorkspace) -> Edit {
        let path = "\(workspace.path)/\(name)"
        return Edit(paths: [name]) { try text.write(toFile: path, atomically: true, encoding: .utf8) }
    }

    private static let good = "commitment,party,status,date\na1,AAA,finished,2020-05\na1,BBB,finished,2022\n"
    private static let bad = "commitment,party,status,date\na1,AAB,finished,2020-05\na1,BBB,finished,2022\n"

    /// At midnight nothing changes but the day.
    @Test func aNewDayIsShown() throws {
        let run = try run("status", in: try MadeUpWorkspace(), days: 2, [Edit(paths: []) {}])
        #expect(run.pages.count == 2)
        #expect(run.pages[0].contains("As of 2026-03-01") && run.pages[1].contains("As of 2026-03-02"))
    }

    @Test func checkFollowsTheFiles() throws {
        let workspace = try MadeUpWorkspace()
        let run = try run(
            "check", in: workspace,
            [
                write("a/reports/one.csv", Self.bad, in: workspace),
                write("a/reports/one.csv", Self.good, in: workspace),
            ])
        #expect(run.pages.count == 3)
        #expect(run.pages[0].hasSuffix("No problem found\n"))
        let place = "\(workspace.path)/a/reports/one.csv:2:4"
        #expect(run.pages[1].hasPrefix("\n--- a/reports/one.csv · 0 ms\n\(place): error: "))
        #expect(run.pages[1].contains("Reports: 1 · Rejected report rows: 1\n"))
        #expect(run.pages[2].hasSuffix("No problem found\n"))
        #expect(run.complaint.isEmpty)
        #expect(run.status == .success)
    }

    @Test func statusKeepsWhatCanBeReadAndShowsTheErrors() throws {
        let workspace = try MadeUpWorkspace()
        let run = try run(
            "status", in: workspace, terminal: Terminal(width: 90, movesCursor: true),
            [
                write("a/reports/one.csv", Self.bad, in: workspace),
                write("a/forum.yaml", "forum: [\n", in: workspace),
                write("workspace.yaml", "nonsense: [\n", in: workspace),
            ])
        #expect(run.pages.count == 4)
        #expect(run.pages.allSatisfy { $0.contains(" · waiting for changes, Ctrl-C ends\u{1B}[K\n\u{1B}[J") })
        #expect(!run.pages[0].contains("error"))
        #expect(run.pages[1].contains("What the forums say") && run.pages[1].contains("one.csv:2:4: error: "))
        #expect(run.pages[1].contains("Forum A"))
        #expect(run.pages[2].contains("What the forums say") && run.pages[2].contains("a/forum.yaml:"))
        #expect(!run.pages[2].contains("Forum A"))
        #expect(!run.pages[3].contains("What the forums say") && run.pages[3].contains("workspace.yaml:"))
        #expect(run.pages[3].contains("nothing else was checked"))
        #expect(run.status == .dataErrors)
        #expect(run.complaint.isEmpty)
    }

    @Test func manyErrorsAreCounted() throws {
        let rows = (1...8).map { "a1,AAB,finished,200\($0)\n" }.joined()
        let workspace = try MadeUpWorkspace(["a/reports/one.csv": "commitment,party,status,date\n" + rows])
        let run = try run("status --strict", in: workspace, [])
        #expect(run.pages.count == 1)
        #expect(run.pages[0].components(separatedBy: ": error: ").count == 6)
        #expect(run.pages[0].hasSuffix("\nFurther errors: 3\n"))
        #expect(run.status == .dataErrors)
    }

    @Test(arguments: ["check", "status"])
    func documentsForProgramsStandOnOneLineEach(_ command: String) throws {
        let workspace = try MadeUpWorkspace()
        let run = try run(
            "\(command) --format json", in: workspace, [write("a/reports/one.csv", Self.bad, in: workspace)])
        #expect(run.pages.count == 2)
        for page in run.pages {
            #expect(page.hasSuffix("}\n") && page.count { $0 == "\n" } == 1)
            let once = try JSONValue(parsing: page)
            #expect(once["errors"] != nil || once["coverage"] != nil)
        }
        #expect(run.complaint.contains("AAB") == (command == "status"))
    }

    @Test(arguments: ["check", "status"])
    func theFolderMayVanishAndComeBack(_ command: String) throws {
        let workspace = try MadeUpWorkspace()
        let (path, away) = (workspace.path, workspace.path + "-away")
        let run = try run(
            command, in: workspace,
            [
                Edit(paths: ["."]) { try FileManager.default.moveItem(atPath: path, toPath: away) },
                Edit(paths: ["."]) { try FileManager.default.moveItem(atPath: away, toPath: path) },
            ])
        #expect(run.pages.count == 3)
        #expect(run.pages[1].hasPrefix("\n--- the whole folder · 0 ms\nfollowup: "))
        #expect(run.pages[1].contains("can't be read"))
        #expect(run.pages[2].hasSuffix(run.pages[0]))
        #expect(run.status == .success)
    }

    @Test(arguments: ["check --format csv", "check --format sarif", "status --format markdown"])
    func otherFormatsCannotFollowEachOther(_ command: String) throws {
        let run = try run(command, in: try MadeUpWorkspace(), [])
        #expect(run.status == .usageError)
        #expect(run.pages.isEmpty)
        #expect(run.complaint.hasPrefix("followup: --watch can't give '"))
    }

    @Test(arguments: ["check", "status"])
    func withoutAFolderNothingIsWatched(_ command: String) throws {
        let run = try CommandRun(command, "--watch", "--workspace", "/nowhere")
        #expect(run.status == .usageError)
        #expect(run.complaint.contains("can't be read"))
    }
}
