import Diagnostics
import ForumWorkspace
import Harmonization
import Localization

/// The work was stopped before it was done, because a person or the system asked for that.
struct Stopped: Error {
    /// The texts to say so with.
    var texts: Texts
}

extension CommandEnvironment {
    /// Reads a workspace; long reading is shown.
    func read(_ folder: String, _ texts: Texts) throws -> WorkspaceReading {
        try working(texts) { Workspace.load(folder, registry: registry, today: today, meter: $0) }
    }

    /// Does work that may take long: shows it on a terminal, and gives its result only when it was not stopped.
    func working<Result>(_ texts: Texts, _ work: (WorkMeter) throws -> Result) throws -> Result {
        interruption?.speak(texts)
        let result: Result
        if let display {
            result = try display.show(meter, texts) { try work(meter) }
        } else {
            result = try work(meter)
        }
        guard !meter.isStopped else { throw Stopped(texts: texts) }
        return result
    }

    /// Waits for something outside; when the process is to end, it ends at once.
    func waiting<Result>(_ texts: Texts, _ wait: () -> Result) throws -> Result {
        guard let interruption else { return wait() }
        interruption.speak(texts)
        guard interruption.beginWaiting() else { throw Stopped(texts: texts) }
        defer { interruption.endWaiting() }
        return wait()
    }

    /// Says that the work was stopped.
    func sayStopped(_ texts: Texts) {
        // The terminal may have written ^C where the line begins.
        complaint((display == nil ? "" : ProgressPainter.clearing) + "followup: \(texts[.stopped])\n")
    }
}
