import HTTPTypes
import HummingbirdCore
package import Logging
import NIOCore
import NIOHTTPTypes
import NIOPosix
import Synchronization
import SystemIO
package import WebService

/// Where a server listens, and how much it takes from clients.
package struct WebServerOptions: Hashable, Sendable {
    /// The address to listen at.
    package var host = "127.0.0.1"
    /// The port; 0 for one that is free.
    package var port = 8080
    /// How many connections are answered at a time; of more, idle ones are closed, and where none is idle they are told
    /// that there is too much to do.
    package var connections = 1024
    /// The time in which a request's head must have come, and after which an idle connection is closed.
    package var idleTime = Duration.seconds(30)
    /// The time in which a client must have taken an answer.
    package var sendingTime = Duration.seconds(60)
    /// Whether a proxy stands before the server, which says in X-Forwarded-For for whom it asks.
    package var isBehindProxy = false

    /// Makes the usual options.
    package init() {}
}

/// Answers HTTP on a port from a service: connections, timeouts, logs.
package final class WebServer: Sendable {
    private let service: WebService
    private let options: WebServerOptions
    private let logger: Logger
    private let server = Mutex<Server<HTTP1Channel>?>(nil)

    /// The server could not begin to listen.
    package struct Failure: Error {
        /// Why, in the system's words.
        package var reason: String
    }

    /// Makes a server that doesn't listen yet.
    package init(_ service: WebService, _ options: WebServerOptions, logger: Logger) {
        self.service = service
        self.options = options
        self.logger = logger
    }

    /// Listens until it is stopped.
    ///
    /// - Parameter started: is told the port once connections are accepted.
    package func run(started: @escaping @Sendable (Int) -> Void) async throws(Failure) {
        let (service, options, logger) = (service, options, logger)
        var limits = HTTP1Channel.Configuration.DecoderConfiguration()
        // What is a little too large gets a proper answer; what is far too large is cut off here.
        limits.maxHeaderListSize = service.headLimit * 2
        limits.maxHeaderFieldSize = service.headLimit * 2
        let table = ConnectionTable(room: options.connections)
        let configuration = HTTP1Channel.Configuration(
            additionalChannelHandlers: [
                ConnectionDeadlines(service, table, idle: options.idleTime, sending: options.sendingTime)
            ], httpDecoderConfiguration: limits)
        let date = DateField()
        let channel = HTTP1Channel(
            responder: { request, writer, channel in
                try await Self.respond(to: request, writer, channel, service, table, options, logger, date)
            }, configuration: configuration)
        // Connections beyond the limit are turned away politely; far beyond it the system lets them wait.
        let server = Server(
            childChannelSetup: channel,
            configuration: ServerConfiguration(
                address: .hostname(options.host, port: options.port), backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(
                    options.connections + options.connections / 4)),
            onServerRunning: { channel in started(channel.localAddress?.port ?? options.port) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger)
        self.server.withLock { $0 = server }
        do {
            try await server.run()
        } catch {
            let system = (error as? IOError).map { FileError(path: options.host, errno: $0.errnoCode).reason }
            throw Failure(reason: system ?? "\(error)")
        }
    }

    /// Takes no more connections, finishes the requests that have begun, and lets ``run(started:)`` return.
    package func stop() {
        service.stop()
        guard let server = server.withLock({ $0 }) else { return }
        Task { try? await server.shutdownGracefully() }
    }

    /// Thrown to close a connection after an answer.
    private struct ConnectionEnds: Error {}

    private static func respond(
        to request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel, _ service: WebService,
        _ table: ConnectionTable, _ options: WebServerOptions, _ logger: Logger, _ date: DateField
    ) async throws {
        let start = ContinuousClock.now
        let client = ClientAddress.of(request.headers, channel, isBehindProxy: options.isBehindProxy)
        let asked = WebRequest(
            request.head.path ?? "/", method: request.method, headers: request.headers, client: client)
        var reply = await service.reply(to: asked, isCrowded: table.isCrowded)
        // No answer has one yet; to look for it would cost more than all the rest.
        reply.headers.append(HTTPField(name: .date, value: date.now))
        logger.note(asked, reply, since: start)
        let head = HTTPResponse(status: reply.status, headerFields: reply.headers)
        if let body = reply.body {
            try await writer.write(response: head, body: ResponseBody(byteBuffer: body))
        } else {
            try await writer.writeResponse(head)
        }
        if reply.closes { throw ConnectionEnds() }
    }
}

/// The moment of an answer as its field says it, made once a second; a class because all connections share it.
private final class DateField: Sendable {
    private let last = Mutex((seconds: 0, text: ""))

    var now: String {
        let seconds = SystemClock.seconds
        return last.withLock { last in
            if last.seconds != seconds { last = (seconds, HTTPDate(seconds: seconds).text) }
            return last.text
        }
    }
}
