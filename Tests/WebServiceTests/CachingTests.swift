import Dashboard
import FollowUpModel
import ForumWorkspace
import Foundation
import HTTPTypes
import Harmonization
import NIOCore
import Testing

@testable import WebService

@Suite struct CachingTests {
    @Test(arguments: ["/en/matrix.html", "/en/matrix.json", "/api/v1/cells", "/data/cells.csv", "/assets/site.js"])
    func whatTheClientHasIsNotSentAgain(_ target: String) async throws {
        let service = try Samples.service()
        for encoding in ["gzip", "identity"] {
            let first = await service.get(target, [.acceptEncoding: encoding])
            let tag = try #require(first.headers[.eTag])
            let again = await service.get(target, [.acceptEncoding: encoding, .ifNoneMatch: "\"x\", W/\(tag)"])
            #expect(again.status == .notModified)
            #expect(again.body == nil && again.headers[.contentLength] == nil)
            #expect(again.headers[.eTag] == tag)
            #expect(await service.get(target, [.acceptEncoding: encoding, .ifNoneMatch: "\"x\""]).status == .ok)
            let since = try #require(first.headers[.lastModified])
            #expect(await service.get(target, [.ifModifiedSince: since]).status == .notModified)
            #expect(await service.get(target, [.ifModifiedSince: "Sun, 06 Nov 1994 08:49:37 GMT"]).status == .ok)
            // A tag that differs counts more than a time that doesn't.
            #expect(await service.get(target, [.ifModifiedSince: since, .ifNoneMatch: "\"x\""]).status == .ok)
        }
    }

    @Test func contentIsPackedForThoseWhoAcceptIt() async throws {
        let service = try Samples.service()
        let plain = await service.get("/en/matrix.html")
        let packed = await service.get("/en/matrix.html", [.acceptEncoding: "br, gzip;q=0.5"])
        #expect(plain.headers[.contentEncoding] == nil)
        #expect(packed.headers[.contentEncoding] == "gzip")
        #expect(packed.headers[.eTag] != plain.headers[.eTag])
        #expect(packed.headers[.vary] == "Accept-Encoding")
        let bytes = try #require(packed.body)
        #expect(bytes.readableBytes < plain.text.utf8.count / 3)
        #expect(Array(bytes.readableBytesView.prefix(2)) == [0x1F, 0x8B])
        #expect(packed.headers[.contentLength] == String(bytes.readableBytes))
        #expect(await service.get("/en/matrix.html", [.acceptEncoding: "gzip;q=0"]).headers[.contentEncoding] == nil)
    }

    @Test func theCacheKeepsToItsRoom() {
        let cache = ResponseCache(bytes: 100_000)
        for number in 0..<100 {
            cache.keep(stored(size: 5_000), as: "\(number)")
            _ = cache["0"]
            #expect(cache.bytes <= 100_000)
        }
        #expect(cache["0"] != nil, "what is asked for stays")
        #expect(cache["1"] == nil)
        #expect(cache["99"] != nil)
        cache.keep(stored(size: 50_000), as: "huge")
        #expect(cache["huge"] == nil)
        cache.keep(stored(size: 10), as: "99")
        #expect(cache["99"]?.content.readableBytes == 10)
    }

    private func stored(size: Int) -> StoredResponse {
        StoredResponse(
            ByteBuffer(bytes: (0..<size).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 7 >> 3) }),
            .init(mediaType: "text/plain", route: "test"), since: HTTPDate(seconds: 0))
    }

    @Test func momentsAreWrittenAndRead() throws {
        let date = HTTPDate(seconds: 784_111_777)
        #expect(date.text == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(HTTPDate(date.text) == date)
        for text in [
            "", "Sunday, 06-Nov-94 08:49:37 GMT", "Mon, 06 Nov 1994 08:49:37 GMT", "Sun, 31 Feb 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 28:49:37 GMT", "Sun, 06 Nov 1994 08:49:37",
        ] {
            #expect(HTTPDate(text) == nil, "\(text)")
        }
    }

    /// A link to an old date that a whole meeting opens at once is one picture to make, however many wait for it.
    @Test func manyWhoAskForOneDateWaitForOnePicture() async throws {
        let date = try #require(PartialDate("2019"))
        var limits = Samples.unlimited
        limits.waiting = 1
        let otherDates = PageDataCache(
            of: try await Samples.service().edition.otherDates.picture(of: date, for: "a").snapshot, limits)
        let asked = await withTaskGroup(of: Bool.self, returning: [Bool].self) { group in
            for _ in 0..<100 { group.addTask { (try? await otherDates.picture(of: date, for: "a")) != nil } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(asked == Array(repeating: true, count: 100))
    }

    @Test func picturesOfOtherDatesAreMadeOnce() async throws {
        let service = try Samples.service()
        let otherDates = service.edition.otherDates
        let date = try #require(PartialDate("2019"))
        async let first = otherDates.picture(of: date, for: "a")
        async let second = otherDates.picture(of: date, for: "a")
        let (one, two) = try await (first, second)
        #expect(one.snapshot.asOf == two.snapshot.asOf)
        var limits = Samples.unlimited
        limits.waiting = 0
        let busy = PageDataCache(of: one.snapshot, limits)
        (limits.waiting, limits.waitingOfClient) = (1, 0)
        let busyWithClient = PageDataCache(of: one.snapshot, limits)
        await #expect(throws: PageFailureBox.self) {
            do { _ = try await busyWithClient.picture(of: date, for: "a") } catch { throw PageFailureBox() }
        }
        await #expect(throws: PageFailureBox.self) {
            do { _ = try await busy.picture(of: date, for: "a") } catch { throw PageFailureBox() }
        }
    }

    private struct PageFailureBox: Error {}
}
