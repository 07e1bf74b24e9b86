import ArgumentParser
import FollowUpModel
import ForumWorkspace
import Harmonization
import JSON
import Localization
import Records

/// `followup matrix`: every country by every line of a measure.
struct MatrixCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix",
        abstract: "Every country by every line of action of a measure, over all forums.",
        usage: "followup matrix [--measure <measure>] [<option> ...]",
        discussion: """
            Without --measure the columns are the measures to which any commitment is aligned. Each cell has a sign, a \
            letter and, on a terminal, a colour; the key stands below. Ask why of a cell with: followup explain CRI 67.2
            """)

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var arguments: SnapshotArguments
    @OptionGroup var countryArguments: CountryArguments

    @Option(
        name: .long, help: ArgumentHelp("The measure whose lines are shown, as 67 or F.67.", valueName: "measure"),
        completion: .measures)
    var measure: String?

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try workspaceOptions.texts(in: environment)
        let workspace = try workspaceOptions.load(in: environment)
        let snapshot = try arguments.snapshot(of: workspace, in: environment, texts)
        let view = MatrixView(
            snapshot: snapshot, measure: try measure.map { try Self.measure($0, in: workspace.framework, texts) },
            countries: try countryArguments.countries(of: snapshot, texts), texts: texts)
        let presentation = view.presentation(limits: arguments.description(snapshot, texts))
        return workspaceOptions.show(presentation, of: snapshot, in: environment, texts)
    }

    /// The measure that a person names by number or code.
    static func measure(_ name: String, in framework: Framework, _ texts: Texts) throws -> Framework.Measure {
        if let measure = framework.measure(name.uppercased()) { return measure }
        throw UsageError.unknown(
            texts[.unknownMeasure, ["name": name]], name, in: framework.measures.map(\.id), texts)
    }
}

/// What `matrix` shows: some targets of the framework and some countries, cell by cell.
struct MatrixView {
    let snapshot: Snapshot
    let measure: Framework.Measure?
    let countries: [CountryIndex]
    let texts: Texts
    private var language: Language { texts.language }
    private var signs: Signs { Signs(scale: snapshot.workspace.settings.scale, texts: texts) }
    private var framework: Framework { snapshot.workspace.framework }

    /// The measure as a whole, when one was asked for.
    private var whole: TargetIndex? { measure.flatMap { framework.target($0.id) } }

    /// The lines of the measure, or the measure itself where it has none; without a measure, all aligned measures.
    var targets: [TargetIndex] {
        guard let measure else {
            return framework.measures.compactMap { framework.target($0.id) }.filter { snapshot.alignedCount($0) > 0 }
        }
        let lines = measure.lines.compactMap { framework.target($0.id) }
        return lines.isEmpty ? whole.map { [$0] } ?? [] : lines
    }

    /// The targets that have a column: the lines and, beside them, the measure as a whole.
    private var columns: [TargetIndex] {
        guard let whole, !targets.contains(whole) else { return targets }
        return targets + [whole]
    }

    private var coverage: Coverage {
        Coverage(of: targets.flatMap { target in countries.map { snapshot[target, $0] } })
    }

    /// The presentation, in every format.
    func presentation(limits: [String]) -> Presentation {
        var presentation = Presentation(title: title, document: document)
        presentation.lines = limits
        presentation.sections = [
            Presentation.Section(table: table), Presentation.Section(table: titles),
        ]
        presentation.footer = footer
        return presentation
    }

    private var title: String {
        let name = framework.name.text(for: language)
        guard let measure else { return texts[.terminalAllMeasures, ["framework": name]] }
        return texts[
            .terminalMatrixTitle,
            ["framework": name, "measure": measure.id, "title": measure.title.text(for: language)]]
    }

    private func heading(_ target: TargetIndex) -> String {
        target == whole && targets != [target] ? "\(framework[target].id)*" : framework[target].id
    }

    private var table: Table {
        var table = Table(
            [
                Table.Column(texts[.code]),
                Table.Column(texts[.country], .shrinkable(minimum: 9)),
            ] + columns.map { Table.Column(heading($0)) })
        for (region, members) in bySubregion {
            if let region { table.addGroup(region) }
            for country in members {
                let entry = snapshot.workspace.countries[country]
                table.add(
                    [Cell(entry.code, .bold), Cell(entry.name.text(for: language))]
                        + columns.map { cell($0, country) })
            }
        }
        return table
    }

    /// What the columns stand for.
    private var titles: Table {
        var table = Table([
            Table.Column(measure == nil ? texts[.measure] : texts[.line]),
            Table.Column(texts[.title], .wrappable(minimum: 30)),
        ])
        for target in columns {
            table.add([Cell(heading(target), .bold), Cell(framework.title(of: target).text(for: language))])
        }
        return table
    }

    /// A cell's mark and flags; beside a measure as a whole stands how many of its parts have a word.
    private func cell(_ target: TargetIndex, _ country: CountryIndex) -> Cell {
        let cell = snapshot[target, country]
        let parts = snapshot.parts(target, country)
        let known = parts.filter { $0.cell.progress.rank != nil }.count
        let share = parts.isEmpty || known == 0 ? "" : " \(known)/\(parts.count)"
        return Cell(
            signs.mark(cell.progress) + signs.flags(cell) + share, signs.style(cell.progress))
    }

    /// The countries by subregion, in the order of the regions' file; within one by code.
    private var bySubregion: [(String?, [CountryIndex])] {
        let table = snapshot.workspace.countries
        var groups: [(String?, [CountryIndex])] = table.regions.compactMap { region in
            let members = countries.filter { table[$0].subregion == region.id }
            return members.isEmpty ? nil : (region.name.text(for: language), members)
        }
        let known = Set(groups.flatMap(\.1))
        let rest = countries.filter { !known.contains($0) }
        if !rest.isEmpty { groups.append((nil, rest)) }
        return groups
    }

    private var footer: [String] {
        let shown = columns.flatMap { target in countries.map { snapshot[target, $0].progress } }
        let kinds = Set(shown.compactMap(\.missing))
        return signs.legend(
            staleAfterMonths: snapshot.workspace.settings.consolidation.staleAfterMonths, kinds: kinds)
            + (whole != nil && targets != [whole]
                ? [texts[.terminalWholeMeasure, ["mark": heading(columns[columns.count - 1])]]] : [])
            + texts.closing(coverage, rejected: snapshot.rejected)
            + texts.fallbacks(of: columns.map(framework.title))
    }
}

extension MatrixView {
    /// What `--format json` and `--format csv` give.
    private var document: Document {
        let source = snapshot.records
        func row(_ target: TargetIndex) -> MatrixDocument.Row {
            MatrixDocument.Row(source: source, target: target, cells: source.cells(target, countries))
        }
        let rows = targets.map(row)
        return Document(
            MatrixDocument(
                source: source, measure: measure?.id, rows: rows,
                whole: measure?.lines.isEmpty == false ? whole.map(row) : nil, coverage: coverage),
            rows: { [columns, countries] in columns.flatMap { source.cells($0, countries) } },
            in: snapshot.layout(language))
    }
}

extension Texts {
    /// The lines that stand below every total: coverage, age, divergence, rejected rows.
    func closing(_ coverage: Coverage, rejected: Int) -> [String] {
        let share = percent(coverage.withProgress, of: coverage.addressed, in: self)
        var lines = [
            coverage.addressed == 0
                ? self[.terminalNobodyAsked]
                : self[
                    .terminalCoverage,
                    [
                        "known": String(coverage.withProgress), "addressed": String(coverage.addressed),
                        "share": share,
                    ]]
        ]
        if coverage.stale > 0 { lines.append(self[.terminalStaleCells, ["count": String(coverage.stale)]]) }
        if coverage.divergent > 0 { lines.append(self[.terminalDivergentCells, ["count": String(coverage.divergent)]]) }
        lines.append(rejected == 0 ? self[.noRejectedRows] : self[.terminalRejectedRows, ["count": String(rejected)]])
        return lines
    }

    /// How many of some titles are shown in another language than this one; nothing where all have a text.
    func fallbacks(of titles: [LocalizedText]) -> [String] {
        let missing = titles.filter { $0.wording(for: language).language != language }.count
        guard missing > 0 else { return [] }
        return [self[.terminalTranslationsMissing, ["count": String(missing), "total": String(titles.count)]]]
    }

    /// A share as whole percent, in CSV as a number from 0 to 1; a dash, there nothing, where nothing could be shared.
    func share(_ part: Int, of whole: Int) -> Cell {
        Cell(percent(part, of: whole, in: self))
    }
}
