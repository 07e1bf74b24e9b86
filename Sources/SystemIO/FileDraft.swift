import Glibc

/// A file that is written piece by piece and takes its place when it is whole, so that a reader sees the old content or
/// the new one and nothing between; a file that holds the same already stays untouched.
///
/// A class because it owns an open file, which goes away with it unless it was finished.
package final class FileDraft {
    private let path: String
    private let draft: String
    /// The file that may hold the same already.
    private let original: String?
    private let files: FileSystem
    private let isPrivate: Bool
    /// The original, as long as it begins with what has been given so far.
    private var old: FileBytes?
    private var descriptor: Int32?
    private var size = 0

    /// Prepares to write a file, which only the person may read where it is private; nothing is written before it
    /// differs from what is there.
    package init(_ path: String, in files: FileSystem = .real, isPrivate: Bool = false) {
        (self.path, original, draft) = (path, path, "\(path).\(getpid())")
        (self.files, self.isPrivate) = (files, isPrivate)
        old = try? FileBytes(mapping: path)
    }

    /// Prepares to write a file where there is none, in a folder that nobody else uses; where it comes to hold the same
    /// as another, it is that file by a second name.
    package init(_ path: String, unless original: String?, in files: FileSystem) {
        (self.path, self.original, draft) = (path, original, path)
        (self.files, isPrivate) = (files, false)
        old = original.flatMap { try? FileBytes(mapping: $0) }
    }

    deinit {
        guard let descriptor else { return }
        close(descriptor)
        unlink(draft)
    }

    /// Adds bytes.
    package func append(_ bytes: [UInt8]) throws(FileError) {
        try bytes.span.withUnsafeBytes { bytes throws(FileError) in try append(bytes) }
    }

    /// Adds what was written.
    package func append(_ bytes: borrowing ByteWriter) throws(FileError) {
        try bytes.withBytes { bytes throws(FileError) in try append(bytes) }
    }

    private func append(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        if let old {
            if old.withUnsafeBytes({ $0.holds(bytes, at: size) }) {
                size += bytes.count
                return
            }
            try begin(with: old)
        } else if descriptor == nil {
            try begin(with: nil)
        }
        size += bytes.count
        try write(bytes)
    }

    /// Puts the file in its place, unless the original holds the same; says whether it was written.
    package func finish() throws(FileError) -> Bool {
        if let old {
            if old.count == size, old.isIntact, try keepOriginal() { return false }
            try begin(with: old)
        } else if descriptor == nil {
            try begin(with: nil)
        }
        guard let opened = descriptor else { preconditionFailure("a draft that has begun has an open file") }
        // Whatever comes of it, the file is closed now.
        descriptor = nil
        do throws(FileError) {
            do throws(FileError) {
                // A site is made anew from its sources at any time; all else has to outlive a loss of power.
                if draft != path { _ = try files.perform(.sync, on: path) { fsync(opened) } }
            } catch {
                close(opened)
                throw error
            }
            _ = try files.perform(.close, on: path) { close(opened) }
            if draft != path { _ = try files.perform(.rename, on: path) { rename(draft, path) } }
        } catch {
            unlink(draft)
            throw error
        }
        return true
    }

    /// Leaves the original where it is, or gives it its second name; false where it can't have one.
    private func keepOriginal() throws(FileError) -> Bool {
        guard let original, original != path else { return true }
        do throws(FileError) {
            try files.link(original, as: path)
        } catch {
            // Some disks, and some owners of files, allow no more names; then there is a copy.
            guard [EMLINK, EPERM, EXDEV, ENOTSUP].contains(error.code) else { throw error }
            return false
        }
        return true
    }

    /// Opens the draft and writes what the old file has in common with it.
    private func begin(with old: FileBytes?) throws(FileError) {
        // What a process of the same number has left there, or somebody has put there, is not written through.
        if draft != path { unlink(draft) }
        descriptor = try files.perform(.open, on: path) {
            open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, isPrivate ? 0o600 : 0o666)
        }
        self.old = nil
        guard let old, size > 0 else { return }
        try old.withUnsafeBytes { bytes throws(FileError) in
            try write(UnsafeRawBufferPointer(rebasing: bytes[..<size]))
        }
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        guard let descriptor else { preconditionFailure("only a draft that has begun is written to") }
        var rest = bytes
        while !rest.isEmpty {
            let count = try files.perform(.write, on: path) { Glibc.write(descriptor, rest.baseAddress, rest.count) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether some bytes stand at a place.
    fileprivate func holds(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Bool {
        count - place >= bytes.count
            && UnsafeRawBufferPointer(rebasing: self[place..<place + bytes.count]).equals(bytes)
    }
}
