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
    private typealias State = (live: LiveWorkspace, day: CalendarDay)

    private let state: Mutex<State>
    private let arguments: SnapshotArguments
    private let texts: Texts
    private let environment: CommandEnvironment

    init(_ live: LiveWorkspace, _ arguments: SnapshotArguments, _ texts: Texts) {
        environment = live.environment
        state = Mutex((live, environment.today))
        self.arguments = arguments
        self.texts = texts
    }

    /// Reads the files.
    func read() throws -> FreshReading { try state.withLock { state in try read(&state, nil) } }

    private func read(_ state: inout State, _ changed: Set<String>?) throws -> FreshReading {
        var environment = environment
        environment.today = state.day
        let (reading, snapshot) = try state.live.refresh(changed: changed) { workspace in
            try arguments.options(for: workspace, in: environment, texts)
        }
        return FreshReading(reading, snapshot)
    }

    /// Shows the files whenever they or the date have changed, and says so in a log: on threads of their own, for as long
    /// as the process lives.
    ///
    /// - Parameters:
    ///   - next: waits for the next changes of the folder and of files that it is given, and gives the paths; nil when nothing changes any more.
    ///   - seconds: how often the date is looked at.
    func follow(
        _ next: @escaping @Sendable (Set<String>) -> Set<String>?, _ logger: Logger, dateEvery seconds: Double = 10,
        show: @escaping @Sendable (FreshReading) -> ReloadOutcome
    ) {
        DispatchQueue(label: "followup.files").async { [self] in
            while let changed = next(state.withLock { $0.live.files }) {
                // A new day is the timer's.
                if changed.isEmpty { continue }
                refresh(changed.sorted().prefix(3).joined(separator: ", "), changed, logger, show)
            }
        }
        guard let today = environment.todayNow, arguments.asOf == nil else { return }
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "followup.days"))
        timer.schedule(deadline: .now() + seconds, repeating: seconds)
        timer.setEventHandler { [self] in
            let now = today()
            if now != state.withLock({ $0.day }) { refresh("a new day", on: now, nil, logger, show) }
            // The timer lives as long as its handler holds it.
            _ = timer
        }
        timer.resume()
    }

    /// Reads again and shows what was read, and says in the log what became of it.
    ///
    /// - Parameter changed: the paths that have changed; nil to look at all.
    private func refresh(
        _ reason: String, on day: CalendarDay? = nil, _ changed: Set<String>?, _ logger: Logger,
        _ show: (FreshReading) -> ReloadOutcome
    ) {
        state.withLock { state in
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
}
