import ArgumentParser
import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization
import Records

/// `followup measure`: one measure of the framework, and which commitments speak of it.
struct MeasureCommand: PictureCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "One measure: its lines and targets, which commitments are aligned to it, how far countries are.",
        usage: "followup measure <measure> [<option> ...]",
        discussion: "For example: followup measure 67. Country by country: followup matrix --measure 67")

    @Argument(help: ArgumentHelp("The measure, such as 67 or F.67.", valueName: "measure"), completion: .measures)
    var measure: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var arguments: SnapshotArguments
    @OptionGroup var countryArguments: CountryArguments

    func view(of snapshot: Snapshot, _ texts: Texts) throws -> MeasureView {
        MeasureView(
            snapshot: snapshot, measure: try snapshot.workspace.framework.measure(named: measure, texts),
            countries: try countryArguments.countries(of: snapshot, texts), texts: texts)
    }
}

/// What `measure` shows.
struct MeasureView: PictureView {
    let snapshot: Snapshot
    let measure: Framework.Measure
    let countries: [CountryIndex]
    let texts: Texts

    /// The measure as a whole, then its lines.
    private var targets: [TargetIndex] { ([measure.id] + measure.lines.map(\.id)).compactMap(framework.target) }

    private func cells(_ target: TargetIndex) -> [Harmonization.Cell] { countries.map { snapshot[target, $0] } }

    private var coverage: Coverage { snapshot.coverage(of: targets, countries: countries) }

    func presentation(limits: [String]) -> Presentation {
        let tallies = targets.map { Tally(of: cells($0), levelCount: scale.levels.count) }
        let counts = TallyColumns(for: tallies, signs: signs)
        let mark = targets.count > 1 ? [texts[.terminalWholeMeasure, ["mark": heading(targets[0])]]] : []
        return Presentation(
            title: texts[.measureTitle, ["measure": measure.code, "title": measure.title.text(for: language)]],
            lines: [WholeSummary(of: targets[0], countries, in: snapshot).text(in: texts)] + limits + description,
            sections: [
                Presentation.Section(heading: texts[.linesOfAction], table: table(tallies, counts)), alignmentSection,
                list(texts[.targets], measure.targets.map { ($0.id, $0.title) }),
                list(
                    texts[.relatedMeasures], measure.relatedMeasures.map { ($0.to, framework.measure($0.to)?.title) }),
            ],
            footer: counts.legend + mark + closing(coverage)
                + fallbacks(
                    of: targets.map(framework.title) + targets.flatMap { aligned(to: $0).map(\.commitment.title) }
                        + measure.targets.map(\.title)),
            document: document)
    }

    /// The chapter, what the measure asks, what of it is not known.
    private var description: [String] {
        let chapter = framework.chapters.first { $0.id == measure.chapter }
        return [
            chapter.map { texts[.inChapter, ["chapter": $0.id, "title": $0.title.text(for: language)]] },
            measure.gist?.text(for: language), measure.isPartial ? texts[.terminalPartialMeasure] : nil,
            measure.gaps.map { texts[.terminalMeasureGaps, ["gaps": $0.text(for: language)]] },
        ].compactMap(\.self)
    }

    private func heading(_ target: TargetIndex) -> String {
        framework[target].line == nil && targets.count > 1 ? "\(framework[target].id)*" : framework[target].id
    }

    /// One row for each line and one for the measure as a whole: how many countries have which word.
    private func table(_ tallies: [Tally], _ counts: TallyColumns) -> Table {
        Table(zip(targets, tallies).map { (target: $0, tally: $1) }) {
            Column(texts[.line]) { Cell(heading($0.target), .bold) }
            Column(texts[.title], .wrappable(minimum: 24)) { title(of: $0.target) }
            counts.all(\.tally)
            Column(texts[.known], alignment: .right) { row in
                let coverage = Coverage(of: cells(row.target))
                return percent(coverage.withProgress, of: coverage.addressed, in: texts)
            }
        }
    }

    /// Which commitments are aligned to the measure and to each line, then the lines to which none is.
    private var alignmentSection: Presentation.Section {
        let bare = snapshot.gaps(among: targets, countries: []).uncovered.map { framework[$0].id }
        var section = Presentation.Section(heading: texts[.alignedCommitments])
        if bare.count < targets.count { section.table = alignments }
        if !bare.isEmpty {
            section.closing = [texts[.terminalNoAlignedCommitments, ["line": texts.list(bare)]]]
        }
        return section
    }

    private var alignments: Table {
        let groups = targets.map { ("\(framework[$0].id) · \(title(of: $0))", aligned(to: $0)) }
        return Table(groups: groups.filter { !$1.isEmpty }) {
            Column(texts[.forum], .shrinkable(minimum: 8)) { $0.forum.definition.shortName(for: language) }
            Column(texts[.commitment]) { Cell($0.commitment.id, .bold) }
            Column(texts[.relation]) { texts[$0.alignment.relation] }
            Column(texts[.title], .wrappable(minimum: 24)) { $0.commitment.title.text(for: language) }
        }
    }

    /// The followed commitments aligned to a target itself, forum by forum.
    private func aligned(
        to target: TargetIndex
    ) -> [(forum: LoadedForum, commitment: Commitment, alignment: Alignment)] {
        snapshot.forums.flatMap { forum in
            forum.forum.commitments.filter(\.isTracked).flatMap { commitment in
                commitment.alignments.filter { $0.target == target }.map { (forum.forum, commitment, $0) }
            }
        }
    }

    /// Things by their ids and titles; nil where there are none.
    private func list(_ heading: String, _ items: [(String, LocalizedText?)]) -> Presentation.Section? {
        guard !items.isEmpty else { return nil }
        return Presentation.Section(
            heading: heading, lines: items.map { "- \($0)" + ($1.map { " · " + $0.text(for: language) } ?? "") })
    }

    private var document: Document? {
        guard let whole = targets.first else { return nil }
        let source = snapshot.records
        let lines = targets.map { LineRecord(source, $0, cells($0)) }
        return document(
            PicturePage(source: source, content: MeasureDocument(source, whole, coverage, countries)), rows: { lines })
    }
}
