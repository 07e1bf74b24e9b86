import ForumWorkspace
import SystemIO

/// Puts the files of one part of a site in their places, and notes what became of them.
///
/// A file that holds the same bytes already is not written.
struct SiteFiles: Sendable {
    /// The site's folder.
    let folder: String
    private let system: FileSystem
    /// What the manifest says of the files.
    private(set) var entries: [SiteManifest.Entry] = []
    /// How many of them were written.
    private(set) var written = 0

    /// Begins without any file.
    init(in folder: String, of system: FileSystem) { (self.folder, self.system) = (folder, system) }

    /// Adds a file with what has been written for it.
    mutating func add(_ path: String, _ bytes: borrowing ByteWriter) throws(FileError) {
        var file = SiteFile(path, in: folder, of: system)
        try file.append(bytes)
        try finish(file)
    }

    /// Adds a file with its bytes.
    mutating func add(_ path: String, _ bytes: [UInt8]) throws(FileError) {
        var file = SiteFile(path, in: folder, of: system)
        try file.append(bytes)
        try finish(file)
    }

    /// Adds large files piece by piece: `body` hands over the next piece of each.
    mutating func add(
        _ paths: [String], _ body: (([[UInt8]]) throws(FileError) -> Void) throws(FileError) -> Void
    ) throws(FileError) {
        var files = paths.map { SiteFile($0, in: folder, of: system) }
        try body { pieces throws(FileError) in
            for (place, piece) in pieces.enumerated() { try files[place].append(piece) }
        }
        for file in files { try finish(file) }
    }

    private mutating func finish(_ file: SiteFile) throws(FileError) {
        if try file.draft.finish() { written += 1 }
        entries.append(SiteManifest.Entry(path: file.path, size: file.size, hash: file.hash.digits))
    }
}

/// A file of the site while it is written.
private struct SiteFile {
    let path: String
    let draft: FileDraft
    var hash = SHA256()
    var size = 0

    init(_ path: String, in folder: String, of system: FileSystem) {
        self.path = path
        draft = FileDraft(folder + "/" + path, in: system)
    }

    mutating func append(_ bytes: [UInt8]) throws(FileError) {
        size += bytes.count
        hash.add(bytes.span)
        try draft.append(bytes)
    }

    mutating func append(_ bytes: borrowing ByteWriter) throws(FileError) {
        size += bytes.count
        hash.add(bytes)
        try draft.append(bytes)
    }
}
