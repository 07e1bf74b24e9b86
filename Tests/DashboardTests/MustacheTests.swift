import FollowUpModel
import ForumWorkspace
import Harmonization
import JSON
import Localization
import MustacheReference
import Templates
import Testing

@testable import Dashboard

/// The templates of all pages are Mustache: another implementation of it makes the same pages of them, to the byte.
@Suite struct MustacheTests {
    private static func labels(_ language: Language) -> [String: String] {
        let texts = Texts.texts(for: language)
        return Dictionary(uniqueKeysWithValues: Message.allCases.map { ($0.name, texts[$0]) })
    }

    @Test(arguments: Texts.languages)
    func anotherImplementationMakesTheSamePages(_ language: Language) throws {
        let reference = try MustacheReference(Resources.templates, labels: Self.labels(language))
        let dashboard = try Samples.dashboard(Samples.shipped)
        // Of cells there are thousands, so every seventh country is looked at.
        let countries = Set(
            dashboard.picture.snapshot.countries.enumerated().filter { $0.offset % 7 == 0 }.map {
                dashboard.picture.snapshot.workspace.countries[$0.element].code
            })
        for address in dashboard.addresses {
            if address.kind == .cell, !countries.contains(address.names[0]) { continue }
            let page = try #require(dashboard.page(address, in: language))
            let view = try #require(PageBuilder(dashboard.picture, language, address).view())
            let document = ViewDocument(of: view).json(address.kind.shape)
            #expect(reference.render(document, with: address.kind.template) == page.text, "\(address.path)")
        }
    }
}
