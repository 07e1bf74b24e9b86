import Dispatch
import FollowUpModel
import ForumWorkspace
import Harmonization
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
        var service: WebService?
        /// Whether something has changed since the first reading, before there was a service to show it.
        var isBehind = false
    }

    private let state: Mutex<State>
    private let arguments: SnapshotArguments
    private let catalogue: Catalogue
    private let environment: CommandEnvironment

    init(_ live: LiveWorkspace, _ arguments: SnapshotArguments, _ catalogue: Catalogue) {
        environment = live.environment
        state = Mutex(State(live: live, day: live.environment.today, service: nil))
        self.arguments = arguments
        self.catalogue = catalogue
    }

    /// Reads the files, or what has changed of them.
    func read() throws -> FreshReading { try state.withLock { state in try read(&state) } }

    /// Shows every later reading with a service; what has changed meanwhile is read at once.
    func begin(to service: WebService, _ logger: Logger) {
        let isBehind = state.withLock { state in
            state.service = service
            return state.isBehind
        }
        if isBehind { refresh(".", logger) }
    }

    private func read(_ state: inout State) throws -> FreshReading {
        var environment = environment
        environment.today = state.day
        let (reading, snapshot) = try state.live.refresh { workspace in
            try arguments.options(for: workspace, in: environment, catalogue)
        }
        return FreshReading(reading, snapshot)
    }

    /// Reads again, and says in the log what became of it.
    private func refresh(_ reason: String, on day: CalendarDay? = nil, _ logger: Logger) {
        state.withLock { state in
            guard let service = state.service else {
                state.isBehind = true
                return
            }
            if let day { state.day = day }
            let start = ContinuousClock.now
            do {
                let outcome = service.show(try read(&state))
                let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
                logger.notice(
                    "files read again",
                    metadata: [
                        "reason": .string(reason), "outcome": .string(outcome.rawValue),
                        "milliseconds": .stringConvertible(milliseconds),
                    ])
            } catch {
                // What was asked for on the command line no longer fits the files, such as a forum that is gone.
                let why = (error as? Misuse)?.message ?? "\(error)"
                logger.error("files could not be read again", metadata: ["reason": .string(why)])
            }
        }
    }

    /// Begins to watch the folder and the date, on threads of their own, for as long as the process lives.
    func watch(_ folder: String, _ environment: CommandEnvironment, _ logger: Logger) {
        let isWatching = DispatchSemaphore(value: 0)
        DispatchQueue(label: "followup.files").async { [self] in
            let next = environment.changes(folder)
            isWatching.signal()
            while let changed = next() {
                refresh(changed.sorted().prefix(3).joined(separator: ", "), logger)
            }
        }
        isWatching.wait()
        guard let today = environment.todayNow, arguments.asOf == nil else { return }
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "followup.days"))
        timer.schedule(deadline: .now() + 10, repeating: 10)
        timer.setEventHandler { [self] in
            let now = today()
            if now != state.withLock({ $0.day }) { refresh("a new day", on: now, logger) }
            // The timer lives as long as its handler holds it.
            _ = timer
        }
        timer.resume()
    }
}
