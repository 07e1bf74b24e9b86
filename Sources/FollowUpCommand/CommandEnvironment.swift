import Diagnostics
public import FollowUpModel
public import ForumKit

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

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
    var terminal: Terminal
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
    /// Begins to watch a folder; see ``FolderChanges/begin(in:)``.
    var changes: @Sendable (String) -> () -> Set<String>? = { FolderChanges.begin(in: $0) }
    /// Who makes sites.
    public var site = SiteSupport.none
    /// What tells this build of the program from another; empty where that doesn't matter.
    var programStamp = ""
    /// Holds on to a picture until the process ends, which takes less time than taking it apart before.
    var keep: @Sendable (any Sendable) -> Void = { _ in }
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
        terminal = Terminal()
    }

    /// The environment of this process: its variables, its terminal, the machine's date.
    static func process(registry: ForumRegistry, site: SiteSupport) -> CommandEnvironment {
        var variables: [String: String] = [:]
        var entry = environ
        while let pointer = entry.pointee {
            let text = String(cString: pointer)
            if let equals = text.firstIndex(of: "=") {
                variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            entry += 1
        }
        var environment = CommandEnvironment(
            registry: registry, today: .systemToday, variables: variables,
            output: { write($0, to: STDOUT_FILENO) }, complaint: { write($0, to: STDERR_FILENO) })
        environment.todayNow = { .systemToday }
        environment.keep = { _ = Unmanaged.passRetained(Kept(value: $0)) }
        let everything = variables
        environment.terminal = Terminal.current(environment: everything)
        environment.terminalNow = { Terminal.current(environment: everything) }
        if Terminal.current(environment: everything, descriptor: STDERR_FILENO).movesCursor {
            environment.display = ProgressDisplay(
                terminal: { Terminal.current(environment: everything, descriptor: STDERR_FILENO) },
                write: { text in
                    // A command that the person has put in the background leaves the terminal to others.
                    if tcgetpgrp(STDERR_FILENO) == getpgrp() { write(text, to: STDERR_FILENO) }
                })
        }
        let interruption = Interruption(environment.meter, catalogue: .catalogue(for: .preferred(in: everything)))
        environment.interruption = interruption
        environment.programStamp = stampOfThisProgram()
        environment.site = site
        if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
            environment.ask = { question in
                guard interruption.beginWaiting() else { return nil }
                defer { interruption.endWaiting() }
                // Whoever sees the question can end it at once.
                write(question, to: STDOUT_FILENO)
                return readLine()
            }
        }
        return environment
    }

    /// The size and the time of the running program's file.
    private static func stampOfThisProgram() -> String {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return FollowUpCommand.version }
        return "\(FollowUpCommand.version) \(status.st_size) \(status.st_mtim.tv_sec)"
    }

    /// Writes a text whole; a reader that has gone away (`| head`) ends the writing without a complaint.
    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var written = 0
            while written < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                written += count
            }
        }
    }
}

/// What nobody takes apart any more.
private final class Kept: Sendable {
    let value: any Sendable

    init(value: any Sendable) { self.value = value }
}

extension CalendarDay {
    /// The machine's date in its own time zone.
    static var systemToday: CalendarDay {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        let day = CalendarDay(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        guard let day else { preconditionFailure("the system's calendar has only real days") }
        return day
    }
}

/// How a command ended.
public enum ExitStatus: Int32, Sendable {
    /// Everything is fine.
    case fine = 0
    /// The data has errors.
    case dataErrors = 1
    /// The command was not understood, or the workspace could not be found.
    case misuse = 2
    /// A person stopped the command, as with Ctrl-C: the number of the signal and 128.
    case stopped = 130
    /// The system or another program ended the command: the number of the signal and 128.
    case terminated = 143
}

/// The command was understood and can't be carried out, and why, in words for the person.
struct Misuse: Error, Sendable {
    var message: String
    var help: String?

    init(_ message: String, help: String? = nil) {
        self.message = message
        self.help = help
    }

    /// The words as they are written for the person.
    var text: String { "followup: \(message)\n" + (help.map { "  \($0)\n" } ?? "") }
}
