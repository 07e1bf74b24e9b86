import ArgumentParser
import Dashboard
import Diagnostics
import Dispatch
import FollowUpModel
import ForumWorkspace
import Localization
import Logging
import Synchronization
import SystemIO
import WebServer
import WebService

/// `followup serve`: the pages, their data and the API over HTTP, always as the files are.
struct ServeCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the pages and an API over HTTP, always as the files are.",
        usage: "followup serve [--host <address>] [--port <number>] [<option> ...]",
        discussion: """
            For example: followup serve, then open http://127.0.0.1:8080/. Whenever a file of the workspace changes, the \
            next answer shows it; while the files have errors, the last good picture stays, and every page says so. The \
            API begins at /api/v1. Ctrl-C stops.
            """)

    @Option(name: .long, help: ArgumentHelp("The address to listen at; 0.0.0.0 for all.", valueName: "address"))
    var host = WebServerOptions().host

    @Option(name: .long, help: ArgumentHelp("The port to listen at; 0 for one that is free.", valueName: "number"))
    var port = WebServerOptions().port

    @Flag(name: .long, help: "Count requests by the address that a proxy gives in X-Forwarded-For.")
    var behindProxy = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "How many requests a second a client may make in the long run; 0 for no limit.", valueName: "number"))
    var rateLimit = ServiceLimits().perSecond

    @Option(
        name: .long,
        help: ArgumentHelp("How many connections are answered at a time.", valueName: "number"))
    var connections = WebServerOptions().connections

    @Option(
        name: .long, help: "How the log is written: text (if not said) or json.",
        completion: .list(LogFormat.allCases.map(\.rawValue)), transform: { try member($0) as LogFormat })
    var logFormat = LogFormat.text

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The least that is logged: debug, info (each request; if not said), notice, warning, error.",
            valueName: "level"),
        completion: .list(Logger.Level.allCases.map(\.rawValue)), transform: { try member($0) as Logger.Level })
    var logLevel = Logger.Level.info

    @OptionGroup var folder: FolderOption
    @OptionGroup var languageOption: LanguageOption
    @OptionGroup var arguments: SnapshotArguments

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try languageOption.texts(in: environment, workspace: folder.workspace)
        let (options, limits) = try (serverOptions, serviceLimits)
        let files = ServedFiles(
            LiveWorkspace(
                root: folder.workspace, isReadAgain: true, environment: environment, texts: texts),
            arguments, texts)
        // Whatever changes while the files are read for the first time is not missed.
        files.watch(folder.workspace, environment)
        let first = try files.read()
        guard
            let service = WebService(
                first, templates: .ofThisProgram, limits: limits, clock: { SystemClock.seconds })
        else {
            let renderer = TextRenderer(usesColour: false, width: environment.terminal.width)
            environment.complaint(renderer.render(first.reading.diagnostics, in: first.reading.sources))
            throw folder.unreadable
        }
        let logger = Logger(label: "followup") { _ in
            LineLogHandler(isJSON: logFormat == .json, level: logLevel, write: { environment.complaint($0) })
        }
        let server = WebServer(service, options, logger: logger)
        files.begin(logger) { service.show($0) }
        environment.interruption?.endByClosing { server.stop() }
        try listen(server, options, environment, texts)
        return .success
    }

    /// Listens until the process is asked to end.
    private func listen(
        _ server: WebServer, _ options: WebServerOptions, _ environment: CommandEnvironment, _ texts: Texts
    ) throws {
        let folder = folder.workspace
        let ending = ServerEnding()
        Task.detached {
            do throws(WebServer.Failure) {
                try await server.run { port in
                    let host = options.host.contains(":") ? "[\(options.host)]" : options.host
                    environment.output(
                        texts[.serving, ["folder": folder, "address": "http://\(host):\(port)/"]] + "\n")
                }
            } catch {
                ending.failure.withLock { $0 = error }
            }
            ending.isThere.signal()
        }
        ending.isThere.wait()
        if let failure = ending.failure.withLock({ $0 }) {
            throw UsageError(
                "can't listen at \(options.host), port \(options.port): \(failure.reason)",
                help: "name another address or port with --host and --port")
        }
    }

    private var serverOptions: WebServerOptions {
        get throws {
            guard (0...65_535).contains(port) else { throw UsageError("--port takes a number from 0 to 65535") }
            guard connections > 0 else { throw UsageError("--connections takes a number from 1") }
            var options = WebServerOptions()
            (options.host, options.port) = (host, port)
            (options.connections, options.isBehindProxy) = (connections, behindProxy)
            return options
        }
    }

    private var serviceLimits: ServiceLimits {
        get throws {
            guard rateLimit >= 0 else { throw UsageError("--rate-limit takes a number from 0") }
            var limits = ServiceLimits()
            limits.perSecond = rateLimit
            limits.burst = max(limits.burst, 4 * rateLimit)
            return limits
        }
    }
}

/// How lines of a log look.
enum LogFormat: String, CaseIterable {
    /// For people.
    case text
    /// For programs: a JSON object a line.
    case json
}

/// How a server ended; a class because the thread that waits for it and the one that serves share it.
private final class ServerEnding: Sendable {
    let failure = Mutex<WebServer.Failure?>(nil)
    let isThere = DispatchSemaphore(value: 0)
}

/// The member of an enumeration that a word on the command line names.
private func member<Member: RawRepresentable<String> & CaseIterable & Sendable>(_ word: String) throws -> Member {
    guard let member = Member(rawValue: word) else {
        throw ValidationError("it takes one of \(Member.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return member
}
