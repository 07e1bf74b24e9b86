import ArgumentParser
import FollowUpModel
import ForumWorkspace
import Harmonization
import JSON
import Localization
import Records

/// `followup measure`: one measure of the framework, and which commitments speak of it.
struct MeasureCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "One measure: its lines and targets, which commitments are aligned to it, how far countries are.",
        usage: "followup measure <measure> [<option> ...]",
        discussion: "For example: followup measure 67. Country by country: followup matrix --measure 67")

    @Argument(help: ArgumentHelp("The measure, as 67 or F.67.", valueName: "measure"))
    var measure: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var arguments: SnapshotArguments
    @OptionGroup var countryArguments: CountryArguments

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try workspaceOptions.texts(in: environment)
        let workspace = try workspaceOptions.load(in: environment)
        let snapshot = try arguments.snapshot(of: workspace, in: environment, texts)
        let view = MeasureView(
            snapshot: snapshot, measure: try MatrixCommand.measure(measure, in: workspace.framework, texts),
            countries: try countryArguments.countries(of: snapshot, texts), texts: texts)
        let presentation = view.presentation(limits: arguments.description(snapshot, texts))
        return workspaceOptions.show(presentation, of: snapshot, in: environment, texts)
    }
}

/// What `measure` shows.
struct MeasureView {
    let snapshot: Snapshot
    let measure: Framework.Measure
    let countries: [CountryIndex]
    let texts: Texts
    private var language: Language { texts.language }
    private var signs: Signs { Signs(scale: snapshot.workspace.settings.scale, texts: texts) }
    private var framework: Framework { snapshot.workspace.framework }

    /// The measure as a whole, then its lines.
    private var targets: [TargetIndex] { ([measure.id] + measure.lines.map(\.id)).compactMap(framework.target) }

    private func cells(_ target: TargetIndex) -> [Harmonization.Cell] { countries.map { snapshot[target, $0] } }

    private func tally(_ target: TargetIndex) -> Tally {
        Tally(of: cells(target), levelCount: signs.scale.levels.count)
    }

    private var coverage: Coverage { snapshot.coverage(of: targets, countries: countries) }

    /// The presentation, in every format.
    func presentation(limits: [String]) -> Presentation {
        var presentation = Presentation(
            title: texts[.measureTitle, ["measure": measure.code, "title": measure.title.text(for: language)]],
            document: document)
        presentation.lines = limits + description
        let tallies = targets.map(tally)
        let columns = TallyColumns(for: tallies, signs: signs)
        presentation.sections = [
            Presentation.Section(
                heading: texts[.linesOfAction], table: table(tallies, columns)),
            alignmentSection,
        ]
        if !measure.targets.isEmpty { presentation.sections.append(targetSection) }
        if !measure.relatedMeasures.isEmpty { presentation.sections.append(relatedSection) }
        presentation.footer =
            columns.legend
            + (targets.count > 1 ? [texts[.terminalWholeMeasure, ["mark": heading(targets[0])]]] : [])
            + texts.closing(coverage, rejected: snapshot.rejected)
            + texts.fallbacks(
                of: targets.map(framework.title) + targets.flatMap { aligned(to: $0).map(\.1.title) }
                    + measure.targets.map(\.title))
        return presentation
    }

    /// The chapter, what the measure asks, what of it is not known.
    private var description: [String] {
        var lines: [String] = []
        if let chapter = framework.chapters.first(where: { $0.id == measure.chapter }) {
            lines.append(
                texts[.inChapter, ["chapter": chapter.id, "title": chapter.title.text(for: language)]])
        }
        if let gist = measure.gist { lines.append(gist.text(for: language)) }
        if measure.isPartial { lines.append(texts[.terminalPartialMeasure]) }
        if let gaps = measure.gaps { lines.append(texts[.terminalMeasureGaps, ["gaps": gaps.text(for: language)]]) }
        return lines
    }

    private func heading(_ target: TargetIndex) -> String {
        framework[target].line == nil && targets.count > 1 ? "\(framework[target].id)*" : framework[target].id
    }

    /// One row for each line and one for the measure as a whole: how many countries have which word.
    private func table(_ tallies: [Tally], _ columns: TallyColumns) -> Table {
        var table = Table(
            [
                Table.Column(texts[.line]),
                Table.Column(texts[.title], .wrappable(minimum: 24)),
            ] + columns.columns + [Table.Column(texts[.known], alignment: .right)])
        for (target, tally) in zip(targets, tallies) {
            let coverage = Coverage(of: cells(target))
            table.add(
                [Cell(heading(target), .bold), Cell(title(of: target))]
                    + columns.cells(tally)
                    + [texts.share(coverage.withProgress, of: coverage.addressed)])
        }
        return table
    }

    private func title(of target: TargetIndex) -> String { framework.title(of: target).text(for: language) }

    /// Which commitments are aligned to the measure and to each line, then the lines to which none is.
    private var alignmentSection: Presentation.Section {
        let bare = snapshot.gaps(among: targets, countries: []).uncovered.map { framework[$0].id }
        var section = Presentation.Section(heading: texts[.alignedCommitments])
        if bare.count < targets.count { section.table = alignments }
        if !bare.isEmpty {
            section.closing = [
                texts[.terminalNoAlignedCommitments, ["line": bare.joined(separator: ", ")]]
            ]
        }
        return section
    }

    private var alignments: Table {
        var table = Table([
            Table.Column(texts[.forum], .shrinkable(minimum: 8)),
            Table.Column(texts[.commitment]),
            Table.Column(texts[.relation]),
            Table.Column(texts[.title], .wrappable(minimum: 24)),
        ])
        for target in targets {
            let aligned = aligned(to: target)
            if aligned.isEmpty { continue }
            table.addGroup("\(framework[target].id) · \(title(of: target))")
            for (forum, commitment, alignment) in aligned {
                table.add([
                    Cell(forum.definition.shortName(for: language)),
                    Cell(commitment.id, .bold),
                    Cell(texts[alignment.relation]),
                    Cell(commitment.title.text(for: language)),
                ])
            }
        }
        return table
    }

    /// The followed commitments aligned to a target itself, forum by forum.
    private func aligned(to target: TargetIndex) -> [(LoadedForum, Commitment, Alignment)] {
        snapshot.forums.flatMap { forum in
            forum.forum.commitments.filter(\.isTracked).flatMap { commitment in
                commitment.alignments.filter { $0.target == target }.map { (forum.forum, commitment, $0) }
            }
        }
    }

    private var targetSection: Presentation.Section {
        var section = Presentation.Section(heading: texts[.targets])
        section.lines = measure.targets.map { "- \($0.id) · \($0.title.text(for: language))" }
        return section
    }

    private var relatedSection: Presentation.Section {
        var section = Presentation.Section(heading: texts[.relatedMeasures])
        section.lines = measure.relatedMeasures.map { related in
            let title = framework.measure(related.to).map { " · " + $0.title.text(for: language) } ?? ""
            return "- \(related.to)\(title)"
        }
        return section
    }
}

extension MeasureView {
    /// What `--format json` and `--format csv` give.
    private var document: Document? {
        guard let whole = targets.first else { return nil }
        let source = snapshot.records
        let lines = targets.map { LineRecord(source, $0, cells($0)) }
        return Document(
            MeasurePage(source: source, measure: MeasureDocument(source, whole, coverage, countries)),
            rows: { lines }, in: snapshot.layout(language))
    }
}
