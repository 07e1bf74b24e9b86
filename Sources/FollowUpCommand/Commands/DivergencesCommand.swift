import ArgumentParser
import FollowUpModel
import ForumWorkspace
import Harmonization
import JSON
import Localization
import Records

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
        let texts = try workspaceOptions.texts(in: environment)
        let workspace = try workspaceOptions.load(in: environment)
        let snapshot = try arguments.snapshot(of: workspace, in: environment, texts)
        let view = DivergencesView(
            snapshot: snapshot,
            targets: snapshot.targets(
                ofMeasure: try measure.map { try MatrixCommand.measure($0, in: workspace.framework, texts) }),
            countries: try countryArguments.countries(of: snapshot, texts), texts: texts)
        let presentation = view.presentation(limits: arguments.description(snapshot, texts))
        return workspaceOptions.show(presentation, of: snapshot, in: environment, texts)
    }
}

/// What `divergences` shows.
struct DivergencesView {
    let snapshot: Snapshot
    let targets: [TargetIndex]
    let countries: [CountryIndex]
    let texts: Texts
    private var language: Language { texts.language }
    private var signs: Signs { Signs(scale: snapshot.workspace.settings.scale, texts: texts) }

    /// The presentation, in every format.
    func presentation(limits: [String]) -> Presentation {
        let words = DifferingWords(
            cells: snapshot.differingCells(among: targets, countries: countries), snapshot: snapshot, signs: signs)
        let coverage = snapshot.coverage(of: targets, countries: countries)
        let consolidation = snapshot.workspace.settings.consolidation
        var presentation = Presentation(title: texts[.divergencesTitle], document: document(words.cells, coverage))
        presentation.lines = limits
        if words.cells.isEmpty {
            presentation.lines.append(
                texts[.terminalNoDivergences, ["levels": String(consolidation.divergentFrom)]])
        } else {
            presentation.sections = [Presentation.Section(table: words.table)]
            presentation.footer = signs.legend(staleAfterMonths: consolidation.staleAfterMonths, kinds: [])
        }
        presentation.footer += texts.closing(coverage, rejected: snapshot.rejected)
        return presentation
    }

    /// What `--format json` and `--format csv` give.
    private func document(_ cells: [DifferingCell], _ coverage: Coverage) -> Document {
        let source = snapshot.records
        let records = cells.map { DivergenceRecord(source, $0) }
        return Document(
            PictureList(source: source, rows: records, coverage: coverage), rows: { records },
            in: snapshot.layout(language))
    }
}
