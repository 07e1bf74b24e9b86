/// The files below a folder, each with what tells one state of it from another.
struct FolderListing: Hashable, Sendable {
    /// The files, by their paths below the folder.
    private(set) var files: [String: FileStatus] = [:]
    /// The folders, by their paths below the folder; the folder itself has the path "".
    private(set) var folders: [String] = []

    /// Looks at everything below a folder, from a path in it on; empty where it doesn't exist.
    init(of root: String, from start: String = "") {
        var seen: Set<FileStatus.Identity> = []
        look(into: start, root, &seen)
    }

    /// The files that were added, removed or changed since another look.
    func changes(since old: FolderListing) -> Set<String> {
        let gone = old.files.keys.filter { files[$0] == nil }
        return Set(files.filter { old.files[$0.key] != $0.value }.keys).union(gone)
    }

    private mutating func look(into folder: String, _ root: String, _ seen: inout Set<FileStatus.Identity>) {
        let path = folder.isEmpty ? root : "\(root)/\(folder)"
        // A link may lead back to a folder above it.
        guard let status = FileStatus(of: path), seen.insert(status.identity).inserted,
            let names = try? FileSystem.real.names(in: path)
        else { return }
        folders.append(folder)
        for name in names where !FolderChanges.isTransient(name) {
            let below = folder.isEmpty ? name : "\(folder)/\(name)"
            guard let status = FileStatus(of: "\(root)/\(below)") else { continue }
            if status.kind == .folder { look(into: below, root, &seen) } else { files[below] = status }
        }
    }
}
