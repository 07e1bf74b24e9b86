import CProcess
import Glibc

/// What went wrong with a file: the path that was tried and the system's reason.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path that was tried.
    public var path: String
    /// The system's number of the error.
    public var code: Int32

    /// Makes an error for a path from the system's error number.
    public init(path: String, errno code: Int32) {
        self.path = path
        self.code = code
    }

    /// The system's own words, such as "No such file or directory".
    public var reason: String { String(cString: strerror(code)) }

    /// The path and the reason, for a terminal.
    public var description: String { "\(path): \(reason)" }
}

/// The bytes of a file, mapped into memory where the system can, so that pages nobody reads cost nothing.
public final class FileBytes: Sendable {
    // Safe to share: written once in `init` and never again; freed only in `deinit`, when no one can be reading any more.
    nonisolated(unsafe) private let memory: UnsafeRawBufferPointer
    private let isMapped: Bool
    /// Whether the file was written in another encoding, and these are its text in UTF-8.
    package let isTranslated: Bool

    /// Keeps bytes that are already in memory.
    public convenience init(_ bytes: [UInt8]) { self.init(bytes, isTranslated: false) }

    /// Keeps bytes that are already in memory, and whether they are a file's text in another encoding than its own.
    package init(_ bytes: [UInt8], isTranslated: Bool) {
        let copy = GrowingMemory.resized(nil, to: max(1, bytes.count))
        bytes.span.withUnsafeBytes {
            copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
        }
        (memory, isMapped) = (UnsafeRawBufferPointer(start: copy, count: bytes.count), false)
        self.isTranslated = isTranslated
    }

    /// Keeps the UTF-8 bytes of a text.
    public convenience init(_ text: String) {
        self.init(Array(text.utf8))
    }

    /// Maps the file at `path`, or reads it where it is small.
    ///
    /// - Throws: ``FileError`` when the file can't be opened or mapped, or is a folder.
    public convenience init(mapping path: String) throws(FileError) {
        // An editor may cut a file short while it is mapped, and a page that is gone can't be read; small files, which
        // people edit, are also sooner read.
        try self.init(path, in: .real, mappingAbove: 1 << 18)
    }

    /// Reads the file at `path` into memory, so that what happens to it later changes nothing here.
    ///
    /// - Throws: ``FileError`` when the file can't be opened or read, or is a folder.
    public convenience init(reading path: String) throws(FileError) { try self.init(reading: path, in: .real) }

    /// Reads the file at `path` into memory, among files on which calls may fail.
    package convenience init(reading path: String, in files: FileSystem) throws(FileError) {
        try self.init(path, in: files, mappingAbove: .max)
    }

    private init(_ path: String, in files: FileSystem, mappingAbove limit: Int) throws(FileError) {
        let descriptor = try files.perform(.open, on: path) { open(path, O_RDONLY | O_CLOEXEC) }
        defer { close(descriptor) }
        var status = stat()
        _ = try files.perform(.read, on: path) { fstat(descriptor, &status) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, errno: EISDIR) }
        let size = Int(status.st_size)
        isTranslated = false
        guard size > limit else {
            (memory, isMapped) = (try Self.read(descriptor, path, size, in: files), false)
            return
        }
        guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
            throw FileError(path: path, errno: errno)
        }
        (memory, isMapped) = (UnsafeRawBufferPointer(start: address, count: size), true)
    }

    /// Reads an open file to its end; `size` is what it is expected to hold.
    private static func read(
        _ descriptor: Int32, _ path: String, _ size: Int, in files: FileSystem
    ) throws(FileError) -> UnsafeRawBufferPointer {
        var room = size + 1
        var memory = GrowingMemory.resized(nil, to: room)
        var count = 0
        do throws(FileError) {
            while true {
                let new = try files.perform(.read, on: path) { Glibc.read(descriptor, memory + count, room - count) }
                guard new > 0 else { return UnsafeRawBufferPointer(start: memory, count: count) }
                count += new
                // Only a file that has grown meanwhile takes more room.
                if count == room {
                    room += max(room, 1 << 16)
                    memory = GrowingMemory.resized(memory, to: room)
                }
            }
        } catch {
            GrowingMemory.release(memory)
            throw error
        }
    }

    deinit {
        guard let address = memory.baseAddress.map(UnsafeMutableRawPointer.init(mutating:)) else { return }
        if isMapped { munmap(address, memory.count) } else { free(address) }
    }

    /// Tells the system that some bytes of a mapped file won't be read soon, so that they needn't stay in memory.
    ///
    /// They can still be read: the system brings them back. Only whole pages strictly inside the range are let go.
    public func release(of range: Range<Int>) {
        guard isMapped, let base = memory.baseAddress else { return }
        let page = Int(getpagesize())
        let first = (range.lowerBound + page - 1) / page * page
        let last = range.upperBound / page * page
        guard last > first else { return }
        madvise(UnsafeMutableRawPointer(mutating: base + first), last - first, MADV_DONTNEED)
    }

    /// The number of bytes.
    public var count: Int { memory.count }

    /// The bytes in memory of their own.
    public var array: [UInt8] { Array(memory) }

    /// The bytes, to be read one by one.
    public var view: ByteView { ByteView(memory, of: self) }

    /// The text of some bytes; what is not valid UTF-8 reads as U+FFFD.
    public func text(in range: Range<Int>) -> String { String(decoding: memory[range], as: UTF8.self) }

    /// Whether another file holds the same bytes.
    package func isSame(as other: FileBytes) -> Bool { memory.equals(other.memory) }

    /// Calls `body` with the bytes.
    public func withBytes<Result, Failure>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(memory.assumingMemoryBound(to: UInt8.self).span)
    }

    /// Calls `body` with the bytes; the pointer must not leave the call.
    public func withUnsafeBytes<Result, Failure>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(memory)
    }
}
