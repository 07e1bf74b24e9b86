import MustacheReference
import Templates
import Testing

/// Our templates are Mustache, in all that we use of it: another implementation agrees on every corner.
@Suite struct MustacheTests {
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
        "{{count}} {{share}} {{isOpen}} {{#isOpen}}open{{/isOpen}}{{^isOpen}}shut{{/isOpen}}",
        "{{#tags}}{{.}},{{/tags}}{{^tags}}untagged{{/tags}}", "[[colon]]{{title}}[[colon]]",
        "{{^empty(items)}}\n<ul>{{#items}}{{name}}{{/items}}{{title}}</ul>\n{{/empty(items)}}\n{{#empty(items)}}none{{/empty(items)}}",
    ])
    func theyAgreeOnEveryCorner(_ text: String) throws {
        let sources = ["page": text, "part": "<i>{{title}}</i>\n", "frame": "<b>\n{{$body}}empty{{/body}}\n</b>\n"]
        let labels = ["colon": " : \"<&>'"]
        let templates = try Pages(sources, Sample.self, labels)
        let reference = try MustacheReference(sources, labels: labels)
        for view in Sample.all {
            let document = ViewDocument(of: view).json(Shape(of: Sample.self))
            #expect(templates.page(of: view) == reference.render(document, with: "page"), "\(text)")
        }
    }
}

private struct Sample: Codable {
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
    var count = 0
    var share = 0.5
    var isOpen = false
    var tags: [String] = []

    static let all = [
        Sample(
            title: "A <b> & \"c\"", note: "it's",
            items: [.init(name: "1", isNew: true), .init(name: "2", isNew: false)],
            deep: .init(inner: .init(text: "t")), count: -12, share: 3, isOpen: true, tags: ["<i>", "", "ü"]),
        Sample(title: "", note: nil, items: [], deep: .init(inner: nil)),
        Sample(title: "é", note: "", items: [.init(name: "", isNew: false)], deep: nil),
    ]
}
