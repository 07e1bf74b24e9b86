import FollowUpModel
import ForumWorkspace
import Foundation
import Harmonization
import Localization
import Testing

@testable import Dashboard

/// Titles of commitments that have no text in the page's language; those of the small workspace have English and Spanish.
@Suite struct TitleLanguageTests {
    private static let title = "Light lamps by the end of 2016"

    @Test(arguments: [Language.portuguese, .french])
    func aTitleInAnotherLanguageIsMarkedWhereverItStands(_ language: Language) throws {
        let dashboard = try Samples.dashboard()
        var kinds: Set<PageKind> = []
        for address in dashboard.addresses {
            let html = try #require(dashboard.page(address, in: language)).text
            let count = html.components(separatedBy: ">\(Self.title)<").count - 1
            let marking = " class=\"foreign\" lang=\"en\" dir=\"auto\">\(Self.title)<"
            let marked = html.components(separatedBy: marking).count - 1
            #expect(html.components(separatedBy: Self.title).count - 1 == count, "\(address.path): in an element")
            #expect(marked == count, "\(address.path)")
            if count > 0 { kinds.insert(address.kind) }
        }
        #expect(kinds == [.cell, .country, .due, .forum, .measure, .search])
    }

    @Test func aTitleInThePagesLanguageIsNotMarked() throws {
        let dashboard = try Samples.dashboard()
        for language in [Language.english, .spanish] {
            for address in dashboard.addresses {
                let page = try #require(dashboard.page(address, in: language))
                #expect(!page.text.contains("foreign"), "\(address.path)")
            }
        }
    }

    @Test(arguments: [
        ("{en: Moored, es: Amarrada}", "Amarrada", nil), ("{en: Moored, pt: Atracada}", "Moored", "en"),
        ("{pt: Atracada}", "Atracada", "pt"), ("Moored", "Moored", nil),
    ])
    func aReasonIsShownInTheLanguageItHas(_ reason: String, _ shown: String, _ language: String?) throws {
        try Samples.withSmall(
            "harbour/forum.yaml", replacing: "reason: \"Made up: the boat lies at anchor.\"", by: "reason: \(reason)"
        ) { folder in
            let picture = try Samples.picture(folder)
            let page = try #require(
                PageBuilder(picture, .spanish, .cell(country: "XAA", target: "1.2")).view() as? CellPage)
            let reports = (page.used + page.unused).flatMap(\.reports).compactMap(\.reason).filter { $0.text == shown }
            #expect(!reports.isEmpty && reports.allSatisfy { $0.language == language })
            let forum = try #require(picture.snapshot.forums.first { $0.forum.definition.id == "harbour" })
            #expect(forum.failure == nil)
            let ofForum = try #require(PageBuilder(picture, .spanish, .forum("harbour")).view() as? ForumPage)
            let word = try #require(ofForum.words.first { $0.reason?.text == shown })
            #expect(word.reason?.language == language)
        }
    }

    @Test func notesAreMarkedWhereTheirLanguageIsKnown() throws {
        let why = PageAddress.cell(country: "CRI", target: "67.2")
        let shipped = try Samples.dashboard(Samples.shipped)
        let spanish = try #require(shipped.page(why, in: .spanish)).text
        let english = try #require(shipped.page(why, in: .english)).text
        #expect(spanish.contains("<p class=\"note\" lang=\"en\" dir=\"auto\">"))
        #expect(english.contains("<p class=\"note\">") && !english.contains("<p class=\"note\" lang"))
        // The small workspace doesn't tell.
        let small = try Samples.dashboard()
        let told = try #require(small.page(.cell(country: "XAA", target: "1.2"), in: .french)).text
        #expect(told.contains("<p class=\"note\">") && !told.contains("<p class=\"note\" lang"))
    }

    @Test func aMeasureTellsHowManyTitlesOfCommitmentsAreInAnotherLanguage() throws {
        let picture = try Samples.picture()
        let page = try #require(PageBuilder(picture, .french, .measure("1")).view() as? MeasurePage)
        let builder = PageBuilder(picture, .french, .measure("1"))
        let ids = Set(page.lines.flatMap(\.commitments).map(\.commitment.href))
        let titles = picture.snapshot.forums.map(\.forum).flatMap { forum in
            forum.commitments.filter { ids.contains(builder.links.commitment($0.id, of: forum.definition.id)) }
        }.map(\.title)
        let missing =
            titles.count { $0[.french] == nil }
            + picture.snapshot.workspace.framework.targets.indices.map(TargetIndex.init).filter {
                let framework = picture.snapshot.workspace.framework
                return framework.measure(of: $0).id == "1" && framework.title(of: $0)[.french] == nil
            }.count
        #expect(missing > 0 && titles.count == ids.count)
        #expect(page.fallback?.hasPrefix("\(missing) titres sur \(titles.count + page.lines.count) ") == true)
        #expect((PageBuilder(picture, .english, .measure("1")).view() as? MeasurePage)?.fallback == nil)
    }
}
