import FollowUpModel
import ForumWorkspace
import Harmonization
import Synchronization
package import SystemIO

/// Writes the site of a dashboard into a folder.
///
/// Every page is made each time, and only what differs from the file that is there is written: so a file that somebody
/// has changed or removed is put right, and nothing has to be remembered between two runs but the list of files.
package struct SitePublisher: Sendable {
    /// What is published.
    package let dashboard: Dashboard
    /// The folder; it is made where it doesn't exist.
    package let folder: String
    private let system: FileSystem

    /// Prepares to publish into a folder.
    package init(_ dashboard: Dashboard, to folder: String, in system: FileSystem) {
        self.dashboard = dashboard
        self.folder = folder
        self.system = system
    }

    /// What was done.
    package struct Outcome: Hashable, Sendable {
        /// The number of files of the site.
        package var files = 0
        /// The number of those that were written.
        package var written = 0
        /// The number of files of an earlier site that were removed.
        package var removed = 0
        /// The bytes of the site.
        package var bytes = 0
    }

    /// Writes what differs, removes what an earlier run wrote and this site doesn't have, and writes the manifest.
    ///
    /// - Parameter progress: told how many of how many parts are done, from any thread.
    /// - Throws: ``FileError`` for the first file that can't be written.
    package func publish(progress: @Sendable (Int, Int) -> Void = { _, _ in }) throws(FileError) -> Outcome {
        let before = SiteManifest.paths(in: folder)
        for inner in dashboard.folders.sorted() { try system.makeFolders(above: "\(folder)/\(inner)/") }
        let parts = dashboard.parts
        let done = Atomic(0)
        let results = parallelMap(parts.count) { number in
            let result = Result { () throws(FileError) -> SiteFiles in
                var files = SiteFiles(in: folder, of: system)
                try dashboard.write(parts[number], to: &files)
                return files
            }
            progress(done.add(1, ordering: .relaxed).newValue, parts.count)
            return result
        }
        var outcome = Outcome()
        var entries: [SiteManifest.Entry] = []
        for result in results {
            let files = try result.get()
            entries += files.entries
            outcome.written += files.written
        }
        outcome.files = entries.count
        outcome.bytes = entries.reduce(0) { $0 + $1.size }
        let manifest = SiteManifest(asOf: dashboard.picture.snapshot.options.asOf.description, entries: entries)
        let gone = before.subtracting(entries.map(\.path))
        for path in gone.sorted() { try system.remove(folder + "/" + path) }
        outcome.removed = gone.count
        _ = try system.write(manifest.text, to: folder + "/" + SiteManifest.name)
        return outcome
    }
}
