import Dashboard
import Diagnostics
package import ForumWorkspace
package import Harmonization

/// What the service shows between two readings of the files: a picture, what is wrong, and the answers made of it.
///
/// A request is answered from one edition only, whatever happens to the files meanwhile.
struct Edition: Sendable {
    /// The picture of the day.
    let picture: Picture
    /// What is wrong with the files as they are now.
    let problems: [FileProblem]
    /// The errors with which the picture was taken; these do not stop a newer one.
    let accepted: Set<FileProblem>
    /// Whether the files can't be shown as they are now, so that the picture is the last one before.
    let isBroken: Bool
    /// Since when it is shown.
    let since: HTTPDate
    let cache: RenditionCache
    let shelf: PictureShelf

    /// The number of errors in the files.
    var errorCount: Int { problems.count { $0.severity == Severity.error.rawValue } }
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

    /// The errors, without their lines, which move when something above them is edited.
    var errors: Set<FileProblem> {
        let errors = reading.diagnostics.filter { $0.severity == .error }
        return Set(
            errors.map { error in
                var problem = FileProblem(error, in: reading.sources)
                (problem.line, problem.column) = (nil, nil)
                return problem
            })
    }

    /// Everything that is wrong, forums' programs among it.
    var problems: [FileProblem] {
        (reading.diagnostics + (snapshot?.failures ?? [])).map { FileProblem($0, in: reading.sources) }
    }
}
