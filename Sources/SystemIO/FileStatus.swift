import CProcess
import Glibc

/// What the system tells of a file without opening it; where it differs, the content may differ.
package struct FileStatus: Hashable, Sendable {
    /// What stands at a path.
    package enum Kind: Hashable, Sendable {
        /// A file with content.
        case file
        /// A folder, whose status differs when a name in it has come or gone.
        case folder
        /// Anything else, such as a pipe, or a link where links are not followed.
        case other
    }

    /// What tells one file from all others on the machine, whatever they are called.
    package struct Identity: Hashable, Sendable {
        private let device: UInt64
        private let node: UInt64

        fileprivate init(_ status: stat) { (device, node) = (UInt64(status.st_dev), UInt64(status.st_ino)) }
    }

    /// Which file it is.
    package let identity: Identity
    /// What it is.
    package let kind: Kind
    /// The number of its bytes.
    package let size: Int
    /// The seconds of the time at which it was written, since 1970, and the nanoseconds after them.
    package let seconds: Int
    private let nanoseconds: Int
    /// The nanoseconds of the time at which anything of it changed, such as its name or who may read it, since 1970.
    private let changed: Int

    /// The status of what stands at a path, or of what a link there leads to; nil where nothing does.
    package init?(of path: String, followingLinks: Bool = true) {
        var status = stat()
        guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        self.init(status)
    }

    init(_ status: stat) {
        identity = Identity(status)
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            default: .other
            }
        size = Int(status.st_size)
        (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
        changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
    }

    /// Whether the file was written or changed so shortly before now that another writing may get the same times.
    ///
    /// Systems count a file's time in steps of some milliseconds.
    package var isFresh: Bool {
        SystemClock.milliseconds - max(seconds * 1000 + nanoseconds / 1_000_000, changed / 1_000_000) < 100
    }
}
