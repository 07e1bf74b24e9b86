import FollowUpModel
package import Templates

/// Which page of a language: its place in the site.
package enum PageAddress: Hashable, Sendable {
    /// What is known, where it moves, what is overdue, where forums disagree.
    case overview
    /// Countries by measures; with a measure, by its lines; with a forum, what this forum alone says.
    case matrix(measure: String? = nil, forum: String? = nil)
    /// The list of measures.
    case measures
    /// One measure.
    case measure(String)
    /// The list of countries.
    case countries
    /// One country.
    case country(String)
    /// The list of forums.
    case forums
    /// One forum.
    case forum(String)
    /// Why a country has its word on a measure or line.
    case cell(country: String, target: String)
    /// Where forums or voices differ.
    case divergences
    /// Where the picture is silent.
    case gaps
    /// Who owes what by when.
    case due
    /// What moved in the last years.
    case changes(years: Int = 1)
    /// How the picture is made, and its data.
    case method
    /// Everything that has a page or a name.
    case search
    /// What is wrong with the files; on a server only.
    case problems
    /// The API; on a server only.
    case api
    /// That there is nothing at an address, or why it can't be shown; on a server only.
    case failure

    /// The path below the language's folder, without an ending, such as `cells/CRI/67.2`.
    package var path: String {
        switch self {
        case .overview: "index"
        case .matrix(nil, nil): "matrix"
        case .matrix(let measure?, nil): "matrix/\(measure.asPathPart)"
        case .matrix(nil, let forum?): "matrix/forum/\(forum.asPathPart)"
        case .matrix(let measure?, let forum?): "matrix/\(measure.asPathPart)/\(forum.asPathPart)"
        case .measures: "measures"
        case .measure(let id): "measures/\(id.asPathPart)"
        case .countries: "countries"
        case .country(let code): "countries/\(code.asPathPart)"
        case .forums: "forums"
        case .forum(let id): "forums/\(id.asPathPart)"
        case .cell(let country, let target): "cells/\(country.asPathPart)/\(target.asPathPart)"
        case .divergences: "divergences"
        case .gaps: "gaps"
        case .due: "due"
        case .changes(1): "changes"
        case .changes(let years): "changes/\(years)"
        case .method: "method"
        case .search: "search"
        case .problems: "problems"
        case .api: "api"
        case .failure: "failure"
        }
    }

    /// The page at a path; nil where no page can be.
    ///
    /// Whether the country, measure or forum exists is not looked at.
    package init?(path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).compactMap { String($0).fromPathPart }
        guard parts.allSatisfy({ !$0.isEmpty }), PageAddress.count(of: path) == parts.count else { return nil }
        switch (parts[0], parts.count) {
        case ("index", 1): self = .overview
        case ("matrix", 1): self = .matrix()
        case ("matrix", 2): self = .matrix(measure: parts[1])
        case ("matrix", 3):
            self = parts[1] == "forum" ? .matrix(forum: parts[2]) : .matrix(measure: parts[1], forum: parts[2])
        case ("measures", 1): self = .measures
        case ("measures", 2): self = .measure(parts[1])
        case ("countries", 1): self = .countries
        case ("countries", 2): self = .country(parts[1])
        case ("forums", 1): self = .forums
        case ("forums", 2): self = .forum(parts[1])
        case ("cells", 3): self = .cell(country: parts[1], target: parts[2])
        case ("divergences", 1): self = .divergences
        case ("gaps", 1): self = .gaps
        case ("due", 1): self = .due
        case ("changes", 1): self = .changes()
        case ("changes", 2):
            guard let years = Int(parts[1]), years > 1, String(years) == parts[1] else { return nil }
            self = .changes(years: years)
        case ("method", 1): self = .method
        case ("search", 1): self = .search
        case ("problems", 1): self = .problems
        case ("api", 1): self = .api
        default: return nil
        }
    }

    private static func count(of path: String) -> Int { path.count { $0 == "/" } + 1 }

    /// What kind of page it is.
    package var kind: PageKind {
        switch self {
        case .overview: .overview
        case .matrix: .matrix
        case .measures: .measures
        case .measure: .measure
        case .countries: .countries
        case .country: .country
        case .forums: .forums
        case .forum: .forum
        case .cell: .cell
        case .divergences: .divergences
        case .gaps: .gaps
        case .due: .due
        case .changes: .changes
        case .method: .method
        case .search: .search
        case .problems: .problems
        case .api: .api
        case .failure: .failure
        }
    }
}

/// A kind of page, with its template and the shape of its view.
package enum PageKind: String, Hashable, Sendable, CaseIterable {
    case overview, matrix, measures, measure, countries, country, forums, forum, cell, divergences, gaps, due, changes
    case method, search, problems, api, failure

    /// The template's name.
    package var template: String { rawValue }

    /// What its view holds.
    package var shape: Shape {
        switch self {
        case .overview: Shape(of: OverviewPage.self)
        case .matrix: Shape(of: MatrixPage.self)
        case .measures: Shape(of: MeasuresPage.self)
        case .measure: Shape(of: MeasurePage.self)
        case .countries: Shape(of: CountriesPage.self)
        case .country: Shape(of: CountryPage.self)
        case .forums: Shape(of: ForumsPage.self)
        case .forum: Shape(of: ForumPage.self)
        case .cell: Shape(of: CellPage.self)
        case .divergences: Shape(of: DivergencesPage.self)
        case .gaps: Shape(of: GapsPage.self)
        case .due: Shape(of: DuePage.self)
        case .changes: Shape(of: ChangesPage.self)
        case .method: Shape(of: MethodPage.self)
        case .search: Shape(of: SearchPage.self)
        case .problems: Shape(of: ProblemsPage.self)
        case .api: Shape(of: APIPage.self)
        case .failure: Shape(of: FailurePage.self)
        }
    }
}

extension PageAddress {
    /// The name of the place where the page of a forum speaks of a commitment.
    package static func anchor(ofCommitment id: String) -> String { "c-\(id)" }
}

/// Makes links from one page to others, relative, so that a site works at any address and from a folder.
struct Links: Sendable {
    /// The page that links.
    let from: PageAddress
    /// What follows the path, such as `?as-of=2020`; empty on a static site.
    let query: String
    /// What follows the path of this very page, its filter included.
    let ownQuery: String
    /// The way up to the language's folder.
    let top: String
    /// The way up to the site's folder.
    let root: String

    /// Makes links from a page.
    ///
    /// - Parameter site: the addresses of the site's and the language's folder, where links can't be relative.
    init(from: PageAddress, query: String = "", ownQuery: String = "", site: (root: String, top: String)? = nil) {
        self.from = from
        self.query = query
        self.ownQuery = ownQuery
        top = site?.top ?? String(repeating: "../", count: from.path.utf8.count { $0 == UInt8(ascii: "/") })
        root = site?.root ?? top + "../"
    }

    /// The address of another page of the same language.
    func page(_ address: PageAddress, anchor: String? = nil) -> String {
        top + address.path + ".html" + query + (anchor.map { "#\($0.asPathPart)" } ?? "")
    }

    /// Where the page of a forum speaks of one of its commitments.
    func commitment(_ id: String, of forum: String) -> String {
        page(.forum(forum), anchor: PageAddress.anchor(ofCommitment: id))
    }

    /// The addresses of the pages of a target's cells.
    func cells(of target: String) -> CellLinks {
        CellLinks(before: top + "cells/", after: "/" + target.asPathPart + ".html" + query)
    }

    /// The address of this page in another language.
    func page(in language: Language) -> String {
        // Where there is no page here, there is none in another language.
        let address = from == .failure ? PageAddress.overview : from
        return root + language.code + "/" + address.path + ".html" + ownQuery
    }

    /// The address of this page with another parameter.
    func here(with name: String, _ value: String) -> String {
        let kept = ownQuery.dropFirst().split(separator: "&").filter { !$0.hasPrefix(name + "=") }
        return top + from.path + ".html?" + (kept.map(String.init) + [name + "=" + value]).joined(separator: "&")
    }

    /// The address of a file of the site, such as `assets/site.css`.
    func file(_ path: String) -> String { root + path }
}

/// The addresses at which one measure or line is explained for each country.
struct CellLinks: Sendable {
    private let before: String
    /// What follows the country; nil where one address is that of all.
    private let after: String?

    /// Addresses in which the country stands between two texts.
    init(before: String, after: String) { (self.before, self.after) = (before, after) }

    /// One address for all countries.
    init(_ address: String) { (before, after) = (address, nil) }

    /// The address for the country with a code, which is given as a part of a path, see ``Swift/String/asPathPart``.
    subscript(codeInPath: String) -> String { after.map { before + codeInPath + $0 } ?? before }
}
