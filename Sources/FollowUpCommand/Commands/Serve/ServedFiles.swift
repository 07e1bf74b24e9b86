import Dispatch
import FollowUpModel
import ForumWorkspace
import Harmonization
import Synchronization

/// The files that a server shows: read again whenever one of them changes, and when a new day begins.
///
/// A class because the thread that watches the folder, the one that looks at the date, and the one that began share it.
final class ServedFiles: Sendable {
    private struct State {
        var live: LiveWorkspace
        var day: CalendarDay
        var server: (any SiteServer)?
        /// Whether something has changed since the first reading, before there was a server to show it.
        var isBehind = false
    }

    private let state: Mutex<State>
    private let arguments: SnapshotArguments
    private let catalogue: Catalogue
    private let environment: CommandEnvironment

    init(_ live: LiveWorkspace, _ arguments: SnapshotArguments, _ catalogue: Catalogue) {
        environment = live.environment
        state = Mutex(State(live: live, day: live.environment.today, server: nil))
        self.arguments = arguments
        self.catalogue = catalogue
    }

    /// Reads the files, or what has changed of them.
    func read() throws -> (WorkspaceReading, Snapshot?) { try state.withLock { state in try read(&state, nil) } }

    /// Shows every later reading with a server; what has changed meanwhile is read at once.
    func begin(to server: any SiteServer) {
        let isBehind = state.withLock { state in
            state.server = server
            return state.isBehind
        }
        if isBehind { refresh(".") }
    }

    private func read(_ state: inout State, _ changed: Set<String>?) throws -> (WorkspaceReading, Snapshot?) {
        var environment = environment
        environment.today = state.day
        return try state.live.refresh(changed: changed) { workspace in
            try arguments.options(for: workspace, in: environment, catalogue)
        }
    }

    /// Reads again, and says in the log what became of it.
    ///
    /// - Parameter changed: the paths that have changed; nil to look at all.
    private func refresh(_ reason: String, changed: Set<String>? = nil, on day: CalendarDay? = nil) {
        state.withLock { state in
            guard let server = state.server else {
                state.isBehind = true
                return
            }
            if let day { state.day = day }
            let start = ContinuousClock.now
            do {
                let (reading, snapshot) = try read(&state, changed)
                let outcome = server.show(reading, snapshot)
                let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
                server.log(
                    .notice, "files read again",
                    ["reason": reason, "outcome": outcome, "milliseconds": String(milliseconds)])
            } catch {
                // What was asked for on the command line no longer fits the files, such as a forum that is gone.
                let why = (error as? Misuse)?.message ?? "\(error)"
                server.log(.error, "files could not be read again", ["reason": why])
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
