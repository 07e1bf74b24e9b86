import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization
import Languages
import Mustache
import Testing

@testable import Dashboard

/// Our templates are Mustache: another implementation of it makes the same pages of them, to the byte.
@Suite struct MustacheTests {
    @Test(arguments: ModelWords.languages)
    func anotherImplementationMakesTheSamePages(_ language: Language) throws {
        let library = try Self.library(language)
        let dashboard = try Samples.dashboard(Samples.shipped)
        // Of cells there are thousands, so every seventh country is looked at.
        let countries = Set(
            dashboard.picture.snapshot.countries.enumerated().filter { $0.offset % 7 == 0 }.map {
                dashboard.picture.snapshot.workspace.countries[$0.element].code
            })
        for address in dashboard.addresses {
            if case .cell(let country, _) = address, !countries.contains(country) { continue }
            let page = try #require(dashboard.page(address, in: language))
            let judged = library.render(Judged(value: page.document.json), withTemplate: address.kind.template)
            #expect(judged == page.text, "\(address.path)")
        }
    }

    @Test(arguments: [
        "{{title}}\n{{#note}}\n<p>{{note}}</p>\n{{/note}}\n{{^note}}\nnone\n{{/note}}\nend\n",
        "  {{#items}}  \n- {{name}}{{#isNew}} new{{/isNew}}{{^isNew}} old{{/isNew}}\n  {{/items}}\n",
        "{{#items}}{{name}} {{title}}, {{/items}}.",
        "{{! a remark }}\n{{title}}{{! another }}\n{{^items}}none{{/items}}",
        "<p>{{#note}}{{.}}{{/note}}{{#deep}}{{inner.text}}{{#inner}}{{text}}{{/inner}}{{/deep}}{{deep.inner.text}}</p>",
        "{{>part}}\n{{>part}} {{>part}}\n{{#items}}\n{{>part}}\n{{/items}}", "\t{{title}}\n {{#items}}x{{/items}} \n",
        "{{<frame}}{{$body}}\n{{title}}\n{{/body}}{{/frame}}\n",
        "{{<frame}}\n{{$body}}{{title}}{{/body}}\n{{/frame}}\n",
        "{{<frame}}{{/frame}}", "{ {title} } [title] {{ title }}", "{{#deep.inner}}{{text}}{{/deep.inner}}",
    ])
    func theyAgreeOnWhereLinesEndAndNamesLead(_ text: String) throws {
        let sources = ["page": text, "part": "<i>{{title}}</i>\n", "frame": "<b>\n{{$body}}empty{{/body}}\n</b>\n"]
        let templates = try Templates(sources, pages: [("page", Shape(of: View.self))])
        let library = try Self.library(.english, sources)
        for view in View.samples {
            let document = ViewDocument(encoding: view)
            let page = String(decoding: templates.render(document, with: "page", in: .english), as: UTF8.self)
            #expect(page == library.render(Judged(value: document.json), withTemplate: "page"), "\(text)")
        }
    }

    private static func library(
        _ language: Language, _ sources: [String: String] = Resources.templates
    ) throws -> MustacheLibrary {
        let texts = PageTexts.texts(for: language).byName
        var library = MustacheLibrary()
        for (name, source) in sources {
            var text = source
            for (label, words) in texts { text = text.replacing("[[\(label)]]", with: words.escapedForHTML) }
            try library.register(text, named: name)
        }
        return library
    }
}

private struct View: Codable {
    struct Item: Codable {
        var name: String
        var isNew: Bool
    }
    struct Deep: Codable {
        struct Inner: Codable { var text: String }
        var inner: Inner?
    }
    var title: String
    var note: String?
    var items: [Item]
    var deep: Deep?

    static let samples = [
        View(
            title: "A <b> & \"c\"", note: "it's",
            items: [.init(name: "1", isNew: true), .init(name: "2", isNew: false)],
            deep: .init(inner: .init(text: "t"))),
        View(title: "", note: nil, items: [], deep: .init(inner: nil)),
        View(title: "é", note: "", items: [.init(name: "", isNew: false)], deep: nil),
    ]
}

/// A document as the library reads it.
private struct Judged: MustacheParent, MustacheCustomRenderable {
    let value: JSONValue

    func child(named name: String) -> Any? {
        guard case .object(let members) = value, let member = members.first(where: { $0.name == name }) else {
            return nil
        }
        switch member.value {
        case .bool(let value): return value
        case .array(let elements): return elements.map(Judged.init)
        case let value: return Judged(value: value)
        }
    }

    var renderText: String {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
        case .bool(let value): String(value)
        case .null, .array, .object: ""
        }
    }

    var isNull: Bool { value == .null }
}

extension String {
    fileprivate var escapedForHTML: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
