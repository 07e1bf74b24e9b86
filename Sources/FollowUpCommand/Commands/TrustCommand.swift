import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import JSON
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
            content of forum.yaml, of the program and of the files that its command names: when one byte of them changes, \
            you are asked again. What the program itself reads or calls is not covered, so look at that too.
            """)

    @Argument(help: ArgumentHelp("The forum, by its id.", valueName: "forum"))
    var forum: String

    @OptionGroup var workspaceOptions: WorkspaceOptions

    @Flag(name: .long, help: "Only show what would run.")
    var show = false

    @Flag(name: .long, help: "Take your trust back.")
    var revoke = false

    func validate() throws {
        if show, revoke { throw ValidationError("--show and --revoke can't go together") }
    }

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try workspaceOptions.texts(in: environment)
        let workspace = try workspaceOptions.load(in: environment)
        guard let forum = workspace.forum(self.forum) else {
            let ids = workspace.forums.map(\.definition.id)
            throw UsageError.unknown(texts[.unknownForum, ["name": self.forum]], self.forum, in: ids, texts)
        }
        let store = try TrustStore(in: environment)
        guard let program = try program(of: forum, in: workspace, environment, texts) else { return .dataErrors }
        let before = ProgramTrust(in: try store.read()).covers(program)
        if revoke {
            try store.remove(folder: program.folder)
        } else if !show {
            try store.add(program)
        }
        let view = TrustView(
            forum: forum.definition, program: program, isTrusted: revoke ? false : show ? before : true,
            place: store.path,
            texts: texts)
        let remark =
            revoke
            ? texts[.trustWithdrawn, ["path": store.path]]
            : !show
                ? texts[.trustGiven, ["path": store.path]]
                : before
                    ? texts[.trustHeld, ["path": store.path]]
                    : texts[.trustShown, ["id": self.forum]]
        return workspaceOptions.show(view.presentation(remark: remark), of: workspace, in: environment, texts)
    }

    /// The program of the forum; nil, with a complaint, when it can't be run.
    private func program(
        of forum: LoadedForum, in workspace: Workspace, _ environment: CommandEnvironment, _ texts: Texts
    ) throws -> ForumProgram? {
        let found: ForumProgram?
        do throws(ModuleFailure) {
            found = try workspace.program(of: forum)
        } catch {
            let renderer = TextRenderer(usesColour: false, width: environment.terminal.width)
            environment.complaint(renderer.render([error.diagnostic], in: workspace.sources))
            return nil
        }
        guard let found else {
            throw UsageError(
                texts[.noProgram, ["name": forum.definition.id, "module": forum.definition.module]])
        }
        return found
    }
}

/// What `trust` shows: the command and the files that the trust is bound to.
struct TrustView {
    let forum: ForumDefinition
    let program: ForumProgram
    let isTrusted: Bool
    let place: String
    let texts: Texts
    private var language: Language { texts.language }

    /// The presentation, in every format.
    func presentation(remark: String) -> Presentation {
        var presentation = Presentation(
            title: texts[.trustTitle, ["forum": forum.name.text(for: language)]], document: document)
        presentation.lines = [
            texts[.trustCommand, ["command": program.command.map(Self.quoted).joined(separator: " ")]],
            texts[.trustFolder, ["folder": program.folder]],
        ]
        var table = Table([
            Table.Column(texts[.trustFile]), Table.Column("SHA-256"),
        ])
        for file in program.files { table.add([Cell(file.path), Cell(file.hash)]) }
        presentation.sections = [Presentation.Section(table: table)]
        presentation.footer = [remark]
        return presentation
    }

    /// A part of a command as a shell would want it.
    private static func quoted(_ part: String) -> String {
        let isPlain = part.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-_./=:,@+%".utf8.contains(byte)
        }
        return isPlain && !part.isEmpty
            ? part
            : "'"
                + part.split(separator: "'", omittingEmptySubsequences: false)
                .joined(separator: "'\\''") + "'"
    }

    private var document: Document {
        let whole = TrustDocument(forum: forum.id, program: program, isTrusted: isTrusted, place: place)
        return Document(whole, rows: { whole.files }, in: RecordLayout(language: language, languages: [language]))
    }
}
