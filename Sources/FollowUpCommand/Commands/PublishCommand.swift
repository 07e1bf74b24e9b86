import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization

/// `followup publish`: the picture as a site of plain files.
struct PublishCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Write the picture as a site in four languages, for any web server or to open from the folder.",
        usage: "followup publish <folder> [<option> ...]",
        discussion: """
            For example: followup publish site. Files that are as they should be stay untouched, what an earlier run \
            wrote and the site no longer has is removed, and manifest.json lists every file with its hash.
            """)

    @Argument(help: ArgumentHelp("The folder of the site; it is made where it doesn't exist.", valueName: "folder"))
    var site: String

    @OptionGroup var folder: FolderOption
    @OptionGroup var languageOption: LanguageOption
    @OptionGroup var arguments: SnapshotArguments

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let catalogue = Catalogue.catalogue(for: try languageOption.language(in: environment))
        let maker = try environment.siteMaker()
        let workspace = try folder.load(in: environment, catalogue)
        let snapshot = try arguments.snapshot(of: workspace, in: environment, catalogue)
        do {
            let outcome = try environment.working(catalogue) { meter in
                try maker.publish(snapshot, to: site, stamp: environment.programStamp) { done, total in
                    meter.reach(done, of: total, in: .publishing)
                }
            }
            environment.output(
                catalogue.text(
                    \.published,
                    [
                        "folder": site, "files": String(outcome.files), "written": String(outcome.written),
                        "removed": String(outcome.removed), "size": String((outcome.bytes + 500_000) / 1_000_000),
                    ]) + "\n")
        } catch let error as FileError {
            throw Misuse("\(error)", help: "name a folder that you may write to")
        }
        guard workspace.diagnostics.hasErrors else { return .fine }
        environment.complaint("followup: \(catalogue.hasErrors)\n")
        return .fine
    }
}
