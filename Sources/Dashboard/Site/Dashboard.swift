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

    /// The page of a view, as UTF-8.
    package func page(_ view: any PageView, of kind: PageKind, in language: Language) -> [UInt8] {
        html(view, kind.template, in: language)
    }

    /// What a template makes of a view, as UTF-8.
    func html(_ view: some Encodable, _ template: String, in language: Language) -> [UInt8] {
        guard let set = templates[language] else { preconditionFailure("pages are made in languages that have texts") }
        var out = ByteWriter(capacity: 1 << 16)
        set.render(ViewDocument(of: view), with: template, to: &out)
        return out.bytes
    }
}

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

/// The files that are built into the program: templates, the style sheet, the script.
enum Resources {
    /// The templates' texts by their names.
    static var templates: [String: String] {
        [
            "cell": text(PackageResources.cell_mustache),
            "change": text(PackageResources.change_mustache),
            "changes": text(PackageResources.changes_mustache),
            "contribution": text(PackageResources.contribution_mustache),
            "countries": text(PackageResources.countries_mustache),
            "country": text(PackageResources.country_mustache),
            "differing": text(PackageResources.differing_mustache),
            "divergences": text(PackageResources.divergences_mustache),
            "due": text(PackageResources.due_mustache),
            "duehead": text(PackageResources.duehead_mustache),
            "entrance": text(PackageResources.entrance_mustache),
            "flags": text(PackageResources.flags_mustache),
            "failure": text(PackageResources.failure_mustache),
            "forum": text(PackageResources.forum_mustache),
            "forumcoverage": text(PackageResources.forumcoverage_mustache),
            "forums": text(PackageResources.forums_mustache),
            "gaps": text(PackageResources.gaps_mustache),
            "api": text(PackageResources.api_mustache),
            "layout": text(PackageResources.layout_mustache),
            "legend": text(PackageResources.legend_mustache),
            "mark": text(PackageResources.mark_mustache),
            "matrix": text(PackageResources.matrix_mustache),
            "measure": text(PackageResources.measure_mustache),
            "measures": text(PackageResources.measures_mustache),
            "method": text(PackageResources.method_mustache),
            "notshown": text(PackageResources.notshown_mustache),
            "overview": text(PackageResources.overview_mustache),
            "owedgroup": text(PackageResources.owedgroup_mustache),
            "owed": text(PackageResources.owed_mustache),
            "problems": text(PackageResources.problems_mustache),
            "progress": text(PackageResources.progress_mustache),
            "search": text(PackageResources.search_mustache),
            "tally": text(PackageResources.tally_mustache),
            "tilemap": text(PackageResources.tilemap_mustache),
            "title": text(PackageResources.title_mustache),
        ]
    }

    /// The style sheet.
    static var styleSheet: [UInt8] { PackageResources.site_css }

    /// The script; every page works without it.
    static var script: [UInt8] { PackageResources.site_js }

    /// The picture in the browser's tab.
    static var icon: [UInt8] { PackageResources.icon_svg }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
