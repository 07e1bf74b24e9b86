import CProcess
import Glibc

/// The files of a machine, as a value: whoever writes files is given one, so that a test can let any call fail.
package struct FileSystem: Sendable {
    /// What the system is asked to do with a path.
    package enum Call: Hashable, Sendable, CaseIterable {
        /// To open a file, or to make the draft of one.
        case open
        /// To give the bytes of a file.
        case read
        /// To take bytes.
        case write
        /// To close a file that was written.
        case close
        /// To wait until what was written is on the disk.
        case sync
        /// To put a draft in the place of a file.
        case rename
        /// To give a file a second name.
        case link
        /// To remove a file.
        case remove
        /// To make a folder.
        case makeFolder
        /// To change who may do what with a file.
        case changeMode
        /// To give the names in a folder.
        case list
        /// To keep others from using a folder.
        case lock
    }

    /// The files of this machine.
    package static let real = FileSystem { _, _ in nil }

    private let fault: @Sendable (Call, String) -> Int32?

    /// Makes the files of this machine on which some calls fail.
    ///
    /// - Parameter fault: the system's number of the error with which a call on a path fails; nil to make the call.
    package init(fault: @escaping @Sendable (Call, String) -> Int32?) { self.fault = fault }

    /// Makes a call, again where a signal came in between; closing is done even where it is to fail.
    func perform<Answer: FixedWidthInteger>(
        _ call: Call, on path: String, _ body: () -> Answer
    ) throws(FileError) -> Answer {
        while true {
            if let code = fault(call, path) {
                if code == EINTR, call != .close { continue }
                if call == .close { _ = body() }
                throw FileError(path: path, errno: code)
            }
            let answer = body()
            if answer >= 0 { return answer }
            guard errno == EINTR, call != .close else { throw FileError(path: path, errno: errno) }
        }
    }
}

extension FileSystem {
    /// Whether something stands at a path.
    package func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether this process may run the file at a path.
    package func mayRun(_ path: String) -> Bool { access(path, X_OK) == 0 }

    /// The absolute path without symbolic links; nil where nothing stands there.
    package func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Whether a path leads, by a link, to something outside of a folder.
    package func leads(_ path: String, outOf folder: String) -> Bool {
        guard let real = realPath(path), let root = realPath(folder) else { return false }
        return real != root && !real.hasPrefix(root == "/" ? root : root + "/")
    }

    /// The names in a folder, sorted by their bytes, so that every run meets files in the same order.
    package func names(in folder: String) throws(FileError) -> [String] {
        var stream: OpaquePointer?
        _ = try perform(.list, on: folder) {
            stream = opendir(folder)
            return stream == nil ? -1 : 0
        }
        guard let stream else { preconditionFailure("a folder without an error is open") }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            // The end of the folder and a failure look the same but for the number of the error.
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw FileError(path: folder, errno: errno) }
                return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
    }

    /// Makes a folder unless it is there; into a private one nobody but the person may look.
    package func makeFolder(_ path: String, isPrivate: Bool = false) throws(FileError) {
        do throws(FileError) {
            _ = try perform(.makeFolder, on: path) { mkdir(path, isPrivate ? 0o700 : 0o777) }
        } catch {
            // Where a folder is there already, the system may also say that nobody may make one beside it.
            guard exists(path) else { throw error }
        }
    }

    /// Makes the folders above a file that are missing.
    package func makeFolders(above path: String, isPrivate: Bool = false) throws(FileError) {
        for place in path.indices.dropFirst() where path[place] == "/" {
            let folder = String(path[..<place])
            if !exists(folder) { try makeFolder(folder, isPrivate: isPrivate) }
        }
    }

    /// Removes a file, unless there is none.
    package func remove(_ path: String) throws(FileError) {
        do throws(FileError) {
            _ = try perform(.remove, on: path) { unlink(path) }
        } catch {
            guard error.code == ENOENT else { throw error }
        }
    }

    /// Removes a folder and everything in it; links are removed, and what they lead to stays.
    package func removeTree(_ path: String) throws(FileError) {
        guard FileStatus(of: path, followingLinks: false)?.kind == .folder else { return try remove(path) }
        for name in try names(in: path) { try removeTree("\(path)/\(name)") }
        try removeFolder(path)
    }

    /// Removes an empty folder.
    package func removeFolder(_ path: String) throws(FileError) {
        _ = try perform(.remove, on: path) { rmdir(path) }
    }

    /// Gives a file a second name; of a link, the link itself gets it.
    package func link(_ path: String, as name: String) throws(FileError) {
        _ = try perform(.link, on: name) { Glibc.link(path, name) }
    }

    /// Puts a file or folder where nothing stands, or exchanges it with what stands there, in one step.
    package func put(_ path: String, at place: String, exchanging: Bool = false) throws(FileError) {
        _ = try perform(.rename, on: place) { put_in_place(path, place, exchanging) }
    }

    /// Lets everybody run a file who may read it.
    package func makeExecutable(_ path: String) throws(FileError) { try setMode(0o755, of: path) }

    /// Lets those use a file or folder who may use another.
    package func copyMode(of other: String, to path: String) throws(FileError) {
        var status = stat()
        _ = try perform(.read, on: other) { stat(other, &status) }
        try setMode(status.st_mode & 0o7777, of: path)
    }

    private func setMode(_ mode: mode_t, of path: String) throws(FileError) {
        _ = try perform(.changeMode, on: path) { chmod(path, mode) }
    }

    /// Puts bytes in the place of a file's content at once, unless it holds them already; says whether it did.
    package func write(_ bytes: [UInt8], to path: String, isPrivate: Bool = false) throws(FileError) -> Bool {
        let draft = FileDraft(path, in: self, isPrivate: isPrivate)
        try draft.append(bytes)
        return try draft.finish()
    }

    /// Puts a text in the place of a file's content at once, unless it holds it already; says whether it did.
    package func write(_ text: String, to path: String) throws(FileError) -> Bool {
        try write(Array(text.utf8), to: path)
    }
}
