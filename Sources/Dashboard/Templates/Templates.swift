import Diagnostics
import FollowUpModel
import Languages
import Mustache

/// The templates of all pages, translated and checked once, at start.
///
/// A template names texts of the interface as `[[name]]`; they are put in, escaped, for each language, so that a page's
/// view holds facts and no labels. Everything else comes from the view, escaped by ``TemplateValue``.
package struct Templates: Sendable {
    private let libraries: [Language: MustacheLibrary]

    /// Translates and checks the templates of this program.
    ///
    /// - Throws: ``TemplateError`` for one that is broken, or that names a text or a member which doesn't exist.
    package init() throws(TemplateError) {
        try self.init(
            Resources.templates,
            pages: PageKind.allCases.map { ($0.template, $0.shape) } + [("entrance", Shape(of: EntrancePage.self))])
    }

    /// Translates and checks some templates against the shapes of the views that they show.
    init(_ sources: [String: String], pages: [(template: String, shape: Shape)]) throws(TemplateError) {
        var tags: [String: [TemplateTag]] = [:]
        for (name, text) in sources { tags[name] = try TemplateTag.tags(of: text, in: name) }
        let check = TemplateCheck(tags: tags)
        for page in pages { try check.check(page.template, showing: page.shape) }
        var libraries: [Language: MustacheLibrary] = [:]
        for language in ModelWords.languages {
            let texts = PageTexts.texts(for: language).byName
            var library = MustacheLibrary()
            for (name, text) in sources {
                let translated = try Self.translated(text, of: name, texts)
                do {
                    // Templates insert what is escaped already, see TemplateValue.
                    try library.register("{{% CONTENT_TYPE:TEXT}}" + translated, named: name)
                } catch {
                    throw TemplateError(name, "\(error)")
                }
            }
            libraries[language] = library
        }
        self.libraries = libraries
    }

    /// The page that a template makes of a view's document.
    func render(_ document: JSONValue, with template: String, in language: Language) -> String {
        guard let page = libraries[language]?.render(TemplateValue(value: document), withTemplate: template) else {
            preconditionFailure("every page has a template in every language")
        }
        return page
    }

    /// The text with every `[[name]]` replaced.
    private static func translated(
        _ text: String, of template: String, _ texts: [String: String]
    ) throws(TemplateError) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.range(of: "[["), let close = rest[open.upperBound...].range(of: "]]") {
            let name = String(rest[open.upperBound..<close.lowerBound])
            guard let text = texts[name] else { throw TemplateError(template, "there is no text [[\(name)]]") }
            result += rest[..<open.lowerBound] + text.escapedForHTML
            rest = rest[close.upperBound...]
        }
        return result + rest
    }
}

extension Substring {
    /// The first place at which a text stands.
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while let found = self[start...].firstIndex(where: { $0 == text.first }) {
            if self[found...].hasPrefix(text) { return found..<index(found, offsetBy: text.count) }
            start = index(after: found)
        }
        return nil
    }
}
