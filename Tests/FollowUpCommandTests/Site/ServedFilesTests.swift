import ArgumentParser
import Diagnostics
import Dispatch
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import InstalledModules
import JSON
import Localization
import Logging
import Synchronization
import Testing
import WebServer
import WebService

@testable import FollowUpCommand

/// What a server is shown while it runs for days.
@Suite struct ServedFilesTests {
    /// Notes what it is shown, and what the log tells of it.
    private final class Shown: Sendable {
        private let seen = Mutex<(days: [CalendarDay], reasons: [String])>(([], []))
        let isTold = DispatchSemaphore(value: 0)

        var days: [CalendarDay] { seen.withLock { $0.days } }
        var reasons: [String] { seen.withLock { $0.reasons } }

        func show(_ fresh: FreshReading) -> ReloadOutcome {
            seen.withLock { seen in
                if let snapshot = fresh.snapshot { seen.days.append(snapshot.asOf) }
            }
            return .shown
        }

        var logger: Logger {
            Logger(label: "test") { _ in
                LineLogHandler(isJSON: true, level: .notice) { [self] line in
                    let reason = (try? JSONValue(parsing: line))?["reason"]?.string ?? ""
                    seen.withLock { $0.reasons.append(reason) }
                    isTold.signal()
                }
            }
        }
    }

    private func date(_ text: String) throws -> CalendarDay { try #require(PartialDate(text)).earliest }

    /// The files of a made-up workspace, shown from the first of March on.
    private func serve(
        _ workspace: MadeUpWorkspace, _ arguments: [String], days: [CalendarDay]
    ) throws -> (files: ServedFiles, shown: Shown) {
        var environment = CommandEnvironment(
            registry: try ForumRegistry(InstalledModules.all), today: days[0], variables: [:], output: { _ in },
            complaint: { _ in })
        let left = Mutex(days)
        environment.todayNow = { left.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] } }
        let texts = Texts.texts(for: .english)
        let files = ServedFiles(
            LiveWorkspace(
                root: workspace.path, environment: environment, texts: texts),
            try SnapshotArguments.parse(arguments), texts)
        let shown = Shown()
        _ = try files.read()
        files.follow({ _ in nil }, shown.logger, dateEvery: 0.02, show: shown.show)
        return (files, shown)
    }

    @Test func aNewDayIsShown() throws {
        let days = try ["2026-02-28", "2026-02-28", "2026-03-01", "2026-03-01", "2026-03-02"].map(date)
        let workspace = try MadeUpWorkspace()
        let (files, shown) = try serve(workspace, [], days: days)
        for _ in 0..<2 { #expect(shown.isTold.wait(timeout: .now() + 20) == .success) }
        #expect(shown.days == [days[2], days[4]])
        #expect(shown.reasons == ["a new day", "a new day"])
        withExtendedLifetime((files, workspace)) {}
    }

    @Test func whoAsksForADateKeepsIt() throws {
        let days = try ["2026-02-28", "2026-03-01"].map(date)
        let workspace = try MadeUpWorkspace()
        let (files, shown) = try serve(workspace, ["--as-of", "2024"], days: days)
        #expect(shown.isTold.wait(timeout: .now() + 0.3) == .timedOut)
        #expect(shown.days.isEmpty)
        withExtendedLifetime((files, workspace)) {}
    }
}
