import FollowUpModel
import Localization
package import Templates

/// The templates of all pages, checked once, at start.
package struct PageTemplates: Sendable {
    private let checked: CheckedTemplates

    /// Checks the templates of this program.
    ///
    /// - Throws: ``TemplateError`` for one that is broken, or that names a text or a member which doesn't exist.
    package init() throws(TemplateError) {
        checked = try CheckedTemplates(
            Resources.templates, showing: Self.shapes, labels: Set(Message.allCases.map(\.name)))
    }

    /// What the view of each template holds.
    static var shapes: [String: Shape] {
        var shapes = Dictionary(uniqueKeysWithValues: PageKind.allCases.map { ($0.template, $0.shape) })
        shapes["entrance"] = Shape(of: EntrancePage.self)
        return shapes
    }

    /// The templates with the texts of each language in their places.
    func sets(in languages: LanguageSet) -> [Language: TemplateSet] {
        Dictionary(
            uniqueKeysWithValues: languages.languages.map { language in
                let texts = languages[language]
                return (language, checked.templates { name in Message(name: name).map { texts[$0] } ?? "" })
            })
    }
}
