import ArgumentParser
import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization
import Records

/// `followup matrix`: every country by every line of a measure.
struct MatrixCommand: PictureCommand {
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
        help: ArgumentHelp("The measure whose lines are shown, such as 67 or F.67.", valueName: "measure"),
        completion: .measures)
    var measure: String?

    func view(of snapshot: Snapshot, _ texts: Texts) throws -> MatrixView {
        MatrixView(
            snapshot: snapshot,
            measure: try measure.map { try snapshot.workspace.framework.measure(named: $0, texts) },
            countries: try countryArguments.countries(of: snapshot, texts), texts: texts)
    }
}

/// What `matrix` shows: some targets of the framework and some countries, cell by cell.
struct MatrixView: PictureView {
    let snapshot: Snapshot
    let measure: Framework.Measure?
    let countries: [CountryIndex]
    let texts: Texts

    /// The measure as a whole, when one was asked for.
    private var whole: TargetIndex? { measure.flatMap { framework.target($0.id) } }

    /// The lines of the measure, or the measure itself where it has none; without a measure, all aligned measures.
    private var targets: [TargetIndex] {
        guard let measure else { return snapshot.alignedMeasures }
        let lines = measure.lines.compactMap { framework.target($0.id) }
        return lines.isEmpty ? whole.map { [$0] } ?? [] : lines
    }

    /// The targets that have a column: the lines and, beside them, the measure as a whole.
    private var columns: [TargetIndex] {
        guard let whole, !targets.contains(whole) else { return targets }
        return targets + [whole]
    }

    private var coverage: Coverage {
        snapshot.coverage(of: snapshot.targets(ofMeasure: measure), countries: countries)
    }

    func presentation(limits: [String]) -> Presentation {
        let shown = columns.flatMap { target in countries.map { snapshot[target, $0].progress } }
        let hasWhole = whole != nil && targets != [whole]
        let mark = columns.last.map(heading) ?? ""
        return Presentation(
            title: title, lines: limits,
            sections: [Presentation.Section(table: table)]
                + (joint.isEmpty ? [] : [Presentation.Section(heading: texts[.forumsAsAWhole], table: jointTable)])
                + [Presentation.Section(table: titles)],
            footer: legend(Set(shown.compactMap(\.missing)))
                + (hasWhole ? [texts[.terminalWholeMeasure, ["mark": mark]]] : []) + closing(coverage)
                + fallbacks(of: columns.map(framework.title)),
            document: document)
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
        let countries = snapshot.workspace.countries
        let cells = columns.map { target in Column(heading(target)) { cell(target, $0) } }
        return Table(groups: bySubregion) {
            Column(texts[.code]) { Cell(countries[$0].code, .bold) }
            Column(texts[.country], .shrinkable(minimum: 9)) { countries[$0].name.text(for: language) }
            cells
        }
    }

    /// What the members of a forum owe as one, which no country is charged with.
    private var joint: [JointRow] { snapshot.jointRows(columns) }

    private var jointTable: Table {
        let cells = columns.enumerated().map { place, target in
            Column(heading(target)) { (row: JointRow) in
                Cell(
                    signs.mark(row.cells[place].cell.progress) + signs.flags(row.cells[place].cell)
                        + (row.cells[place].parts?.fraction.map { " " + $0 } ?? ""),
                    signs.style(row.cells[place].cell.progress))
            }
        }
        return Table(joint) {
            Column(texts[.forum]) { Cell(snapshot.forums[$0.forum].forum.definition.shortName(for: language), .bold) }
            cells
        }
    }

    /// What the columns stand for.
    private var titles: Table {
        Table(columns) {
            Column(measure == nil ? texts[.measure] : texts[.line]) { Cell(heading($0), .bold) }
            Column(texts[.title], .wrappable(minimum: 30)) { title(of: $0) }
        }
    }

    /// A cell's mark and flags; beside a measure as a whole stands how many of its parts have a word.
    private func cell(_ target: TargetIndex, _ country: CountryIndex) -> Cell {
        let cell = snapshot[target, country]
        return Cell(
            signs.mark(cell.progress) + signs.flags(cell) + snapshot.partsWithLevel(target, country),
            signs.style(cell.progress))
    }

    /// The countries by subregion, in the order of the regions' file; within one by code.
    private var bySubregion: [(title: String?, items: [CountryIndex])] {
        let table = snapshot.workspace.countries
        var groups: [(title: String?, items: [CountryIndex])] = table.regions.compactMap { region in
            let members = countries.filter { table[$0].subregion == region.id }
            return members.isEmpty ? nil : (region.name.text(for: language), members)
        }
        let known = Set(groups.flatMap(\.items))
        let rest = countries.filter { !known.contains($0) }
        if !rest.isEmpty { groups.append((nil, rest)) }
        return groups
    }

    private var document: Document {
        let source = snapshot.records
        @Sendable func cells(_ target: TargetIndex) -> [CellRecord] {
            source.cells(target, countries) + source.jointCells(target)
        }
        func row(_ target: TargetIndex) -> MatrixDocument.Row {
            MatrixDocument.Row(source: source, target: target, cells: cells(target))
        }
        return document(
            MatrixDocument(
                source: source, measure: measure?.id, rows: targets.map(row),
                whole: measure?.lines.isEmpty == false ? whole.map(row) : nil, coverage: coverage),
            rows: { [columns] in columns.flatMap(cells) })
    }
}
