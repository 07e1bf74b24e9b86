import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization
import Records
import SystemIO
import Templates

/// A piece of work that gives files of the published site; pieces are made side by side.
enum SitePart: Sendable {
    /// The page at which a visitor chooses a language.
    case entrance
    /// A page in all languages, with its documents.
    case page(PageAddress)
    /// The pages of the cells of a measure or line, which are made of the same commitments.
    case cells(TargetIndex)
    /// A calendar of what is owed in all languages.
    case calendar(String)
    /// A table of data as CSV and JSON.
    case data(DataTable)
    /// The style sheet, the script and the icon.
    case assets
}

extension Dashboard {
    /// All addresses that the picture has, in stable order; those of the cells last.
    package var addresses: [PageAddress] { pages + picture.targets.flatMap(cells) }

    /// The addresses of the pages that are no cells.
    private var pages: [PageAddress] {
        let framework = picture.snapshot.workspace.framework
        let forums = picture.snapshot.forums.map(\.forum.definition.id)
        var pages: [PageAddress] = [
            .overview, .matrix(), .measures, .countries, .forums, .divergences, .gaps, .due, .method, .search,
        ]
        pages += picture.earlier.map { .changes(years: $0.years) }
        pages += picture.measures.map { .matrix(measure: framework[$0].id) }
        pages += forums.map { .matrix(forum: $0) }
        pages += framework.measures.map { .measure($0.id) }
        pages += countryCodes.map { .country($0) }
        pages += forums.map { .forum($0) }
        return pages
    }

    /// The addresses of the cells of a measure or line, a country after the other as the picture has them.
    private func cells(of target: TargetIndex) -> [PageAddress] {
        let id = picture.snapshot.workspace.framework[target].id
        return countryCodes.map { .cell(country: $0, target: id) }
    }

    private var countryCodes: [String] {
        picture.snapshot.countries.map { picture.snapshot.workspace.countries[$0].code }
    }

    /// The style sheet, the script and the icon, with their paths below the site's folder.
    package static var assets: [(path: String, bytes: [UInt8])] {
        [
            ("assets/site.css", Resources.styleSheet), ("assets/site.js", Resources.script),
            ("assets/icon.svg", Resources.icon),
        ]
    }

    /// All parts of the site, the largest first, so that all cores end together.
    var parts: [SitePart] {
        DataTable.allCases.map { .data($0) } + picture.targets.map { .cells($0) } + pages.map { .page($0) }
            + DueCalendar.names(of: picture).map { .calendar($0) } + [.entrance, .assets]
    }

    /// The folders that the site's files lie in.
    var folders: Set<String> {
        let ofPages = Set(addresses.map { $0.path.split(separator: "/").dropLast().joined(separator: "/") })
        return Set(
            ["assets", "data"]
                + languages.languages.flatMap { language in
                    ["\(language.code)/due"] + ofPages.map { "\(language.code)/\($0)" }
                })
    }

    /// Writes the files of a part.
    func write(_ part: SitePart, to files: inout SiteFiles) throws(FileError) {
        switch part {
        case .entrance: try files.add("index.html", entrance)
        case .assets: for (path, bytes) in Self.assets { try files.add(path, bytes) }
        case .page(let address):
            try write(address, picture.view(at: address), to: &files)
        case .cells(let target):
            let contributions = picture.snapshot.contributions(target)
            for ((country, said), address) in zip(zip(picture.snapshot.countries, contributions), cells(of: target)) {
                let explanation = picture.snapshot.explain(
                    target, country, among: said, most: PageLimits.contributions)
                try write(address, { $0.cell(explanation) }, to: &files)
            }
        case .calendar(let name): try writeCalendar(name, to: &files)
        case .data(let table):
            let forms = TableFormat.allCases
            try files.add(forms.map { "data/\(table.rawValue).\($0.rawValue)" }) { add throws(FileError) in
                try table.write(picture, in: forms, to: add)
            }
        }
    }

    /// Writes a page in all languages, with its documents; a cell has none.
    private func write(
        _ address: PageAddress, _ view: (PageBuilder) -> (any PageView)?, to files: inout SiteFiles
    ) throws(FileError) {
        for language in languages.languages {
            guard let view = view(PageBuilder(picture, language, address)) else {
                preconditionFailure("a site holds only pages that the picture has")
            }
            let path = "\(language.code)/\(address.path)"
            try files.add(path + ".html", html(view, address.kind.template, in: language))
            if address.kind == .cell { continue }
            if let document = picture.document(of: address, in: language) { try files.add(path + ".json", document) }
        }
    }

    /// Writes a calendar in all languages.
    private func writeCalendar(_ name: String, to files: inout SiteFiles) throws(FileError) {
        for language in languages.languages {
            guard let calendar = DueCalendar(picture, language).calendar(name) else {
                preconditionFailure("a site holds only calendars that the picture has")
            }
            try files.add("\(language.code)/due/\(name.asPathPart).ics", calendar)
        }
    }

    /// The page at which a visitor chooses a language, as UTF-8.
    package var entrance: [UInt8] { html(EntrancePage(picture), "entrance", in: .english) }
}

/// The page at which a visitor chooses a language.
struct EntrancePage: Codable, Sendable {
    /// One language.
    struct Choice: Codable, Sendable {
        var code: String
        var name: String
        var site: String
        var href: String
    }

    /// What the site is called, in a few words.
    var product: String
    var choices: [Choice]

    init(_ picture: PageData) {
        product = picture.product(in: picture.languages[.english])
        choices = picture.languages.languages.map { language in
            Choice(
                code: language.code, name: picture.languages[language][.languageName],
                site: picture.snapshot.workspace.settings.name.text(for: language),
                href: "\(language.code)/index.html")
        }
    }
}
