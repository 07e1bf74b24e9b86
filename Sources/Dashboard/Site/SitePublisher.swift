import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization
import Records
import Synchronization
package import SystemIO
import Templates

/// Writes the site of a dashboard into a folder.
///
/// Every page is made each time; a file of the old site that holds the same bytes becomes one of the new site, see
/// ``SiteReplacement``. So a file that somebody has changed or removed is put right, and nothing has to be remembered
/// between two runs but the list of files.
package struct SitePublisher: Sendable {
    /// What is published.
    package let dashboard: Dashboard
    /// The folder; it is made where it doesn't exist.
    package let folder: String
    private let system: FileSystem

    /// Prepares to publish into a folder.
    package init(_ dashboard: Dashboard, to folder: String, in system: FileSystem) {
        self.dashboard = dashboard
        self.folder = folder
        self.system = system
    }

    /// What was done.
    package struct Outcome: Hashable, Sendable {
        /// The number of files of the site.
        package var files = 0
        /// The number of those that were written.
        package var written = 0
        /// The number of files of an earlier site that were removed.
        package var removed = 0
        /// The bytes of the site.
        package var bytes = 0
    }

    /// Makes the site and puts it in the place of the old one; nil when the work was stopped before.
    ///
    /// - Parameters:
    ///   - isStopped: whether the work is to be stopped, asked again and again.
    ///   - waiting: called once where another publisher has the site, which is waited for.
    ///   - progress: told how many of how many parts are done, from any thread.
    /// - Throws: ``FileError`` for the first file that can't be written, ``SiteRefusal`` where the folder can't be the
    ///   site's or files of the workspace have changed meanwhile.
    package func publish(
        isStopped: @escaping @Sendable () -> Bool = { false }, waiting: () -> Void = {},
        progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) throws -> Outcome? {
        let workspace = dashboard.picture.snapshot.workspace
        var isWaiting = false
        let replacement = try SiteReplacement(of: folder, apart: workspace.sources.folder, in: system) {
            if !isWaiting { waiting() }
            isWaiting = true
            SystemClock.sleep(for: .milliseconds(50))
            return !isStopped()
        }
        guard let replacement else { return nil }
        for inner in dashboard.folders.sorted() { try system.makeFolders(above: "\(replacement.new)/\(inner)/") }
        var files = try parts(for: replacement, isStopped, progress)
        guard !isStopped() else { return nil }
        guard workspace.sources.isIntact else {
            throw SiteRefusal(message: "files of the workspace were written meanwhile", help: "publish again")
        }
        let manifest = SiteManifest(
            asOf: dashboard.picture.snapshot.options.asOf.description, entries: files.entries)
        var outcome = Outcome(files: files.entries.count, written: files.written)
        outcome.bytes = files.entries.reduce(0) { $0 + $1.size }
        try files.add(SiteManifest.name, Array(manifest.text.utf8))
        // A site that is as it should be stays.
        if files.written > 0 { outcome.removed = try replacement.finish(with: Set(files.entries.map(\.path))) }
        return outcome
    }

    /// Makes all parts of the site, side by side.
    private func parts(
        for replacement: SiteReplacement, _ isStopped: @Sendable () -> Bool, _ progress: @Sendable (Int, Int) -> Void
    ) throws -> SiteFiles {
        let parts = dashboard.parts
        let done = Atomic(0)
        let empty = SiteFiles(of: replacement, in: system)
        let results = parallelMap(parts.count) { number in
            let result = Result {
                var files = empty
                if !isStopped() { try dashboard.write(parts[number], to: &files) }
                return files
            }
            progress(done.add(1, ordering: .relaxed).newValue, parts.count)
            return result
        }
        return try results.reduce(into: empty) { try $0.take($1.get()) }
    }
}

/// Puts the files of one part of a site in their places, and notes what became of them.
///
/// A file that holds the same bytes as in the old site is not written.
struct SiteFiles: Sendable {
    private let replacement: SiteReplacement
    private let system: FileSystem
    /// What the manifest says of the files.
    private(set) var entries: [SiteManifest.Entry] = []
    /// How many of them were written.
    private(set) var written = 0

    /// Begins without any file.
    init(of replacement: SiteReplacement, in system: FileSystem) {
        (self.replacement, self.system) = (replacement, system)
    }

    /// Takes in the files of another part.
    mutating func take(_ other: SiteFiles) {
        entries += other.entries
        written += other.written
    }

    /// Adds a file with its bytes.
    mutating func add(_ path: String, _ bytes: [UInt8]) throws {
        try add([path]) { add throws(FileError) in try add([bytes]) }
    }

    /// Adds large files piece by piece: `body` hands over the next piece of each.
    mutating func add(
        _ paths: [String], _ body: (([[UInt8]]) throws(FileError) -> Void) throws(FileError) -> Void
    ) throws {
        var files = try paths.map { path in
            let draft = FileDraft(
                "\(replacement.new)/\(path)", unless: try replacement.original(of: path), in: system)
            return SiteFile(path: path, draft: draft)
        }
        try body { pieces throws(FileError) in
            for (place, piece) in pieces.enumerated() { try files[place].append(piece) }
        }
        for file in files {
            if try file.draft.finish() { written += 1 }
            entries.append(SiteManifest.Entry(path: file.path, size: file.size, hash: file.hash.digits))
        }
    }
}

/// A file of the site while it is written.
private struct SiteFile {
    let path: String
    let draft: FileDraft
    var hash = SHA256()
    var size = 0

    mutating func append(_ bytes: [UInt8]) throws(FileError) {
        size += bytes.count
        hash.add(bytes.span)
        try draft.append(bytes)
    }
}

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
        var pages: [PageAddress] = [
            .overview, .matrix(), .measures, .countries, .forums, .divergences, .gaps, .due, .method, .search,
        ]
        pages += picture.earlier.map { .changes(years: $0.years) }
        pages += picture.measures.map { .matrix(measure: framework[$0].id) }
        pages += picture.forumIds.map { .matrix(forum: $0) }
        pages += framework.measures.map { .measure($0.id) }
        pages += picture.countryCodes.map { .country($0) }
        pages += picture.forumIds.map { .forum($0) }
        return pages
    }

    /// The addresses of the cells of a measure or line, a country after the other as the picture has them, then forums as
    /// a whole.
    private func cells(of target: TargetIndex) -> [PageAddress] {
        let id = picture.snapshot.workspace.framework[target].id
        let joint = picture.snapshot.jointCells(target).map { picture.forumIds[$0.forum] }
        return (picture.countryCodes + joint).map { .cell(country: $0, target: id) }
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
    func write(_ part: SitePart, to files: inout SiteFiles) throws {
        switch part {
        case .entrance: try files.add("index.html", entrance)
        case .assets: for (path, bytes) in Self.assets { try files.add(path, bytes) }
        case .page(let address):
            try write(address, picture.view(at: address), to: &files)
        case .cells(let target):
            let (contributions, addresses) = (picture.snapshot.contributions(target), cells(of: target))
            for ((country, said), address) in zip(zip(picture.snapshot.countries, contributions), addresses) {
                let explanation = picture.snapshot.explain(
                    target, country, among: said, most: PageLimits.contributions)
                try write(address, { $0.cell(explanation) }, to: &files)
            }
            for address in addresses.dropFirst(contributions.count) {
                try write(address, picture.view(at: address), to: &files)
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
    ) throws {
        // A cell has none: it is one of very many, and the API tells the same.
        let document = address.kind == .cell ? nil : picture.document(of: address)
        for language in languages.languages {
            guard let view = view(PageBuilder(picture, language, address)) else {
                preconditionFailure("a site holds only pages that the picture has")
            }
            let path = "\(language.code)/\(address.path)"
            try files.add(path + ".html", html(view, address.kind.template, in: language))
            if let document { try files.add(path + ".json", document.bytes(in: language)) }
        }
    }

    /// Writes a calendar in all languages.
    private func writeCalendar(_ name: String, to files: inout SiteFiles) throws {
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
