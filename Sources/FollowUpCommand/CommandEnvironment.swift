import Diagnostics
public import FollowUpModel
public import ForumKit
import Localization
import Synchronization
import SystemIO

/// Everything a command takes from outside: modules, the date, the environment, and where its words go.
///
/// It is a value made once in `main`; tests make their own with a fixed date and a printer that collects.
public struct CommandEnvironment: Sendable {
    /// The installed modules.
    public var registry: ForumRegistry
    /// Today, used where no `--as-of` is given.
    public var today: CalendarDay
    /// The date as it is now, for commands that stay for days; nil where it is ``today`` for good.
    var todayNow: (@Sendable () -> CalendarDay)?
    /// The environment variables.
    public var variables: [String: String]
    /// The terminal that results are shown on.
    var terminal = Terminal()
    /// Asks the person at the terminal and gives the answer, nil at the end of input; nil where nobody sits at one.
    var ask: (@Sendable (String) -> String?)?
    /// Tells how far long work has come, and stops it.
    let meter = WorkMeter()
    /// Shows long work; nil where nobody would see it.
    var display: ProgressDisplay?
    /// How the process ends when it is asked to; nil where the caller sees to that.
    var interruption: Interruption?
    /// The terminal as it is now, where it may have changed since the process began.
    var terminalNow: (@Sendable () -> Terminal)?
    /// The time, to tell how long something took.
    var clock: @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
    /// Begins to watch a folder, and gives what waits for the next changes; nil there when nothing changes any more.
    ///
    /// It takes the files that were read, which are watched wherever they lie; it gives no paths when a new day begins.
    var changes: @Sendable (String) -> @Sendable (Set<String>) -> Set<String>? = { folder in
        let watcher = FolderWatcher(folder)
        return { watcher.next(with: $0) }
    }
    /// The files that commands write.
    var files = FileSystem.real
    /// Keeps a picture in memory until the process ends, which takes less time than freeing it before.
    var keepUntilExit: @Sendable (any Sendable) -> Void = { _ in }
    /// Takes results.
    public var output: @Sendable (String) -> Void
    /// Takes complaints and remarks.
    public var complaint: @Sendable (String) -> Void

    /// Makes an environment whose terminal is 80 columns wide and without colour.
    public init(
        registry: ForumRegistry, today: CalendarDay, variables: [String: String],
        output: @escaping @Sendable (String) -> Void, complaint: @escaping @Sendable (String) -> Void
    ) {
        self.registry = registry
        self.today = today
        self.variables = variables
        self.output = output
        self.complaint = complaint
    }

    /// The environment of this process: its variables, its terminal, the machine's date.
    static func process(registry: ForumRegistry) -> CommandEnvironment {
        let variables = CurrentProcess.environment
        var environment = CommandEnvironment(
            registry: registry, today: .systemToday, variables: variables,
            output: { text in
                guard let failure = StandardStream.output.write(text) else { return }
                // Whoever reads no more needs no complaint; others would believe that they have everything.
                if !failure.isEndOfReader {
                    _ = StandardStream.error.write("followup: the output can't be written: \(failure.reason)\n")
                }
                CurrentProcess.endAtOnce(status: failure.isEndOfReader ? 141 : ExitStatus.dataErrors.rawValue)
            }, complaint: { _ = StandardStream.error.write($0) })
        environment.todayNow = { .systemToday }
        environment.changes = { folder in
            let watcher = FolderWatcher(folder)
            let day = Mutex(CalendarDay.systemToday)
            return { files in
                watcher.next(with: files) {
                    day.withLock { day in
                        defer { day = .systemToday }
                        return day != .systemToday
                    }
                }
            }
        }
        environment.keepUntilExit = { _ = Unmanaged.passRetained(Kept(thing: $0)) }
        environment.terminal = Terminal.current(environment: variables)
        environment.terminalNow = { Terminal.current(environment: variables) }
        if Terminal.current(environment: variables, stream: .error).movesCursor {
            environment.display = ProgressDisplay(
                terminal: { Terminal.current(environment: variables, stream: .error) },
                write: { text in
                    // A command that the person has put in the background leaves the terminal to others.
                    if StandardStream.error.isInForeground { _ = StandardStream.error.write(text) }
                })
        }
        let interruption = Interruption(environment.meter, texts: LazyValue { .texts(for: .preferred(in: variables)) })
        environment.interruption = interruption
        if StandardStream.input.isTerminal, StandardStream.output.isTerminal {
            environment.ask = { question in
                guard interruption.beginWaiting() else { return nil }
                defer { interruption.endWaiting() }
                // Whoever sees the question can end it at once.
                _ = StandardStream.output.write(question)
                return readLine()
            }
        }
        return environment
    }
}

extension CommandEnvironment {
    /// Whether the files are still as they were read; a complaint, where what was made of them may be of no state of them.
    func holds(_ sources: SourceMap) -> Bool {
        guard let changed = sources.files.first(where: { !$0.bytes.isIntact }) else { return true }
        complaint("followup: \(changed.path) was written while it was read; run the command again\n")
        return false
    }

    /// Shows problems as complaints.
    func complain(of diagnostics: [Diagnostic], in sources: SourceMap) {
        complaint(TextRenderer(usesColour: false, width: terminal.width).render(diagnostics, in: sources))
    }
}

extension CalendarDay {
    /// The machine's date in its own time zone.
    static var systemToday: CalendarDay {
        let date = SystemClock.localDate
        let day = CalendarDay(year: date.year, month: date.month, day: date.day)
        guard let day else { preconditionFailure("the system's calendar has only real days") }
        return day
    }
}

/// How a command ended.
public enum ExitStatus: Int32, Sendable {
    /// Everything is fine.
    case success = 0
    /// The data has errors.
    case dataErrors = 1
    /// The command was not understood, or the workspace could not be found.
    case usageError = 2
    /// A person stopped the command, as with Ctrl-C: the number of the signal and 128.
    case stopped = 130
    /// The system or another program ended the command: the number of the signal and 128.
    case terminated = 143
}

/// The command was understood and can't be carried out, and why, in words for the person.
struct UsageError: Error, Sendable {
    var message: String
    var help: String?

    init(_ message: String, help: String? = nil) {
        self.message = message
        self.help = help
    }

    /// That a file can't be written.
    init(unwritable error: FileError) { self.init("\(error.path) can't be written: \(error.reason)") }

    /// The words as they are written for the person.
    var text: String { "followup: \(message)\n" + (help.map { "  \($0)\n" } ?? "") }
}

/// Holds something in memory.
private final class Kept: Sendable {
    let thing: any Sendable

    init(thing: any Sendable) { self.thing = thing }
}
