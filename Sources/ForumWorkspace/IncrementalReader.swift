public import Diagnostics
public import FollowUpModel
public import ForumKit
import SystemIO

/// Reads one folder again and again while people work on its files; only what a change touches is read anew.
///
/// Of a changed report file only the stretches are read in which something has changed; then the forum's rows are put
/// together again, which costs a few nanoseconds each. A changed forum.yaml or commitments.yaml has its forum read
/// again; a change of workspace.yaml, the framework or the countries, and a file that comes or goes, everything. The
/// answer is always that of ``Workspace/load(_:registry:)``.
public struct IncrementalReader: Sendable {
    /// The bytes of a stretch of a report file: what is read again at least for one changed row.
    static let stretch = 1 << 15

    /// The day after which nothing can have been reported; nil to leave that open.
    public var today: CalendarDay?

    private let root: String
    private let registry: ForumRegistry
    private var parts: WorkspaceParts?
    /// The files that there are, and the stamp of each that was read; nil for one to look into in any case.
    private var listing: [String] = []
    private var stamps: [FileStatus?] = []
    /// The places of the files that were read, by their names below the folder.
    private var places: [String: Int] = [:]
    /// The folders that were looked into, and what they held then.
    private var folders: [String: (stamp: FileStatus, names: [String])] = [:]

    /// Makes a reader of a folder that hasn't been read yet.
    public init(_ path: String, registry: ForumRegistry) {
        root = path
        self.registry = registry
    }

    /// Reads what has changed since the last time; everything, the first time.
    ///
    /// - Parameters:
    ///   - told: the names below the folder of all files that have changed, where somebody watches them: then only
    ///     these are looked at. One that wasn't read so far has everything looked at.
    ///   - meter: is told how far a reading of everything has come; once it is stopped, what comes back is not whole.
    /// - Returns: the reading, and the files whose content has changed; nil when everything was read.
    public mutating func read(
        changed told: Set<String>? = nil, meter: WorkMeter? = nil
    ) -> (reading: WorkspaceReading, changed: [FileID]?) {
        let known = told.flatMap { told in
            let known = told.compactMap { places[$0] }
            return known.count == told.count ? known.sorted() : nil
        }
        let listing = known == nil ? findFiles() : self.listing
        guard var parts, listing == self.listing,
            let changed = changedFiles(of: &parts.sources, among: known ?? Array(stamps.indices))
        else {
            return (readAll(listing, meter), nil)
        }
        // Held here alone while it is changed: then nothing has to be copied.
        self.parts = nil
        guard update(&parts, with: Set(changed)) else { return (readAll(listing, meter), nil) }
        self.parts = parts
        return (parts.reading, changed)
    }

    private mutating func readAll(_ listing: [String], _ meter: WorkMeter?) -> WorkspaceReading {
        var loader = WorkspaceLoader(root: root, registry: registry, today: today, meter: meter, isKept: true)
        // Stamps are taken first: what is written while files are read is found the next time.
        self.listing = listing
        let before = Dictionary(uniqueKeysWithValues: listing.map { ($0, FileStatus(of: root + "/" + $0)) })
        let parts = loader.load()
        let names = parts.sources.files.map(parts.sources.pathBelowFolder)
        places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
        stamps = names.map { name in
            let stamp = before[name] ?? nil
            return stamp?.isFresh == true ? nil : stamp
        }
        self.parts = parts
        return parts.reading
    }

    /// The names of all files that a reading may open or name, below the folder.
    private mutating func findFiles(in folder: String = "", depth: Int = 3) -> [String] {
        names(root + folder).flatMap { name -> [String] in
            let path = "\(folder)/\(name)"
            // Inside a forum, what has a dot in its name is a file as good as always, and needn't be looked into.
            let isLooked = depth == 3 || depth > 0 && !name.contains(".")
            guard isLooked else { return [String(path.dropFirst())] }
            return [String(path.dropFirst())] + findFiles(in: path, depth: depth - 1)
        }
    }

    /// The names in a folder; one whose stamp is the same as before holds the same names.
    private mutating func names(_ folder: String) -> [String] {
        guard let stamp = FileStatus(of: folder), stamp.kind == .folder else { return [] }
        if let known = folders[folder], known.stamp == stamp { return known.names }
        let names: [String]
        do throws(FileError) { names = try FileSystem.real.names(in: folder).filter { !$0.belongsToAnEditor } } catch {
            names = []
        }
        folders[folder] = stamp.isFresh ? nil : (stamp, names)
        return names
    }

    /// Puts the new content of changed files into the map and returns them; nil when one can't be opened any more.
    private mutating func changedFiles(of sources: inout SourceMap, among places: [Int]) -> [FileID]? {
        var changed: [FileID] = []
        for place in places {
            let file = sources.files[place]
            let stamp = FileStatus(of: file.path)
            if let stamp, stamp == stamps[place] { continue }
            do throws(FileError) {
                let bytes = try FileBytes.open(file.path, intoMemory: true)
                // A file written just now may be written again without getting another time.
                stamps[place] = stamp?.isFresh == true ? nil : stamp
                guard !bytes.isSame(as: file.bytes) else { continue }
                sources.replace(FileID(rawValue: UInt32(place)), with: bytes)
                changed.append(FileID(rawValue: UInt32(place)))
            } catch {
                return nil
            }
        }
        return changed
    }

    /// Reads anew what hangs on changed files; false when everything has to be read.
    private func update(_ parts: inout WorkspaceParts, with changed: Set<FileID>) -> Bool {
        guard let foundations = parts.foundations else { return changed.isEmpty }
        var handled: Set<FileID> = []
        var touched: [Int] = []
        for place in parts.folders.indices {
            let files = parts.folders[place].take(changed, from: parts.sources)
            if !files.isEmpty { touched.append(place) }
            handled.formUnion(files)
        }
        guard handled == changed else { return false }
        let (folders, readings, registry, places) = (parts.folders, parts.readings, registry, touched)
        let made = parallelMap(places.count) { index in
            let (folder, reading) = (folders[places[index]], readings[places[index]])
            return Self.reread(folder, reading, changed)
                ?? ForumLoader(folder: folder, foundations: foundations, registry: registry, meter: nil)
                .load(ForumFiles(decoding: folder, meter: nil), keeping: Self.stretch)
        }
        var rulesChanged = false
        for (place, reading) in zip(touched, made) {
            if reading.rules?.revision != parts.readings[place].rules?.revision || reading.rules == nil {
                rulesChanged = true
            }
            parts.readings[place] = reading
        }
        if rulesChanged { parts.checkLinks() }
        return true
    }

    /// Reads a forum's changed report files; nil when its rules have changed too.
    private static func reread(
        _ folder: ForumFolder, _ old: ForumLoader.Reading, _ changed: Set<FileID>
    ) -> ForumLoader.Reading? {
        guard let rules = old.rules, let reader = rules.reader, !changed.contains(folder.forum.0),
            !(folder.commitments.map { changed.contains($0.0) } ?? false)
        else { return nil }
        var reading = old
        var (added, commitments): ([ChunkReading], Set<CommitmentIndex>) = ([], [])
        var rows: (replaced: Range<Int>, count: Int)?
        let places = folder.reports.indices.filter { changed.contains(folder.reports[$0].id) }
        for place in places {
            let rescan = reader.rescan(old.scans[place], as: folder.reports[place].bytes, stretch: stretch)
            reading.scans[place] = rescan.scan
            added += rescan.added
            let difference = rescan.difference
            commitments.formUnion(difference.commitments)
            if places.count == 1 {
                let first = old.scans[..<place].reduce(0) { $0 + $1.rowCount }
                let replaced = difference.replaced
                rows = (first + replaced.lowerBound..<first + replaced.upperBound, difference.count)
            }
        }
        // A row that was or is out of order may decide about rows elsewhere; then all of them are looked at.
        if let forum = old.forum, forum.rejected == 0, let reports = reader.settle(reading.scans, added: added),
            old.scans.allSatisfy({ $0.chunks.allSatisfy { $0.suspects.isEmpty } }),
            old.reportDiagnostics.allSatisfy({ $0.code != .similarIds })
        {
            let change = ReportChange(since: forum.revision, commitments: commitments, rows: rows)
            ForumLoader.take(reports, rules, change, into: &reading)
        } else {
            ForumLoader.readReports(folder.reports, reading.scans, rules, into: &reading)
        }
        return reading
    }
}

extension ReportScan {
    /// The number of its rows, where all of them stand.
    fileprivate var rowCount: Int { chunks.reduce(0) { $0 + $1.rows.count } }
}

extension ForumFolder {
    /// Takes over the new content of its files among the changed ones, and returns these.
    fileprivate mutating func take(_ changed: Set<FileID>, from sources: SourceMap) -> [FileID] {
        var taken: [FileID] = []
        func update(_ file: FileID, _ bytes: inout FileBytes) {
            guard changed.contains(file) else { return }
            bytes = sources[file].bytes
            taken.append(file)
        }
        update(forum.0, &forum.1)
        if let file = commitments?.0, var bytes = commitments?.1 {
            update(file, &bytes)
            commitments = (file, bytes)
        }
        for place in reports.indices { update(reports[place].id, &reports[place].bytes) }
        return taken
    }
}
