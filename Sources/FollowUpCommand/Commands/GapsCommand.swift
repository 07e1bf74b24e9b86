import ArgumentParser
import FollowUpModel
import ForumWorkspace
import Harmonization
import JSON
import Localization
import Records

/// `followup gaps`: where the picture is silent.
struct GapsCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps",
        abstract: "Lines to which no commitment is aligned, and countries without a word on progress, by kind.",
        usage: "followup gaps [<option> ...]",
        discussion: """
            Without --measure these are all measures and lines of the chapters to which any commitment is aligned. \
            --format csv gives one row for each line, country and kind.
            """)

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var arguments: SnapshotArguments
    @OptionGroup var countryArguments: CountryArguments

    @Option(name: .long, help: ArgumentHelp("Only this measure and its lines, as 67 or F.67.", valueName: "measure"))
    var measure: String?

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try workspaceOptions.texts(in: environment)
        let workspace = try workspaceOptions.load(in: environment)
        let snapshot = try arguments.snapshot(of: workspace, in: environment, texts)
        let view = GapsView(
            snapshot: snapshot,
            targets: snapshot.targets(
                ofMeasure: try measure.map { try MatrixCommand.measure($0, in: workspace.framework, texts) }),
            countries: try countryArguments.countries(of: snapshot, texts), texts: texts)
        let presentation = view.presentation(limits: arguments.description(snapshot, texts))
        return workspaceOptions.show(presentation, of: snapshot, in: environment, texts)
    }
}

/// What `gaps` shows.
struct GapsView {
    let snapshot: Snapshot
    let targets: [TargetIndex]
    let countries: [CountryIndex]
    let texts: Texts
    private let gaps: Gaps
    private var language: Language { texts.language }
    private var signs: Signs { Signs(scale: snapshot.workspace.settings.scale, texts: texts) }
    private var framework: Framework { snapshot.workspace.framework }

    /// Finds the gaps among some targets and countries.
    init(snapshot: Snapshot, targets: [TargetIndex], countries: [CountryIndex], texts: Texts) {
        self.snapshot = snapshot
        self.targets = targets
        self.countries = countries
        self.texts = texts
        gaps = snapshot.gaps(among: targets, countries: countries)
    }

    /// The silences of one target by kind, in the order of the kinds.
    private func silences(_ target: TargetIndex) -> [(kind: MissingReason, countries: [String])] {
        MissingReason.allCases.compactMap { kind in
            let silent = gaps.silences.filter { $0.target == target && $0.kind == kind }
            return silent.isEmpty ? nil : (kind, silent.map { snapshot.workspace.countries[$0.country].code })
        }
    }

    /// The presentation, in every format.
    func presentation(limits: [String]) -> Presentation {
        var presentation = Presentation(title: texts[.gapsTitle], document: document)
        presentation.lines = limits
        if gaps.uncovered.isEmpty, gaps.silences.isEmpty { presentation.lines.append(texts[.noGaps]) }
        if !gaps.uncovered.isEmpty {
            presentation.sections.append(Presentation.Section(heading: texts[.uncovered], table: uncovered))
        }
        if !gaps.silences.isEmpty {
            presentation.sections.append(Presentation.Section(heading: texts[.silences], table: silent))
        }
        presentation.footer =
            (gaps.silences.contains { isWhole($0.target) }
                ? ["* \(texts[.wholeOfMeasure])"] : [])
            + texts.closing(
                snapshot.coverage(of: targets, countries: countries), rejected: snapshot.rejected)
            + texts.fallbacks(of: gaps.uncovered.map(framework.title))
        return presentation
    }

    private func isWhole(_ target: TargetIndex) -> Bool {
        framework[target].line == nil && !framework.measure(of: target).lines.isEmpty
    }

    private func heading(_ target: TargetIndex) -> String {
        isWhole(target) ? "\(framework[target].id)*" : framework[target].id
    }

    private func title(of target: TargetIndex) -> String { framework.title(of: target).text(for: language) }

    private var uncovered: Table {
        var table = Table([
            Table.Column(texts[.line]), Table.Column(texts[.title], .wrappable(minimum: 24)),
        ])
        for target in gaps.uncovered { table.add([Cell(framework[target].id, .bold), Cell(title(of: target))]) }
        return table
    }

    /// One row for each line and kind, with the codes of its countries.
    private var silent: Table {
        var table = Table([
            Table.Column(texts[.line]), Table.Column(texts[.terminalReading], .wrappable(minimum: 14)),
            Table.Column(texts[.count], alignment: .right),
            Table.Column(texts[.countries], .wrappable(minimum: 27)),
        ])
        for target in targets {
            for (place, (kind, codes)) in silences(target).enumerated() {
                table.add([
                    Cell(place == 0 ? heading(target) : "", .bold),
                    Cell("\(Signs.marks(of: kind).trimmingEnd) \(texts[kind])", .none),
                    Cell(count: codes.count), Cell(codes.joined(separator: " ")),
                ])
            }
        }
        return table
    }

    /// What `--format json` and `--format csv` give.
    private var document: Document {
        let source = snapshot.records
        let records = GapRecord.all(gaps, of: source)
        return Document(
            PictureList(
                source: source, rows: records, coverage: snapshot.coverage(of: targets, countries: countries)),
            rows: { records }, in: snapshot.layout(language))
    }
}
