import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization
import Testing

@testable import Dashboard

/// Countries stand where people look for them: by their names in the page's language.
@Suite struct NameOrderTests {
    @Test(arguments: Texts.languages)
    func countriesStandByTheirNames(_ language: Language) throws {
        let picture = try Samples.picture(Samples.shipped)
        func view<Page>(_ address: PageAddress, as type: Page.Type) throws -> Page {
            try #require(PageBuilder(picture, language, address).view() as? Page)
        }
        for forum in picture.snapshot.forums.map(\.forum.definition.id) {
            for members in try view(.forum(forum), as: ForumPage.self).members {
                expectOrder(members.countries.map(\.label), forum)
            }
        }
        for group in try view(.matrix(), as: MatrixPage.self).groups {
            expectOrder(group.rows.map(\.name), "matrix")
        }
        let due = try view(.due, as: DuePage.self)
        expectOrder(due.countries.map(\.label), "calendars")
        for group in due.sections.flatMap(\.items) { expectOrder(group.parties.map(\.label), "due") }
        for group in try view(.changes(years: 10), as: ChangesPage.self).groups {
            let targets = group.changes.map(\.cell.id)
            for target in Set(targets) {
                let places = targets.indices.filter { targets[$0] == target }
                #expect(places.count == places[places.count - 1] - places[0] + 1, "a line's changes stand together")
                expectOrder(places.map { group.changes[$0].cell.country }, target)
            }
        }
    }

    private func expectOrder(_ names: [String], _ place: String) {
        #expect(names == names.sorted { $0.foldedForSearch < $1.foldedForSearch }, "\(place)")
    }
}
