import ArgumentParser
import Diagnostics
import Localization

/// Whether a command stays and shows what changes.
struct WatchOption: ParsableArguments {
    @Flag(
        name: .long,
        help: "Stay, and show the new picture whenever a file of the workspace changes; Ctrl-C ends.")
    var watch = false

    /// Refuses a format whose documents can't follow each other.
    func refuse(_ format: String, in known: [String]) throws {
        guard !known.contains(format) else { return }
        throw UsageError("--watch can't give '\(format)'", help: "it gives \(known.joined(separator: ", "))")
    }
}

/// What a command shows of a workspace as it is at one moment.
struct WatchedPage {
    /// The result, in the format asked for.
    var text: String
    /// What is said on the side: beside documents for programs, below texts for people.
    var remark = ""
    /// How the command would end if this were all.
    var status: ExitStatus
}

/// Shows a page, and a new one whenever something below a folder has changed, until nothing more can change.
struct WatchLoop {
    /// The folder.
    let folder: String
    /// Whether pages are documents for programs, one a line.
    let isForPrograms: Bool
    let texts: Texts
    let environment: CommandEnvironment

    /// Makes the pages.
    ///
    /// A page that can't be made ends the first time, as without watching; later it says why, and is made again after
    /// the next change. It is told the paths that have changed; nil the first time.
    func run(page: (CommandEnvironment, Set<String>?) throws -> WatchedPage) throws -> ExitStatus {
        // Whatever changes while the first page is made is not missed.
        let next = environment.changes(folder)
        var environment = environment
        var changed: Set<String>? = ["."]
        var count = 0
        var status = ExitStatus.success
        while let paths = changed {
            if let terminal = environment.terminalNow { environment.terminal = terminal() }
            let start = environment.clock()
            let made: WatchedPage
            do {
                made = try page(environment, count == 0 ? nil : paths)
            } catch let misuse as UsageError where count > 0 {
                made = WatchedPage(text: "", remark: misuse.text, status: .misuse)
            }
            let frame = WatchFrame(
                page: made, changed: count == 0 ? [] : paths.sorted(), time: environment.clock() - start,
                number: count, texts: texts, terminal: environment.terminal)
            if isForPrograms {
                environment.output(made.text)
                if !made.remark.isEmpty { environment.complaint(made.remark) }
            } else {
                environment.output(frame.text)
            }
            (status, count) = (made.status, count + 1)
            changed = try environment.waiting(texts, next)
        }
        return status
    }
}
