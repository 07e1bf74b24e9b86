import Dashboard
import FollowUpModel
import ForumWorkspace
import Foundation
import HTTPTypes
import Harmonization
import JSON
import Templates
import Testing

@testable import WebService

@Suite struct RoutingTests {
    @Test func everyPageOfTheSiteIsServedInEveryLanguage() async throws {
        let service = try Samples.service()
        let dashboard = service.edition.dashboard
        for address in dashboard.addresses {
            for language in ["en", "es", "pt", "fr"] {
                let reply = await service.get("/\(language)/\(address.path).html")
                #expect(reply.status == .ok, "\(address.path)")
                #expect(reply.headers[.contentLanguage] == language)
                #expect(reply.text.contains("<html lang=\"\(language)\""))
            }
            let document = await service.get("/en/\(address.path).json")
            #expect(document.status == (address.kind.hasDocument ? .ok : .notFound))
            guard address.kind.hasDocument else { continue }
            #expect(try document.document["page"]?.string == address.path)
        }
    }

    @Test func theSameDocumentStandsOnTheSiteAndOnTheServer() async throws {
        let service = try Samples.service()
        let still = try #require(service.edition.picture.document(of: .countries)?.bytes(in: .spanish))
        #expect(await service.get("/es/countries.json").text == String(decoding: still, as: UTF8.self))
    }

    @Test(arguments: [
        ("es-MX,es;q=0.9,en;q=0.5", "es"), ("de, pt-BR;q=0.7, fr;q=0.8", "fr"), ("", "en"), ("de", "en"),
        ("*", "en"), ("en;q=0, pt;q=0.1", "pt"), ("pt;q=nan", "en"), ("fr;q=2", "fr"),
    ])
    func theEntranceLeadsToTheVisitorsLanguage(_ preference: String, _ language: String) async throws {
        let reply = try await Samples.service().get("/", [.acceptLanguage: preference])
        #expect(reply.status == .found)
        #expect(reply.headers[.location] == "/\(language)/index.html")
        #expect(reply.headers[.vary] == "Accept-Language")
    }

    @Test(arguments: [
        ("/es", "/es/"), ("/es/matrix", "/es/matrix.html"), ("/api", "/api/v1"),
        ("/en/matrix.html?measure=10&as-of=2020", "/en/matrix/10.html?as-of=2020"),
    ])
    func otherNamesLeadToThePage(_ old: String, _ new: String) async throws {
        let service = try Samples.service()
        let measure = try #require(service.edition.picture.measureIds.first)
        func real(_ text: String) -> String { text.replacingOccurrences(of: "10", with: measure) }
        #expect(await service.get(real(old)).headers[.location] == real(new))
    }

    /// Unreserved characters mean the same encoded (RFC 3986, 6.2.2.2); a slash doesn't.
    @Test(arguments: [
        ("/en/%69ndex.html", "/en/index.html"), ("/%65n/matrix.html?%61s-of=2020", "/en/matrix.html?as-of=2020"),
        ("/%61pi/v1/cells?limit=%32", "/api/v1/cells?limit=2"), ("/data/cells%2Ecsv", "/data/cells.csv"),
    ])
    func anAddressMayEncodeWhatNeedsNoEncoding(_ encoded: String, _ plain: String) async throws {
        let service = try Samples.service()
        let (reply, expected) = (await service.get(encoded), await service.get(plain))
        #expect(reply.status == .ok && reply.headers == expected.headers && reply.text == expected.text)
        for target in ["/en%2Findex.html", "/en/%2569ndex.html", "/en/%6", "/en/%zzndex.html"] {
            #expect(await service.get(target).status != .ok, "\(target)")
        }
    }

    @Test func filesOfTheSiteAreServed() async throws {
        let service = try Samples.service()
        let style = await service.get("/assets/site.css?v=\(service.assetStamp)")
        #expect(style.headers[.contentType] == "text/css; charset=utf-8")
        #expect(style.headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(await service.get("/assets/site.css").headers[.cacheControl] == "no-cache")
        #expect(await service.get("/en/index.html").text.contains("assets/site.css?v=\(service.assetStamp)"))
        #expect(await service.get("/data/cells.csv").headers[.contentType]?.hasPrefix("text/csv") == true)
        #expect(await service.get("/data/cells.json").status == .ok)
        #expect(await service.get("/en/due/all.ics").text.hasPrefix("BEGIN:VCALENDAR"))
        for name in ["/assets/none.css", "/data/cells", "/data/none.csv", "/data/cells.csv.csv", "/en/due/none.ics"] {
            #expect(await service.get(name).status == .notFound)
        }
    }

    @Test func aCalendarIsThatOfTheDateAskedFor() async throws {
        let service = try Samples.service()
        let today = await service.get("/en/due/all.ics").text
        let past = await service.get("/en/due/all.ics?as-of=2016").text
        #expect(past.contains("DTSTAMP:20161231T000000Z"))
        #expect(!today.contains("DTSTAMP:2016"))
        // What is no parameter of a calendar, such as a subscriber's own mark, changes nothing.
        #expect(await service.get("/en/due/all.ics?subscriber=7").text == today)
        #expect(await service.get("/en/due/all.ics?as-of=soon").status == .badRequest)
    }

    @Test func filtersStandInTheAddress() async throws {
        let service = try Samples.service()
        let all = await service.get("/en/matrix.html")
        let old = await service.get("/en/matrix.html?as-of=2000")
        #expect(old.status == .ok)
        #expect(all.text != old.text)
        #expect(old.text.contains("as-of=2000"), "links keep the date")
        let voice = await service.get("/en/matrix.html?voice=government&confidence=&subregion=")
        #expect(voice.text.contains("muted"))
        #expect(voice.text.contains("es/matrix.html?voice=government"), "another language keeps the filter")
        #expect(await service.get("/en/search.html?q=zzzzz").text.contains("0 entries"))
    }

    /// As on the command line: by code, or by name however it is spelt; the page's own address has the code.
    @Test func aSubregionHasItsNames() async throws {
        let service = try Samples.service()
        let region = try #require(service.edition.picture.subregions.first)
        let byCode = await service.get("/en/matrix.html?subregion=\(region.id)")
        #expect(byCode.status == .ok)
        #expect(byCode.text != (await service.get("/en/matrix.html").text))
        let byName = await service.get("/en/matrix.html?subregion=\(region.typedName)")
        #expect(byName.status == .found)
        #expect(byName.headers[.location]?.hasSuffix("/en/matrix.html?subregion=\(region.id)") == true)
        let rows = try await service.get("/api/v1/countries?subregion=\(region.id)").document["data"]
        #expect(try await service.get("/api/v1/countries?subregion=\(region.typedName)").document["data"] == rows)
        #expect(rows?.elements.isEmpty == false)
        let unknown = await service.get("/en/matrix.html?subregion=nowhere")
        #expect(unknown.status == .badRequest)
        #expect(unknown.text.contains(region.typedName))
    }

    @Test func headsHaveNoBody() async throws {
        let service = try Samples.service()
        let whole = await service.get("/en/matrix.html")
        let head = await service.reply(to: WebRequest("/en/matrix.html", method: .head))
        #expect(head.body == nil)
        #expect(head.headers == whole.headers)
    }
}
