import FollowUpModel
import Foundation
import JSON
import Localization
import Testing

@testable import Dashboard

/// Texts of forums that try to be more than texts.
@Suite struct HostileTextTests {
    @Test func aTitleThatIsAScriptStaysATitle() throws {
        let attack = "<script>alert(1)</script>\\\" onmouseover=\\\"alert(2)"
        try Samples.withSmall(
            "harbour/commitments.yaml", replacing: "en: Light lamps by the end of 2016,",
            by: "en: \"\(attack)\","
        ) { folder in
            let dashboard = try Samples.dashboard(folder)
            var seen = 0
            for address in dashboard.addresses {
                let html = try #require(dashboard.page(address, in: .english)).text
                #expect(!html.contains("<script>alert"), "\(address.path)")
                #expect(!html.contains("\" onmouseover"), "\(address.path)")
                if html.contains("&lt;script&gt;alert(1)&lt;/script&gt;") { seen += 1 }
            }
            #expect(seen > 3, "the title stands on several pages")
        }
    }

    @Test func onlyAddressesOfTheWebAreLinks() {
        #expect(Link(source: "https://example.org/a (page 3)").href == "https://example.org/a")
        for text in ["javascript:alert(1)", "data:text/html,x", " https://example.org", "file:///etc/passwd"] {
            #expect(Link(source: text).href == nil)
        }
    }

    @Test func aCalendarKeepsItsLines() throws {
        try Samples.withSmall(
            "harbour/commitments.yaml", replacing: "en: Light lamps by the end of 2016,",
            by: "en: \"Light; lamps,\\nEND:VCALENDAR\",",
        ) { folder in
            let picture = try Samples.picture(folder, asOf: "2016-01-31")
            for language in Texts.languages {
                for name in DueCalendar.names(of: picture) {
                    let bytes = try #require(DueCalendar(picture, language).calendar(name))
                    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
                    #expect(lines.last == "")
                    #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
                    #expect(lines.count { $0 == "END:VCALENDAR" } == 1)
                    #expect(lines.count { $0 == "BEGIN:VEVENT" } == lines.count { $0 == "END:VEVENT" })
                }
            }
            #expect(DueCalendar(picture, .english).calendar("nobody") == nil)
            let all = String(decoding: try #require(DueCalendar(picture, .english).calendar("all")), as: UTF8.self)
            #expect(all.replacingOccurrences(of: "\r\n ", with: "").contains("Light\\; lamps\\,\\nEND:VCALENDAR"))
        }
    }
}
