import Diagnostics
import ForumWorkspace
import Harmonization

/// The work was stopped before it was done, because a person or the system asked for that.
struct Stopped: Error {
    /// The texts to say so with.
    var catalogue: Catalogue
}

extension CommandEnvironment {
    /// Reads a workspace; long reading is shown.
    func read(_ folder: String, _ catalogue: Catalogue) throws -> WorkspaceReading {
        try working(catalogue) { Workspace.load(folder, registry: registry, meter: $0) }
    }

    /// Makes the picture of a workspace; long work is shown.
    func assess(_ workspace: Workspace, _ options: SnapshotOptions, _ catalogue: Catalogue) throws -> Snapshot {
        try working(catalogue) { Snapshot(of: workspace, options: options, meter: $0) }
    }

    /// Does work that may take long: shows it on a terminal, and gives its result only when it was not stopped.
    func working<Result>(_ catalogue: Catalogue, _ work: (WorkMeter) throws -> Result) throws -> Result {
        interruption?.speak(catalogue)
        let result: Result
        if let display {
            result = try display.show(meter, catalogue) { try work(meter) }
        } else {
            result = try work(meter)
        }
        guard !meter.isStopped else { throw Stopped(catalogue: catalogue) }
        return result
    }

    /// Waits for something outside; when the process is to end, it ends at once.
    func waiting<Result>(_ catalogue: Catalogue, _ wait: () -> Result) throws -> Result {
        guard let interruption else { return wait() }
        interruption.speak(catalogue)
        guard interruption.beginWaiting() else { throw Stopped(catalogue: catalogue) }
        defer { interruption.endWaiting() }
        return wait()
    }

    /// Says that the work was stopped.
    func sayStopped(_ catalogue: Catalogue) {
        // The terminal may have written ^C where the line begins.
        complaint((display == nil ? "" : ProgressPainter.clearing) + "followup: \(catalogue.stopped)\n")
    }
}
