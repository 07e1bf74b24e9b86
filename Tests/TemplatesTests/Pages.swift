import SystemIO
import Templates

/// The template `page`, compiled for a type of view, with those that it includes.
struct Pages {
    private let templates: TemplateSet

    init(_ sources: [String: String], _ type: (some Decodable).Type, _ labels: [String: String] = [:]) throws {
        let checked = try CheckedTemplates(
            sources, showing: ["page": Shape(of: type)], labels: Set(labels.keys))
        templates = checked.templates { labels[$0] ?? "" }
    }

    /// The page of a view.
    func page(of view: some Encodable) -> String {
        var out = ByteWriter()
        templates.render(ViewDocument(of: view), with: "page", to: &out)
        return out.text
    }
}
