import ArgumentParser
import Diagnostics
import Dispatch
import FollowUpModel
import ForumWorkspace
import Synchronization

/// `followup serve`: the pages, their data and the interface for programs over HTTP, always as the files are.
struct ServeCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the pages and an interface for programs over HTTP, always as the files are.",
        usage: "followup serve [--host <address>] [--port <number>] [<option> ...]",
        discussion: """
            For example: followup serve, then open http://127.0.0.1:8080/. Whenever a file of the workspace changes, the \
            next answer shows it; while the files have errors, the last good picture stays, and every page says so. The \
            interface for programs begins at /api/v1. Ctrl-C stops.
            """)

    @Option(name: .long, help: ArgumentHelp("The address to listen at; 0.0.0.0 for all.", valueName: "address"))
    var host = ServingOptions().host

    @Option(name: .long, help: ArgumentHelp("The port to listen at; 0 for one that is free.", valueName: "number"))
    var port = ServingOptions().port

    @Flag(name: .long, help: "Count requests by the address that a proxy gives in X-Forwarded-For.")
    var behindProxy = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "How many requests a second a client may make in the long run; 0 for no limit.", valueName: "number"))
    var rateLimit = ServingOptions().requestsPerSecond

    @Option(
        name: .long,
        help: ArgumentHelp("How many connections are answered at a time.", valueName: "number"))
    var connections = ServingOptions().connections

    @Option(
        name: .long, help: "How the log is written: text (if not said) or json.",
        completion: .list(LogFormat.allCases.map(\.rawValue)), transform: { try member($0) as LogFormat })
    var logFormat = LogFormat.text

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The least that is logged: debug, info (each request; if not said), notice, warning, error.",
            valueName: "level"),
        completion: .list(LogLevel.allCases.map(\.rawValue)), transform: { try member($0) as LogLevel })
    var logLevel = LogLevel.info

    @OptionGroup var folder: FolderOption
    @OptionGroup var languageOption: LanguageOption
    @OptionGroup var arguments: SnapshotArguments

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let catalogue = Catalogue.catalogue(for: try languageOption.language(in: environment))
        let maker = try environment.siteMaker()
        let options = try options
        let files = ServedFiles(
            LiveWorkspace(
                root: folder.workspace, isReadAgain: true, environment: environment, catalogue: catalogue),
            arguments, catalogue)
        // Whatever changes while the files are read for the first time is not missed.
        files.watch(folder.workspace, environment)
        let (reading, snapshot) = try files.read()
        guard let server = maker.server(of: reading, snapshot, options, log: { environment.complaint($0) }) else {
            let renderer = TextRenderer(usesColour: false, width: environment.terminal.width)
            environment.complaint(renderer.render(reading.diagnostics, in: reading.sources))
            throw folder.unreadable
        }
        files.begin(to: server)
        environment.interruption?.endByClosing { server.stop() }
        try listen(server, options, environment, catalogue)
        return .fine
    }

    /// Listens until the process is asked to end.
    private func listen(
        _ server: any SiteServer, _ options: ServingOptions, _ environment: CommandEnvironment, _ catalogue: Catalogue
    ) throws {
        let folder = folder.workspace
        let ending = ServerEnding()
        Task.detached {
            do throws(CannotListen) {
                try await server.run { port in
                    let host = options.host.contains(":") ? "[\(options.host)]" : options.host
                    environment.output(
                        catalogue.text(\.serving, ["folder": folder, "address": "http://\(host):\(port)/"]) + "\n")
                }
            } catch {
                ending.failure.withLock { $0 = error }
            }
            ending.isThere.signal()
        }
        ending.isThere.wait()
        if let failure = ending.failure.withLock({ $0 }) {
            throw Misuse(
                "can't listen at \(options.host), port \(options.port): \(failure.reason)",
                help: "name another address or port with --host and --port")
        }
    }

    private var options: ServingOptions {
        get throws {
            guard (0...65_535).contains(port) else { throw Misuse("--port takes a number from 0 to 65535") }
            guard rateLimit >= 0 else { throw Misuse("--rate-limit takes a number from 0") }
            guard connections > 0 else { throw Misuse("--connections takes a number from 1") }
            var options = ServingOptions()
            (options.host, options.port, options.connections) = (host, port, connections)
            (options.requestsPerSecond, options.isBehindProxy) = (rateLimit, behindProxy)
            (options.logFormat, options.logLevel) = (logFormat, logLevel)
            return options
        }
    }
}

/// How a server ended; a class because the thread that waits for it and the one that serves share it.
private final class ServerEnding: Sendable {
    let failure = Mutex<CannotListen?>(nil)
    let isThere = DispatchSemaphore(value: 0)
}

/// The member of an enumeration that a word on the command line names.
private func member<Member: RawRepresentable<String> & CaseIterable & Sendable>(_ word: String) throws -> Member {
    guard let member = Member(rawValue: word) else {
        throw ValidationError("it takes one of \(Member.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return member
}
