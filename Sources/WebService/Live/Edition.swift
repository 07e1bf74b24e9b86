import Dashboard
import Diagnostics
package import ForumWorkspace
package import Harmonization
import Localization
import Records

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
