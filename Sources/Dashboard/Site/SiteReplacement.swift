import JSON
import Synchronization
import SystemIO

/// A folder can't take a site, and why, in words for the person.
package struct SiteRefusal: Error, Hashable, Sendable {
    /// What is wrong.
    package var message: String
    /// What to do.
    package var help: String
}

/// A site that is made beside the old one and takes its place in one step, so that whoever reads it finds the old one or
/// the new one and nothing between, whenever the process ends.
///
/// Beside `site` stands `.site.publishing` for the time. Who holds it is the only publisher. In it is `new`: the site that
/// is made, then the one that was replaced. What others have put into the old site gets a second name in the new one.
/// A class because it owns that folder, which goes away with it.
final class SiteReplacement: Sendable {
    /// The site's folder, an absolute path.
    private let site: String
    private let work: String
    private let system: FileSystem
    private let lock: FolderLock
    private let old: SiteManifest
    /// Whether there is a folder to be replaced.
    private let isThere: Bool
    private let isInPlace = Atomic(false)

    /// The folder of the new site.
    var new: String { work + "/new" }

    /// Begins with an empty folder; nil when the work was stopped while another publisher had the site.
    ///
    /// - Parameter wait: called again and again while another publisher has the site; false to wait no more.
    init?(of folder: String, apart workspace: String?, in system: FileSystem, wait: () -> Bool) throws {
        site = try Self.path(of: folder, apart: workspace, in: system)
        guard let slash = site.lastIndex(of: "/") else { preconditionFailure("an absolute path has a slash") }
        work = "\(site[..<slash])/.\(site[slash...].dropFirst()).publishing"
        self.system = system
        try system.makeFolders(above: site)
        while true {
            if let lock = try FolderLock(work, in: system) {
                self.lock = lock
                break
            }
            guard wait() else { return nil }
        }
        do {
            try Self.clean(work + "/new", site, in: system)
            isThere = system.exists(site)
            old = try Self.manifest(in: site, isThere, system)
            try system.makeFolder(work + "/new")
            if isThere { try system.copyMode(of: site, to: work + "/new") }
        } catch {
            try? system.removeFolder(work)
            throw error
        }
    }

    deinit {
        if !isInPlace.load(ordering: .relaxed) { try? system.removeTree(new) }
        try? system.removeFolder(work)
    }

    /// The absolute path of the site, which is neither a link nor the workspace, nor in or around it.
    private static func path(of folder: String, apart workspace: String?, in system: FileSystem) throws -> String {
        var (head, rest) = (folder[...], "")
        while head.count > 1, head.hasSuffix("/") { head = head.dropLast() }
        let kind = FileStatus(of: String(head), followingLinks: false)?.kind
        guard !folder.isEmpty, kind == .folder || kind == nil else {
            throw SiteRefusal(message: "\(folder) is no folder", help: "name the folder itself; a link is not followed")
        }
        while system.realPath(String(head)) == nil {
            let slash = head.lastIndex(of: "/")
            rest = "/" + (slash.map { head[head.index(after: $0)...] } ?? head) + rest
            head = slash.map { $0 == head.startIndex ? "/" : head[..<$0] } ?? "."
        }
        guard let real = system.realPath(String(head)), real + rest != "/", !rest.split(separator: "/").contains("..")
        else {
            throw SiteRefusal(message: "\(folder) is no folder", help: "name a folder without ..")
        }
        let site = (real == "/" ? "" : real) + rest
        let inner = site + "/"
        if let root = workspace.flatMap(system.realPath).map({ $0 + "/" }),
            inner.hasPrefix(root) || root.hasPrefix(inner)
        {
            throw SiteRefusal(
                message: "\(folder) is the workspace, lies in it or holds it",
                help: "a site has a folder of its own; name one beside the workspace")
        }
        return site
    }

    /// What stands in the list of the old site, whose folder must be ours or empty.
    private static func manifest(in site: String, _ isThere: Bool, _ system: FileSystem) throws -> SiteManifest {
        guard isThere, try !system.names(in: site).isEmpty else { return SiteManifest(asOf: "", entries: []) }
        guard let manifest = SiteManifest(in: site) else {
            throw SiteRefusal(
                message: "\(site) holds files that are not of a site",
                help: "name a new or empty folder, or one that followup publish has written")
        }
        return manifest
    }

    /// Removes what a publisher has left that was ended: a site that it hadn't finished, or one that it had replaced.
    private static func clean(_ left: String, _ site: String, in system: FileSystem) throws(FileError) {
        guard system.exists(left) else { return }
        guard system.exists(site), let manifest = SiteManifest(in: left) else { return try system.removeTree(left) }
        try retire(left, manifest, to: site, in: system)
    }

    /// The file of the old site that a new one may turn out to be; nil where there is none.
    func original(of path: String) throws -> String? {
        let file = "\(site)/\(path)"
        guard isThere, let kind = FileStatus(of: file, followingLinks: false)?.kind else { return nil }
        guard old.hashes[path] != nil, kind != .folder else { throw Self.foreign(file) }
        return kind == .file ? file : nil
    }

    private static func foreign(_ file: String) -> SiteRefusal {
        SiteRefusal(
            message: "\(file) is not of the site, which now has a file there", help: "move it away or rename it")
    }

    /// Puts the new site in the place of the old one.
    ///
    /// - Parameter paths: those of its files.
    /// - Returns: how many files of the old site it doesn't have any more.
    func finish(with paths: Set<String>) throws -> Int {
        // What an earlier run wrote and somebody has changed since is theirs.
        let leaving = old.hashes.filter { path, hash in
            guard !paths.contains(path), let bytes = try? FileBytes(reading: "\(site)/\(path)", in: system) else {
                return false
            }
            return SHA256.hash(bytes) == hash
        }
        if isThere {
            let folders = Set(old.hashes.keys.flatMap(\.foldersAbove))
            try carry("") { path, isFolder in
                isFolder ? folders.contains(path) : paths.contains(path) || leaving[path] != nil
            }
        }
        try system.put(new, at: site, exchanging: isThere)
        isInPlace.store(true, ordering: .relaxed)
        if isThere { try Self.retire(new, old, to: site, in: system) }
        return leaving.count
    }

    /// Gives what others have put into a folder of the old site a second name in the new one.
    private func carry(_ folder: String, besides isOurs: (String, Bool) -> Bool) throws {
        for name in try system.names(in: site + folder) {
            let path = "\(folder)/\(name)"
            let isFolder = FileStatus(of: site + path, followingLinks: false)?.kind == .folder
            let isOwn = isOurs(String(path.dropFirst()), isFolder)
            do throws(FileError) {
                if !isOwn {
                    try system.makeFolders(above: new + path)
                    if isFolder {
                        try system.makeFolder(new + path)
                        try system.copyMode(of: site + path, to: new + path)
                    } else {
                        try system.link(site + path, as: new + path)
                    }
                }
            } catch {
                throw system.exists(new + path) ? Self.foreign(site + path) : error
            }
            if isFolder { try carry(path, besides: isOurs) }
        }
    }

    /// Removes a site that was replaced; what others have put into it since then moves to the new one.
    private static func retire(
        _ left: String, _ manifest: SiteManifest, to site: String, in system: FileSystem, _ folder: String = ""
    ) throws(FileError) {
        for name in try system.names(in: left + folder) where !folder.isEmpty || name != SiteManifest.name {
            let path = "\(folder)/\(name)"
            let status = FileStatus(of: left + path, followingLinks: false)
            if status?.kind == .folder {
                try retire(left, manifest, to: site, in: system, path)
            } else if manifest.hashes[String(path.dropFirst())] != nil
                || FileStatus(of: site + path, followingLinks: false)?.identity == status?.identity
            {
                try system.remove(left + path)
            } else {
                try system.makeFolders(above: site + path)
                try system.put(left + path, at: site + path)
            }
        }
        // Last, since what is left is known by it where this ends early.
        if folder.isEmpty { try system.remove("\(left)/\(SiteManifest.name)") }
        try system.removeFolder(left + folder)
    }
}

extension String {
    /// The folders that a path goes through, each as a path.
    fileprivate var foldersAbove: [String] { indices.filter { self[$0] == "/" }.map { String(self[..<$0]) } }
}

/// The list of a site's files with their sizes and hashes, so that anybody can tell whether a copy is whole; by it the
/// program knows which files of a folder are its own.
struct SiteManifest: Sendable {
    /// The file's name in the site's folder.
    static let name = "manifest.json"
    /// What says that the list is ours.
    private static let generator = "followup publish"

    /// One file.
    struct Entry: Hashable, Sendable {
        var path: String
        var size: Int
        /// SHA-256, as 64 hexadecimal digits.
        var hash: String
    }

    let asOf: String
    let entries: [Entry]
    /// The hashes of the files by their paths.
    let hashes: [String: String]

    init(asOf: String, entries: [Entry]) {
        (self.asOf, self.entries) = (asOf, entries)
        hashes = Dictionary(entries.map { ($0.path, $0.hash) }, uniquingKeysWith: { first, _ in first })
    }

    /// The list of the site that stands in a folder; nil where there is none of ours.
    init?(in folder: String) {
        guard FileStatus(of: "\(folder)/\(Self.name)", followingLinks: false)?.kind == .file,
            let bytes = try? FileBytes(reading: "\(folder)/\(Self.name)"),
            let json = try? JSONValue(parsing: bytes.array), json["generator"]?.string == Self.generator,
            let files = json["files"]?.elements
        else { return nil }
        let own = Entry(path: Self.name, size: 0, hash: "")
        let entries = files.compactMap { file -> Entry? in
            guard let path = file["path"]?.string, let hash = file["sha256"]?.string else { return nil }
            // A path that leads out of the folder is nobody's.
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            return parts.contains { ["", ".", ".."].contains($0) } ? nil : Entry(path: path, size: 0, hash: hash)
        }
        self.init(asOf: json["asOf"]?.string ?? "", entries: entries + [own])
    }

    /// The manifest as it is written, one file a line.
    var text: String {
        let lines = entries.sorted { $0.path < $1.path }.map { entry in
            let json: JSONValue = [
                "path": .string(entry.path), "bytes": .integer(entry.size), "sha256": .string(entry.hash),
            ]
            return "    " + json.text(indented: false)
        }
        return "{\n  \"generator\": \"\(Self.generator)\",\n  \"asOf\": \"\(asOf)\",\n  \"files\": [\n"
            + lines.joined(separator: ",\n") + "\n  ]\n}\n"
    }
}
