/// What is below a folder, each thing with what tells one state of it from another.
struct FolderListing: Hashable, Sendable {
    /// The files, by their paths below the folder.
    private var files: [String: FileStatus] = [:]
    /// The folders, by their paths below the folder; the folder itself has the path ".".
    private var folders: [String: FileStatus.Identity] = [:]

    /// Looks at everything below a folder, and at files that are named by their paths from there; empty where nothing is.
    init(of root: String, and names: Set<String> = []) {
        if let status = FileStatus(of: root) { add(status, at: root, as: ".", below: []) }
        take(names, of: root) { _ in true }
    }

    /// Takes in named files that were not looked at, where they are as wanted.
    mutating func take(_ names: Set<String>, of root: String, where isWanted: (FileStatus) -> Bool) {
        for name in names where files[name] == nil {
            if let status = FileStatus(of: "\(root)/\(name)"), isWanted(status) { files[name] = status }
        }
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

    /// - Parameter above: the folders that lead here.
    private mutating func add(
        _ status: FileStatus, at path: String, as name: String, below above: [FileStatus.Identity]
    ) {
        guard status.kind == .folder else {
            files[name] = status
            return
        }
        // A link may lead back to a folder above it; one beside it has names of its own.
        guard !above.contains(status.identity), above.count < 8, let names = try? FileSystem.real.names(in: path) else {
            return
        }
        folders[name] = status.identity
        let inside = above + [status.identity]
        for inner in names where !inner.hasPrefix(".") {
            guard let status = FileStatus(of: "\(path)/\(inner)"),
                status.kind == .folder && inner != "__pycache__" || !Self.isTransient(inner)
            else { continue }
            let name = name == "." ? inner : "\(name)/\(inner)"
            add(status, at: "\(path)/\(inner)", as: name, below: inside)
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
