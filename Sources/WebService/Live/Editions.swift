import Dashboard
import Diagnostics
import ForumWorkspace
import Synchronization

/// The edition that is shown, and how a new reading of the files takes its place.
///
/// A class because requests read it while readings replace it.
final class Editions: Sendable {
    private let limits: ServiceLimits
    private let state: Mutex<Edition>

    /// Begins with the first reading, whatever is wrong with it; nil where it gives no picture.
    init?(_ first: FreshReading, at now: HTTPDate, _ limits: ServiceLimits) {
        guard let snapshot = first.snapshot else { return nil }
        self.limits = limits
        state = Mutex(
            Edition(
                picture: Picture(snapshot), problems: first.problems, accepted: first.errors, isBroken: false,
                since: now,
                cache: RenditionCache(bytes: limits.cachedBytes), shelf: PictureShelf(of: snapshot, limits)))
    }

    /// The edition that is shown.
    var current: Edition { state.withLock { $0 } }

    /// Shows a new reading; where it has errors that the picture before was not taken with, that one stays.
    ///
    /// Only one thread may replace editions.
    func replace(with fresh: FreshReading, at now: HTTPDate) -> ReloadOutcome {
        let last = current
        let isBroken = fresh.snapshot == nil || !fresh.errors.isSubset(of: last.accepted)
        var (picture, shelf) = (last.picture, last.shelf)
        if !isBroken, let snapshot = fresh.snapshot {
            (picture, shelf) = (Picture(snapshot), PictureShelf(of: snapshot, limits))
        }
        // A broken edition has a cache of its own too, since each page says that the files are broken.
        let next = Edition(
            picture: picture, problems: fresh.problems, accepted: isBroken ? last.accepted : fresh.errors,
            isBroken: isBroken, since: now,
            cache: RenditionCache(bytes: limits.cachedBytes), shelf: shelf)
        state.withLock { $0 = next }
        return isBroken ? .broken : .shown
    }
}

/// What became of a reading of the files.
package enum ReloadOutcome: String, Sendable, CaseIterable {
    /// It is shown.
    case shown
    /// It has errors that the one before it doesn't have, which is shown on.
    case broken
}
