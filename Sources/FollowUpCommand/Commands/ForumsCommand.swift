import ArgumentParser
import FollowUpModel
import ForumKit
import ForumWorkspace
import JSON
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

    @Flag(name: .long, help: "List the installed modules with their options; no workspace is read.")
    var modules = false

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try workspaceOptions.texts(in: environment)
        if modules {
            let view = ModulesView(modules: environment.registry.modules.map { $0.metadata }, texts: texts)
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
        var page = Presentation(title: texts[.forumsTitle], document: document)
        page.lines = [texts[.terminalAsOf, ["date": today.description]]]
        page.sections = [Presentation.Section(table: table)]
        let rejected = workspace.forums.reduce(0) { $0 + $1.rejected }
        page.footer = [
            rejected == 0 ? texts[.noRejectedRows] : texts[.terminalRejectedRows, ["count": String(rejected)]]
        ]
        return page
    }

    private var table: Table {
        var table = Table([
            Table.Column(texts[.code]),
            Table.Column(texts[.forum], .wrappable(minimum: 12)),
            Table.Column(texts[.terminalKind], .wrappable(minimum: 12)),
            Table.Column(texts[.module], .shrinkable(minimum: 8)),
            Table.Column(texts[.members], alignment: .right),
            Table.Column(texts[.commitmentsShort], alignment: .right),
            Table.Column(texts[.reportsShort], alignment: .right),
            Table.Column(texts[.languages], .wrappable(minimum: 6)),
        ])
        for forum in workspace.forums {
            let definition = forum.definition
            table.add([
                Cell(definition.id, .bold), Cell(definition.name.text(for: language)),
                Cell(texts[definition.kind]),
                Cell(definition.module), Cell(count: count(definition)[.member] ?? 0),
                Cell(count: forum.trackedCount), Cell(count: forum.reports.count),
                Cell(definition.languages.map(\.code).joined(separator: " ")),
            ])
        }
        return table
    }

    /// How many countries are what to a forum today.
    private func count(_ forum: ForumDefinition) -> [MembershipStanding: Int] {
        var counts: [MembershipStanding: Int] = [:]
        for country in Set(forum.memberships.map(\.country)) {
            if let standing = forum.membership(of: country, on: today) { counts[standing, default: 0] += 1 }
        }
        return counts
    }

    private var document: Document {
        let whole = ForumsDocument(workspace: workspace, today: today)
        return Document(
            whole, rows: { whole.forums },
            in: RecordLayout(of: workspace, language: language, languages: [language]))
    }
}

/// What `forums --modules` shows: the modules and what can be set about each.
struct ModulesView {
    let modules: [ModuleMetadata]
    let texts: Texts
    private var language: Language { texts.language }

    /// The presentation, in every format.
    var presentation: Presentation {
        var page = Presentation(
            title: texts[.modulesTitle],
            document: Document(
                ModulesDocument(modules: modules.map(ModuleRecord.init)),
                rows: { [modules] in modules.map(ModuleRecord.init) },
                in: RecordLayout(language: language, languages: [language])))
        var table = Table([
            Table.Column(texts[.module]),
            Table.Column(texts[.title], .wrappable(minimum: 24)),
            Table.Column(texts[.options], .wrappable(minimum: 10)),
        ])
        for module in modules {
            table.add([
                Cell(module.name, .bold), Cell(module.summary.text(for: language)),
                Cell(
                    module.options.isEmpty ? "–" : module.options.map(\.name).joined(separator: ", ")),
            ])
        }
        page.sections = [Presentation.Section(table: table)]
        page.sections += modules.filter { !$0.options.isEmpty }.map(section)
        return page
    }

    private func section(_ module: ModuleMetadata) -> Presentation.Section {
        Presentation.Section(
            heading: module.name,
            lines: module.options.flatMap { ["- \($0.name): \($0.kind.phrase)", "  \($0.description)"] })
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
