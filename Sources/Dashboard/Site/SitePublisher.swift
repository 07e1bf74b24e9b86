package import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization
import Synchronization

/// Writes the site of a dashboard into a folder; files that are as they should be stay untouched.
package struct SitePublisher: Sendable {
    /// What is published.
    package let dashboard: Dashboard
    /// The folder; it is made where it doesn't exist.
    package let folder: String

    /// Prepares to publish into a folder.
    package init(_ dashboard: Dashboard, to folder: String) {
        self.dashboard = dashboard
        self.folder = folder
    }

    /// What was done.
    package struct Outcome: Hashable, Sendable {
        /// The number of files of the site.
        package var files: Int
        /// The number of those that were written.
        package var written: Int
        /// The number of files of an earlier site that were removed.
        package var removed: Int
        /// The bytes of the site.
        package var bytes: Int
    }

    /// Writes what differs, removes what an earlier run wrote and this site doesn't have, and writes the manifest.
    ///
    /// - Parameter progress: told how many of how many files are done, in order, from any thread.
    /// - Throws: ``FileError`` for the first file that can't be written.
    package func publish(progress: @Sendable (Int, Int) -> Void = { _, _ in }) throws(FileError) -> Outcome {
        let files = dashboard.files
        try makeFolders(for: files)
        let done = Atomic(0)
        let results = parallelMap(files.count) { place -> Result<(SiteManifest.Entry, Bool), FileError> in
            let file = files[place]
            let bytes = dashboard.bytes(of: file.content)
            let result = Result { () throws(FileError) -> (SiteManifest.Entry, Bool) in
                let isWritten = try FileWriter.write(bytes, to: folder + "/" + file.path)
                return (SiteManifest.Entry(path: file.path, bytes: bytes), isWritten)
            }
            progress(done.add(1, ordering: .relaxed).newValue, files.count)
            return result
        }
        var outcome = Outcome(files: files.count, written: 0, removed: 0, bytes: 0)
        var entries: [SiteManifest.Entry] = []
        for result in results {
            let (entry, isWritten) = try result.get()
            entries.append(entry)
            outcome.bytes += entry.size
            if isWritten { outcome.written += 1 }
        }
        let manifest = SiteManifest(asOf: dashboard.picture.snapshot.options.asOf.description, entries: entries)
        let old = SiteManifest(readFrom: folder)
        outcome.removed = try remove(old?.paths.subtracting(manifest.paths) ?? [])
        _ = try FileWriter.write(manifest.text, to: folder + "/" + SiteManifest.name)
        return outcome
    }

    private func makeFolders(for files: [SiteFile]) throws(FileError) {
        var known: Set<String> = []
        for path in [folder] + files.map({ folder + "/" + $0.path }) {
            for (place, character) in zip(path.indices, path) where character == "/" && place > path.startIndex {
                let parent = String(path[..<place])
                if known.insert(parent).inserted { try FileWriter.makeFolder(parent) }
            }
        }
        if known.insert(folder).inserted { try FileWriter.makeFolder(folder) }
    }

    /// Removes files that this program wrote before.
    private func remove(_ paths: Set<String>) throws(FileError) -> Int {
        for path in paths.sorted() { try FileWriter.remove(folder + "/" + path) }
        return paths.count
    }
}
