import FollowUpCommand
import ForumWorkspace
import Harmonization
import Logging
import WebServer
import WebService

/// The dashboard behind a port.
struct DashboardServer: SiteServer {
    private let service: WebService
    private let server: WebServer
    private let logger: Logger

    init(_ service: WebService, _ options: ServingOptions, log: @escaping @Sendable (String) -> Void) {
        let logger = Logger(label: "followup") { _ in
            LineLogHandler(isJSON: options.logFormat == .json, level: options.logLevel.level, write: log)
        }
        var listening = WebServerOptions()
        (listening.host, listening.port) = (options.host, options.port)
        (listening.connections, listening.isBehindProxy) = (options.connections, options.isBehindProxy)
        self.service = service
        self.logger = logger
        server = WebServer(service, listening, logger: logger)
    }

    func show(_ reading: WorkspaceReading, _ snapshot: Snapshot?) -> String {
        service.show(FreshReading(reading, snapshot)).rawValue
    }

    func run(started: @escaping @Sendable (Int) -> Void) async throws(CannotListen) {
        do throws(WebServer.Failure) {
            try await server.run(started: started)
        } catch {
            throw CannotListen(reason: error.reason)
        }
    }

    func stop() { server.stop() }

    func log(_ level: LogLevel, _ message: String, _ facts: [String: String]) {
        logger.log(level: level.level, "\(message)", metadata: facts.mapValues { .string($0) })
    }
}

extension LogLevel {
    /// The level of the logging library.
    fileprivate var level: Logger.Level {
        switch self {
        case .debug: .debug
        case .info: .info
        case .notice: .notice
        case .warning: .warning
        case .error: .error
        }
    }
}
