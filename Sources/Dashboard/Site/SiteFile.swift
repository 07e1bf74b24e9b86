import Diagnostics
import ForumWorkspace

/// A file of the site while it is written; a class because it owns a ``FileDraft``.
final class SiteFile {
    private let path: String
    private let draft: FileDraft
    private var hash = SHA256()
    private var size = 0

    /// Prepares to write the file at a path below a site's folder.
    init(_ path: String, in folder: String) {
        self.path = path
        draft = FileDraft(folder + "/" + path)
    }

    /// Adds bytes.
    func append(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        size += bytes.count
        hash.add(bytes)
        try draft.append(bytes)
    }

    /// Adds bytes.
    func append(_ bytes: [UInt8]) throws(FileError) {
        try bytes.withUnsafeBufferPointer { bytes throws(FileError) in try append(UnsafeRawBufferPointer(bytes)) }
    }

    /// Adds what was written.
    func append(_ bytes: borrowing ByteWriter) throws(FileError) {
        try bytes.withBytes { bytes throws(FileError) in try append(bytes) }
    }

    /// Puts the file in its place, unless one with the same content is there; says whether it was.
    func finish() throws(FileError) -> Bool { try draft.finish() }

    /// What the manifest says of it.
    var entry: SiteManifest.Entry { SiteManifest.Entry(path: path, size: size, hash: hash.digits) }
}
