import ArgumentParser
import FollowUpModel
import ForumKit
import ForumWorkspace
import Localization
import Records

/// `followup trust`: lets the program of a forum run.
struct TrustCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "trust", abstract: "Let the program of a forum run, once you have looked at it.",
        usage: "followup trust <forum> [<option> ...]",
        discussion: """
            A forum with 'module: external' is read by a program that lies in its folder. A workspace may come from \
            anywhere, so nothing of it runs before you say so. Your trust is noted in your own settings and bound to the \
            content of every file of the folder but commitments.yaml and the reports, and to the interpreter: when one byte \
            of them changes, or a file comes or goes, you are asked again. What the program reads or calls elsewhere is not \
            covered, so look at that too.
            """)

    @Argument(help: ArgumentHelp("The forum, by its id.", valueName: "forum"))
    var forum: String

    @OptionGroup var workspaceOptions: WorkspaceOptions

    @Flag(help: "Only show what would run.")
    var show = false

    @Flag(help: "Take your trust back.")
    var revoke = false

    @Flag(help: "Let it run without being asked.")
    var yes = false

    func validate() throws {
        if [show, revoke, yes].count(where: \.self) > 1 {
            throw ValidationError("--show, --revoke and --yes can't go together")
        }
    }

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try workspaceOptions.texts(in: environment)
        let workspace = try workspaceOptions.load(in: environment)
        let forum = try workspace.forum(named: forum, texts)
        let store = try TrustStore(in: environment)
        guard let program = try program(of: forum, in: workspace, environment, texts) else { return .dataErrors }
        let wasTrusted = ProgramTrust(in: try store.read()).covers(program)
        let (isTrusted, remark): (Bool, String)
        if revoke {
            try store.remove(folder: program.folder)
            (isTrusted, remark) = (false, texts[.trustWithdrawn, ["path": store.path]])
        } else if try !show && !wasTrusted && isAllowed(program, of: forum, store, workspace, environment, texts) {
            try store.add(program)
            (isTrusted, remark) = (true, texts[.trustGiven, ["path": store.path]])
        } else if wasTrusted {
            (isTrusted, remark) = (true, texts[.trustHeld, ["path": store.path]])
        } else {
            (isTrusted, remark) = (false, texts[.trustShown, ["id": forum.definition.id]])
        }
        let page = presentation(of: program, forum, isTrusted, store, remark, texts)
        return workspaceOptions.show(page, of: workspace, in: environment, texts)
    }

    /// Whether the person lets the program run: asked at a terminal, once they see what would.
    private func isAllowed(
        _ program: ForumProgram, of forum: LoadedForum, _ store: TrustStore, _ workspace: Workspace,
        _ environment: CommandEnvironment, _ texts: Texts
    ) throws -> Bool {
        if yes { return true }
        let shown = presentation(of: program, forum, false, store, "", texts)
        environment.output(shown.render(.table, for: environment.terminal))
        guard let ask = environment.ask else {
            throw UsageError(
                "nobody is there to be asked whether it may run",
                help: "look at it, and say so with: followup trust \(forum.definition.id) --yes")
        }
        // The question ends with the letters of yes and no.
        let question = texts[.trustQuestion]
        return ask(question + " ")?.lowercased().first.map { $0 == question.split(separator: "[").last?.first } ?? false
    }

    /// The program of the forum; nil, with a complaint, when it can't be run.
    private func program(
        of forum: LoadedForum, in workspace: Workspace, _ environment: CommandEnvironment, _ texts: Texts
    ) throws -> ForumProgram? {
        let definition = forum.definition
        do throws(ModuleFailure) {
            if let found = try workspace.program(of: forum) { return found }
        } catch {
            environment.complain(of: [error.diagnostic], in: workspace.sources)
            return nil
        }
        throw UsageError(texts[.noProgram, ["name": definition.id, "module": definition.module]])
    }

    /// The command, and the files that the trust is bound to.
    private func presentation(
        of program: ForumProgram, _ forum: LoadedForum, _ isTrusted: Bool, _ store: TrustStore, _ remark: String,
        _ texts: Texts
    ) -> Presentation {
        let trust = TrustDocument(
            forum: forum.definition.id, program: program, isTrusted: isTrusted, place: store.path)
        let command = (program.interpreter + program.command).map(\.shellWord).joined(separator: " ")
        let table = Table(program.files) {
            Column(texts[.trustFile]) { $0.path }
            Column("SHA-256") { $0.hash }
        }
        return Presentation(
            title: texts[.trustTitle, ["forum": forum.definition.name.text(for: texts.language)]],
            lines: [
                texts[.trustCommand, ["command": command]],
                texts[.trustFolder, ["folder": program.folder]],
            ],
            sections: [Presentation.Section(table: table)], footer: remark.isEmpty ? [] : [remark],
            document: Document(
                trust, rows: { program.files },
                in: RecordLayout(language: texts.language, languages: [texts.language])))
    }
}
