import Diagnostics
package import FollowUpModel
import ForumWorkspace
import Harmonization
import Languages

/// One file of the published site.
package struct SiteFile: Hashable, Sendable {
    /// What it is.
    package enum Content: Hashable, Sendable {
        /// The page at which a visitor chooses a language.
        case entrance
        /// A page, or its document.
        case page(PageAddress, Language, isDocument: Bool)
        /// A calendar of what is owed.
        case calendar(String, Language)
        /// A table of data.
        case data(DataTable, isCSV: Bool)
        /// The style sheet.
        case styleSheet
        /// The script.
        case script
        /// The picture in the browser's tab.
        case icon
    }

    /// Its place below the site's folder.
    package var path: String
    /// What it is.
    package var content: Content
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

    /// All files of the site in all languages, in stable order.
    package var files: [SiteFile] {
        let calendars = DueCalendar.names(of: picture)
        let addresses = addresses
        var files = [
            SiteFile(path: "index.html", content: .entrance),
            SiteFile(path: "assets/site.css", content: .styleSheet),
            SiteFile(path: "assets/site.js", content: .script), SiteFile(path: "assets/icon.svg", content: .icon),
        ]
        for table in DataTable.allCases {
            files.append(SiteFile(path: "data/\(table.rawValue).csv", content: .data(table, isCSV: true)))
            files.append(SiteFile(path: "data/\(table.rawValue).json", content: .data(table, isCSV: false)))
        }
        for language in ModelWords.languages {
            for address in addresses {
                let path = "\(language.code)/\(address.path)"
                files.append(
                    SiteFile(path: path + ".html", content: .page(address, language, isDocument: false)))
                files.append(SiteFile(path: path + ".json", content: .page(address, language, isDocument: true)))
            }
            files += calendars.map {
                SiteFile(path: "\(language.code)/due/\($0.asPathPart).ics", content: .calendar($0, language))
            }
        }
        return files
    }

    /// The bytes of a file of the site.
    package func bytes(of content: SiteFile.Content) -> [UInt8] {
        switch content {
        case .entrance: return Array(entrance.utf8)
        case .styleSheet: return Resources.styleSheet
        case .script: return Resources.script
        case .icon: return Resources.icon
        case .page(let address, let language, let isDocument):
            guard let view = PageBuilder(picture, language, address).view() else {
                preconditionFailure("a site holds only pages that the picture has")
            }
            if isDocument { return JSONValue(of: view).utf8(indented: false) + [0x0A] }
            return Array(page(view, of: address.kind, in: language).html.utf8)
        case .calendar(let name, let language):
            guard let calendar = DueCalendar(picture, language).calendar(name) else {
                preconditionFailure("a site holds only calendars that the picture has")
            }
            return calendar
        case .data(let table, let isCSV):
            let rows = table.rows(of: picture)
            return isCSV ? table.csv(of: rows) : table.json(of: rows)
        }
    }

    /// The page at which a visitor chooses a language.
    package var entrance: String {
        templates.render(JSONValue(of: EntrancePage(picture)), with: "entrance", in: .english)
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
