import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Languages

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
        let language = try workspaceOptions.language(in: environment)
        let catalogue = Catalogue.catalogue(for: language)
        if modules {
            let view = ModulesView(modules: environment.registry.modules.map { $0.metadata }, language: language)
            environment.output(view.presentation.render(workspaceOptions.format, for: environment.terminal))
            return .fine
        }
        let workspace = try workspaceOptions.load(in: environment)
        let view = ForumsView(workspace: workspace, today: environment.today, language: language)
        return workspaceOptions.show(view.presentation, of: workspace, in: environment, catalogue)
    }
}

/// What `forums` shows: one row a forum.
struct ForumsView {
    let workspace: Workspace
    let today: CalendarDay
    let language: Language
    private var catalogue: Catalogue { .catalogue(for: language) }

    /// The presentation, in every format.
    var presentation: Presentation {
        var page = Presentation(title: catalogue.forumsTitle, json: json)
        page.lines = [catalogue.text(\.asOf, ["date": today.description])]
        page.sections = [Presentation.Section(table: table, isMain: true)]
        let rejected = workspace.forums.reduce(0) { $0 + $1.rejected }
        page.footer = [
            rejected == 0 ? catalogue.noRejectedRows : catalogue.text(\.rejectedRows, ["count": String(rejected)])
        ]
        return page
    }

    private var table: Table {
        var table = Table([
            Table.Column(catalogue.code, key: "forum"),
            Table.Column(catalogue.forum, key: "name", .wrappable(minimum: 12)),
            Table.Column(catalogue.kind, key: "kind", .wrappable(minimum: 12)),
            Table.Column(catalogue.module, key: "module", .shrinkable(minimum: 8)),
            Table.Column(catalogue.members, key: "members", alignment: .right),
            Table.Column(catalogue.commitmentsShort, key: "commitments", alignment: .right),
            Table.Column(catalogue.reportsShort, key: "reports", alignment: .right),
            Table.Column(catalogue.languages, key: "languages", .wrappable(minimum: 6)),
        ])
        for forum in workspace.forums {
            let definition = forum.definition
            table.add([
                Cell(definition.id, .bold), Cell(definition.name.text(for: language)),
                Cell(catalogue.words.forumKinds[definition.kind], export: definition.kind.rawValue),
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

    private var json: JSONValue {
        [
            "workspace": .string(workspace.settings.id), "asOf": .string(today.description),
            "forums": .array(workspace.forums.map(json)),
        ]
    }

    private func json(_ forum: LoadedForum) -> JSONValue {
        let definition = forum.definition
        let counts = count(definition)
        return [
            "id": .string(definition.id), "name": .string(definition.name.text(for: language)),
            "shortName": .string(definition.shortName(for: language)), "kind": .string(definition.kind.rawValue),
            "module": .string(definition.module),
            "languages": .array(definition.languages.map { .string($0.code) }),
            "members": .object(MembershipStanding.allCases.map { .init($0.rawValue, .integer(counts[$0] ?? 0)) }),
            "commitments": .integer(forum.trackedCount), "reports": .integer(forum.reports.count),
            "rejected": .integer(forum.rejected), "dormantSince": .text(definition.dormantSince?.description),
        ]
    }
}

/// What `forums --modules` shows: the modules and what can be set about each.
struct ModulesView {
    let modules: [ModuleMetadata]
    let language: Language
    private var catalogue: Catalogue { .catalogue(for: language) }

    /// The presentation, in every format.
    var presentation: Presentation {
        var page = Presentation(title: catalogue.modulesTitle, json: ["modules": .array(modules.map(json))])
        var table = Table([
            Table.Column(catalogue.module, key: "module"),
            Table.Column(catalogue.title, key: "summary", .wrappable(minimum: 24)),
            Table.Column(catalogue.options, key: "options", .wrappable(minimum: 10)),
        ])
        for module in modules {
            table.add([
                Cell(module.name, .bold), Cell(module.summary.text(for: language)),
                Cell(
                    module.options.isEmpty ? "–" : module.options.map(\.name).joined(separator: ", "),
                    export: module.options.map(\.name).joined(separator: " ")),
            ])
        }
        page.sections = [Presentation.Section(table: table, isMain: true)]
        page.sections += modules.filter { !$0.options.isEmpty }.map(section)
        return page
    }

    private func section(_ module: ModuleMetadata) -> Presentation.Section {
        Presentation.Section(
            heading: module.name,
            lines: module.options.flatMap { ["- \($0.name): \($0.kind.phrase)", "  \($0.description)"] })
    }

    private func json(_ module: ModuleMetadata) -> JSONValue {
        [
            "name": .string(module.name), "summary": .string(module.summary.text(for: language)),
            "options": .array(
                module.options.map {
                    [
                        "name": .string($0.name), "accepts": .string($0.kind.phrase),
                        "default": .string($0.defaultValue), "description": .string($0.description),
                        "example": .string($0.example),
                    ]
                }),
            "rules": .array(
                module.rules.map {
                    [
                        "id": .string($0.id), "text": .string($0.text.text(for: language)),
                        "source": .text($0.source),
                    ]
                }),
        ]
    }
}

extension ModuleOption.Kind {
    /// What may be written.
    fileprivate var phrase: String {
        switch self {
        case .text: "text"
        case .boolean: "true | false"
        case .integer(let range): "\(range.lowerBound)…\(range.upperBound)"
        case .choice(let words): words.joined(separator: " | ")
        case .texts: "[text, …]"
        }
    }
}
