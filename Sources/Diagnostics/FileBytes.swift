#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What went wrong while a file was read: the path that was tried and the system's reason.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path that was tried.
    public var path: String
    /// The system's own words, such as "No such file or directory".
    public var reason: String

    /// Makes an error for a path from the system's error number.
    public init(path: String, errno code: Int32) {
        self.path = path
        self.reason = String(cString: strerror(code))
    }

    /// The path and the reason, for a terminal.
    public var description: String { "\(path): \(reason)" }
}

/// The bytes of a file, mapped into memory where the system can, so that pages nobody reads cost nothing.
public final class FileBytes: Sendable {
    private enum Storage {
        case array([UInt8])
        case mapped(UnsafeRawBufferPointer)
    }

    // Safe to share: written once in `init` and never again. The array is a value; the pointer is to a private mapping that
    // nobody writes to and that only `deinit` unmaps, when no one can be reading any more.
    nonisolated(unsafe) private let storage: Storage

    /// Keeps bytes that are already in memory.
    public init(_ bytes: [UInt8]) {
        storage = .array(bytes)
    }

    /// Keeps the UTF-8 bytes of a text.
    public convenience init(_ text: String) {
        self.init(Array(text.utf8))
    }

    /// The size from which on a file is mapped; smaller ones are sooner read.
    private static let smallest = 1 << 18

    /// Maps the file at `path`, or reads it where it is small.
    ///
    /// - Throws: ``FileError`` when the file can't be opened or mapped, or is a folder.
    public init(mapping path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, errno: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError(path: path, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, errno: EISDIR) }
        let size = Int(status.st_size)
        // An editor may cut a file short while it is mapped, and a page that is gone can't be read.
        guard size > Self.smallest else {
            storage = .array(try Self.read(descriptor, path, size))
            return
        }
        guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
            throw FileError(path: path, errno: errno)
        }
        storage = .mapped(UnsafeRawBufferPointer(start: address, count: size))
    }

    /// Reads the file at `path` into memory, so that what happens to it later changes nothing here.
    ///
    /// - Throws: ``FileError`` when the file can't be opened or read, or is a folder.
    public convenience init(reading path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, errno: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError(path: path, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, errno: EISDIR) }
        self.init(try Self.read(descriptor, path, Int(status.st_size)))
    }

    /// Reads an open file to its end; `size` is what it is expected to hold.
    private static func read(_ descriptor: Int32, _ path: String, _ size: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var room = size + 1
        while true {
            var failure: Int32 = 0
            var isAtEnd = false
            let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                while count < buffer.count, let base = buffer.baseAddress {
                    let new = Glibc.read(descriptor, base + count, buffer.count - count)
                    if new < 0, errno == EINTR { continue }
                    if new < 0 { failure = errno }
                    isAtEnd = new == 0
                    guard new > 0 else { break }
                    count += new
                }
            }
            guard failure == 0 else { throw FileError(path: path, errno: failure) }
            // Only a file that has grown meanwhile takes more than one part.
            if bytes.isEmpty { bytes = part } else { bytes += part }
            if isAtEnd { return bytes }
            room = max(room, 1 << 16)
        }
    }

    deinit {
        if case .mapped(let buffer) = storage, let address = buffer.baseAddress {
            munmap(UnsafeMutableRawPointer(mutating: address), buffer.count)
        }
    }

    /// Tells the system that some bytes of a mapped file won't be read soon, so that they needn't stay in memory.
    ///
    /// They can still be read: the system brings them back. Only whole pages strictly inside the range are let go.
    public func letGo(of range: Range<Int>) {
        guard case .mapped(let buffer) = storage, let base = buffer.baseAddress else { return }
        let page = Int(getpagesize())
        let first = (range.lowerBound + page - 1) / page * page
        let last = range.upperBound / page * page
        guard last > first else { return }
        madvise(UnsafeMutableRawPointer(mutating: base + first), last - first, MADV_DONTNEED)
    }

    /// The number of bytes.
    public var count: Int { withUnsafeBytes(\.count) }

    /// Calls `body` with the bytes; the pointer must not leave the call.
    public func withUnsafeBytes<Result, Failure>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        switch storage {
        case .mapped(let buffer): return try body(buffer)
        case .array(let array):
            var outcome: Swift.Result<Result, Failure>?
            array.withUnsafeBytes { buffer in
                do throws(Failure) { outcome = .success(try body(buffer)) } catch { outcome = .failure(error) }
            }
            guard let outcome else { preconditionFailure("withUnsafeBytes always calls its closure") }
            return try outcome.get()
        }
    }
}
