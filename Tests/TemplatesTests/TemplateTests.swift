import SystemIO
import Testing

@testable import Templates

/// Templates are checked against the views that they show before any page is made.
@Suite struct TemplateTests {
    private struct View: Codable {
        struct Item: Codable {
            var name: String
            var isNew: Bool
        }
        var title: String
        var note: String?
        var items: [Item]
    }

    private func check(_ sources: [String: String]) throws -> Pages {
        try Pages(sources, View.self, ["countries": "Countries"])
    }

    /// Each mark at each place of texts of several lengths.
    @Test(arguments: [
        ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"), ("=", "="), ("ü", "ü"),
    ])
    func whatMeansSomethingInHTMLIsWrittenAsAReference(_ mark: String, _ reference: String) {
        for length in 0..<20 {
            for place in 0...length {
                let (before, after) = (
                    String(repeating: "ñ", count: place), String(repeating: "%", count: length - place)
                )
                var out = ByteWriter()
                out.append(escaping: before + mark + after + mark)
                #expect(out.text == before + reference + after + reference)
            }
        }
    }

    @Test func aMemberOfTheViewIsFoundAlsoFromWithinASection() throws {
        let pages = try check([
            "page": "{{title}}{{#note}}{{note}}{{/note}}{{#items}}{{name}}{{title}}{{#isNew}}!{{/isNew}}{{/items}}"
        ])
        let view = View(
            title: "a", note: "b", items: [.init(name: "c", isNew: true), .init(name: "d", isNew: false)])
        #expect(pages.page(of: view) == "abca!da")
    }

    @Test(arguments: [
        "{{titel}}", "{{#items}}{{nam}}{{/items}}", "{{name}}", "{{items}}", "{{#items}}{{name}}", "{{{title}}}",
        "{{&title}}", "{{>other}}", "{{>page}}", "[[noSuchText]]", "{{#items}}{{/title}}", "{{title", "{{=<% %>=}}",
        "{{title.length}}", "{{#empty(title)}}{{/empty(title)}}", "{{#empty(item)}}{{/empty(item)}}",
        "{{#empty(items)}}{{name}}{{/empty(items)}}", "{{<other}}{{/other}}", "<p>\n  {{>part}}\n</p>",
    ])
    func aBrokenOneIsRefused(_ text: String) {
        #expect(throws: TemplateError.self) { try check(["page": text]) }
    }

    @Test func theProblemNamesTheTemplate() {
        #expect(throws: TemplateError("part", "its view has no member 'nothing'")) {
            try check(["page": "{{>part}}", "part": "{{nothing}}"])
        }
    }

    @Test func aMemberThatIsNullHidesThoseFurtherOut() throws {
        struct Outer: Codable {
            struct Inner: Codable { var note: String? }
            var note: String?
            var inner: [Inner]
        }
        let pages = try Pages(["page": "{{#inner}}[{{#note}}{{note}}{{/note}}]{{/inner}}"], Outer.self)
        #expect(pages.page(of: Outer(note: "outer", inner: [.init(note: nil), .init(note: "own")])) == "[][own]")
    }

    @Test func whatIsInsertedIsEscaped() throws {
        let pages = try check(["page": "<p title=\"{{title}}\">{{#items}}{{name}}{{/items}}</p>"])
        let view = View(title: "\" onclick='x'", note: nil, items: [.init(name: "<b>&", isNew: true)])
        #expect(pages.page(of: view) == "<p title=\"&quot; onclick=&#39;x&#39;\">&lt;b&gt;&amp;</p>")
    }

    @Test func textsAreThoseOfTheLanguageAndEscaped() throws {
        let checked = try CheckedTemplates(
            ["page": "[[countries]] {{title}}"], showing: ["page": Shape(of: View.self)], labels: ["countries"])
        let document = ViewDocument(of: View(title: "1", note: nil, items: []))
        for (text, page) in [("Países", "Países 1"), ("Pays & <b>", "Pays &amp; &lt;b&gt; 1")] {
            var out = ByteWriter()
            checked.templates { _ in text }.render(document, with: "page", to: &out)
            #expect(out.text == page)
        }
    }

    /// A list inside a list, with a name of the outermost view in the innermost section.
    @Test func sectionsStandInEachOther() throws {
        struct Table: Codable {
            struct Row: Codable { var cells: [String] }
            var sign: String
            var rows: [Row]
        }
        let pages = try Pages(
            ["page": "{{#rows}}<{{#cells}}{{sign}}{{.}}{{/cells}}{{^cells}}none{{/cells}}>{{/rows}}"], Table.self)
        let table = Table(sign: "=", rows: [.init(cells: ["a", "b"]), .init(cells: [])])
        #expect(pages.page(of: table) == "<=a=b><none>")
    }
}
