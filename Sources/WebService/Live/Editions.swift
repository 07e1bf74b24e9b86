import Dashboard
import ForumWorkspace
import Synchronization

/// The edition that is shown, and how a new reading of the files takes its place.
///
/// A class because requests read it while readings replace it.
final class Editions: Sendable {
    private let limits: ServiceLimits
    private let templates: PageTemplates
    private let state: Mutex<Edition>

    /// Begins with the first reading, whatever is wrong with it; nil where it gives no picture.
    init?(_ first: FreshReading, at now: HTTPDate, _ templates: PageTemplates, _ limits: ServiceLimits) {
        guard let snapshot = first.snapshot else { return nil }
        self.limits = limits
        self.templates = templates
        let diagnostics = first.diagnostics
        state = Mutex(
            Edition(
                dashboard: Dashboard(PageData(snapshot), templates: templates), diagnostics: diagnostics,
                accepted: FileFault.counts(in: diagnostics), isBroken: false, since: now,
                cache: ResponseCache(bytes: limits.cachedBytes), otherDates: PageDataCache(of: snapshot, limits)))
    }

    /// The edition that is shown.
    var current: Edition { state.withLock { $0 } }

    /// Shows a new reading; where it has an error that the one that is shown doesn't have, that one stays, with what is
    /// wrong.
    ///
    /// Only one thread may replace editions.
    func replace(with fresh: FreshReading, at now: HTTPDate) -> ReloadOutcome {
        let last = current
        let diagnostics = fresh.diagnostics
        let faults = FileFault.counts(in: diagnostics)
        let isBroken = fresh.snapshot == nil || faults.contains { $1 > last.accepted[$0, default: 0] }
        var (dashboard, otherDates, accepted) = (last.dashboard, last.otherDates, last.accepted)
        if !isBroken, let snapshot = fresh.snapshot {
            dashboard = Dashboard(PageData(snapshot), templates: templates)
            (otherDates, accepted) = (PageDataCache(of: snapshot, limits), faults)
        }
        // A broken edition has a cache of its own too, since each page says that the files are broken.
        let next = Edition(
            dashboard: dashboard, diagnostics: diagnostics, accepted: accepted, isBroken: isBroken, since: now,
            cache: ResponseCache(bytes: limits.cachedBytes), otherDates: otherDates)
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
