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

    /// What tells this build of the program from another; pages of another build are made anew.
    package let stamp: String

    /// Prepares to publish into a folder.
    package init(_ dashboard: Dashboard, to folder: String, stamp: String = "") {
        self.dashboard = dashboard
        self.folder = folder
        self.stamp = stamp
    }

    /// What was done.
    package struct Outcome: Hashable, Sendable {
        /// The number of files of the site.
        package var files = 0
        /// The number of those that were written.
        package var written = 0
        /// The number of those that were not even made, since nothing that they are made of has changed.
        package var skipped = 0
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
        let parts = dashboard.parts
        try makeFolders(for: parts)
        let inputs = SiteInputs(of: dashboard.picture, stamp: stamp)
        let last = LastRun(in: folder)
        let batches = Self.batches(of: parts)
        let done = Atomic(0)
        let results = parallelMap(batches.count) { number -> [Result<Made, FileError>] in
            let shared = TargetContributions(dashboard.picture.snapshot)
            return batches[number].map { place in
                let result = Result { () throws(FileError) -> Made in
                    try make(parts[place], inputs, last, shared)
                }
                progress(done.add(1, ordering: .relaxed).newValue, parts.count)
                return result
            }
        }
        var outcome = Outcome()
        var entries: [SiteManifest.Entry] = []
        var digests: [(SitePart, InputDigest)] = []
        for (part, result) in zip(batches.joined().map { parts[$0] }, results.joined()) {
            let made = try result.get()
            entries += made.entries
            digests.append((part, made.digest))
            outcome.written += made.written
            if made.isSkipped { outcome.skipped += made.entries.count }
        }
        outcome.files = entries.count
        outcome.bytes = entries.reduce(0) { $0 + $1.size }
        let manifest = SiteManifest(asOf: dashboard.picture.snapshot.options.asOf.description, entries: entries)
        outcome.removed = try remove(last.paths.subtracting(manifest.paths))
        _ = try FileWriter.write(manifest.text, to: folder + "/" + SiteManifest.name)
        _ = try FileWriter.write(LastRun.text(of: digests), to: folder + "/" + LastRun.name)
        return outcome
    }

    /// What became of one part.
    private struct Made: Sendable {
        var entries: [SiteManifest.Entry]
        var digest: InputDigest
        var written = 0
        var isSkipped = false
    }

    /// Makes the files of a part, unless they are there and made of the same.
    private func make(
        _ part: SitePart, _ inputs: SiteInputs, _ last: LastRun, _ shared: TargetContributions
    ) throws(FileError) -> Made {
        let digest = inputs.digest(of: part)
        if let entries = last.entries(of: part, digest: digest, in: folder) {
            return Made(entries: entries, digest: digest, isSkipped: true)
        }
        var made = Made(entries: [], digest: digest)
        let files = part.paths.map { SiteFile($0, in: folder) }
        try dashboard.write(part, to: files, sharing: shared)
        for file in files {
            if try file.finish() { made.written += 1 }
            made.entries.append(file.entry)
        }
        return made
    }

    /// The places of the parts that are made one after the other on one core: the cells of a target, which are made of the
    /// same commitments, so that no two cores count at a time who holds these; all else by itself.
    ///
    /// The cells come first, and the last ones to be made are small: so the cores end together.
    private static func batches(of parts: [SitePart]) -> [Range<Int>] {
        var (cells, others): ([Range<Int>], [Range<Int>]) = ([], [])
        var last: String?
        for (place, part) in parts.enumerated() {
            guard case .page(.cell(_, let target)) = part else {
                others.append(place..<place + 1)
                last = nil
                continue
            }
            if target == last, let open = cells.popLast() {
                cells.append(open.lowerBound..<place + 1)
            } else {
                cells.append(place..<place + 1)
            }
            last = target
        }
        return cells + others
    }

    private func makeFolders(for parts: [SitePart]) throws(FileError) {
        var known: Set<String> = []
        for path in [folder] + parts.flatMap(\.paths).map({ folder + "/" + $0 }) {
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
