import FollowUpModel
package import Templates

/// Which page of a language: its place in the site.
package struct PageAddress: Hashable, Sendable {
    /// What kind of page it is.
    package let kind: PageKind
    /// What it names, such as a country, as the path has it below the kind's own part.
    package let names: [String]

    private init(_ kind: PageKind, _ names: [String] = []) { (self.kind, self.names) = (kind, names) }

    /// What is known, where it moves, what is overdue, where forums disagree.
    package static let overview = PageAddress(.overview)
    /// The list of measures.
    package static let measures = PageAddress(.measures)
    /// The list of countries.
    package static let countries = PageAddress(.countries)
    /// The list of forums.
    package static let forums = PageAddress(.forums)
    /// Where forums or voices differ.
    package static let divergences = PageAddress(.divergences)
    /// Where the picture is silent.
    package static let gaps = PageAddress(.gaps)
    /// Who owes what by when.
    package static let due = PageAddress(.due)
    /// How the picture is made, and its data.
    package static let method = PageAddress(.method)
    /// Everything that has a page or a name.
    package static let search = PageAddress(.search)
    /// What is wrong with the files; on a server only.
    package static let problems = PageAddress(.problems)
    /// The API; on a server only.
    package static let api = PageAddress(.api)
    /// That there is nothing at an address, or why it can't be shown; on a server only.
    package static let failure = PageAddress(.failure)

    /// Countries by measures; with a measure, by its lines; with a forum, what this forum alone says.
    package static func matrix(measure: String? = nil, forum: String? = nil) -> PageAddress {
        PageAddress(.matrix, (measure.map { [$0] } ?? (forum == nil ? [] : ["forum"])) + (forum.map { [$0] } ?? []))
    }

    /// One measure.
    package static func measure(_ id: String) -> PageAddress { PageAddress(.measure, [id]) }

    /// One country.
    package static func country(_ code: String) -> PageAddress { PageAddress(.country, [code]) }

    /// One forum.
    package static func forum(_ id: String) -> PageAddress { PageAddress(.forum, [id]) }

    /// Why a country has its word on a measure or line.
    package static func cell(country: String, target: String) -> PageAddress {
        PageAddress(.cell, [country, target])
    }

    /// What moved in the last years.
    package static func changes(years: Int = 1) -> PageAddress {
        PageAddress(.changes, years == 1 ? [] : [String(years)])
    }

    /// The measure to which a matrix is narrowed.
    package var measure: String? { names.first == "forum" ? nil : names.first }

    /// The forum to which a matrix is narrowed.
    package var forum: String? { names.count > 1 ? names[1] : nil }

    /// The path below the language's folder, without an ending, such as `cells/CRI/67.2`.
    package var path: String { ([kind.folder] + names.map(\.asPathPart)).joined(separator: "/") }

    /// The page at a path; nil where no page can be.
    ///
    /// Whether the country, measure or forum exists is not looked at.
    package init?(path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map { String($0).fromPathPart ?? "" }
        let names = Array(parts.dropFirst())
        let kind = PageKind.allCases.first { $0.folder == parts[0] && $0.nameCounts.contains(names.count) }
        guard let kind, kind != .failure, !parts.contains("") else { return nil }
        if kind == .changes, let years = names.first {
            guard let number = Int(years), number > 1, String(number) == years else { return nil }
        }
        self.init(kind, names)
    }
}

/// A kind of page, with its template and the shape of its view.
package enum PageKind: String, Hashable, Sendable, CaseIterable {
    case overview, matrix, measures, measure, countries, country, forums, forum, cell, divergences, gaps, due, changes
    case method, search, problems, api, failure

    /// The template's name.
    package var template: String { rawValue }

    /// The first part of the path.
    package var folder: String {
        switch self {
        case .overview: "index"
        case .measure: "measures"
        case .country: "countries"
        case .forum: "forums"
        case .cell: "cells"
        default: rawValue
        }
    }

    /// How many names may follow it.
    fileprivate var nameCounts: ClosedRange<Int> {
        switch self {
        case .measure, .country, .forum: 1...1
        case .cell: 2...2
        case .matrix: 0...2
        case .changes: 0...1
        default: 0...0
        }
    }

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
