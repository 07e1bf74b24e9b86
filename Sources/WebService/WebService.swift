package import Dashboard
import FollowUpModel
import ForumWorkspace
import HTTPTypes
import Harmonization
import JSON
import Localization
import NIOCore
import Synchronization
import SystemIO

/// Answers requests for the pages of a picture, its data and its API; knows nothing of connections.
///
/// A class because all connections share its caches and counters.
package final class WebService: Sendable {
    let limits: ServiceLimits
    /// What tells the style sheet and the script of this program from those of another.
    let assetStamp: String
    private let editions: Editions
    let limiter: RateLimiter
    private let metrics = ServiceMetrics()
    private let assets: [String: StoredResponse]
    private let clock: @Sendable () -> Int
    private let isStopping = Atomic(false)
    private let connectionCount = Atomic(0)

    /// Begins to show a reading; nil where it gives no picture.
    ///
    /// - Parameter clock: gives the seconds since 1970.
    package init?(
        _ first: FreshReading, templates: PageTemplates, limits: ServiceLimits = ServiceLimits(),
        clock: @escaping @Sendable () -> Int
    ) {
        let now = HTTPDate(seconds: clock())
        guard let editions = Editions(first, at: now, templates, limits) else { return nil }
        self.editions = editions
        self.limits = limits
        self.clock = clock
        limiter = RateLimiter(limits)
        let files = Dashboard.assets
        assetStamp = String(SHA256.hash(files.flatMap(\.bytes)).prefix(12))
        var assets: [String: StoredResponse] = [:]
        for file in files {
            let kind = StoredResponse.Kind(
                mediaType: MediaType.of(file.path), route: "asset", caching: "public, max-age=31536000, immutable")
            assets["/" + file.path] = StoredResponse(ByteBuffer(bytes: file.bytes), kind, since: now)
        }
        self.assets = assets
    }

    /// Shows a new reading of the files, or says on every page that they are broken; one thread may do so at a time.
    package func show(_ fresh: FreshReading) -> ReloadOutcome {
        let outcome = editions.replace(with: fresh, at: HTTPDate(seconds: clock()))
        metrics.count(outcome)
        return outcome
    }

    /// The largest head of a request that is read, in bytes.
    package var headLimit: Int { limits.headSize }

    /// What is shown at the moment.
    var edition: Edition { editions.current }

    /// Says from now on that the service is about to stop, so that no more requests are sent to it.
    package func stop() { isStopping.store(true, ordering: .relaxed) }

    /// Counts connections that have opened or closed, and gives how many are open.
    @discardableResult
    package func countConnections(_ change: Int) -> Int {
        connectionCount.add(change, ordering: .relaxed).newValue
    }

    /// Answers a request.
    ///
    /// - Parameter isCrowded: whether there are so many connections that this one is to be turned away.
    package func reply(to request: WebRequest, isCrowded: Bool = false) async -> WebReply {
        let start = ContinuousClock.now
        var reply = await answer(request, isCrowded)
        if request.method == .head { reply.body = nil }
        if isStopping.load(ordering: .relaxed) { reply.closes = true }
        if reply.closes { reply.headers[.connection] = "close" }
        metrics.count(route: reply.route, status: reply.status.code, time: ContinuousClock.now - start)
        return reply
    }

    private func answer(_ request: WebRequest, _ isCrowded: Bool) async -> WebReply {
        guard request.target.utf8.count <= limits.targetSize else {
            return failed(.addressTooLong, request, closes: true)
        }
        guard request.headSize <= limits.headSize else { return failed(.headTooLarge, request, closes: true) }
        if request.hasBody { return failed(.bodyNotAccepted, request, closes: true) }
        let isOfMachines = request.target.hasPrefix("/health/") || request.target == "/metrics"
        if isCrowded, !isOfMachines { return failed(.busy, request, wait: 1, closes: true) }
        if !isOfMachines, let wait = limiter.waitingTime(of: request.client) {
            return failed(.tooManyRequests, request, wait: wait)
        }
        if request.method == .options { return options(request) }
        guard request.method == .get || request.method == .head else { return failed(.methodNotAllowed, request) }
        let edition = editions.current
        do throws(PageFailure) {
            if request.target.hasPrefix(API.root) { return try await api(request, edition) }
            if let known = edition.cache[request.target] { return known.reply(to: request) }
            guard let address = WebAddress(request.target) else { throw .badRequest }
            return try await route(address, request, edition)
        } catch {
            return failed(error, request, wait: error == .busy ? 2 : nil)
        }
    }

    /// Answers what is neither kept nor part of the API.
    private func route(
        _ address: WebAddress, _ request: WebRequest, _ edition: Edition
    ) async throws(PageFailure) -> WebReply {
        switch (address.parts[0], address.parts.count) {
        case ("", 1), ("index.html", 1): return entrance(request, edition)
        case ("assets", _): return try asset(address, request)
        case ("favicon.ico", 1): return redirect(to: "/assets/icon.svg", isForEver: true)
        case ("robots.txt", 1): return text("User-agent: *\nAllow: /\n", route: "other")
        case ("api", 1): return redirect(to: API.root, isForEver: true)
        case ("metrics", 1): return metricsPage(edition)
        case ("health", 2): return try health(address.parts[1], edition)
        case ("data", 2): return try await data(address, request, edition)
        case (let code, _):
            guard let language = edition.languages.language(code) else { throw .nothingHere }
            return try await page(address, in: language, request, edition)
        }
    }

    /// The way to the pages in the visitor's language.
    private func entrance(_ request: WebRequest, _ edition: Edition) -> WebReply {
        let language = Preferences(request.headers[.acceptLanguage]).language(among: edition.languages.languages)
        var reply = redirect(to: "/\(language?.code ?? "en")/index.html", isForEver: false)
        reply.headers[.vary] = "Accept-Language"
        return reply
    }

    func redirect(to location: String, isForEver: Bool) -> WebReply {
        var reply = WebReply(
            isForEver ? .permanentRedirect : .found, route: "redirect",
            caching: isForEver ? "public, max-age=3600" : "no-cache")
        reply.headers[.location] = location
        return reply
    }

    private func asset(_ address: WebAddress, _ request: WebRequest) throws(PageFailure) -> WebReply {
        guard let asset = assets[address.path] else { throw .nothingHere }
        var reply = asset.reply(to: request)
        // Without the stamp the address stays the same when the program's next version brings another file.
        if !address.parameters.contains(where: { $0.name == "v" && $0.value == assetStamp }) {
            reply.headers[.cacheControl] = "no-cache"
        }
        return reply
    }

    private func text(
        _ text: String, mediaType: String = MediaType.text, status: HTTPResponse.Status = .ok, route: String
    ) -> WebReply {
        WebReply(status, route: route, caching: "no-store", mediaType: mediaType, body: ByteBuffer(string: text))
    }

    private func metricsPage(_ edition: Edition) -> WebReply {
        text(
            metrics.text(
                edition: edition, now: HTTPDate(seconds: clock()),
                connections: connectionCount.load(ordering: .relaxed), clients: limiter.count),
            mediaType: "text/plain; version=0.0.4; charset=utf-8", route: "metrics")
    }

    /// Whether the process lives, and whether it wants requests.
    private func health(_ name: String, _ edition: Edition) throws(PageFailure) -> WebReply {
        switch name {
        case "live": return text("{\"status\":\"live\"}\n", mediaType: API.json, route: "health")
        case "ready":
            let isReady = !isStopping.load(ordering: .relaxed)
            let document: JSONValue = [
                "status": .string(isReady ? "ready" : "stopping"), "broken": .bool(edition.isBroken),
                "errors": .integer(edition.errorCount), "since": .string(edition.since.text),
                "forums-not-read": .array(
                    edition.picture.snapshot.missingForums.map { .string($0.id) }),
            ]
            return text(
                document.text(indented: false) + "\n", mediaType: API.json,
                status: isReady ? .ok : .serviceUnavailable, route: "health")
        default: throw .nothingHere
        }
    }

    /// What may be asked of an address, also by programs of other sites.
    private func options(_ request: WebRequest) -> WebReply {
        var reply = WebReply(.noContent, route: "options", isShared: true)
        reply.headers[.allow] = Self.methods
        reply.headers[.accessControlAllowMethods] = Self.methods
        reply.headers[.accessControlAllowHeaders] = "Accept, Accept-Language, If-None-Match, If-Modified-Since"
        reply.headers[.accessControlMaxAge] = "86400"
        return reply
    }

    static let methods = "GET, HEAD, OPTIONS"
}

/// The media types of what is sent.
enum MediaType {
    static let html = "text/html; charset=utf-8"
    static let text = "text/plain; charset=utf-8"
    static let csv = "text/csv; charset=utf-8; header=present"
    static let calendar = "text/calendar; charset=utf-8"
    static let problem = "application/problem+json"

    /// The type of a file of the site by its ending.
    static func of(_ path: String) -> String {
        if path.hasSuffix(".css") { return "text/css; charset=utf-8" }
        if path.hasSuffix(".js") { return "text/javascript; charset=utf-8" }
        return "image/svg+xml"
    }
}
