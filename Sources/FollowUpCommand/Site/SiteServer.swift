public import ForumWorkspace
public import Harmonization

/// Serves the pages of the picture that it was shown last.
public protocol SiteServer: Sendable {
    /// Shows a new reading, or says on every page that the files are broken; one thread may do so at a time.
    ///
    /// - Returns: what became of it, in a word for the log.
    func show(_ reading: WorkspaceReading, _ snapshot: Snapshot?) -> String

    /// Listens until it is stopped.
    ///
    /// - Parameter started: is told the port once connections are accepted.
    func run(started: @escaping @Sendable (Int) -> Void) async throws(CannotListen)

    /// Takes no more connections, finishes the requests that have begun, and lets ``run(started:)`` return.
    func stop()

    /// Writes a line of the log.
    func log(_ level: LogLevel, _ message: String, _ facts: [String: String])
}

/// The server could not begin to listen.
public struct CannotListen: Error, Hashable {
    /// Why, in the system's words.
    public var reason: String

    /// Says why.
    public init(reason: String) { self.reason = reason }
}

/// Where a server listens, how much it takes from clients, and what it tells of them.
public struct ServingOptions: Hashable, Sendable {
    /// The address to listen at.
    public var host = "127.0.0.1"
    /// The port; 0 for one that is free.
    public var port = 8080
    /// How many connections are answered at a time; more are told that there is too much to do.
    public var connections = 1024
    /// How many requests a second a client may make in the long run; 0 for no limit.
    public var requestsPerSecond = 100
    /// Whether a proxy stands before the server, which says in X-Forwarded-For for whom it asks.
    public var isBehindProxy = false
    /// How lines of the log look.
    public var logFormat = LogFormat.text
    /// The least that is logged.
    public var logLevel = LogLevel.info

    /// Makes the usual options.
    public init() {}
}

/// How lines of a log look.
public enum LogFormat: String, Hashable, Sendable, CaseIterable {
    /// For people.
    case text
    /// For programs: a JSON object a line.
    case json
}

/// How much an event of a log matters.
public enum LogLevel: String, Hashable, Sendable, CaseIterable {
    /// For whoever looks for a fault of the program.
    case debug
    /// Each request.
    case info
    /// What happens seldom and is as it should be.
    case notice
    /// What somebody should look at.
    case warning
    /// What doesn't work.
    case error
}
