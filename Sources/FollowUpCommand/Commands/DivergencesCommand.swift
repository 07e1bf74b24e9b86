import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization

/// `followup divergences`: where forums, or the voices within a commitment, differ.
struct DivergencesCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "divergences",
        abstract: "Where forums or voices differ about a country, the widest difference first.",
        usage: "followup divergences [<option> ...]",
        discussion: "Each word is shown as its forum said it. The whole chain: followup explain CRI 67.2")

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var arguments: SnapshotArguments
    @OptionGroup var countryArguments: CountryArguments

    @Option(name: .long, help: ArgumentHelp("Only this measure and its lines, as 67 or F.67.", valueName: "measure"))
    var measure: String?

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let language = try workspaceOptions.language(in: environment)
        let catalogue = Catalogue.catalogue(for: language)
        let workspace = try workspaceOptions.load(in: environment)
        let snapshot = try arguments.snapshot(of: workspace, in: environment, catalogue)
        let view = DivergencesView(
            snapshot: snapshot,
            targets: snapshot.targets(
                ofMeasure: try measure.map { try MatrixCommand.measure($0, in: workspace.framework, catalogue) }),
            countries: try countryArguments.countries(of: snapshot, catalogue), language: language)
        let presentation = view.presentation(limits: arguments.description(snapshot, catalogue))
        return workspaceOptions.show(presentation, of: snapshot, in: environment, catalogue)
    }
}

/// What `divergences` shows.
struct DivergencesView {
    let snapshot: Snapshot
    let targets: [TargetIndex]
    let countries: [CountryIndex]
    let language: Language
    private var catalogue: Catalogue { .catalogue(for: language) }
    private var signs: Signs { Signs(scale: snapshot.workspace.settings.scale, language: language) }

    /// The presentation, in every format.
    func presentation(limits: [String]) -> Presentation {
        let words = DifferingWords(
            cells: snapshot.differingCells(among: targets, countries: countries), snapshot: snapshot, signs: signs)
        let coverage = snapshot.coverage(of: targets, countries: countries)
        let consolidation = snapshot.workspace.settings.consolidation
        var presentation = Presentation(title: catalogue.divergencesTitle, json: json(words, coverage))
        presentation.lines = limits
        if words.cells.isEmpty {
            presentation.lines.append(
                catalogue.text(\.noDivergences, ["levels": String(consolidation.divergentFrom)]))
        } else {
            presentation.sections = [Presentation.Section(table: words.table)]
            presentation.footer = signs.legend(staleAfterMonths: consolidation.staleAfterMonths, kinds: [])
        }
        presentation.csv = words.export
        presentation.footer += catalogue.closing(coverage, rejected: snapshot.rejected)
        return presentation
    }

    /// The document of `divergences --format json`:
    /// `{"asOf","framework","divergences":[{"line","title",…cell as in matrix…,"words":[{"forum","commitment","word",
    /// "progress","date","voice","use"}]}],"coverage","rejected"}`.
    ///
    /// `use` is `spoke` for the word that counts and `other-voice` for one that stands against it.
    private func json(_ words: DifferingWords, _ coverage: Coverage) -> JSONValue {
        [
            "asOf": .string(snapshot.options.asOf.description),
            "framework": .string(snapshot.workspace.framework.id), "divergences": words.json,
            "coverage": coverage.json, "rejected": .integer(snapshot.rejected), "failures": snapshot.failuresJSON,
        ]
    }
}
