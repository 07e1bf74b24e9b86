import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization
import Languages

/// A piece of work that gives one or more files of the published site.
enum SitePart: Hashable, Sendable {
    /// The page at which a visitor chooses a language.
    case entrance
    /// A page in all languages, with its documents.
    case page(PageAddress)
    /// A calendar of what is owed in all languages.
    case calendar(String)
    /// A table of data as CSV and JSON.
    case data(DataTable)
    /// The style sheet, the script and the picture in the browser's tab.
    case assets

    /// The files' paths below the site's folder.
    var paths: [String] {
        switch self {
        case .entrance: ["index.html"]
        case .page(let address):
            ModelWords.languages.flatMap { language in
                let path = "\(language.code)/\(address.path)"
                return address.kind == .cell ? [path + ".html"] : [path + ".html", path + ".json"]
            }
        case .calendar(let name): ModelWords.languages.map { "\($0.code)/due/\(name.asPathPart).ics" }
        case .data(let table): DataTable.Form.allCases.map { "data/\(table.rawValue).\($0.rawValue)" }
        case .assets: ["assets/site.css", "assets/site.js", "assets/icon.svg"]
        }
    }
}

extension Dashboard {
    /// All addresses that the picture has, in stable order; those of the cells last.
    package var addresses: [PageAddress] {
        let snapshot = picture.snapshot
        let framework = snapshot.workspace.framework
        let countries = snapshot.countries.map { snapshot.workspace.countries[$0].code }
        let forums = snapshot.forums.map(\.forum.definition.id)
        var addresses: [PageAddress] = [
            .overview, .matrix(), .measures, .countries, .forums, .divergences, .gaps, .due, .method, .search,
        ]
        addresses += picture.earlier.map { .changes(years: $0.years) }
        addresses += picture.measures.map { .matrix(measure: framework[$0].id) }
        addresses += forums.map { .matrix(forum: $0) }
        addresses += framework.measures.map { .measure($0.id) }
        addresses += countries.map { .country($0) }
        addresses += forums.map { .forum($0) }
        for target in picture.targets {
            addresses += countries.map { .cell(country: $0, target: framework[target].id) }
        }
        return addresses
    }

    /// The style sheet, the script and the picture in the browser's tab, with their paths below the site's folder.
    package static var assets: [(path: String, bytes: [UInt8])] {
        Array(zip(SitePart.assets.paths, [Resources.styleSheet, Resources.script, Resources.icon]))
            .map { (path: $0, bytes: $1) }
    }

    /// All parts of the site, in stable order.
    var parts: [SitePart] {
        [.entrance, .assets] + DataTable.allCases.map { .data($0) }
            + DueCalendar.names(of: picture).map { .calendar($0) } + addresses.map { .page($0) }
    }

    /// Writes a part's files, which are in the order of its paths.
    ///
    /// - Parameter shared: what the cells of a target have in common, for the pages that come before and after.
    func write(
        _ part: SitePart, to files: [SiteFile], sharing shared: TargetContributions
    ) throws(FileError) {
        func add(_ pieces: [[UInt8]]) throws(FileError) {
            for (file, piece) in zip(files, pieces) { try file.append(piece) }
        }
        switch part {
        case .entrance: try add([entrance])
        case .assets: try add(Self.assets.map(\.bytes))
        case .page(let address): try writePages(address, to: files, shared)
        case .calendar(let name): try add(calendars(name))
        case .data(let table): try table.write(picture, in: DataTable.Form.allCases, to: add)
        }
    }

    /// A calendar in all languages.
    private func calendars(_ name: String) -> [[UInt8]] {
        guard let events = DueCalendar.events(of: name, in: picture) else {
            preconditionFailure("a site holds only calendars that the picture has")
        }
        return ModelWords.languages.map { DueCalendar(picture, $0).calendar(name, with: events) }
    }

    /// Writes a page in all languages; what takes long to find out is found out once for all of them.
    private func writePages(
        _ address: PageAddress, to files: [SiteFile], _ shared: TargetContributions
    ) throws(FileError) {
        let facts = PageFacts(of: address, in: picture, sharing: shared)
        var rest = files[...]
        var out = ByteWriter(capacity: 1 << 17)
        for language in ModelWords.languages {
            guard let view = PageBuilder(picture, language, address).view(of: facts) else {
                preconditionFailure("a site holds only pages that the picture has")
            }
            let document = ViewDocument(of: view)
            templates.render(document, with: address.kind.template, in: language, to: &out)
            try rest.removeFirst().append(out)
            out.removeAll()
            if address.kind == .cell { continue }
            document.write(to: &out)
            try rest.removeFirst().append(out)
            out.removeAll()
        }
    }

    /// The page at which a visitor chooses a language, as UTF-8.
    package var entrance: [UInt8] {
        templates.render(ViewDocument(encoding: EntrancePage(picture)), with: "entrance", in: .english)
    }
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

    var choices: [Choice]

    init(_ picture: Picture) {
        choices = ModelWords.languages.map { language in
            Choice(
                code: language.code, name: PageTexts.texts(for: language).languageName,
                site: picture.snapshot.workspace.settings.name.text(for: language),
                href: "\(language.code)/index.html")
        }
    }
}
