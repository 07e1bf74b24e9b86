import Synchronization

/// Tells what changes below a folder, which may vanish and come back, by looking again and again.
///
/// A class because the thread that takes the first look and the one that waits for changes share it.
package final class FolderWatcher: Sendable {
    /// The time between two looks.
    private static let interval = Duration.milliseconds(250)
    /// How long nothing must differ before changes are told, since an editor that saves one file makes many of them.
    private static let settling = Duration.milliseconds(20)
    /// How long changes are collected at most where they never settle.
    private static let longest = Duration.seconds(1)

    private let root: String
    private let last: Mutex<FolderListing>

    /// Takes the first look.
    package init(_ root: String) {
        self.root = root
        last = Mutex(FolderListing(of: root))
    }

    /// Waits for changes and gives the paths below the folder, `.` where another folder has its name or none has.
    ///
    /// - Parameters:
    ///   - names: files that are looked at wherever they lie, by their paths from the folder.
    ///   - isOver: whether to wait no longer, asked at each look; then there may be no paths.
    package func next(with names: Set<String> = [], until isOver: () -> Bool = { false }) -> Set<String> {
        // What was written just before may have been read or not; it is told once more.
        last.withLock { $0.take(names, of: root) { !$0.isFresh } }
        while true {
            let now = settledListing(names)
            let changed = last.withLock { last in
                defer { last = now }
                return now.changes(since: last)
            }
            // A draft that came and went leaves nothing to tell.
            if !changed.isEmpty || isOver() { return changed }
            SystemClock.sleep(for: Self.interval)
        }
    }

    /// What is there now, once it no longer moves.
    private func settledListing(_ names: Set<String>) -> FolderListing {
        var now = FolderListing(of: root, and: names)
        guard now != last.withLock(\.self) else { return now }
        let end = ContinuousClock.now + Self.longest
        var before: FolderListing
        repeat {
            before = now
            SystemClock.sleep(for: Self.settling)
            now = FolderListing(of: root, and: names)
        } while now != before && ContinuousClock.now < end
        return now
    }
}
