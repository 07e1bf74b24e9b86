/// What is below a folder, each thing with what tells one state of it from another.
struct FolderListing: Hashable, Sendable {
    /// The files, by their paths below the folder.
    private var files: [String: FileStatus] = [:]
    /// The folders, by their paths below the folder; the folder itself has the path ".".
    private var folders: [String: FileStatus.Identity] = [:]

    /// Looks at everything below a folder; empty where it doesn't exist.
    init(of root: String) {
        var seen: Set<FileStatus.Identity> = []
        if let status = FileStatus(of: root) { add(status, at: root, as: ".", &seen) }
    }

    /// The files and folders that were added, removed or changed since another look; `.` alone where that was of
    /// another folder.
    func changes(since old: FolderListing) -> Set<String> {
        if folders["."] != old.folders["."] { return ["."] }
        return Self.differing(files, old.files).union(Self.differing(folders, old.folders))
    }

    private static func differing<State: Equatable>(_ new: [String: State], _ old: [String: State]) -> Set<String> {
        Set(new.keys).union(old.keys).filter { new[$0] != old[$0] }
    }

    private mutating func add(
        _ status: FileStatus, at path: String, as name: String, _ seen: inout Set<FileStatus.Identity>
    ) {
        guard status.kind == .folder else {
            files[name] = status
            return
        }
        // A link may lead back to a folder above it.
        guard seen.insert(status.identity).inserted, let names = try? FileSystem.real.names(in: path) else { return }
        folders[name] = status.identity
        for inner in names where !Self.isTransient(inner) {
            guard let status = FileStatus(of: "\(path)/\(inner)") else { continue }
            add(status, at: "\(path)/\(inner)", as: name == "." ? inner : "\(name)/\(inner)", &seen)
        }
    }

    /// Whether a name is one that editors and programs give to files of a moment: drafts, locks, backups, probes.
    static func isTransient(_ name: String) -> Bool {
        if name.hasPrefix(".") || name.hasSuffix("~") || (name.hasPrefix("#") && name.hasSuffix("#")) { return true }
        if name == "4913" || name == "__pycache__" { return true }
        guard let dot = name.lastIndex(of: ".") else { return false }
        let ending = name[name.index(after: dot)...].lowercased()
        // This program's own drafts end with the number of the process.
        return ["tmp", "temp", "swp", "swx", "swo", "bak", "orig", "part"].contains(ending)
            || (!ending.isEmpty && ending.utf8.allSatisfy { (0x30...0x39).contains($0) })
    }
}
