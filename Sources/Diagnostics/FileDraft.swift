#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that is written piece by piece and takes its place when it is whole, so that a reader sees the old content or
/// the new one and nothing between; a file that holds the same already stays untouched.
///
/// A class because it owns an open file, which goes away with it unless it was finished.
package final class FileDraft {
    private let path: String
    private let draft: String
    /// The file that is there, as long as it begins with what has been given so far.
    private var old: FileBytes?
    private var descriptor: Int32?
    private var size = 0

    /// Prepares to write a file; nothing is written before it differs from what is there.
    package init(_ path: String) {
        self.path = path
        draft = "\(path).\(getpid())"
        old = try? FileBytes(mapping: path)
    }

    deinit {
        guard let descriptor else { return }
        close(descriptor)
        unlink(draft)
    }

    /// Adds bytes.
    package func append(_ bytes: [UInt8]) throws(FileError) {
        try bytes.withUnsafeBufferPointer { bytes throws(FileError) in try append(UnsafeRawBufferPointer(bytes)) }
    }

    /// Adds bytes.
    package func append(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
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

    /// Puts the file in its place, unless one with the same content is there; says whether it was.
    package func finish() throws(FileError) -> Bool {
        if let old {
            if old.count == size { return false }
            try begin(with: old)
        } else if descriptor == nil {
            try begin(with: nil)
        }
        guard let opened = descriptor else { preconditionFailure("a draft that has begun has an open file") }
        // Whatever comes of it, the file is closed now.
        descriptor = nil
        guard close(opened) == 0, rename(draft, path) == 0 else {
            let reason = errno
            unlink(draft)
            throw FileError(path: path, errno: reason)
        }
        return true
    }

    /// Opens the draft and writes what the old file has in common with it.
    private func begin(with old: FileBytes?) throws(FileError) {
        let opened = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard opened >= 0 else { throw FileError(path: path, errno: errno) }
        descriptor = opened
        self.old = nil
        guard let old, size > 0 else { return }
        try old.withUnsafeBytes { bytes throws(FileError) in
            try write(UnsafeRawBufferPointer(rebasing: bytes[..<size]))
        }
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        guard let descriptor else { preconditionFailure("only a draft that has begun is written to") }
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty {
            let count = writeBytes(descriptor, start, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FileError(path: path, errno: errno) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}

/// The system's function, whose name is also that of a method here.
private func writeBytes(_ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, start, count)
}

extension UnsafeRawBufferPointer {
    /// Whether some bytes stand at a place.
    fileprivate func holds(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Bool {
        guard count - place >= bytes.count else { return false }
        guard let left = baseAddress, let right = bytes.baseAddress else { return bytes.isEmpty }
        return memcmp(left + place, right, bytes.count) == 0
    }
}
