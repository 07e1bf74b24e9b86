import ArgumentParser
import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization
import SystemIO

/// `followup diff`: which cells change between two workspaces or two dates, and by which edit.
struct DiffCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Which cells change between two workspaces or two dates, and by which edit.",
        usage: """
            followup diff <old-folder> <new-folder> [<option> ...]
            followup diff <old-date> <new-date> [<option> ...]
            followup diff --as-of <old-date> --to <new-date> [<option> ...]
            """,
        discussion: """
            Two folders are compared on the same date: the reports, commitments, status words, memberships and settings \
            that were added, removed or changed, and the cells that follow. Two dates are compared in one workspace: \
            what became known, began, ended or got old in between. A name that is a folder is read as a folder.
            """)

    @Argument(help: "The old folder or date.", completion: .directory) var old: String?
    @Argument(help: "The new folder or date.", completion: .directory) var new: String?

    @Option(help: ArgumentHelp("The new date, where --as-of gives the old one.", valueName: "date"))
    var to: String?

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var arguments: SnapshotArguments

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try workspaceOptions.texts(in: environment)
        let (old, new, areFolders) = try sides(environment.files)
        let folder = workspaceOptions.workspace
        let before = try snapshot(areFolders ? old : folder, areFolders ? arguments.asOf : old, in: environment, texts)
        let after = try snapshot(areFolders ? new : folder, areFolders ? arguments.asOf : new, in: environment, texts)
        let edits =
            areFolders
            ? DataEdits(old: before.workspace, new: after.workspace, roots: (old, new)).find()
                .filter { isChosen($0.forum) }
            : TimeEdits(old: before, new: after).find()
        let cells = CellChanges(old: before, new: after, edits: edits)
        let whole = DiffDocument(
            before: DiffDocument.Side(before), after: DiffDocument.Side(after), changes: cells.find(),
            total: cells.total, edits: edits)
        let view = DiffView(
            snapshot: after, whole: whole, labels: (old, new),
            date: areFolders ? after.options.asOf.description : nil, texts: texts)
        return workspaceOptions.show(view.presentation(limits: []), of: after.workspace, in: environment, texts)
    }

    /// What is to be compared: two folders or two dates.
    private func sides(_ files: FileSystem) throws -> (old: String, new: String, areFolders: Bool) {
        switch (old, new, arguments.asOf, to) {
        case (nil, nil, let old?, let new?): return (old, new, false)
        case (let old?, let new?, let date, nil):
            let areFolders = [old, new].map { files.exists("\($0)/workspace.yaml") }
            if date == nil, !areFolders.contains(true), PartialDate(old) != nil, PartialDate(new) != nil {
                return (old, new, false)
            }
            return (old.droppingTrailingSlashes, new.droppingTrailingSlashes, true)
        default:
            throw UsageError(
                "name two folders or two dates",
                help: "as in: followup diff forums.old forums, or followup diff --as-of 2015 --to 2020")
        }
    }

    /// Whether edits of a forum belong to what is compared; those of the workspace always do.
    private func isChosen(_ forum: String?) -> Bool {
        arguments.forum.isEmpty || forum.map { id in arguments.forum.contains { $0.lowercased() == id } } ?? true
    }

    private func snapshot(
        _ folder: String, _ date: String?, in environment: CommandEnvironment, _ texts: Texts
    ) throws -> Snapshot {
        var (options, arguments) = (workspaceOptions, arguments)
        options.folder.workspace = folder
        arguments.asOf = date
        return try arguments.snapshot(of: options.load(in: environment), in: environment, texts)
    }
}
