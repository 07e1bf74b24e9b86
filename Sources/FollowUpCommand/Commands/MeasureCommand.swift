import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization
import Languages

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
        let language = try workspaceOptions.language(in: environment)
        let catalogue = Catalogue.catalogue(for: language)
        let workspace = try workspaceOptions.load(in: environment)
        let snapshot = try arguments.snapshot(of: workspace, in: environment, catalogue)
        let view = MeasureView(
            snapshot: snapshot, measure: try MatrixCommand.measure(measure, in: workspace.framework, catalogue),
            countries: try countryArguments.countries(of: snapshot, catalogue), language: language)
        let presentation = view.presentation(limits: arguments.description(snapshot, catalogue))
        return workspaceOptions.show(presentation, of: snapshot, in: environment, catalogue)
    }
}

/// What `measure` shows.
struct MeasureView {
    let snapshot: Snapshot
    let measure: Framework.Measure
    let countries: [CountryIndex]
    let language: Language
    private var catalogue: Catalogue { .catalogue(for: language) }
    private var signs: Signs { Signs(scale: snapshot.workspace.settings.scale, language: language) }
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
            title: catalogue.text(
                \.measureTitle, ["measure": measure.code, "title": measure.title.text(for: language)]), json: json)
        presentation.lines = limits + description
        let tallies = targets.map(tally)
        let columns = TallyColumns(for: tallies, signs: signs)
        presentation.sections = [
            Presentation.Section(
                heading: catalogue.linesOfAction, table: table(tallies, columns), isMain: true),
            alignmentSection,
        ]
        if !measure.targets.isEmpty { presentation.sections.append(targetSection) }
        if !measure.relatedMeasures.isEmpty { presentation.sections.append(relatedSection) }
        presentation.footer =
            columns.legend
            + (targets.count > 1 ? [catalogue.text(\.wholeMeasure, ["mark": heading(targets[0])])] : [])
            + catalogue.closing(coverage, rejected: snapshot.rejected)
            + catalogue.fallbacks(
                of: targets.map(framework.title) + targets.flatMap { aligned(to: $0).map(\.1.title) }
                    + measure.targets.map(\.title))
        return presentation
    }

    /// The chapter, what the measure asks, what of it is not known.
    private var description: [String] {
        var lines: [String] = []
        if let chapter = framework.chapters.first(where: { $0.id == measure.chapter }) {
            lines.append(
                catalogue.text(\.inChapter, ["chapter": chapter.id, "title": chapter.title.text(for: language)]))
        }
        if let gist = measure.gist { lines.append(gist.text(for: language)) }
        if measure.isPartial { lines.append(catalogue.partialMeasure) }
        if let gaps = measure.gaps { lines.append(catalogue.text(\.measureGaps, ["gaps": gaps.text(for: language)])) }
        return lines
    }

    private func heading(_ target: TargetIndex) -> String {
        framework[target].line == nil && targets.count > 1 ? "\(framework[target].id)*" : framework[target].id
    }

    /// One row for each line and one for the measure as a whole: how many countries have which word.
    private func table(_ tallies: [Tally], _ columns: TallyColumns) -> Table {
        var table = Table(
            [
                Table.Column(catalogue.line, key: "line"),
                Table.Column(catalogue.title, key: "title", .wrappable(minimum: 24)),
            ] + columns.columns + [Table.Column(catalogue.known, key: "known", alignment: .right)])
        for (target, tally) in zip(targets, tallies) {
            let coverage = Coverage(of: cells(target))
            table.add(
                [Cell(heading(target), .bold, export: framework[target].id), Cell(title(of: target))]
                    + columns.cells(tally)
                    + [catalogue.share(coverage.withProgress, of: coverage.addressed)])
        }
        return table
    }

    private func title(of target: TargetIndex) -> String { framework.title(of: target).text(for: language) }

    /// Which commitments are aligned to the measure and to each line, then the lines to which none is.
    private var alignmentSection: Presentation.Section {
        let bare = snapshot.gaps(among: targets, countries: []).uncovered.map { framework[$0].id }
        var section = Presentation.Section(heading: catalogue.alignedCommitments)
        if bare.count < targets.count { section.table = alignments }
        if !bare.isEmpty {
            section.closing = [
                catalogue.text(\.noAlignedCommitments, ["line": bare.joined(separator: ", ")])
            ]
        }
        return section
    }

    private var alignments: Table {
        var table = Table([
            Table.Column(catalogue.forum, key: "forum", .shrinkable(minimum: 8)),
            Table.Column(catalogue.commitment, key: "commitment"),
            Table.Column(catalogue.relation, key: "relation"),
            Table.Column(catalogue.title, key: "title", .wrappable(minimum: 24)),
        ])
        for target in targets {
            let aligned = aligned(to: target)
            if aligned.isEmpty { continue }
            table.addGroup("\(framework[target].id) · \(title(of: target))")
            for (forum, commitment, alignment) in aligned {
                table.add([
                    Cell(forum.definition.shortName(for: language), export: forum.definition.id),
                    Cell(commitment.id, .bold),
                    Cell(catalogue.words.relations[alignment.relation], export: alignment.relation.rawValue),
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
        var section = Presentation.Section(heading: catalogue.targets)
        section.lines = measure.targets.map { "- \($0.id) · \($0.title.text(for: language))" }
        return section
    }

    private var relatedSection: Presentation.Section {
        var section = Presentation.Section(heading: catalogue.relatedMeasures)
        section.lines = measure.relatedMeasures.map { related in
            let title = framework.measure(related.to).map { " · " + $0.title.text(for: language) } ?? ""
            return "- \(related.to)\(title)"
        }
        return section
    }
}

extension MeasureView {
    /// The document of `measure --format json`:
    /// `{"asOf","framework","measure","code","chapter","title","gist","partial","gaps","lines":[{"id","title",
    /// "progress":{level:count},"nothing":{kind:count},"outside":{standing:count},"overdue","coverage",
    /// "alignments":[{"forum","commitment","relation","confidence"}]}],"whole":{…},"targets":[{"id","title"}],
    /// "related":[{"to","relation"}],"coverage","rejected"}`.
    ///
    /// The counts are numbers of countries; `whole` is the measure as a whole, also where it has no lines.
    private var json: JSONValue {
        [
            "asOf": .string(snapshot.options.asOf.description), "framework": .string(framework.id),
            "measure": .string(measure.id), "code": .string(measure.code), "chapter": .string(measure.chapter),
            "title": .string(measure.title.text(for: language)), "gist": .text(measure.gist?.text(for: language)),
            "partial": .bool(measure.isPartial), "gaps": .text(measure.gaps?.text(for: language)),
            "lines": .array(targets.dropFirst().map(line)), "whole": targets.first.map(line) ?? .null,
            "targets": .array(
                measure.targets.map { ["id": .string($0.id), "title": .string($0.title.text(for: language))] }),
            "related": .array(
                measure.relatedMeasures.map { ["to": .string($0.to), "relation": .string($0.relation)] }),
            "coverage": coverage.json, "rejected": .integer(snapshot.rejected), "failures": snapshot.failuresJSON,
        ]
    }

    private func line(_ target: TargetIndex) -> JSONValue {
        let members: [JSONValue.Member] = [
            .init("id", .string(framework[target].id)), .init("title", .string(title(of: target))),
        ]
        let alignments = aligned(to: target).map { forum, commitment, alignment -> JSONValue in
            [
                "forum": .string(forum.definition.id), "commitment": .string(commitment.id),
                "relation": .string(alignment.relation.rawValue),
                "confidence": .string(alignment.confidence.rawValue),
            ]
        }
        return .object(
            members + tally(target).json(signs)
                + [
                    .init("coverage", Coverage(of: cells(target)).json), .init("alignments", .array(alignments)),
                ])
    }
}
