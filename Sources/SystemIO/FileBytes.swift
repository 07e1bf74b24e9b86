import CProcess
import Glibc

/// What went wrong with a file: the path that was tried and the system's reason.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path that was tried.
    public var path: String
    /// The system's number of the error; a negative one is among those below.
    public var code: Int32

    /// What stands there is no file, but such as a pipe.
    package static let noFile: Int32 = -1
    /// The file was written again and again while it was read.
    package static let unsteady: Int32 = -2
    /// The path is a link, or goes through one, that leads out of the folder in which files may be read.
    package static let outside: Int32 = -3
    /// The file is not the one that was looked at.
    package static let changed: Int32 = -4

    /// Makes an error for a path from the system's error number.
    public init(path: String, errno code: Int32) {
        self.path = path
        self.code = code
    }

    /// The system's own words, such as "No such file or directory".
    public var reason: String {
        switch code {
        case Self.noFile: "it is no file, but such as a pipe"
        case Self.unsteady: "it changes while it is read"
        case Self.outside: "a link leads out of the folder"
        case Self.changed: "it has changed since it was looked at"
        default: String(cString: strerror(code))
        }
    }

    /// The path and the reason, for a terminal.
    public var description: String { "\(path): \(reason)" }
}

/// The bytes of a file, mapped into memory where the system can, so that pages nobody reads cost nothing.
public final class FileBytes: Sendable {
    // Safe to share: written once in `init` and never again; freed only in `deinit`, when no one can be reading any more.
    nonisolated(unsafe) private let memory: UnsafeRawBufferPointer
    private let mapped: (path: String, status: FileStatus, lost: Int32)?
    private var isMapped: Bool { mapped != nil }
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
        (memory, mapped) = (UnsafeRawBufferPointer(start: copy, count: bytes.count), nil)
        self.isTranslated = isTranslated
    }

    /// Keeps the UTF-8 bytes of a text.
    public convenience init(_ text: String) {
        self.init(Array(text.utf8))
    }

    /// Maps the file at `path`, or reads it where it is small or mapped files are not guarded, see ``guardMapped()``.
    ///
    /// - Throws: ``FileError`` when the file can't be opened or mapped, or is none.
    public convenience init(mapping path: String) throws(FileError) {
        // Small files, which people edit, are sooner read.
        try self.init(path, in: .real, mappingAbove: mapped_files_are_guarded() ? 1 << 18 : .max)
    }

    /// Lets files be mapped from now on: a page of one that is gone, because somebody cut the file, reads as zeros and
    /// doesn't end the process.
    ///
    /// For programs; a library must not change how a process handles signals.
    package static func guardMapped() { guard_mapped_files() }

    /// Whether a mapped file was cut since, so that some of its bytes may be none; quicker than ``isIntact``.
    package var hasLostPages: Bool { mapped.map { $0.lost != lost_pages() } ?? false }

    /// Whether the bytes are those of one state of the file; others may stand in a mapped one that was written meanwhile.
    public var isIntact: Bool {
        guard let mapped else { return true }
        // A file that another one has replaced stays as it was for those who have it open.
        guard let now = FileStatus(of: mapped.path), now.identity == mapped.status.identity else {
            return mapped.lost == lost_pages()
        }
        return now == mapped.status && mapped.lost == lost_pages()
    }

    /// Reads the file at `path` into memory, so that what happens to it later changes nothing here.
    ///
    /// - Throws: ``FileError`` when the file can't be opened or read, is none, or is written all the time.
    public convenience init(reading path: String) throws(FileError) { try self.init(reading: path, in: .real) }

    /// Reads the file at `path` into memory, among files on which calls may fail.
    package convenience init(reading path: String, in files: FileSystem) throws(FileError) {
        try self.init(path, in: files, mappingAbove: .max)
    }

    private init(_ path: String, in files: FileSystem, mappingAbove limit: Int) throws(FileError) {
        // Without waiting: to open a pipe would last until somebody writes to it.
        let descriptor = try files.perform(.open, on: path) { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
        defer { close(descriptor) }
        isTranslated = false
        let status = try Self.status(of: descriptor, path, in: files)
        guard status.kind == .file else {
            throw FileError(path: path, errno: status.kind == .folder ? EISDIR : FileError.noFile)
        }
        guard status.size > limit else {
            (memory, mapped) = (try Self.steadyBytes(of: descriptor, path, status, in: files), nil)
            return
        }
        let lost = lost_pages()
        guard let address = mmap(nil, status.size, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
            throw FileError(path: path, errno: errno)
        }
        memory = UnsafeRawBufferPointer(start: address, count: status.size)
        mapped = (path, status, lost)
    }

    /// Reads an open file; what is written meanwhile is read again.
    private static func steadyBytes(
        of descriptor: Int32, _ path: String, _ status: FileStatus, in files: FileSystem
    ) throws(FileError) -> UnsafeRawBufferPointer {
        var before = status
        for _ in 0..<100 {
            let bytes = try read(descriptor, path, before.size, in: files)
            if let after = try? Self.status(of: descriptor, path, in: files) {
                if after == before { return bytes }
                before = after
            }
            free(UnsafeMutableRawPointer(mutating: bytes.baseAddress))
            usleep(5000)
        }
        throw FileError(path: path, errno: FileError.unsteady)
    }

    private static func status(
        of descriptor: Int32, _ path: String, in files: FileSystem
    ) throws(FileError) -> FileStatus {
        var status = stat()
        _ = try files.perform(.read, on: path) { fstat(descriptor, &status) }
        return FileStatus(status)
    }

    /// Reads an open file from its beginning to its end; `size` is what it is expected to hold.
    private static func read(
        _ descriptor: Int32, _ path: String, _ size: Int, in files: FileSystem
    ) throws(FileError) -> UnsafeRawBufferPointer {
        var room = size + 1
        var memory = GrowingMemory.resized(nil, to: room)
        var count = 0
        do throws(FileError) {
            while true {
                let new = try files.perform(.read, on: path) { pread(descriptor, memory + count, room - count, count) }
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
