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
            let page = presentation(of: environment.registry.modules.map { $0.metadata.adding(languages) }, texts)
            environment.output(page.render(workspaceOptions.format, for: environment.terminal))
            return .success
        }
        let workspace = try workspaceOptions.load(in: environment)
        let page = presentation(of: workspace, today: environment.today, texts)
        return workspaceOptions.show(page, of: workspace, in: environment, texts)
    }

    /// One row for each forum.
    private func presentation(of workspace: Workspace, today: CalendarDay, _ texts: Texts) -> Presentation {
        let language = texts.language
        let table = Table(workspace.forums) {
            Column(texts[.code]) { Cell($0.definition.id, .bold) }
            Column(texts[.forum], .wrappable(minimum: 12)) { $0.definition.name.text(for: language) }
            Column(texts[.terminalKind], .wrappable(minimum: 12)) { texts[$0.definition.kind] }
            Column(texts[.module], .shrinkable(minimum: 8)) { $0.definition.module }
            Column(texts[.members]) { $0.definition.memberCount(on: today) }
            Column(texts[.commitmentsShort]) { $0.trackedCount }
            Column(texts[.reportsShort]) { $0.reports.count }
            Column(texts[.languages], .wrappable(minimum: 6)) { forum in
                forum.definition.languages.map(\.code).joined(separator: " ")
            }
        }
        let whole = ForumsDocument(workspace: workspace, today: today)
        return Presentation(
            title: texts[.forumsTitle], lines: [texts[.terminalAsOf, ["date": today.description]]],
            sections: [Presentation.Section(table: table)],
            footer: [texts.rejectedRows(workspace.rejected)],
            document: Document(whole, rows: { whole.forums }, in: RecordLayout(of: workspace, language: language)))
    }

    /// One row for each module, and what can be set about it.
    private func presentation(of modules: [ModuleMetadata], _ texts: Texts) -> Presentation {
        let language = texts.language
        let table = Table(modules) {
            Column(texts[.module]) { Cell($0.name, .bold) }
            Column(texts[.title], .wrappable(minimum: 24)) { $0.summary.text(for: language) }
            Column(texts[.options], .wrappable(minimum: 10)) { module in
                module.options.isEmpty ? nil : module.options.map(\.name).joined(separator: ", ")
            }
        }
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
                RecordList(rows: modules), rows: { modules },
                in: RecordLayout(language: language, languages: [language])))
    }
}

extension ForumDefinition {
    /// How many countries are members on a day.
    fileprivate func memberCount(on day: CalendarDay) -> Int {
        Set(memberships.map(\.country)).count { membership(of: $0, on: day) == .member }
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
