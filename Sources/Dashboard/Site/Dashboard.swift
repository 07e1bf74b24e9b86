package import FollowUpModel
package import Localization
import SystemIO
package import Templates

/// The pages of one picture: each address and language gives a view, its page and its document.
package struct Dashboard: Sendable {
    /// The picture.
    package let picture: PageData
    private let templates: [Language: TemplateSet]

    /// Shows a picture with checked templates, in all languages of its workspace.
    package init(_ picture: PageData, templates: PageTemplates) {
        self.picture = picture
        self.templates = templates.sets(in: picture.languages)
    }

    /// The languages that there are pages in.
    package var languages: LanguageSet { picture.languages }

    /// One page, in both of its forms.
    package struct Page: Sendable {
        /// The view as a document.
        package var document: ViewDocument
        /// The page that the template makes of it, as UTF-8.
        package var html: [UInt8]
    }

    /// A page; nil where the picture doesn't have it.
    ///
    /// - Parameters:
    ///   - query: what every link carries, such as `?as-of=2020`.
    ///   - live: what a server knows beside the picture; nil on a static site.
    package func page(
        _ address: PageAddress, in language: Language, query: String = "", live: LiveState? = nil
    ) -> Page? {
        PageBuilder(picture, language, address, query: query, live: live).view().map {
            page($0, of: address.kind, in: language)
        }
    }

    /// The page of a view that somebody else has made, such as a matrix with a filter.
    package func page(_ view: any PageView, of kind: PageKind, in language: Language) -> Page {
        let document = ViewDocument(of: view)
        var out = ByteWriter(capacity: 1 << 16)
        render(document, with: kind.template, in: language, to: &out)
        return Page(document: document, html: out.bytes)
    }

    /// Writes the page that a template makes of a view's document, as UTF-8.
    func render(_ document: ViewDocument, with template: String, in language: Language, to out: inout ByteWriter) {
        guard let set = templates[language] else { preconditionFailure("pages are made in languages that have texts") }
        set.render(document, with: template, to: &out)
    }
}
