import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization
import Languages

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
        let language = try workspaceOptions.language(in: environment)
        let catalogue = Catalogue.catalogue(for: language)
        let workspace = try workspaceOptions.load(in: environment)
        let snapshot = try arguments.snapshot(of: workspace, in: environment, catalogue)
        let view = MatrixView(
            snapshot: snapshot, measure: try measure.map { try Self.measure($0, in: workspace.framework, catalogue) },
            countries: try countryArguments.countries(of: snapshot, catalogue), language: language)
        let presentation = view.presentation(limits: arguments.description(snapshot, catalogue))
        return workspaceOptions.show(presentation, of: snapshot, in: environment, catalogue)
    }

    /// The measure that a person names by number or code.
    static func measure(_ name: String, in framework: Framework, _ catalogue: Catalogue) throws -> Framework.Measure {
        if let measure = framework.measure(name.uppercased()) { return measure }
        throw Misuse.unknown(
            catalogue.text(\.unknownMeasure, ["name": name]), name, in: framework.measures.map(\.id), catalogue)
    }
}

/// What `matrix` shows: some targets of the framework and some countries, cell by cell.
struct MatrixView {
    let snapshot: Snapshot
    let measure: Framework.Measure?
    let countries: [CountryIndex]
    let language: Language
    private var catalogue: Catalogue { .catalogue(for: language) }
    private var signs: Signs { Signs(scale: snapshot.workspace.settings.scale, language: language) }
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
        var presentation = Presentation(title: title, json: json)
        presentation.lines = limits
        presentation.sections = [
            Presentation.Section(table: table, isMain: true), Presentation.Section(table: titles),
        ]
        presentation.footer = footer
        return presentation
    }

    private var title: String {
        let name = framework.name.text(for: language)
        guard let measure else { return catalogue.text(\.allMeasures, ["framework": name]) }
        return catalogue.text(
            \.matrixTitle,
            ["framework": name, "measure": measure.id, "title": measure.title.text(for: language)])
    }

    private func heading(_ target: TargetIndex) -> String {
        target == whole && targets != [target] ? "\(framework[target].id)*" : framework[target].id
    }

    private var table: Table {
        var table = Table(
            [
                Table.Column(catalogue.code, key: "country"),
                Table.Column(catalogue.country, key: "name", .shrinkable(minimum: 9)),
            ] + columns.map { Table.Column(heading($0), key: framework[$0].id) }, groupKey: "subregion")
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
            Table.Column(measure == nil ? catalogue.measure : catalogue.line),
            Table.Column(catalogue.title, .wrappable(minimum: 30)),
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
            signs.mark(cell.progress) + signs.flags(cell) + share, signs.style(cell.progress),
            export: signs.code(cell.progress))
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
        let kinds = Set(shown.compactMap(\.nothing))
        return signs.legend(
            staleAfterMonths: snapshot.workspace.settings.consolidation.staleAfterMonths, kinds: kinds)
            + (whole != nil && targets != [whole]
                ? [catalogue.text(\.wholeMeasure, ["mark": heading(columns[columns.count - 1])])] : [])
            + catalogue.closing(coverage, rejected: snapshot.rejected)
            + catalogue.fallbacks(of: columns.map(framework.title))
    }
}

extension MatrixView {
    /// The documented document of `matrix --format json`.
    private var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("asOf", .string(snapshot.options.asOf.description)), .init("framework", .string(framework.id)),
            .init("measure", .text(measure?.id)), .init("rule", .string(snapshot.rule.rawValue)),
            .init("lines", .array(targets.map(line))),
        ]
        if let whole, measure?.lines.isEmpty == false { members.append(.init("whole", line(whole))) }
        members += [
            .init("coverage", coverage.json), .init("rejected", .integer(snapshot.rejected)),
            .init("failures", snapshot.failuresJSON),
        ]
        return .object(members)
    }

    private func line(_ target: TargetIndex) -> JSONValue {
        [
            "id": .string(framework[target].id), "title": .string(framework.title(of: target).text(for: language)),
            "cells": .array(countries.map { cellJSON(target, $0) }),
        ]
    }
}

extension MatrixView {
    /// The cell as documented; a measure as a whole also tells how many of its parts have a word.
    private func cellJSON(_ target: TargetIndex, _ country: CountryIndex) -> JSONValue {
        let json = snapshot[target, country].json(of: snapshot.workspace.countries[country].code, signs)
        let parts = snapshot.parts(target, country)
        guard !parts.isEmpty, case .object(let members) = json else { return json }
        let known = parts.filter { $0.cell.progress.rank != nil }.count
        return .object(
            members + [.init("parts", ["withProgress": .integer(known), "of": .integer(parts.count)])])
    }
}

extension Harmonization.Cell {
    /// The cell as documented for `matrix --format json`.
    func json(of country: String, _ signs: Signs) -> JSONValue {
        [
            "country": .string(country), "progress": progress.nothing == nil ? .string(signs.code(progress)) : .null,
            "nothing": .text(progress.nothing?.rawValue),
            "spread": spread.map {
                [.string(signs.code(rank: $0.lowerBound)), .string(signs.code(rank: $0.upperBound))]
            } ?? .null,
            "divergent": .bool(isDivergent), "contradicted": .bool(isContradicted), "stale": .bool(isStale),
            "overdue": .bool(isOverdue), "newest": .text(newest?.description), "contributions": .integer(contributions),
            "addressed": .integer(addressed),
        ]
    }
}

extension Coverage {
    /// The coverage as documented: counts and the share of addressed cells with a word on progress.
    var json: JSONValue {
        [
            "cells": .integer(cells), "addressed": .integer(addressed), "withProgress": .integer(withProgress),
            "stale": .integer(stale), "divergent": .integer(divergent), "share": share.map { .number($0) } ?? .null,
        ]
    }

    /// The share of addressed cells that have a word on progress, 0...1, rounded to a thousandth; nil without any.
    var share: Double? { roundedShare(withProgress, of: addressed) }
}

extension Catalogue {
    /// The lines that stand below every total: coverage, age, divergence, rejected rows.
    func closing(_ coverage: Coverage, rejected: Int) -> [String] {
        let share = percent(coverage.withProgress, of: coverage.addressed, in: language)
        var lines = [
            coverage.addressed == 0
                ? nobodyAsked
                : text(
                    \.coverage,
                    [
                        "known": String(coverage.withProgress), "addressed": String(coverage.addressed),
                        "share": share,
                    ])
        ]
        if coverage.stale > 0 { lines.append(text(\.staleCells, ["count": String(coverage.stale)])) }
        if coverage.divergent > 0 { lines.append(text(\.divergentCells, ["count": String(coverage.divergent)])) }
        lines.append(rejected == 0 ? noRejectedRows : text(\.rejectedRows, ["count": String(rejected)]))
        return lines
    }

    /// How many of some titles are shown in another language than this one; nothing where all have a text.
    func fallbacks(of titles: [LocalizedText]) -> [String] {
        let missing = titles.filter { $0.wording(for: language).language != language }.count
        guard missing > 0 else { return [] }
        return [text(\.translationsMissing, ["count": String(missing), "total": String(titles.count)])]
    }

    /// A share as whole percent, in CSV as a number from 0 to 1; a dash, there nothing, where nothing could be shared.
    func share(_ part: Int, of whole: Int) -> Cell {
        Cell(percent(part, of: whole, in: language), export: roundedShare(part, of: whole).map { String($0) } ?? "")
    }
}

/// A share, 0...1, rounded to a thousandth; nil of nothing.
private func roundedShare(_ part: Int, of whole: Int) -> Double? {
    whole == 0 ? nil : Double((part * 1000 + whole / 2) / whole) / 1000
}
