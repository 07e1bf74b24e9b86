package import FollowUpModel
import Localization
package import SystemIO
package import Templates

/// The templates of all pages in all languages, checked and compiled once, at start.
package struct PageTemplates: Sendable {
    private let sets: [Language: TemplateSet]

    /// Checks the templates of this program.
    ///
    /// - Throws: ``TemplateError`` for one that is broken, or that names a text or a member which doesn't exist.
    package init() throws(TemplateError) {
        let checked = try CheckedTemplates(
            Resources.templates, showing: Self.shapes, labels: Set(Message.allCases.map(\.name)))
        sets = Dictionary(
            uniqueKeysWithValues: Texts.languages.map { language in
                let texts = Texts.texts(for: language)
                return (language, checked.templates { name in Message(name: name).map { texts[$0] } ?? "" })
            })
    }

    /// What the view of each template holds.
    static var shapes: [String: Shape] {
        var shapes = Dictionary(uniqueKeysWithValues: PageKind.allCases.map { ($0.template, $0.shape) })
        shapes["entrance"] = Shape(of: EntrancePage.self)
        return shapes
    }

    /// Writes the page that a template makes of a view's document, as UTF-8.
    package func render(
        _ document: ViewDocument, with template: String, in language: Language, to out: inout ByteWriter
    ) {
        guard let set = sets[language] else { preconditionFailure("pages are made in languages that have texts") }
        set.render(document, with: template, to: &out)
    }

    /// The page that a template makes of a view's document, as UTF-8.
    package func render(_ document: ViewDocument, with template: String, in language: Language) -> [UInt8] {
        var out = ByteWriter(capacity: 1 << 16)
        render(document, with: template, in: language, to: &out)
        return out.bytes
    }
}
