public import Diagnostics
public import FollowUpModel
public import ForumKit
import Localization
import LocatedYAML
import SystemIO

extension Workspace {
    /// Reads a folder: workspace.yaml, the files it names, and every folder beside it that holds a forum.yaml.
    ///
    /// All problems of all files are found in one run and come back in stable order; once the meter is stopped, what
    /// comes back is not whole.
    ///
    /// - Parameter today: the day after which nothing can have been reported; nil to leave that open.
    /// - Returns: the workspace, or nil when workspace.yaml, the framework or the countries can't be read at all; the
    ///   diagnostics and the files they point into in either case.
    public static func load(
        _ path: String, registry: ForumRegistry, today: CalendarDay? = nil, meter: WorkMeter? = nil
    ) -> WorkspaceReading {
        var loader = WorkspaceLoader(root: path, registry: registry, today: today, meter: meter)
        let reading = loader.load().reading
        // What was written while it was read may be neither the old content nor the new one.
        if reading.sources.isIntact { return reading }
        loader = WorkspaceLoader(root: path, registry: registry, today: today, meter: meter, isMapping: false)
        return loader.load().reading
    }
}

/// What reading a workspace gave.
public struct WorkspaceReading: Sendable {
    /// The workspace; nil when its foundations can't be read.
    public var workspace: Workspace?
    /// The files that were read.
    public var sources: SourceMap
    /// Everything that is wrong, in stable order.
    public var diagnostics: [Diagnostic]
    /// The warnings that people have accepted where they stand.
    public var accepted: [Diagnostic] = []
}

/// The parts of a workspace that was read, each with what is wrong with it.
struct WorkspaceParts: Sendable {
    var sources: SourceMap
    /// Nil when they can't be read; then no forum is read either.
    var foundations: Foundations?
    /// What is wrong with the foundations, with folders and with files that can't be opened.
    var diagnostics: [Diagnostic]
    /// The names of the forums' folders.
    var names: [String] = []
    /// Why the workspace's folder can't be looked into, so that nobody knows which forums it has; nil where it can.
    var problem: Diagnostic?
    /// The folders that hold a forum.yaml that can be opened, and what was read from each.
    var folders: [ForumFolder] = []
    var readings: [ForumLoader.Reading] = []
    /// The forums whose forum.yaml can't be opened or isn't there.
    var unopened: [UnreadForum] = []
    /// What is wrong with links between commitments.
    var linkDiagnostics: [Diagnostic] = []

    /// Checks the links between the commitments of all forums.
    mutating func checkLinks() {
        var links = LinkChecker(forums: readings.compactMap(\.forum), unreadForums: Set(names))
        for reading in readings {
            if let forum = reading.forum, let unread = reading.unreadCommitments {
                links.unreadForums.remove(forum.definition.id)
                links.unreadCommitments.formUnion(unread.map { "\(forum.definition.id)/\($0)" })
            }
        }
        linkDiagnostics = links.check(foundations)
    }

    /// The parts put together.
    var reading: WorkspaceReading {
        var all = diagnostics
        // By their places, since a reading is too large to be copied out for one of its members.
        for place in readings.indices {
            all += readings[place].ruleDiagnostics
            all += readings[place].reportDiagnostics
        }
        all += linkDiagnostics
        let (open, accepted) = all.settled { top, other in
            let (folder, name) = sources[top].path.splitOffName
            return name == "workspace.yaml"
                || name == "forum.yaml" && other.map { sources[$0].path.hasPrefix(folder) } == true
        }
        let sorted = open.inStableOrder()
        // Without its folder nobody knows what is missing of it.
        let workspace = (problem == nil ? foundations : nil).map {
            Workspace(
                sources: sources, languages: $0.languages, settings: $0.settings, framework: $0.framework,
                countries: $0.countries,
                forums: readings.indices.compactMap { readings[$0].forum }, unread: unread, diagnostics: sorted,
                foundations: $0.revision)
        }
        return WorkspaceReading(workspace: workspace, sources: sources, diagnostics: sorted, accepted: accepted)
    }
}

extension String {
    /// A path as that of its folder, with the `/` at its end, and the name of the file.
    fileprivate var splitOffName: (folder: String, name: String) {
        let name = reversed().prefix { $0 != "/" }.count
        return (String(dropLast(name)), String(suffix(name)))
    }
}

/// The work of reading one workspace.
struct WorkspaceLoader {
    let root: String
    let registry: ForumRegistry
    let today: CalendarDay?
    let meter: WorkMeter?
    /// Whether the folder will be read again: then files are read into memory, where later changes don't reach them,
    /// and the rows of report files are kept.
    var isKept = false
    /// Whether large files are mapped, so that what is written to them meanwhile may be read.
    var isMapping = true
    private var sources: SourceMap
    private var diagnostics: [Diagnostic] = []

    init(
        root: String, registry: ForumRegistry, today: CalendarDay?, meter: WorkMeter? = nil, isKept: Bool = false,
        isMapping: Bool = true
    ) {
        (self.root, self.today) = (root, today)
        sources = SourceMap(folder: root)
        self.registry = registry
        self.meter = meter
        (self.isKept, self.isMapping) = (isKept, isMapping && !isKept)
    }

    /// Reads everything.
    ///
    /// Once workspace.yaml has named the framework and the countries, all YAML files are decoded side by side, since none
    /// needs another for it. Then the forums are tied to what they stand on, and their reports read, again side by side.
    mutating func load() -> WorkspaceParts {
        var parts = WorkspaceParts(sources: sources, diagnostics: [])
        if let file = workspaceFile() {
            let framework = bytes(file.framework.value, namedAt: file.framework.range)
            let countries = bytes(file.countries.value, namedAt: file.countries.range)
            openForums(naming: [file.framework.value, file.countries.value], into: &parts)
            parts.check(declared: file.forums)
            let files = decode(framework, countries, parts.folders)
            if let framework = files.framework, let countries = files.countries {
                let languages = readLanguages()
                diagnostics +=
                    FoundationChecker(file: file, countries: countries, framework: framework.framework).check()
                    + Lint.countries(countries) + Lint.framework(framework.framework) + Lint.workspace(file, languages)
                let foundations = Foundations(
                    languages: languages, settings: file.settings, framework: framework.framework,
                    countries: CountryTable(countries: countries.countries, regions: countries.regions.map(\.value)),
                    today: today)
                parts.foundations = foundations
                readForums(files.forums, foundations, into: &parts)
            }
        }
        parts.sources = sources
        parts.diagnostics += diagnostics
        return parts
    }

    private mutating func workspaceFile() -> WorkspaceFile? {
        guard let (file, bytes) = bytes("workspace.yaml", namedAt: nil) else { return nil }
        return WorkspaceFile.decode(bytes, file: file, into: &diagnostics)
    }

    /// Opens a file and enters it in the source map; nil, with a diagnostic, when it can't be read.
    private mutating func bytes(_ name: String, namedAt place: SourceRange?) -> (FileID, FileBytes)? {
        enter(open(name), name, namedAt: place)
    }

    private func open(_ name: String) -> Result<FileBytes, FileError> {
        let path = root + "/" + name
        return Result { () throws(FileError) in
            // A file that workspace.yaml names may lie elsewhere; a link may not lead there.
            if !name.split(separator: "/").contains(".."), FileSystem.real.leads(path, outOf: root) {
                throw FileError(path: path, errno: FileError.outside)
            }
            return try FileBytes.open(path, intoMemory: !isMapping)
        }
    }

    private mutating func enter(
        _ opened: Result<FileBytes, FileError>, _ name: String, namedAt place: SourceRange?
    ) -> (FileID, FileBytes)? {
        let path = root + "/" + name
        switch opened {
        case .success(let bytes): return (sources.add(path: path, bytes: bytes), bytes)
        case .failure(let error):
            diagnostics.append(.error(.unreadableFile, at: place, "\(path) can't be read: \(error.reason)"))
            return nil
        }
    }

    /// All YAML files but workspace.yaml, decoded.
    private struct DecodedFiles: Sendable {
        var framework: FrameworkFile?
        var countries: CountriesFile?
        /// Those of each forum, in the order of the folders.
        var forums: [ForumFiles] = []
        var diagnostics: [Diagnostic] = []
    }

    private mutating func decode(
        _ framework: (FileID, FileBytes)?, _ countries: (FileID, FileBytes)?, _ folders: [ForumFolder]
    ) -> DecodedFiles {
        let meter = meter
        // The framework comes first, being the largest file of all as a rule.
        let pieces = parallelMap(2 + folders.count) { index in
            var piece = DecodedFiles()
            switch index {
            case 0:
                piece.framework = framework.flatMap {
                    FrameworkFile.decode($0.1, file: $0.0, into: &piece.diagnostics)
                }
            case 1:
                piece.countries = countries.flatMap {
                    CountriesFile.decode($0.1, file: $0.0, into: &piece.diagnostics)
                }
            default: piece.forums = [ForumFiles(decoding: folders[index - 2], meter: meter)]
            }
            return piece
        }
        diagnostics += pieces.flatMap(\.diagnostics)
        return DecodedFiles(
            framework: pieces[0].framework, countries: pieces[1].countries, forums: pieces.flatMap(\.forums))
    }

    /// Finds the forums' folders and enters all their files in the source map.
    private mutating func openForums(naming named: Set<String>, into parts: inout WorkspaceParts) {
        let survey = FolderSurvey(of: root, naming: named)
        diagnostics += survey.diagnostics
        parts.names = survey.forums.map(\.name) + survey.unread.map(\.name)
        parts.problem = survey.problem
        parts.unopened = survey.unread.map { UnreadForum(id: $0.name, problem: $0.problem, rows: nil) }
        if parts.names.isEmpty {
            diagnostics.append(
                .warning(
                    .noForums, at: nil, "no folder beside workspace.yaml holds a forum.yaml",
                    help: "write the first one with: followup new forum"))
        }
        // Opened side by side, entered one after the other: a file has the same handle in every run.
        let files = survey.forums.flatMap { ["\($0.name)/forum.yaml", "\($0.name)/commitments.yaml"] + $0.reports }
        let loader = self
        var opened = parallelMap(files.count) { loader.open(files[$0]) }[...]
        for (name, reports, problem) in survey.forums {
            let own = opened.prefix(2 + reports.count)
            opened = opened.dropFirst(own.count)
            if var folder = forumFolder(name, reports, Array(own)) {
                folder.problem = folder.problem ?? problem
                parts.folders.append(folder)
            } else if let problem = diagnostics.last(where: { $0.severity == .error }) {
                let rows = own.dropFirst(2).reduce(0) { $0 + ((try? $1.get()).map(ReportReader.countRows) ?? 0) }
                parts.unopened.append(UnreadForum(id: name, problem: problem, rows: rows))
            }
        }
    }

    /// Reads the files of texts.
    private mutating func readLanguages() -> LanguageSet {
        var files: [MessageCatalogue] = []
        let names = LanguageFiles.names(in: root)
        guard !names.isEmpty else { return .shipped }
        let template = LanguageFiles.template(with: registry)
        for name in names {
            guard let (file, bytes) = bytes("\(LanguageFiles.folder)/\(name)", namedAt: nil) else { continue }
            let catalogue = LanguageFiles.read(bytes, named: name)
            diagnostics += LanguageFiles.check(catalogue, in: file, against: template, most: 20)
            files.append(catalogue)
        }
        return LanguageSet(files)
    }

    /// Reads the forums side by side.
    private mutating func readForums(
        _ files: [ForumFiles], _ foundations: Foundations, into parts: inout WorkspaceParts
    ) {
        let (ready, registry, meter) = (parts.folders, registry, meter)
        let stretch = isKept ? IncrementalReader.stretch : nil
        meter?.begin(.reading, of: ready.reduce(0) { $0 + $1.reports.reduce(0) { $0 + $1.bytes.count } })
        parts.readings = parallelMap(ready.count) { index in
            ForumLoader(folder: ready[index], foundations: foundations, registry: registry, meter: meter)
                .load(files[index], keeping: stretch)
        }
        parts.checkLinks()
    }

    /// Enters the files of a forum: forum.yaml, commitments.yaml and its reports, opened in this order.
    private mutating func forumFolder(
        _ name: String, _ reports: [String], _ opened: [Result<FileBytes, FileError>]
    ) -> ForumFolder? {
        let before = diagnostics.count
        let forum = enter(opened[0], "\(name)/forum.yaml", namedAt: nil)
        let commitments = enter(opened[1], "\(name)/commitments.yaml", namedAt: forum.map { .wholeFile($0.0) })
        guard let forum else { return nil }
        let files = zip(opened.dropFirst(2), reports).compactMap { enter($0, $1, namedAt: .wholeFile(forum.0)) }
        return ForumFolder(
            name: name, forum: forum, commitments: commitments, problem: diagnostics.dropFirst(before).first,
            reports: files.map { (id: $0.0, bytes: $0.1) })
    }
}

/// What all forums stand on.
struct Foundations: Sendable {
    let revision = Revision()
    var languages: LanguageSet
    var settings: WorkspaceSettings
    var framework: Framework
    var countries: CountryTable
    /// The day of the reading, where it is known.
    var today: CalendarDay?
}

/// The files of one forum's folder.
struct ForumFolder: Sendable {
    var name: String
    var forum: (FileID, FileBytes)
    var commitments: (FileID, FileBytes)?
    /// Why some of its files can't be opened or found; nil where all can.
    var problem: Diagnostic?
    var reports: [(id: FileID, bytes: FileBytes)]
}
