import ArgumentParser
import Dashboard
import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization
import SystemIO
import Templates

/// `followup publish`: the picture as a site of plain files.
struct PublishCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Write the picture as a site in all languages, for any web server or to open from the folder.",
        usage: "followup publish <folder> [<option> ...]",
        discussion: """
            For example: followup publish site. The site is made beside the folder and takes its place in one step, so that \
            readers find the old one or the new one, also when this is stopped. Files that have not changed stay untouched, \
            files of an earlier run that the site no longer has are removed, files of others stay, and manifest.json lists \
            every file with its hash. A folder that holds files of others alone is refused. Where a forum can't be read, the old \
            site stays, unless --partial is given; then every page says which forum is missing.
            """)

    @Argument(help: ArgumentHelp("The folder of the site; it is made where it doesn't exist.", valueName: "folder"))
    var site: String

    @OptionGroup var folder: FolderOption
    @OptionGroup var languageOption: LanguageOption
    @OptionGroup var arguments: SnapshotArguments

    @Flag(help: "Write the site also where a forum could not be read.")
    var partial = false

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try languageOption.texts(in: environment, workspace: folder.workspace)
        let workspace = try folder.load(in: environment, texts)
        let snapshot = try arguments.snapshot(of: workspace, in: environment, texts)
        let missing = snapshot.missingForums.count
        guard missing == 0 || partial else {
            environment.complaint("followup: \(texts[.publishNotWhole, count: missing])\n")
            return .dataErrors
        }
        do {
            let outcome = try environment.working(texts) { meter in
                let dashboard = Dashboard(PageData(snapshot), templates: .ofThisProgram)
                return try SitePublisher(dashboard, to: site, in: environment.files).publish(
                    isStopped: { meter.isStopped },
                    waiting: { environment.complaint("followup: \(texts[.publishWaits, ["folder": site]])\n") }
                ) { done, total in meter.reach(done, of: total, in: .publishing) }
            }
            guard let outcome else { throw Stopped(texts: texts) }
            environment.output(
                texts[
                    .published,
                    [
                        "folder": site, "files": String(outcome.files), "written": String(outcome.written),
                        "removed": String(outcome.removed), "size": String((outcome.bytes + 500_000) / 1_000_000),
                    ]] + "\n")
        } catch let error as FileError {
            throw UsageError("\(error)", help: "name a folder that you may write to, in one that you may write to")
        } catch let refusal as SiteRefusal {
            throw UsageError(refusal.message, help: refusal.help)
        }
        guard workspace.diagnostics.hasErrors else { return .success }
        environment.complaint("followup: \(texts[.hasErrors])\n")
        return .success
    }
}

extension PageTemplates {
    /// The templates that are part of the program.
    static var ofThisProgram: PageTemplates {
        do throws(TemplateError) {
            return try PageTemplates()
        } catch {
            preconditionFailure("the templates of a program are tested with it: \(error)")
        }
    }
}
