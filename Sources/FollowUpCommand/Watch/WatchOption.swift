import ArgumentParser
import ForumWorkspace
import Harmonization
import Localization

/// Whether a command stays and shows what changes.
struct WatchOption: ParsableArguments {
    @Flag(help: "Stay, and show the new picture whenever a file of the workspace changes; Ctrl-C ends.")
    var watch = false

    /// Shows a page, and a new one whenever something below a folder has changed, until nothing more can change.
    ///
    /// A page that can't be made ends the first time, as without watching; later it says why, and is made again after
    /// the next change.
    ///
    /// - Parameters:
    ///   - format: how pages are given: as a table over the last one, or as one JSON document a line.
    ///   - options: what the picture is to show of a workspace; nil for no picture.
    ///   - page: what is shown of a reading and its picture on a terminal.
    func run(
        _ folder: FolderOption, _ format: String, _ texts: Texts, in environment: CommandEnvironment,
        options: (Workspace, CommandEnvironment) throws -> SnapshotOptions?,
        page: (WorkspaceReading, Snapshot?, Terminal) throws -> WatchedPage
    ) throws -> ExitStatus {
        guard ["table", "json"].contains(format) else {
            throw UsageError("--watch can't give '\(format)'", help: "it gives table, json")
        }
        var live = LiveWorkspace(root: folder.workspace, environment: environment, texts: texts)
        // Whatever changes while the first page is made is not missed.
        let next = environment.changes(folder.workspace)
        var changed: Set<String>? = ["."]
        var count = 0
        var status = ExitStatus.success
        while let paths = changed {
            let terminal = environment.terminalNow?() ?? environment.terminal
            let start = environment.clock()
            var today = environment
            today.today = environment.todayNow?() ?? environment.today
            let made: WatchedPage
            do {
                let (reading, snapshot) = try live.refresh(changed: count == 0 ? nil : paths) { [today] workspace in
                    try options(workspace, today)
                }
                made = try page(reading, snapshot, terminal)
            } catch let error as UsageError where count > 0 {
                made = WatchedPage(text: "", remark: error.text, status: .usageError)
            }
            if format == "json" {
                environment.output(made.text)
                if !made.remark.isEmpty { environment.complaint(made.remark) }
            } else {
                let frame = WatchFrame(
                    page: made, changed: count == 0 ? [] : paths.sorted(), time: environment.clock() - start,
                    number: count, texts: texts, terminal: terminal)
                environment.output(frame.text)
            }
            (status, count) = (made.status, count + 1)
            changed = try environment.waiting(texts) { [files = live.files] in next(files) }
        }
        return status
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
