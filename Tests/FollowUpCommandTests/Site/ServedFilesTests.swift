import ArgumentParser
import Dispatch
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import InstalledModules
import Synchronization
import Testing

@testable import FollowUpCommand

/// What a server is shown while it runs for days.
@Suite struct ServedFilesTests {
    /// A server that only notes what it is shown.
    private final class Shown: SiteServer {
        private let seen = Mutex<(days: [CalendarDay], facts: [[String: String]])>(([], []))
        let isShown = DispatchSemaphore(value: 0)

        var days: [CalendarDay] { seen.withLock { $0.days } }
        var facts: [[String: String]] { seen.withLock { $0.facts } }

        func show(_ reading: WorkspaceReading, _ snapshot: Snapshot?) -> String {
            seen.withLock { seen in
                if let snapshot { seen.days.append(snapshot.asOf) }
            }
            return "shown"
        }
        func run(started: @escaping @Sendable (Int) -> Void) async throws(CannotListen) {}
        func stop() {}
        func log(_ level: LogLevel, _ message: String, _ facts: [String: String]) {
            seen.withLock { $0.facts.append(facts) }
            isShown.signal()
        }
    }

    private func date(_ text: String) throws -> CalendarDay { try #require(PartialDate(text)).earliest }

    /// The files of a made-up workspace, with a server that is shown them from the first of March on.
    private func serve(
        _ workspace: MadeUpWorkspace, _ arguments: [String], days: [CalendarDay]
    ) throws -> (files: ServedFiles, server: Shown) {
        var environment = CommandEnvironment(
            registry: try ForumRegistry(InstalledModules.all), today: days[0], variables: [:], output: { _ in },
            complaint: { _ in })
        let left = Mutex(days)
        environment.todayNow = { left.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] } }
        environment.changes = { _ in { nil } }
        let catalogue = Catalogue.catalogue(for: .english)
        let files = ServedFiles(
            LiveWorkspace(
                root: workspace.path, isReadAgain: true, environment: environment, catalogue: catalogue),
            try SnapshotArguments.parse(arguments), catalogue)
        let server = Shown()
        _ = try files.read()
        files.begin(to: server)
        files.watch(workspace.path, environment, dateEvery: 0.02)
        return (files, server)
    }

    @Test func aNewDayIsShown() throws {
        let days = try ["2026-02-28", "2026-02-28", "2026-03-01", "2026-03-01", "2026-03-02"].map(date)
        let workspace = try MadeUpWorkspace()
        let (files, server) = try serve(workspace, [], days: days)
        for _ in 0..<2 { #expect(server.isShown.wait(timeout: .now() + 20) == .success) }
        #expect(server.days == [days[2], days[4]])
        #expect(server.facts.map { $0["reason"] } == ["a new day", "a new day"])
        withExtendedLifetime((files, workspace)) {}
    }

    @Test func whoAsksForADateKeepsIt() throws {
        let days = try ["2026-02-28", "2026-03-01"].map(date)
        let workspace = try MadeUpWorkspace()
        let (files, server) = try serve(workspace, ["--as-of", "2024"], days: days)
        #expect(server.isShown.wait(timeout: .now() + 0.3) == .timedOut)
        #expect(server.days.isEmpty)
        withExtendedLifetime((files, workspace)) {}
    }
}
