#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The files below a folder, each with marks that change when the file does.
struct FolderListing: Hashable, Sendable {
    /// What tells one state of a file from another.
    struct Mark: Hashable, Sendable {
        var file: UInt64
        var size: Int
        var seconds: Int
        var nanoseconds: Int
    }

    /// The marks of the files, by their paths below the folder.
    private(set) var files: [String: Mark] = [:]
    /// The folders, by their paths below the folder; the folder itself has the path "".
    private(set) var folders: [String] = []

    /// Looks at everything below a folder; empty where it doesn't exist.
    ///
    /// - Parameter start: the path below the root at which to begin.
    init(of root: String, from start: String = "") {
        var seen: Set<UInt64> = []
        look(into: start, root, &seen)
    }

    /// The files that were added, removed or changed since another look.
    func changes(since old: FolderListing) -> Set<String> {
        let gone = old.files.keys.filter { files[$0] == nil }
        return Set(files.filter { old.files[$0.key] != $0.value }.keys).union(gone)
    }

    private mutating func look(into folder: String, _ root: String, _ seen: inout Set<UInt64>) {
        let path = folder.isEmpty ? root : "\(root)/\(folder)"
        // A link may lead back to a folder above it.
        guard let mark = Self.status(of: path), seen.insert(UInt64(mark.st_ino)).inserted, let stream = opendir(path)
        else { return }
        defer { closedir(stream) }
        folders.append(folder)
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !FolderChanges.isTransient(name) else { continue }
            let below = folder.isEmpty ? name : "\(folder)/\(name)"
            guard let status = Self.status(of: "\(root)/\(below)") else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                look(into: below, root, &seen)
            } else {
                files[below] = Mark(status)
            }
        }
    }

    /// What the system says of a file or folder, links followed.
    static func status(of path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }
}

extension FolderListing.Mark {
    /// The marks in what the system says.
    init(_ status: stat) {
        #if canImport(Darwin)
        let time = status.st_mtimespec
        #else
        let time = status.st_mtim
        #endif
        self.init(
            file: UInt64(status.st_ino), size: Int(status.st_size), seconds: Int(time.tv_sec),
            nanoseconds: Int(time.tv_nsec))
    }
}
