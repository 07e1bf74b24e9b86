public import Diagnostics
import FollowUpModel
public import ForumKit
import LocatedYAML

extension Workspace {
    /// Reads a folder: workspace.yaml, the files it names, and every folder beside it that holds a forum.yaml.
    ///
    /// All problems of all files are found in one run and come back in stable order.
    ///
    /// - Parameters:
    ///   - path: the folder, as the person named it; files are shown below it.
    ///   - registry: the installed modules.
    ///   - meter: is told how far the reading has come; once it is stopped, what comes back is not whole.
    /// - Returns: the workspace, or nil when workspace.yaml, the framework or the countries can't be read at all; the
    ///   diagnostics and the files they point into in either case.
    public static func load(_ path: String, registry: ForumRegistry, meter: WorkMeter? = nil) -> WorkspaceReading {
        var loader = WorkspaceLoader(root: path, registry: registry, meter: meter)
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
}

/// The parts of a workspace that was read, each with what is wrong with it.
struct WorkspaceParts: Sendable {
    var sources: SourceMap
    /// Nil when they can't be read.
    var foundations: Foundations?
    /// What is wrong with the foundations, with folders and with files that can't be opened.
    var diagnostics: [Diagnostic]
    /// The names of the forums' folders.
    var names: [String] = []
    /// The folders that hold a forum.yaml that can be opened, and what was read from each.
    var folders: [ForumFolder] = []
    var readings: [ForumLoader.Reading] = []
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
        linkDiagnostics = links.check()
    }

    /// The parts put together.
    var reading: WorkspaceReading {
        let all = diagnostics + readings.flatMap(\.diagnostics) + linkDiagnostics
        let sorted = all.inStableOrder()
        let workspace = foundations.map {
            Workspace(
                sources: sources, settings: $0.settings, framework: $0.framework, countries: $0.countries,
                forums: readings.compactMap(\.forum), diagnostics: sorted, foundations: $0.revision)
        }
        return WorkspaceReading(workspace: workspace, sources: sources, diagnostics: sorted)
    }
}

/// The work of reading one workspace.
struct WorkspaceLoader {
    let root: String
    let registry: ForumRegistry
    let meter: WorkMeter?
    /// Whether the folder will be read again: then files are read into memory, where later changes don't reach them,
    /// and the rows of report files are kept.
    var isKept = false
    private var sources = SourceMap()
    private var diagnostics: [Diagnostic] = []

    init(root: String, registry: ForumRegistry, meter: WorkMeter? = nil, isKept: Bool = false) {
        self.root = root
        self.registry = registry
        self.meter = meter
        self.isKept = isKept
    }

    /// Reads everything.
    mutating func load() -> WorkspaceParts {
        let foundations = readFoundations()
        var parts = WorkspaceParts(sources: sources, foundations: foundations, diagnostics: [])
        if let foundations { readForums(foundations, into: &parts) }
        parts.sources = sources
        parts.diagnostics = diagnostics
        return parts
    }

    /// Reads workspace.yaml, the framework and the countries.
    private mutating func readFoundations() -> Foundations? {
        guard let file = record(WorkspaceFile.self, at: "workspace.yaml", namedAt: nil) else { return nil }
        let framework = record(FrameworkFile.self, at: file.framework.value, namedAt: file.framework.range)
        let countries = record(CountriesFile.self, at: file.countries.value, namedAt: file.countries.range)
        guard let framework, let countries else { return nil }
        let foundations = Foundations(
            settings: file.settings, framework: framework.framework,
            countries: CountryTable(countries: countries.countries, regions: countries.regions))
        diagnostics += FoundationChecker(file: file, countries: countries, framework: framework.framework).check()
        return foundations
    }

    /// Maps a file and enters it in the source map; nil, with a diagnostic, when it can't be read.
    private mutating func bytes(_ name: String, namedAt place: SourceRange?) -> (FileID, FileBytes)? {
        let path = root + "/" + name
        do throws(FileError) {
            let bytes = isKept ? try FileBytes(reading: path) : try FileBytes(mapping: path)
            return (sources.add(path: path, bytes: bytes), bytes)
        } catch {
            diagnostics.append(.error(.unreadableFile, at: place, "\(path) can't be read: \(error.reason)"))
            return nil
        }
    }

    private mutating func record<Record: YAMLRecord>(
        _ type: Record.Type, at name: String, namedAt place: SourceRange?
    ) -> Record? {
        guard let (file, bytes) = bytes(name, namedAt: place) else { return nil }
        return Record.decode(bytes, file: file, into: &diagnostics)
    }

    /// Enters all files of all forums in the source map, then reads the forums side by side.
    private mutating func readForums(_ foundations: Foundations, into parts: inout WorkspaceParts) {
        // A folder with commitments alone is a forum whose forum.yaml was lost or misnamed.
        parts.names = names(in: root).filter { name in
            ["forum.yaml", "commitments.yaml"].contains { FolderReader.exists("\(root)/\(name)/\($0)") }
        }
        if parts.names.isEmpty {
            diagnostics.append(
                .warning(
                    .noForums, at: nil, "no folder in \(root) holds a forum.yaml",
                    help: "write the first one with: followup new forum"))
        }
        for name in parts.names {
            if let folder = forumFolder(name) { parts.folders.append(folder) }
        }
        let (ready, registry, meter) = (parts.folders, registry, meter)
        let stretch = isKept ? IncrementalReader.stretch : nil
        meter?.begin(.reading, of: ready.reduce(0) { $0 + $1.reports.reduce(0) { $0 + $1.bytes.count } })
        parts.readings = parallelMap(ready.count) { index in
            ForumLoader(folder: ready[index], foundations: foundations, registry: registry, meter: meter)
                .load(keeping: stretch)
        }
        parts.checkLinks()
    }

    private mutating func forumFolder(_ name: String) -> ForumFolder? {
        let forum = bytes("\(name)/forum.yaml", namedAt: nil)
        let commitments = bytes("\(name)/commitments.yaml", namedAt: forum.map { .wholeFile($0.0) })
        guard let forum else { return nil }
        let reports = "\(name)/reports"
        var files: [(id: FileID, bytes: FileBytes)] = []
        if FolderReader.exists("\(root)/\(reports)") {
            for file in names(in: "\(root)/\(reports)") where file.lowercased().hasSuffix(".csv") {
                if let read = bytes("\(reports)/\(file)", namedAt: .wholeFile(forum.0)) { files.append(read) }
            }
        }
        return ForumFolder(name: name, forum: forum, commitments: commitments, reports: files)
    }

    private mutating func names(in path: String) -> [String] {
        do throws(FileError) {
            return try FolderReader.names(in: path)
        } catch {
            diagnostics.append(.error(.unreadableFile, at: nil, "\(path) can't be read: \(error.reason)"))
            return []
        }
    }
}

/// What all forums stand on.
struct Foundations: Sendable {
    let revision = Revision()
    var settings: WorkspaceSettings
    var framework: Framework
    var countries: CountryTable
}

/// The files of one forum's folder.
struct ForumFolder: Sendable {
    var name: String
    var forum: (FileID, FileBytes)
    var commitments: (FileID, FileBytes)?
    var reports: [(id: FileID, bytes: FileBytes)]
}
