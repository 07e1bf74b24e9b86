import Dashboard
import FollowUpModel
import ForumWorkspace
import Foundation
import HTTPTypes
import Harmonization
import Testing

@testable import WebService

/// Requests that nobody sends by mistake; the numbers are seeded, so a failure comes again.
@Suite struct HostileRequestTests {
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    private static let pieces = [
        "..", ".", "/", "//", "%2e%2e", "%2F", "%00", "%", "%zz", "%C3%28", "%F0%9F%92%A9", "<script>", "'", "\"", "~",
        "~2e", "~zz", "en", "es", "api", "v1", "cells", "CRI", "countries", "67.2", "matrix", ".html", ".json", ".csv",
        ".ics", "?", "&", "=", "as-of", "limit", "offset", "q", "sort", "2020", "-1", "9999999999999999999999", "+",
        "#",
        ";", "\\", "index", "data", "assets", "health", "metrics", "openapi.json", "due/all", "\u{FEFF}", "ñ", "a", "0",
        "[]", "{}", "$ref", "null", "true", "*", "file:///etc/passwd", "due/", "forum", "problems", "search",
        "changes/",
    ]

    @Test(arguments: 0..<8)
    func nothingThatIsSentBreaksTheService(_ seed: Int) async throws {
        let service = try Samples.service()
        var dice = Dice(state: UInt64(seed) &* 7_919 &+ 17)
        for _ in 0..<400 {
            var target = dice.next() % 8 == 0 ? "" : "/"
            for _ in 0..<Int.random(in: 0...7, using: &dice) {
                target += Self.pieces.randomElement(using: &dice) ?? ""
                if dice.next() % 3 == 0 { target += "/" }
                if dice.next() % 9 == 0 { target += "?" }
            }
            var headers: HTTPFields = [:]
            for name in [.accept, .acceptLanguage, .acceptEncoding, .ifNoneMatch, .ifModifiedSince] as [HTTPField.Name]
            where dice.next() % 2 == 0 {
                headers[name] = (0..<3).map { _ in Self.pieces.randomElement(using: &dice) ?? "" }
                    .joined(separator: [",", ";q=", "\""].randomElement(using: &dice) ?? "")
            }
            let reply = await service.reply(to: WebRequest(target, headers: headers))
            #expect(reply.status.code < 500, "\(target) \(headers)")
            #expect(!reply.text.contains("root:x:0"), "\(target)")
            #expect(!reply.text.contains("<script>\""), "\(target)")
            #expect(reply.headers[.contentSecurityPolicy] != nil)
            if let place = reply.headers[.location] {
                #expect(place.hasPrefix("/") && !place.hasPrefix("//"), "\(target) leads to \(place)")
                #expect(!place.contains("\r") && !place.contains("\n"))
            }
        }
    }

    @Test(arguments: 0..<4)
    func anyBytesAsNamesAndValues(_ seed: Int) async throws {
        let service = try Samples.service()
        var dice = Dice(state: UInt64(seed) &* 104_729 &+ 3)
        func garbage() -> String {
            (0..<Int.random(in: 0...12, using: &dice)).map { _ in
                String(format: "%%%02x", Int.random(in: 0...255, using: &dice))
            }.joined()
        }
        let kinds = ["countries", "measures", "forums", "cells", "matrix", "changes", "due", "matrix/forum"]
        for _ in 0..<200 {
            let name = garbage()
            for target in [
                "/en/\(kinds.randomElement(using: &dice) ?? "")/\(name).html", "/es/cells/\(name)/\(garbage()).json",
                "/api/v1/cells/\(name)/\(garbage())", "/api/v1/search?q=\(name)", "/api/v1/cells?\(name)=\(garbage())",
                "/en/matrix.html?as-of=\(name)", "/en/search.html?q=\(name)", "/api/v1/reports?party=\(name)&limit=1",
                "/data/\(name)", "/assets/\(name)", "/\(name)/index.html",
            ] {
                let reply = await service.get(target)
                #expect(reply.status.code < 500, "\(target)")
            }
        }
    }

    @Test func whatIsSearchedIsShownAsText() async throws {
        let reply = try await Samples.service().get("/en/search.html?q=%3Cscript%3Ealert(1)%3C/script%3E%22%20x=%22")
        #expect(reply.status == .ok)
        #expect(!reply.text.contains("<script>alert"))
        #expect(reply.text.contains("&lt;script&gt;alert(1)"))
    }

    @Test func theCacheHoldsOnlyAddressesThatCount() async throws {
        let service = try Samples.service()
        _ = await service.get("/en/index.html")
        let size = service.edition.cache.bytes
        for number in 0..<200 {
            _ = await service.get("/en/index.html?utm_campaign=\(number)")
            _ = await service.get("/en/search.html?q=\(number)")
            _ = await service.get("/en/nothing-\(number).html")
        }
        #expect(service.edition.cache.bytes == size)
    }
}
