import ArgumentParser
import FollowUpModel
import ForumKit
import ForumWorkspace
import Localization
import Records

/// `followup forums`: the forums of a workspace, or the modules that can read forums.
struct ForumsCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "forums", abstract: "The forums of the workspace; with --modules, the installed forum modules.",
        usage: "followup forums [<option> ...]",
        discussion: """
            A forum's id is its folder's name; other commands take it as --forum. Members are counted today. A module \
            is named in forum.yaml as module and takes the options listed here as options.
            """)

    @OptionGroup var workspaceOptions: WorkspaceOptions

    @Flag(help: "List the installed modules with their options; no workspace is read.")
    var modules = false

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try workspaceOptions.texts(in: environment)
        if modules {
            let languages = LanguageFiles.set(of: workspaceOptions.workspace).files
            let view = ModulesView(
                modules: environment.registry.modules.map { $0.metadata.adding(languages) }, texts: texts)
            environment.output(view.presentation.render(workspaceOptions.format, for: environment.terminal))
            return .success
        }
        let workspace = try workspaceOptions.load(in: environment)
        let view = ForumsView(workspace: workspace, today: environment.today, texts: texts)
        return workspaceOptions.show(view.presentation, of: workspace, in: environment, texts)
    }
}

/// What `forums` shows: one row a forum.
struct ForumsView {
    let workspace: Workspace
    let today: CalendarDay
    let texts: Texts
    private var language: Language { texts.language }

    /// The presentation, in every format.
    var presentation: Presentation {
        let whole = ForumsDocument(workspace: workspace, today: today)
        return Presentation(
            title: texts[.forumsTitle], lines: [texts[.terminalAsOf, ["date": today.description]]],
            sections: [Presentation.Section(table: table)],
            footer: [texts.rejectedRows(workspace.forums.reduce(0) { $0 + $1.rejected })],
            document: Document(
                whole, rows: { whole.forums },
                in: RecordLayout(of: workspace, language: language)))
    }

    private var table: Table {
        Table(workspace.forums) {
            Column(texts[.code]) { Cell($0.definition.id, .bold) }
            Column(texts[.forum], .wrappable(minimum: 12)) { $0.definition.name.text(for: language) }
            Column(texts[.terminalKind], .wrappable(minimum: 12)) { texts[$0.definition.kind] }
            Column(texts[.module], .shrinkable(minimum: 8)) { $0.definition.module }
            Column(texts[.members]) { memberCount($0.definition) }
            Column(texts[.commitmentsShort]) { $0.trackedCount }
            Column(texts[.reportsShort]) { $0.reports.count }
            Column(texts[.languages], .wrappable(minimum: 6)) { forum in
                forum.definition.languages.map(\.code).joined(separator: " ")
            }
        }
    }

    /// How many countries are members of a forum today.
    private func memberCount(_ forum: ForumDefinition) -> Int {
        Set(forum.memberships.map(\.country)).count { forum.membership(of: $0, on: today) == .member }
    }
}

/// What `forums --modules` shows: the modules and what can be set about each.
struct ModulesView {
    let modules: [ModuleMetadata]
    let texts: Texts
    private var language: Language { texts.language }

    /// The presentation, in every format.
    var presentation: Presentation {
        let records = modules.map(ModuleRecord.init)
        let options = modules.filter { !$0.options.isEmpty }.map { module in
            Presentation.Section(
                heading: module.name,
                lines: module.options.flatMap {
                    ["- \($0.name): \($0.kind.phrase)", "  \($0.text.text(for: language))"]
                })
        }
        return Presentation(
            title: texts[.modulesTitle], sections: [Presentation.Section(table: table)] + options,
            document: Document(
                RecordList(rows: records), rows: { records },
                in: RecordLayout(language: language, languages: [language])))
    }

    private var table: Table {
        Table(modules) {
            Column(texts[.module]) { Cell($0.name, .bold) }
            Column(texts[.title], .wrappable(minimum: 24)) { $0.summary.text(for: language) }
            Column(texts[.options], .wrappable(minimum: 10)) { module in
                module.options.isEmpty ? nil : module.options.map(\.name).joined(separator: ", ")
            }
        }
    }
}

extension OptionDeclaration.Kind {
    /// What may be written.
    var phrase: String {
        switch self {
        case .text: "text"
        case .boolean: "true | false"
        case .integer(let range): "\(range.lowerBound)…\(range.upperBound)"
        case .choice(let words): words.joined(separator: " | ")
        case .texts: "[text, …]"
        }
    }
}
