import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import WebService

/// Requests and their answers as tables: status, head, caching, conditions, negotiation, limits.
///
/// All of it is asked through ``WebService``, as a connection asks it. Articles are those of RFC 9110 (semantics of HTTP)
/// and RFC 9111 (caching) where nothing else is said.
@Suite("Requests as tables")
struct RequestTableTests {
    /// One address of each kind of answer, and the media type that it has.
    static let addresses: [(target: String, type: String)] = [
        ("/en/index.html", "text/html; charset=utf-8"), ("/fr/matrix.html", "text/html; charset=utf-8"),
        ("/es/countries.json", "application/json"), ("/pt/due/all.ics", "text/calendar; charset=utf-8"),
        ("/assets/site.css", "text/css; charset=utf-8"), ("/assets/site.js", "text/javascript; charset=utf-8"),
        ("/data/cells.csv", "text/csv"), ("/data/cells.json", "application/json"),
        ("/api/v1", "application/json"), ("/api/v1/cells", "application/json"), ("/api/v1/cells.csv", "text/csv"),
        ("/api/v1/overview", "application/json"), ("/api/v1/openapi.json", "application/json"),
    ]
    static let targets = addresses.map(\.target)

    // MARK: Answers

    @Test("A page, a document, a file and a table each have their own media type", arguments: addresses)
    func mediaTypes(_ target: String, _ type: String) async throws {
        let reply = try await Samples.service().get(target)
        #expect(reply.status == .ok)
        #expect(reply.headers[.contentType]?.hasPrefix(type) == true, "\(reply.headers[.contentType] ?? "none")")
        #expect(reply.headers[.contentLength] == String(reply.body?.readableBytes ?? -1))
        #expect(reply.text.isEmpty == false)
        if type == "application/json" { #expect(throws: Never.self) { try reply.document } }
    }

    @Test(
        "Every answer forbids guessing its type, being framed and loading from elsewhere",
        arguments: targets + [
            "/", "/en/none.html", "/api/v1/none", "/robots.txt", "/health/live", "/metrics", "/es", "/favicon.ico",
        ])
    func guards(_ target: String) async throws {
        let service = try Samples.service()
        for method in [HTTPRequest.Method.get, .head, .options, .post] {
            let headers = await service.reply(to: WebRequest(target, method: method)).headers
            #expect(headers[.xContentTypeOptions] == "nosniff")
            let policy = try #require(headers[.contentSecurityPolicy])
            #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
            #expect(!policy.contains("unsafe") && !policy.contains("http"), "\(policy)")
        }
    }

    @Test("HEAD is GET without content (9.3.2)", arguments: targets + ["/", "/en/none.html", "/api/v1/none", "/es"])
    func head(_ target: String) async throws {
        let service = try Samples.service()
        for encoding in ["gzip", "identity"] {
            let headers: HTTPFields = [.acceptEncoding: encoding]
            let whole = await service.get(target, headers)
            let head = await service.reply(to: WebRequest(target, method: .head, headers: headers))
            #expect(head.status == whole.status)
            #expect(head.headers == whole.headers)
            #expect(head.body == nil)
        }
    }

    @Test(
        "What leads elsewhere leads to an address of this server that answers",
        arguments: [
            ("/", 302), ("/index.html", 302), ("/en", 308), ("/pt/matrix", 308), ("/api", 308), ("/favicon.ico", 308),
            ("/en/matrix.html?measure=1", 302), ("/en/matrix.json?forum=river", 302), ("/fr/index", 308),
        ])
    func redirects(_ target: String, _ status: Int) async throws {
        let service = try Samples.service()
        let reply = await service.get(target)
        #expect(reply.status.code == status)
        #expect(reply.headers[.contentLength] == "0")
        let place = try #require(reply.headers[.location])
        #expect(place.hasPrefix("/") && !place.hasPrefix("//"))
        #expect(await service.get(place).status == .ok, "\(place)")
    }

    // MARK: Caching

    @Test("The same question has the same tag, and another one another", arguments: targets)
    func tags(_ target: String) async throws {
        let (one, other) = (try Samples.service(), try Samples.service())
        let tag = try #require(await one.get(target).headers[.eTag])
        #expect(tag.hasPrefix("\"") && tag.hasSuffix("\"") && tag.count > 10)
        #expect(await one.get(target).headers[.eTag] == tag)
        #expect(await other.get(target).headers[.eTag] == tag, "two processes over the same files agree")
        // One table under two addresses may well be the same bytes.
        let others = Self.targets.filter { $0 != "/data/cells.csv" }
        var tags: Set<String> = []
        for target in others { tags.insert(try #require(await one.get(target).headers[.eTag])) }
        #expect(tags.count == others.count)
    }

    /// The conditions of 13.1: which of them the client's copy fulfils.
    ///
    /// `TAG` stands for the answer's tag, `TIME` for its
    /// time, `BEFORE` and `AFTER` for a second before and after it.
    static let conditions: [(none: String?, since: String?, isKnown: Bool)] = [
        (nil, nil, false), ("TAG", nil, true), ("W/TAG", nil, true), ("\"x\", TAG", nil, true),
        ("  TAG  ", nil, true), ("\"x\",W/TAG,\"y\"", nil, true), ("*", nil, true), ("\"x\"", nil, false),
        ("", nil, false), ("TAGx", nil, false), ("x", nil, false),
        (nil, "TIME", true), (nil, "AFTER", true), (nil, "BEFORE", false), (nil, "yesterday", false),
        (nil, "", false), ("\"x\"", "TIME", false), ("\"x\"", "AFTER", false), ("TAG", "BEFORE", true),
        ("", "TIME", false),
    ]

    @Test("A copy that is still good is not sent again; a tag counts more than a time (13.2.2)", arguments: targets)
    func conditions(_ target: String) async throws {
        let service = try Samples.service()
        for encoding in ["gzip", "identity"] {
            let first = await service.get(target, [.acceptEncoding: encoding])
            let tag = try #require(first.headers[.eTag])
            for condition in Self.conditions {
                var headers: HTTPFields = [.acceptEncoding: encoding]
                headers[.ifNoneMatch] = condition.none.map { $0.replacingOccurrences(of: "TAG", with: tag) }
                headers[.ifModifiedSince] = try condition.since.map { try Self.moment($0, first) }
                let reply = await service.get(target, headers)
                #expect(reply.status == (condition.isKnown ? .notModified : .ok), "\(headers)")
                #expect((reply.body == nil) == condition.isKnown)
                #expect(reply.headers[.eTag] == tag)
                // 15.4.5: what would have told caches how to keep it is told again.
                for name in [.cacheControl, .vary, .lastModified] as [HTTPField.Name] {
                    #expect(reply.headers[name] == first.headers[name])
                }
                if condition.isKnown { #expect(reply.headers[.contentLength] == nil) }
            }
        }
    }

    private static func moment(_ name: String, _ reply: WebReply) throws -> String {
        let time = try #require(reply.headers[.lastModified])
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        let date = try #require(formatter.date(from: time), "\(time) is written as 5.6.7 wants it")
        switch name {
        case "TIME": return time
        case "BEFORE": return formatter.string(from: date.addingTimeInterval(-1))
        case "AFTER": return formatter.string(from: date.addingTimeInterval(1))
        default: return name
        }
    }

    @Test(
        "A page is asked for anew each time; only a file whose address names its content is kept for good",
        arguments: targets)
    func cacheControl(_ target: String) async throws {
        let service = try Samples.service()
        #expect(await service.get(target).headers[.cacheControl] == "no-cache")
        let stamped = await service.get(target + "?v=" + service.assetStamp).headers[.cacheControl]
        let isFile = target.hasPrefix("/assets/")
        #expect((stamped == "public, max-age=31536000, immutable") == isFile)
        let other = await service.get(target + "?v=0000")
        if isFile { #expect(other.headers[.cacheControl] == "no-cache", "another stamp is another content") }
    }

    @Test(
        "What went wrong is kept by nobody",
        arguments: [
            "/en/none.html", "/api/v1/none", "/api/v1/cells?limit=0", "/en/matrix.html?as-of=soon", "/assets/none.css",
            "/data/none.csv", "/health/none", "/en/due/none.ics",
        ])
    func failuresAreNotKept(_ target: String) async throws {
        let reply = try await Samples.service().get(target, [.ifNoneMatch: "*"])
        #expect(reply.status.code >= 400)
        #expect(reply.headers[.cacheControl] == "no-store")
        #expect(reply.headers[.eTag] == nil && reply.headers[.lastModified] == nil)
    }

    // MARK: Negotiation

    @Test(
        "gzip is used where the client takes it (12.5.3)",
        arguments: [
            (nil, false), ("", false), ("gzip", true), ("GZIP", true), ("br", false), ("br, gzip", true),
            ("gzip;q=0", false), ("gzip;q=0.001", true), ("*", true), ("*;q=0", false), ("*;q=0, gzip", true),
            ("gzip;q=0, *", false), ("identity", false), ("deflate;q=1, gzip;q=0.5", true), (" gzip ", true),
            ("gzip;q=high", false), ("gzip ; q=1.000", true), ("gzipped", false),
        ] as [(String?, Bool)])
    func encodings(_ accepted: String?, _ isPacked: Bool) async throws {
        let service = try Samples.service()
        for target in ["/en/matrix.html", "/api/v1/cells", "/data/cells.csv", "/assets/site.css"] {
            var headers: HTTPFields = [:]
            headers[.acceptEncoding] = accepted
            let reply = await service.get(target, headers)
            #expect((reply.headers[.contentEncoding] == "gzip") == isPacked, "\(target)")
            #expect(reply.headers[.vary]?.contains("Accept-Encoding") == true)
            #expect(reply.headers[.contentLength] == String(reply.body?.readableBytes ?? -1))
            let bytes = reply.body.map { Array($0.readableBytesView.prefix(2)) }
            #expect((bytes == [0x1F, 0x8B]) == isPacked)
        }
    }

    @Test(
        "A list of the interface is JSON or CSV, as the client asks (12.5.1)",
        arguments: [
            (nil, "application/json"), ("", "application/json"), ("*/*", "application/json"),
            ("application/json", "application/json"), ("text/csv", "text/csv"), ("TEXT/CSV", "text/csv"),
            ("text/*", "text/csv"), ("application/*", "application/json"),
            ("text/csv, application/json", "application/json"),
            ("text/csv;q=0.9, application/json;q=0.8", "text/csv"), ("application/json;q=0, text/csv", "text/csv"),
            ("text/html, */*;q=0.1", "application/json"), ("application/json;q=0, */*", "text/csv"),
            ("text/html", nil), ("image/png, text/html", nil), ("*/*;q=0", nil),
        ] as [(String?, String?)])
    func mediaTypesAsked(_ accepted: String?, _ type: String?) async throws {
        let service = try Samples.service()
        var headers: HTTPFields = [:]
        headers[.accept] = accepted
        // Asked twice, and once after both kinds are kept: what is kept changes no answer.
        for _ in 0..<2 {
            let reply = await service.get("/api/v1/cells?limit=5", headers)
            #expect(reply.status == (type == nil ? .notAcceptable : .ok))
            if let type { #expect(reply.headers[.contentType]?.hasPrefix(type) == true) }
            if type != nil { #expect(reply.headers[.vary]?.contains("Accept") == true) }
            _ = await service.get("/api/v1/cells?limit=5", [.accept: "text/csv"])
            _ = await service.get("/api/v1/cells?limit=5", [.accept: "application/json"])
        }
    }

    @Test(
        "The entrance leads to the language that the visitor reads best (12.5.4)",
        arguments: [
            (nil, "en"), ("pt", "pt"), ("PT-br", "pt"), ("fr-CA;q=0.3, es-AR;q=0.8", "es"), ("nl", "en"),
            ("nl, fr;q=0.1", "fr"), ("es;q=0, *;q=0.5", "en"), ("en;q=0.2, pt;q=0.2", "en"), ("espanol", "en"),
            ("es;q=1.5", "es"), ("es;q=-1", "en"), (",,,", "en"), ("fr;level=1;q=0.9", "fr"),
        ] as [(String?, String)])
    func languages(_ accepted: String?, _ language: String) async throws {
        var headers: HTTPFields = [:]
        headers[.acceptLanguage] = accepted
        let reply = try await Samples.service().get("/", headers)
        #expect(reply.headers[.location] == "/\(language)/index.html")
        #expect(reply.headers[.vary] == "Accept-Language")
    }

    // MARK: Addresses

    @Test(
        "An address is read as RFC 3986 writes it",
        arguments: [
            ("/en/index.html", 200), ("/en/index.html?", 200),
            ("/en/index.html?&&", 200), ("/en/index.html?as-of=2020-06", 200), ("/en/index.html?as%2Dof=2020", 200),
            ("/en/index.html?as-of=", 200), ("/en/index.html?as-of=2020-13", 400), ("/en/index.html?as-of=1850", 400),
            ("/en/index.html?as-of=2150", 400), ("/en/index.html?as-of=%32020", 200), ("/en/index.html?as-of=%zz", 400),
            ("/en/index.html?as-of=%C3", 400), ("/en/index.html#part", 404), ("/en/%", 400), ("/en/%4", 400),
            ("/en/%C3%28.html", 400), ("/en/index.html%00", 400), ("/en/in dex.html", 400), ("en/index.html", 400),
            ("", 400), ("*", 400), ("http://elsewhere.example/", 400), ("/EN/index.html", 404),
            ("/en//index.html", 404),
            ("/en/./index.html", 404), ("/en/../en/index.html", 404), ("/en/index.htm", 404), ("/de/index.html", 404),
            ("/en/index.html/", 404), ("/robots.txt", 200), ("/robots.txt/x", 404), ("/health/live", 200),
            ("/health", 404), ("/health/live/x", 404), ("/metrics", 200), ("/metrics/x", 404), ("/api/v1/", 200),
            ("/api/v1/cells/", 404), ("/api/v1/cells?limit=1", 200), ("/api/v1/cells?limit=1000", 200),
            ("/api/v1/cells?limit=1001", 400), ("/api/v1/cells?limit=%31", 200), ("/api/v1/cells?limit=+1", 400),
            ("/api/v1/cells?limit=1;offset=1", 400), ("/api/v1/openapi.json?limit=1", 400), ("/api/v1/root.csv", 404),
            ("/data/cells.csv?as-of=2020", 200), ("/data/cells.csv?limit=1", 400), ("/data/cells.xml", 404),
        ])
    func read(_ target: String, _ status: Int) async throws {
        let reply = try await Samples.service().get(target)
        #expect(reply.status.code == status, "\(target): \(reply.text.prefix(200))")
    }

    @Test(
        "Parameters stand in any order and mean the same",
        arguments: [
            ("/en/matrix.html", ["as-of=2024", "voice=government", "confidence=medium"]),
            ("/api/v1/cells", ["as-of=2024", "limit=3", "offset=2"]),
        ])
    func orderOfParameters(_ path: String, _ parameters: [String]) async throws {
        let service = try Samples.service()
        let first = await service.get(path + "?" + parameters.joined(separator: "&"))
        #expect(first.status == .ok)
        for turn in 1..<parameters.count {
            let turned = Array(parameters[turn...] + parameters[..<turn]).joined(separator: "&")
            #expect(await service.get("\(path)?\(turned)").headers[.eTag] == first.headers[.eTag])
        }
        for parameter in parameters {
            let twice = await service.get("\(path)?\(parameters.joined(separator: "&"))&\(parameter)")
            // A person's link may hold a mark twice; a program that asks two things at once is told so.
            #expect(twice.status == (path.hasPrefix("/api") ? .badRequest : .ok))
        }
    }

    // MARK: Methods and limits

    @Test("Only reading is offered, and what is offered is named (15.5.6)", arguments: targets)
    func methods(_ target: String) async throws {
        let service = try Samples.service()
        for name in ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"] {
            let reply = await service.reply(to: WebRequest(target, method: try #require(HTTPRequest.Method(name))))
            #expect(reply.status == .methodNotAllowed)
            #expect(reply.headers[.allow] == "GET, HEAD, OPTIONS")
        }
        let options = await service.reply(to: WebRequest(target, method: .options))
        #expect(options.status == .noContent)
        #expect(options.body == nil)
        #expect(options.headers[.allow] == "GET, HEAD, OPTIONS")
    }

    @Test("A head may be as large as the limit and not one byte larger", arguments: [-1, 0, 1])
    func limits(beyond: Int) async throws {
        let service = try Samples.service()
        let (targetSize, headSize) = (service.limits.targetSize, service.limits.headSize)
        let start = "/en/index.html?x="
        let target = start + String(repeating: "a", count: targetSize - start.utf8.count + beyond)
        #expect(await service.get(target).status.code == (beyond > 0 ? 414 : 200))
        let name = try #require(HTTPField.Name("X-Long"))
        // Each field counts with its name, its value and the four bytes between and after them.
        let rest = headSize - "/en/index.html".utf8.count - "X-Long".utf8.count - 4
        let long = await service.get("/en/index.html", [name: String(repeating: "a", count: rest + beyond)])
        #expect(long.status.code == (beyond > 0 ? 431 : 200))
        #expect(long.closes == (beyond > 0), "who sends too much is not listened to any longer")
    }

    @Test(
        "A request with content is refused, one that says it has none is not",
        arguments: [
            ([.contentLength: "0"], 200), ([.contentLength: "1"], 413),
            ([.contentLength: "-1"], 413), ([.contentLength: "x"], 413), ([.transferEncoding: "chunked"], 413),
            ([.transferEncoding: "identity"], 413), ([:], 200),
        ] as [(HTTPFields, Int)])
    func content(_ headers: HTTPFields, _ status: Int) async throws {
        let reply = try await Samples.service().get("/en/index.html", headers)
        #expect(reply.status.code == status)
        #expect(reply.closes == (status == 413))
    }

    @Test("Who asks faster than allowed waits and is told how long; others don't", arguments: [1, 2, 5])
    func rates(burst: Int) async throws {
        var limits = ServiceLimits()
        (limits.burst, limits.perSecond) = (burst, 1)
        let service = try Samples.service(limits: limits)
        func status(_ client: String, _ target: String = "/robots.txt") async -> Int {
            await service.reply(to: WebRequest(target, client: client)).status.code
        }
        for client in ["198.51.100.1", "2001:db8::1"] {
            for _ in 0..<burst { #expect(await status(client) == 200) }
            #expect(await status(client) == 429)
            let late = await service.reply(to: WebRequest("/api/v1/cells", client: client))
            #expect(late.status == .tooManyRequests)
            #expect((late.headers[.retryAfter].flatMap { Int($0) } ?? 0) >= 1)
            // Those who watch over the server are never made to wait.
            for target in ["/health/live", "/health/ready", "/metrics"] { #expect(await status(client, target) == 200) }
        }
    }

    @Test("A crowded server turns visitors away, not those who watch over it", arguments: targets)
    func crowds(_ target: String) async throws {
        let service = try Samples.service()
        let reply = await service.reply(to: WebRequest(target), isCrowded: true)
        #expect(reply.status == .serviceUnavailable)
        #expect(reply.headers[.retryAfter] != nil)
        #expect(reply.closes)
        for target in ["/health/live", "/health/ready", "/metrics"] {
            #expect(await service.reply(to: WebRequest(target), isCrowded: true).status == .ok)
        }
    }

    // MARK: Failures

    @Test(
        "A failure is a page for people and a problem document for programs (RFC 9457)",
        arguments: [
            ("/en/none.html", false, 404), ("/none", false, 404), ("/assets/none.js", false, 404),
            ("/en/matrix.html?voice=press", false, 400), ("/en/none.json", true, 404), ("/api/v1/none", true, 404),
            ("/api/v1/cells?limit=x", true, 400), ("/api/v2", true, 404), ("/data/none.json", true, 404),
        ])
    func failures(_ target: String, _ isForPrograms: Bool, _ status: Int) async throws {
        let service = try Samples.service()
        for language in ["en", "es", "pt", "fr"] {
            let reply = await service.get(target, [.acceptLanguage: language])
            #expect(reply.status.code == status)
            if isForPrograms {
                #expect(reply.headers[.contentType] == "application/problem+json")
                let document = try reply.document
                #expect(document["status"]?.number == status)
                for member in ["type", "title", "detail"] { #expect(document[member]?.string?.isEmpty == false) }
                #expect(reply.headers[.accessControlAllowOrigin] == "*")
            } else {
                // A page below a language's folder speaks that language, another the visitor's.
                let spoken = target.hasPrefix("/en/") ? "en" : language
                #expect(reply.headers[.contentType] == "text/html; charset=utf-8")
                #expect(reply.headers[.contentLanguage] == spoken)
                #expect(reply.text.contains("<html lang=\"\(spoken)\""))
                #expect(reply.headers[.accessControlAllowOrigin] == nil)
            }
        }
    }

    @Test("Programs of other sites may read what is for programs and nothing else", arguments: targets)
    func sharing(_ target: String) async throws {
        let headers = try await Samples.service().get(target).headers
        let isForPrograms = target.hasPrefix("/api/") || target.hasPrefix("/data/")
        #expect(headers[.accessControlAllowOrigin] == (isForPrograms ? "*" : nil))
        #expect(headers[.crossOriginResourcePolicy] == (isForPrograms ? "cross-origin" : "same-origin"))
    }
}
