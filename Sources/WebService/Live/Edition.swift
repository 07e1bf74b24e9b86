import Dashboard
import Diagnostics
package import ForumWorkspace
package import Harmonization
import Localization
import Records
import Synchronization

/// What the service shows between two readings of the files: a picture, what is wrong, and the answers made of it.
///
/// A request is answered from one edition only, whatever happens to the files meanwhile.
struct Edition: Sendable {
    /// The pages of the picture of the day.
    let dashboard: Dashboard
    /// What is wrong with the files as they are now.
    let diagnostics: [DiagnosticRecord]
    /// The errors with which the picture was made, each with how often it stood in the files.
    let accepted: [FileFault: Int]
    /// Whether the files can't be shown as they are now, so that the picture is the last one before.
    let isBroken: Bool
    /// Since when it is shown.
    let since: HTTPDate
    let cache: ResponseCache
    let otherDates: PageDataCache

    /// The picture of the day.
    var picture: PageData { dashboard.picture }
    /// The languages that there are pages in.
    var languages: LanguageSet { dashboard.languages }
    /// The number of errors in the files.
    var errorCount: Int { diagnostics.count { $0.diagnostic.severity == .error } }
}

/// An error in a file, wherever in the file it stands: it stays the same while lines come and go above it.
struct FileFault: Hashable, Sendable {
    private let code: String
    private let file: String?
    private let message: String

    /// Counts the errors among some diagnostics.
    static func counts(in diagnostics: [DiagnosticRecord]) -> [FileFault: Int] {
        var counts: [FileFault: Int] = [:]
        for record in diagnostics where record.diagnostic.severity == .error {
            let fault = FileFault(code: record.diagnostic.code.name, file: record.file, message: record.message)
            counts[fault, default: 0] += 1
        }
        return counts
    }
}

/// One reading of the files, with the picture that it gives.
package struct FreshReading: Sendable {
    /// What was read.
    package var reading: WorkspaceReading
    /// Its picture; nil where there is no workspace to make one of.
    package var snapshot: Snapshot?

    /// Makes a reading.
    package init(_ reading: WorkspaceReading, _ snapshot: Snapshot?) {
        self.reading = reading
        self.snapshot = snapshot
    }

    /// Everything that is wrong, forums' programs among it.
    var diagnostics: [DiagnosticRecord] {
        DiagnosticRecord.all(
            reading.diagnostics + (snapshot?.failures ?? []), in: reading.sources, paths: .belowWorkspace)
    }
}

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
