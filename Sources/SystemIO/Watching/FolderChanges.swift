/// Where notices of changes in a folder come from.
package enum FolderChanges {
    /// Begins to watch a folder with everything in it, which may vanish and come back.
    ///
    /// - Returns: what waits for the next changes and gives the paths below the folder, `.` for anything; here it never
    ///   gives nil, which would say that nothing changes any more.
    package static func begin(in root: String) -> () -> Set<String>? {
        let poller = FolderPoller(root)
        guard let watcher = FolderWatcher(root) else { return { poller.next() } }
        var isLost = false
        return {
            if !isLost, let changed = watcher.next() { return changed }
            // The system has no room for more notices; what was missed shows in the poller's first look.
            isLost = true
            return poller.next()
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
