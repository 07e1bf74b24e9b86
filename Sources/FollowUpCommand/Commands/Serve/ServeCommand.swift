public import ArgumentParser
import Dashboard
import Diagnostics
import Dispatch
import FollowUpModel
import ForumWorkspace
import Localization
public import Logging
import Synchronization
import SystemIO
import WebServer
import WebService

/// `followup serve`: the pages, their data and the API over HTTP, always as the files are.
struct ServeCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the pages and an API over HTTP, always up to date with the files.",
        usage: "followup serve [--host <address>] [--port <number>] [<option> ...]",
        discussion: """
            For example: followup serve, then open http://127.0.0.1:8080/. Whenever a file of the workspace changes, the \
            next answer shows it; while the files have errors, the last good picture stays, and every page says so. The \
            API begins at /api/v1. Ctrl-C stops.
            """)

    @Option(help: ArgumentHelp("The address to listen at; 0.0.0.0 for all.", valueName: "address"))
    var host = WebServerOptions().host

    @Option(help: ArgumentHelp("The port to listen at; 0 for one that is free.", valueName: "number"))
    var port = WebServerOptions().port

    @Flag(help: "Count requests by the address that a proxy gives in X-Forwarded-For.")
    var behindProxy = false

    @Option(
        help: ArgumentHelp(
            "How many requests a second a client may make on average; 0 for no limit.", valueName: "number"))
    var rateLimit = ServiceLimits().perSecond

    @Option(help: ArgumentHelp("How many connections are answered at a time.", valueName: "number"))
    var connections = WebServerOptions().connections

    @Option(help: ArgumentHelp("How the log is written.", valueName: "format"))
    var logFormat = LogFormat.text

    @Option(help: ArgumentHelp("The least that is logged; info logs each request.", valueName: "level"))
    var logLevel = Logger.Level.info

    @OptionGroup var folder: FolderOption
    @OptionGroup var languageOption: LanguageOption
    @OptionGroup var arguments: SnapshotArguments

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try languageOption.texts(in: environment, workspace: folder.workspace)
        var options = try serverOptions
        let limits = try serviceLimits
        // Whatever changes while the files are read for the first time is not missed.
        let next = environment.changes(folder.workspace)
        let files = ServedFiles(
            LiveWorkspace(root: folder.workspace, environment: environment, texts: texts), arguments, texts)
        let first = try files.read()
        guard
            let service = WebService(
                first, templates: .ofThisProgram, limits: limits, clock: { SystemClock.seconds })
        else {
            environment.complain(of: first.reading.diagnostics, in: first.reading.sources)
            throw folder.unreadable
        }
        let logger = Logger(label: "followup") { _ in
            LineLogHandler(isJSON: logFormat == .json, level: logLevel, write: { environment.complaint($0) })
        }
        // Besides connections, files are read; and a quarter more connections wait for a place.
        let most = max(1, (CurrentProcess.allowMostOpenFiles() - 128) * 4 / 5)
        if options.connections > most {
            logger.warning("the system allows no more than \(most) connections at a time")
            options.connections = most
        }
        let server = WebServer(service, options, logger: logger)
        files.follow(next, logger) { service.show($0) }
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
enum LogFormat: String, CaseIterable, ExpressibleByArgument {
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

extension Logger.Level: @retroactive ExpressibleByArgument {}
