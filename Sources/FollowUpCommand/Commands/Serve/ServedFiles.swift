import Dispatch
import FollowUpModel
import ForumWorkspace
import Localization
import Logging
import Synchronization
import WebService

/// The files that a server shows: read again whenever one of them changes, and when a new day begins.
///
/// A class because the thread that watches the folder, the one that looks at the date, and the one that began share it.
final class ServedFiles: Sendable {
    private struct State {
        var live: LiveWorkspace
        var day: CalendarDay
        /// What a later reading is shown by, and the log that tells of it; nil until somebody serves.
        var service: (show: @Sendable (FreshReading) -> ReloadOutcome, logger: Logger)?
        /// Whether something has changed since the first reading, before there was a service to show it.
        var isBehind = false
    }

    private let state: Mutex<State>
    private let arguments: SnapshotArguments
    private let texts: Texts
    private let environment: CommandEnvironment

    init(_ live: LiveWorkspace, _ arguments: SnapshotArguments, _ texts: Texts) {
        environment = live.environment
        state = Mutex(State(live: live, day: live.environment.today, service: nil))
        self.arguments = arguments
        self.texts = texts
    }

    /// Reads the files, or what has changed of them.
    func read() throws -> FreshReading { try state.withLock { state in try read(&state, nil) } }

    /// Shows every later reading, and says so in a log; what has changed meanwhile is read at once.
    func begin(_ logger: Logger, show: @escaping @Sendable (FreshReading) -> ReloadOutcome) {
        let isBehind = state.withLock { state in
            state.service = (show, logger)
            return state.isBehind
        }
        if isBehind { refresh(".") }
    }

    private func read(_ state: inout State, _ changed: Set<String>?) throws -> FreshReading {
        var environment = environment
        environment.today = state.day
        let (reading, snapshot) = try state.live.refresh(changed: changed) { workspace in
            try arguments.options(for: workspace, in: environment, texts)
        }
        return FreshReading(reading, snapshot)
    }

    /// Reads again, and says in the log what became of it.
    ///
    /// - Parameter changed: the paths that have changed; nil to look at all.
    private func refresh(_ reason: String, changed: Set<String>? = nil, on day: CalendarDay? = nil) {
        state.withLock { state in
            guard let (show, logger) = state.service else {
                state.isBehind = true
                return
            }
            if let day { state.day = day }
            let start = ContinuousClock.now
            do {
                let outcome = show(try read(&state, changed))
                let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
                logger.notice(
                    "files read again",
                    metadata: [
                        "reason": .string(reason), "outcome": .string(outcome.rawValue),
                        "milliseconds": .stringConvertible(milliseconds),
                    ])
            } catch {
                // What was asked for on the command line no longer fits the files, such as a forum that is gone.
                let why = (error as? UsageError)?.message ?? "\(error)"
                logger.error("files could not be read again", metadata: ["reason": .string(why)])
            }
        }
    }

    /// Begins to watch the folder and the date, on threads of their own, for as long as the process lives.
    ///
    /// - Parameter seconds: how often the date is looked at.
    func watch(_ folder: String, _ environment: CommandEnvironment, dateEvery seconds: Double = 10) {
        let isWatching = DispatchSemaphore(value: 0)
        DispatchQueue(label: "followup.files").async { [self] in
            let next = environment.changes(folder)
            isWatching.signal()
            while let changed = next() {
                refresh(changed.sorted().prefix(3).joined(separator: ", "), changed: changed)
            }
        }
        isWatching.wait()
        guard let today = environment.todayNow, arguments.asOf == nil else { return }
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "followup.days"))
        timer.schedule(deadline: .now() + seconds, repeating: seconds)
        timer.setEventHandler { [self] in
            let now = today()
            if now != state.withLock({ $0.day }) { refresh("a new day", on: now) }
            // The timer lives as long as its handler holds it.
            _ = timer
        }
        timer.resume()
    }
}
