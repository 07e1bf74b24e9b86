/// Tells what changes below a folder by looking again and again; for when the system has no room for more notices.
///
/// A class because the next look is compared with the last one.
final class FolderPoller {
    private let root: String
    private let pause: () -> Void
    private let settle: () -> Void
    private var last: FolderListing

    /// Takes the first look; the pauses between looks, and until writing has settled, can be replaced in tests.
    init(
        _ root: String, pause: @escaping () -> Void = { SystemClock.sleep(for: .milliseconds(250)) },
        settle: @escaping () -> Void = { SystemClock.sleep(for: .milliseconds(20)) }
    ) {
        self.root = root
        self.pause = pause
        self.settle = settle
        last = FolderListing(of: root)
    }

    /// Waits until something differs and no longer moves, and gives the paths of the files below the folder.
    func next() -> Set<String> {
        while true {
            var now = FolderListing(of: root)
            if now != last {
                var before: FolderListing
                repeat {
                    before = now
                    settle()
                    now = FolderListing(of: root)
                } while now != before
                let changed = now.changes(since: last)
                last = now
                if !changed.isEmpty { return changed }
            }
            pause()
        }
    }
}
