package import Diagnostics
package import FollowUpModel
import Languages

/// The templates of all pages, checked and made into steps once, at start.
///
/// A template names texts of the interface as `[[name]]`, so that a page's view holds facts and no labels. Whatever comes
/// from the view is escaped by ``TemplateWriter``.
package struct Templates: Sendable {
    private let pages: [Language: [String: TemplateProgram]]

    /// Checks the templates of this program.
    ///
    /// - Throws: ``TemplateError`` for one that is broken, or that names a text or a member which doesn't exist.
    package init() throws(TemplateError) {
        try self.init(Resources.templates, pages: Self.pages)
    }

    /// The templates that pages are made of, with the shapes of their views.
    static var pages: [(template: String, shape: Shape)] {
        PageKind.allCases.map { ($0.template, $0.shape) } + [("entrance", Shape(of: EntrancePage.self))]
    }

    /// Checks some templates against the shapes of the views that they show.
    init(_ sources: [String: String], pages: [(template: String, shape: Shape)]) throws(TemplateError) {
        var tags: [String: [TemplateTag]] = [:]
        for (name, text) in sources { tags[name] = try TemplateTag.tags(of: text, in: name) }
        let texts = ModelWords.languages.map { ($0, PageTexts.texts(for: $0).byName) }
        // Every language has the same texts, see PageTexts.
        var compiler = TemplateCompiler(tags: tags, texts: Set(texts[0].1.keys))
        var steps: [String: [TemplateStep]] = [:]
        for page in pages { steps[page.template] = try compiler.steps(of: page.template, showing: page.shape) }
        self.pages = Dictionary(
            uniqueKeysWithValues: texts.map { language, byName in
                let labels = compiler.labels.map { name in
                    var label = ByteWriter()
                    label.append(escaping: byName[name] ?? "")
                    return label.bytes
                }
                return (language, steps.mapValues { TemplateProgram($0, labels: labels) })
            })
    }

    /// Writes the page that a template makes of a view's document, as UTF-8.
    package func render(
        _ document: ViewDocument, with template: String, in language: Language, to out: inout ByteWriter
    ) {
        guard let program = pages[language]?[template] else {
            preconditionFailure("every page has a template, and its texts in every language")
        }
        program.write(document, to: &out)
    }

    /// The page that a template makes of a view's document, as UTF-8.
    package func render(_ document: ViewDocument, with template: String, in language: Language) -> [UInt8] {
        var out = ByteWriter(capacity: 1 << 16)
        render(document, with: template, in: language, to: &out)
        return out.bytes
    }
}
