import Diagnostics
import FollowUpModel
import Foundation
import Testing

@testable import Dashboard

/// Templates are checked at start against the views that they show.
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

    private func check(_ sources: [String: String]) throws -> Templates {
        try Templates(sources, pages: [("page", Shape(of: View.self))])
    }

    /// Each mark at each place of texts that are shorter and longer than what is looked at at a time.
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

    @Test func thoseOfTheProgramAreSound() throws { _ = try Templates() }

    @Test func aMemberOfTheViewIsFoundAlsoFromWithinASection() throws {
        _ = try check([
            "page": "{{title}}{{#note}}{{note}}{{/note}}{{#items}}{{name}}{{title}}{{#isNew}}!{{/isNew}}{{/items}}"
        ])
    }

    @Test(arguments: [
        "{{titel}}", "{{#items}}{{nam}}{{/items}}", "{{name}}", "{{items}}", "{{#items}}{{name}}", "{{{title}}}",
        "{{&title}}", "{{>other}}", "{{>page}}", "[[noSuchText]]", "{{#items}}{{/title}}", "{{title", "{{=<% %>=}}",
        "{{title.length}}", "{{<other}}{{/other}}", "<p>\n  {{>part}}\n</p>",
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
        let templates = try Templates(
            ["page": "{{#inner}}[{{#note}}{{note}}{{/note}}]{{/inner}}"], pages: [("page", Shape(of: Outer.self))])
        let document = ViewDocument(encoding: Outer(note: "outer", inner: [.init(note: nil), .init(note: "own")]))
        #expect(templates.page(of: document, in: .english) == "[][own]")
    }

    @Test func whatIsInsertedIsEscaped() throws {
        let templates = try check(["page": "<p title=\"{{title}}\">{{#items}}{{name}}{{/items}}</p>"])
        let view = View(title: "\" onclick='x'", note: nil, items: [.init(name: "<b>&", isNew: true)])
        #expect(
            templates.page(of: ViewDocument(encoding: view), in: .english)
                == "<p title=\"&quot; onclick=&#39;x&#39;\">&lt;b&gt;&amp;</p>")
    }

    @Test func textsAreThoseOfTheLanguage() throws {
        let templates = try check(["page": "[[countries]] {{title}}"])
        let document = ViewDocument(encoding: View(title: "1", note: nil, items: []))
        #expect(templates.page(of: document, in: .spanish) == "Países 1")
        #expect(templates.page(of: document, in: .french) == "Pays 1")
    }
}

extension Templates {
    /// What the template `page` makes of a document.
    fileprivate func page(of document: ViewDocument, in language: Language) -> String {
        String(decoding: render(document, with: "page", in: language), as: UTF8.self)
    }
}

/// A view's type tells what its values can hold.
@Suite struct ShapeTests {
    @Test(arguments: PageKind.allCases)
    func everyPageHasItsShape(_ kind: PageKind) throws {
        let dashboard = try Samples.dashboard()
        for address in dashboard.addresses where address.kind == kind {
            let page = try #require(dashboard.page(address, in: .spanish))
            let document = page.document.json
            expect(document, is: kind.shape, at: "\(address.path)")
            #expect(page.document.utf8 == document.utf8(indented: false) + [0x0A], "\(address.path)")
        }
    }

    /// Holds a document against a shape: the same members in the same order, `null` only where it may be.
    private func expect(_ value: JSONValue, is shape: Shape, at path: String) {
        switch (value, shape) {
        case (.string, .text), (.integer, .integer), (.number, .number), (.bool, .bool): break
        case (.array(let elements), .list(let element)):
            for value in elements { expect(value, is: element, at: path + "[]") }
        case (.object(let members), .object(let expected)):
            #expect(members.map(\.name) == expected.map(\.name), "\(path)")
            for (member, shape) in zip(members, expected) {
                if member.value == .null {
                    #expect(shape.isOptional, "\(path).\(shape.name)")
                } else {
                    expect(member.value, is: shape.shape, at: "\(path).\(shape.name)")
                }
            }
        default: Issue.record("\(path) is another kind of value than its shape says")
        }
    }
}

/// The page that documents the site.
@Suite struct DocumentationTests {
    @Test func everyKindOfPageIsDocumented() throws {
        let path = (Samples.shipped as NSString).deletingLastPathComponent + "/Sources/Documentation/Dashboard.md"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        for kind in PageKind.allCases { #expect(text.contains("\n| `\(kind.rawValue)` |"), "\(kind)") }
        for table in DataTable.allCases { #expect(text.contains("`\(table.rawValue)`")) }
    }

    @Test func everyTemplateOfTheFolderIsBuiltIn() throws {
        let folder = (Samples.shipped as NSString).deletingLastPathComponent + "/Sources/Dashboard/Resources"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".mustache") }
        #expect(Set(names.map { String($0.dropLast(9)) }) == Set(Resources.templates.keys))
    }
}
