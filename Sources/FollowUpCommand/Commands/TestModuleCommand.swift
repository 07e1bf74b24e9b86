import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumKit
import ForumKitTesting
import ForumWorkspace
import Localization
import Records

/// `followup test-module`: whether the module of a forum keeps the contract, and advice on the forum's files.
struct TestModuleCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "test-module",
        abstract: "Whether the module of a forum keeps what every module must keep, and advice on the forum's files.",
        usage: "followup test-module <forum> [<option> ...]",
        discussion: """
            The module is tried on the forum's own reports and on made-up ones with the forum's own words, parties and \
            commitments. A broken property is shown with the smallest input that breaks it, and the command ends with \
            status 1. Advice on words and translations is no error. For example: followup test-module celac
            """)

    @Argument(help: ArgumentHelp("The forum, by its id: the name of its folder.", valueName: "forum"))
    var id: String

    @OptionGroup var workspaceOptions: WorkspaceOptions

    @Option(help: ArgumentHelp("How many inputs are tried.", valueName: "number"))
    var cases = 60

    @Flag(help: "Run the forum's program, whether or not you trust it.")
    var trustExternal = false

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try workspaceOptions.texts(in: environment)
        guard (1...100_000).contains(cases) else {
            throw UsageError("--cases has no value '\(cases)'", help: "it takes a number from 1 to 100000")
        }
        let workspace = try workspaceOptions.load(in: environment)
        let forum = try workspace.forum(named: id, texts)
        let scale = workspace.settings.scale
        let contract = ModuleContract(
            of: forum, scale: scale, asOf: environment.today, cases: cases,
            permit: try permit(for: forum, in: workspace, environment))
        let violations = Self.violations(of: contract)
        let properties = ContractProperty.allCases.map { property in
            ContractDocument.Property(
                property: property, text: texts[property], violation: violations.first { $0.property == property })
        }
        let whole = ContractDocument(
            forum: forum.definition.id, contract: contract, properties: properties,
            advice: ForumAdvice(forum, languages: workspace.settings.languages), scale: scale)
        let view = ContractView(
            whole: whole, forum: forum.definition.shortName(for: texts.language), violations: violations, texts: texts)
        let shown = workspaceOptions.show(view.presentation, of: workspace, in: environment, texts)
        return violations.isEmpty ? shown : .dataErrors
    }

    /// Leave to run the forum's program, if its module is one.
    private func permit(
        for forum: LoadedForum, in workspace: Workspace, _ environment: CommandEnvironment
    ) throws -> ProgramPermit? {
        do {
            guard let program = try workspace.program(of: forum) else { return nil }
            guard try ProgramTrust.given(all: trustExternal, in: workspace, environment).covers(program) else {
                throw UsageError(
                    "the program of '\(id)' has not run: nobody has said that it may",
                    help: "look at it and run: followup trust \(id)")
            }
            return program.permit
        } catch let failure as ModuleFailure {
            throw UsageError(failure.diagnostic.message, help: failure.diagnostic.help)
        }
    }

    /// The violations; the growth of work is measured in time, which is good enough with eight times the room.
    private static func violations(of contract: ModuleContract) -> [ContractViolation] {
        let clock = ContinuousClock()
        let growth = contract.growth { clock.measure($0) / .seconds(1) }
        return contract.violations() + (contract.violation(by: growth).map { [$0] } ?? [])
    }
}

extension ModuleContract {
    /// The contract of a loaded forum's module.
    ///
    /// - Parameter permit: leave to run the module's program, if it is one; the program is run for every input.
    init(of forum: LoadedForum, scale: ProgressScale, asOf: CalendarDay, cases: Int, permit: ProgramPermit?) {
        let module = type(of: forum.module)
        let options = forum.options
        self.init(
            forum: forum.definition, commitments: forum.commitments, reports: forum.reports,
            scaleTop: Int(scale.top.rank), asOf: asOf, metadata: forum.metadata, cases: cases,
            prepare: { module, evidence in
                guard let program = module.program, let permit, let first = evidence.first else {
                    return PreparedModule(module)
                }
                let whole = ForumEvidence(
                    forum: first.forum, asOf: first.asOf, scale: scale, commitments: evidence)
                let prepared = try program.prepared(for: whole, permit: permit)
                return PreparedModule(prepared, rules: prepared.rules)
            }
        ) { definition, diagnostics in
            module.init(forum: definition, options: options, diagnostics: &diagnostics)
        }
    }
}

/// What `test-module` shows.
struct ContractView {
    let whole: ContractDocument
    /// The forum's name.
    let forum: String
    let violations: [ContractViolation]
    let texts: Texts

    /// The presentation, in every format.
    var presentation: Presentation {
        let (broken, total) = (String(violations.count), String(ContractProperty.allCases.count))
        let findings = violations.map { violation in
            Presentation.Section(
                heading: "\(texts[.counterExample]): \(texts[violation.property])",
                lines: [violation.finding] + violation.counterExample.map { "  " + $0 })
        }
        let advice = adviceSections
        let adviceTitle = advice.isEmpty ? [] : [Presentation.Section(lines: [texts[.adviceIsNoError]])]
        return Presentation(
            title: texts[.contractTitle, ["module": whole.contract.metadata.name, "forum": forum]],
            lines: [
                texts[.contractCases, ["count": String(whole.contract.caseCount)]],
                violations.isEmpty
                    ? texts[.contractKept] : texts[.contractBroken, ["count": broken, "total": total]],
            ],
            sections: [Presentation.Section(table: propertyTable)] + findings + adviceTitle + advice,
            footer: advice.isEmpty ? [texts[.noAdvice]] : [], document: document)
    }

    private var document: Document {
        let layout = RecordLayout(language: texts.language, languages: [texts.language], levels: whole.scale.ids)
        return Document(whole, rows: { [whole] in whole.properties }, in: layout)
    }

    private var propertyTable: Table {
        Table(whole.properties) {
            Column(texts[.property], .wrappable(minimum: 24)) { $0.text }
            Column(texts[.status]) { property in
                property.violation == nil ? Cell(texts[.terminalHolds], .good) : Cell(texts[.broken], .bad)
            }
            Column(texts[.seed], alignment: .right) { property in property.violation?.seed.map { "\($0)" } ?? "" }
        }
    }
}
