import ArgumentParser
import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization
import Records

/// `followup divergences`: where forums, or the voices within a commitment, differ.
struct DivergencesCommand: PictureCommand {
    static let configuration = CommandConfiguration(
        commandName: "divergences",
        abstract: "Where forums or voices differ about a country, the widest difference first.",
        usage: "followup divergences [<option> ...]",
        discussion: "Each word is shown as its forum said it. The whole chain: followup explain CRI 67.2")

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var arguments: SnapshotArguments
    @OptionGroup var countryArguments: CountryArguments
    @OptionGroup var measureOption: MeasureOption

    func view(of snapshot: Snapshot, _ texts: Texts) throws -> DivergencesView {
        DivergencesView(
            snapshot: snapshot, targets: snapshot.targets(ofMeasure: try measureOption.measure(of: snapshot, texts)),
            countries: try countryArguments.countries(of: snapshot, texts), texts: texts)
    }
}

/// What `divergences` shows.
struct DivergencesView: PictureView {
    let snapshot: Snapshot
    let targets: [TargetIndex]
    let countries: [CountryIndex]
    let texts: Texts

    func presentation(limits: [String]) -> Presentation {
        let cells = snapshot.differingCells(among: targets, countries: countries)
        let coverage = snapshot.coverage(of: targets, countries: countries)
        let source = snapshot.records
        var presentation = Presentation(
            title: texts[.divergencesTitle], lines: limits, footer: closing(coverage),
            document: document(cells.map { DivergenceRecord(source, $0) }, coverage: coverage))
        if cells.isEmpty {
            let levels = String(snapshot.workspace.settings.consolidation.divergentFrom)
            presentation.lines.append(texts[.terminalNoDivergences, ["levels": levels]])
        } else {
            presentation.sections = [Presentation.Section(table: table(of: cells))]
            presentation.footer = legend([]) + presentation.footer
        }
        return presentation
    }
}
