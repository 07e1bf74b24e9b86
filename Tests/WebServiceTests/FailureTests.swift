import Dashboard
import FollowUpModel
import ForumWorkspace
import Foundation
import HTTPTypes
import Harmonization
import Testing

@testable import WebService

@Suite struct FailureTests {
    @Test(arguments: [
        ("/fr/rien.html", "fr"), ("/pt/cells/CRI.html", "pt"), ("/nothing", "es"), ("/de/matrix.html", "es"),
        ("/en/countries/XXX.html", "en"), ("/en/../../etc/passwd", "en"), ("/en/%2e%2e/%2e%2e/etc/passwd.html", "en"),
    ])
    func whatIsNotThereIsSaidInTheVisitorsLanguage(_ target: String, _ language: String) async throws {
        let reply = try await Samples.service().get(target, [.acceptLanguage: "es"])
        #expect(reply.status == .notFound)
        #expect(reply.headers[.contentType] == "text/html; charset=utf-8")
        #expect(reply.text.contains("<html lang=\"\(language)\""))
        // Its links lead somewhere from any depth.
        #expect(reply.text.contains("href=\"/\(language)/index.html\""))
        #expect(reply.headers[.cacheControl] == "no-store")
    }

    @Test func aNameThatIsNearlyRightIsProposed() async throws {
        let service = try Samples.service()
        let code = try #require(service.edition.picture.countryCodes.first)
        let slip = String(code.prefix(2)) + "x"
        #expect(await service.get("/en/countries/\(slip).html").text.contains("Did you mean “\(code)”?"))
        #expect(await service.get("/en/matrix.html?as_of=2020").text.contains("Did you mean “as-of”?"))
        let program = try await service.get("/api/v1/cells?cuntry=\(code)").document
        #expect(program["detail"]?.string?.contains("“country”") == true)
        #expect(await service.get("/en/matrix.html?utm_source=mail").status == .ok)
    }

    @Test func programsGetProblemDocuments() async throws {
        let service = try Samples.service()
        let reply = await service.get("/api/v1/cells?limit=0")
        #expect(reply.status == .badRequest)
        #expect(reply.headers[.contentType] == "application/problem+json")
        #expect(try reply.document["status"]?.number == 400)
        #expect(try reply.document["code"]?.string == "bad-value")
        #expect(try reply.document["detail"]?.string?.contains("1…1000") == true)
        #expect(reply.headers[.accessControlAllowOrigin] == "*")
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "BREW"])
    func onlyReadingIsAllowed(_ name: String) async throws {
        let service = try Samples.service()
        let method = try #require(HTTPRequest.Method(name))
        for target in ["/en/matrix.html", "/api/v1/cells", "/"] {
            let reply = await service.reply(to: WebRequest(target, method: method))
            #expect(reply.status == .methodNotAllowed)
            #expect(reply.headers[.allow] == "GET, HEAD, OPTIONS")
        }
    }

    @Test func whatTakesTooMuchIsRefused() async throws {
        let service = try Samples.service()
        #expect(await service.get("/en/" + String(repeating: "a", count: 9_000)).status.code == 414)
        let name = try #require(HTTPField.Name("X-Long"))
        var long = WebRequest("/en/matrix.html")
        long.headers[name] = String(repeating: "a", count: 20_000)
        #expect(await service.reply(to: long).status.code == 431)
        let body = await service.reply(to: WebRequest("/", method: .post, headers: [.contentLength: "10"]))
        #expect(body.status.code == 413)
        #expect(body.closes && body.headers[.connection] == "close")
        let chunks = await service.reply(to: WebRequest("/", headers: [.transferEncoding: "chunked"]))
        #expect(chunks.status.code == 413)
        let crowded = await service.reply(to: WebRequest("/en/index.html"), isCrowded: true)
        #expect(crowded.status == .serviceUnavailable && crowded.headers[.retryAfter] == "1")
    }

    @Test func aClientThatAsksTooOftenWaits() async throws {
        var limits = ServiceLimits()
        (limits.burst, limits.perSecond) = (3, 1)
        let service = try Samples.service(limits: limits)
        func ask(_ client: String, _ target: String = "/en/index.html") async -> WebReply {
            await service.reply(to: WebRequest(target, client: client))
        }
        for _ in 0..<3 { #expect(await ask("a").status == .ok) }
        let late = await ask("a")
        #expect(late.status == .tooManyRequests)
        #expect(late.headers[.retryAfter] == "1")
        #expect(await ask("a", "/api/v1").headers[.contentType] == "application/problem+json")
        #expect(await ask("b").status == .ok)
        #expect(await ask("a", "/health/live").status == .ok)
    }

    @Test func workOnAnswersCostsRequests() {
        var limits = ServiceLimits()
        (limits.burst, limits.perSecond) = (4, 2)
        let limiter = RateLimiter(limits)
        let start = ContinuousClock.now
        #expect(limiter.waitingTime(of: "a", at: start) == nil)
        limiter.charge("a", for: .milliseconds(500), at: start)
        for _ in 0..<2 { #expect(limiter.waitingTime(of: "a", at: start) == nil) }
        #expect(limiter.waitingTime(of: "a", at: start) == 1)
        // However long an answer took, the debt is paid off in the time in which a bucket fills.
        limiter.charge("a", for: .seconds(60), at: start)
        #expect(limiter.waitingTime(of: "a", at: start) == 3)
        #expect(limiter.waitingTime(of: "b", at: start) == nil)
        #expect(limiter.waitingTime(of: "a", at: start + .seconds(3)) == nil)
    }

    @Test func bucketsFillAndTheTableStaysSmall() {
        var limits = ServiceLimits()
        (limits.burst, limits.perSecond, limits.clients) = (2, 2, 10)
        let limiter = RateLimiter(limits)
        let start = ContinuousClock.now
        #expect(limiter.waitingTime(of: "a", at: start) == nil)
        #expect(limiter.waitingTime(of: "a", at: start) == nil)
        #expect(limiter.waitingTime(of: "a", at: start) == 1)
        #expect(limiter.waitingTime(of: "a", at: start + .seconds(1)) == nil)
        for number in 0..<100 {
            _ = limiter.waitingTime(of: "client \(number)", at: start + .seconds(1) + .milliseconds(number))
            #expect(limiter.count <= 10)
        }
    }
}
