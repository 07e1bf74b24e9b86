#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Writes small files whole, so that a reader sees the old content or the new one and nothing between.
package enum FileWriter {
    /// Whether something stands at a path.
    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The size of a file in bytes; nil where there is none.
    package static func size(of path: String) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// Makes a folder unless it is there.
    package static func makeFolder(_ path: String) throws(FileError) {
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FileError(path: path, errno: errno) }
    }

    /// Removes a file; one that isn't there is fine.
    package static func remove(_ path: String) throws(FileError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw FileError(path: path, errno: errno) }
    }

    /// Lets everybody run a file who may read it.
    package static func makeExecutable(_ path: String) throws(FileError) {
        guard chmod(path, 0o755) == 0 else { throw FileError(path: path, errno: errno) }
    }

    /// Writes a text unless the file already holds it; says whether it was written.
    package static func write(_ text: String, to path: String) throws(FileError) -> Bool {
        try write(Array(text.utf8), to: path)
    }

    /// Writes bytes unless the file already holds them; says whether they were written.
    package static func write(_ bytes: [UInt8], to path: String) throws(FileError) -> Bool {
        let draft = FileDraft(path)
        try draft.append(bytes)
        return try draft.finish()
    }
}
