import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization
import Languages

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
        let language = try workspaceOptions.language(in: environment)
        let catalogue = Catalogue.catalogue(for: language)
        let workspace = try workspaceOptions.load(in: environment)
        let snapshot = try arguments.snapshot(of: workspace, in: environment, catalogue)
        let view = GapsView(
            snapshot: snapshot,
            targets: snapshot.targets(
                ofMeasure: try measure.map { try MatrixCommand.measure($0, in: workspace.framework, catalogue) }),
            countries: try countryArguments.countries(of: snapshot, catalogue), language: language)
        let presentation = view.presentation(limits: arguments.description(snapshot, catalogue))
        return workspaceOptions.show(presentation, of: snapshot, in: environment, catalogue)
    }
}

/// What `gaps` shows.
struct GapsView {
    let snapshot: Snapshot
    let targets: [TargetIndex]
    let countries: [CountryIndex]
    let language: Language
    private let gaps: Gaps
    private var catalogue: Catalogue { .catalogue(for: language) }
    private var signs: Signs { Signs(scale: snapshot.workspace.settings.scale, language: language) }
    private var framework: Framework { snapshot.workspace.framework }

    /// Finds the gaps among some targets and countries.
    init(snapshot: Snapshot, targets: [TargetIndex], countries: [CountryIndex], language: Language) {
        self.snapshot = snapshot
        self.targets = targets
        self.countries = countries
        self.language = language
        gaps = snapshot.gaps(among: targets, countries: countries)
    }

    /// The silences of one target by kind, in the order of the kinds.
    private func silences(_ target: TargetIndex) -> [(kind: KindOfNothing, countries: [String])] {
        KindOfNothing.allCases.compactMap { kind in
            let silent = gaps.silences.filter { $0.target == target && $0.kind == kind }
            return silent.isEmpty ? nil : (kind, silent.map { snapshot.workspace.countries[$0.country].code })
        }
    }

    /// The presentation, in every format.
    func presentation(limits: [String]) -> Presentation {
        var presentation = Presentation(title: catalogue.gapsTitle, json: json)
        presentation.lines = limits
        if gaps.uncovered.isEmpty, gaps.silences.isEmpty { presentation.lines.append(catalogue.noGaps) }
        if !gaps.uncovered.isEmpty {
            presentation.sections.append(Presentation.Section(heading: catalogue.uncovered, table: uncovered))
        }
        if !gaps.silences.isEmpty {
            presentation.sections.append(Presentation.Section(heading: catalogue.silences, table: silent))
        }
        presentation.csv = export
        presentation.footer =
            (gaps.silences.contains { isWhole($0.target) }
                ? ["* \(catalogue.wholeOfMeasure)"] : [])
            + catalogue.closing(
                snapshot.coverage(of: targets, countries: countries), rejected: snapshot.rejected)
            + catalogue.fallbacks(of: gaps.uncovered.map(framework.title))
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
            Table.Column(catalogue.line), Table.Column(catalogue.title, .wrappable(minimum: 24)),
        ])
        for target in gaps.uncovered { table.add([Cell(framework[target].id, .bold), Cell(title(of: target))]) }
        return table
    }

    /// One row for each line and kind, with the codes of its countries.
    private var silent: Table {
        var table = Table([
            Table.Column(catalogue.line), Table.Column(catalogue.reading, .wrappable(minimum: 14)),
            Table.Column(catalogue.count, alignment: .right),
            Table.Column(catalogue.countries, .wrappable(minimum: 27)),
        ])
        for target in targets {
            for (place, (kind, codes)) in silences(target).enumerated() {
                table.add([
                    Cell(place == 0 ? heading(target) : "", .bold),
                    Cell("\(Signs.marks(of: kind).trimmingEnd) \(catalogue.words.kindsOfNothing[kind])", .none),
                    Cell(count: codes.count), Cell(codes.joined(separator: " ")),
                ])
            }
        }
        return table
    }

    /// One row for each line, country and kind; an uncovered line has no country.
    private var export: Table {
        var table = Table(["line", "country", "kind"].map { Table.Column($0) })
        for target in targets {
            if gaps.uncovered.contains(target) { table.add([Cell(framework[target].id), "", "uncovered"]) }
            for silence in gaps.silences where silence.target == target {
                table.add([
                    Cell(framework[target].id), Cell(snapshot.workspace.countries[silence.country].code),
                    Cell(silence.kind.rawValue),
                ])
            }
        }
        return table
    }
}

extension GapsView {
    /// The document of `gaps --format json`:
    /// `{"asOf","framework","uncovered":[{"id","title"}],"lines":[{"id","title","whole","silent":{kind:[country]}}],
    /// "coverage","rejected"}`.
    ///
    /// `lines` has all covered measures and lines that were asked for, also those without a silent country; `whole`
    /// marks measures that stand beside their lines.
    private var json: JSONValue {
        let covered = targets.filter { !gaps.uncovered.contains($0) }
        return [
            "asOf": .string(snapshot.options.asOf.description), "framework": .string(framework.id),
            "uncovered": .array(
                gaps.uncovered.map { ["id": .string(framework[$0].id), "title": .string(title(of: $0))] }),
            "lines": .array(covered.map(line)),
            "coverage": snapshot.coverage(of: targets, countries: countries).json,
            "rejected": .integer(snapshot.rejected), "failures": snapshot.failuresJSON,
        ]
    }

    private func line(_ target: TargetIndex) -> JSONValue {
        let silent = silences(target).map {
            JSONValue.Member($0.kind.rawValue, .array($0.countries.map(JSONValue.string)))
        }
        return [
            "id": .string(framework[target].id), "title": .string(title(of: target)),
            "whole": .bool(isWhole(target)), "silent": .object(silent),
        ]
    }
}
