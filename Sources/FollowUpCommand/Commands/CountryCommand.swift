import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Languages

/// `followup country`: one country across all forums.
struct CountryCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "country",
        abstract: "One country across the forums: its standings, its progress, its commitments, where forums differ.",
        usage: "followup country <country> [<option> ...]",
        discussion: "For example: followup country CRI. Why a word is what it is: followup explain CRI 67.2")

    @Argument(help: ArgumentHelp("The country, by its alpha-3 code.", valueName: "country"))
    var country: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var arguments: SnapshotArguments

    @Option(name: .long, help: ArgumentHelp("Only this measure and its lines, as 67 or F.67.", valueName: "measure"))
    var measure: String?

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let language = try workspaceOptions.language(in: environment)
        let catalogue = Catalogue.catalogue(for: language)
        let workspace = try workspaceOptions.load(in: environment)
        let snapshot = try arguments.snapshot(of: workspace, in: environment, catalogue)
        let view = CountryView(
            snapshot: snapshot, country: try CountryArguments.country(country, in: snapshot, catalogue),
            measure: try measure.map { try MatrixCommand.measure($0, in: workspace.framework, catalogue) },
            language: language)
        let presentation = view.presentation(limits: arguments.description(snapshot, catalogue))
        return workspaceOptions.show(presentation, of: snapshot, in: environment, catalogue)
    }
}

/// What `country` shows.
struct CountryView {
    let snapshot: Snapshot
    let country: CountryIndex
    let measure: Framework.Measure?
    let language: Language
    private var catalogue: Catalogue { .catalogue(for: language) }
    private var signs: Signs { Signs(scale: snapshot.workspace.settings.scale, language: language) }
    private var framework: Framework { snapshot.workspace.framework }
    private var entry: Country { snapshot.workspace.countries[country] }

    /// The measures and lines that are shown: those to which a commitment is aligned.
    private var targets: [TargetIndex] {
        snapshot.targets(ofMeasure: measure).filter { snapshot.alignedCount($0) > 0 }
    }

    private var differing: DifferingWords {
        DifferingWords(
            cells: snapshot.differingCells(among: targets, countries: [country]), snapshot: snapshot, signs: signs)
    }

    private var coverage: Coverage { snapshot.coverage(of: targets, countries: [country]) }

    /// The commitments of a forum that ask the country; with a measure only those aligned to it.
    private func asked(_ forum: ForumSnapshot) -> [(commitment: Commitment, assessment: Assessment)] {
        forum.forum.commitments.enumerated().compactMap { place, commitment in
            guard commitment.isTracked, isShown(commitment),
                let assessment = forum.assessment(of: country, in: CommitmentIndex(place))
            else { return nil }
            return (commitment, assessment)
        }
    }

    private func isShown(_ commitment: Commitment) -> Bool {
        guard let measure else { return true }
        return commitment.alignments.contains { framework.measure(of: $0.target).id == measure.id }
    }

    /// The presentation, in every format.
    func presentation(limits: [String]) -> Presentation {
        var presentation = Presentation(
            title: catalogue.text(\.countryTitle, ["country": entry.name.text(for: language)]), json: json)
        presentation.lines = limits
        let tallies = snapshot.forums.map { forum in
            Tally(of: asked(forum).map(\.assessment), levelCount: signs.scale.levels.count)
        }
        let columns = TallyColumns(for: tallies, signs: signs)
        presentation.sections = [
            Presentation.Section(heading: catalogue.standingsInForums, table: forums(tallies, columns))
        ]
        if !targets.isEmpty {
            presentation.sections.append(Presentation.Section(heading: catalogue.measuresAndLines, table: lines))
        }
        if tallies.contains(where: { $0.total + $0.outside.count > 0 }) {
            presentation.sections.append(
                Presentation.Section(heading: catalogue.commitmentsByForum, table: commitments))
        }
        if !owed.items.isEmpty {
            presentation.sections.append(Presentation.Section(heading: catalogue.dueTitle, table: owed.table))
        }
        presentation.csv = lines
        let differing = differing
        if !differing.cells.isEmpty {
            presentation.sections.append(
                Presentation.Section(heading: catalogue.divergencesTitle, table: differing.table))
        }
        presentation.footer = footer
        return presentation
    }

    /// What the country owes and has not given; not shown when only one measure is asked for.
    private var owed: DueView {
        let items = measure == nil ? snapshot.obligations(of: [country]).filter(\.obligation.state.isOpen) : []
        return DueView(snapshot: snapshot, items: items, all: items, language: language)
    }

    private var footer: [String] {
        let progress =
            targets.map { snapshot[$0, country].progress }
            + snapshot.forums.flatMap { asked($0).map(\.assessment.progress) }
        return signs.legend(
            staleAfterMonths: snapshot.workspace.settings.consolidation.staleAfterMonths,
            kinds: Set(progress.compactMap(\.nothing)))
            + catalogue.closing(coverage, rejected: snapshot.rejected)
            + catalogue.fallbacks(
                of: targets.map(framework.title)
                    + snapshot.forums.flatMap { asked($0).map(\.commitment.title) })
    }

    /// What the country is to each forum, and what that forum's commitments say of it.
    private func forums(_ tallies: [Tally], _ columns: TallyColumns) -> Table {
        var table = Table(
            [
                Table.Column(catalogue.forum, key: "forum", .shrinkable(minimum: 8)),
                Table.Column(catalogue.standing, key: "standing", .shrinkable(minimum: 10)),
                Table.Column(catalogue.since, key: "since"),
                Table.Column(catalogue.commitmentsShort, key: "commitments", alignment: .right),
            ] + columns.columns)
        for (forum, tally) in zip(snapshot.forums, tallies) {
            let definition = forum.forum.definition
            let standing = definition.membership(of: entry.code, on: snapshot.asOf)
            table.add(
                [
                    Cell(definition.shortName(for: language), .bold, export: definition.id),
                    Cell(
                        standing.map { catalogue.words.memberships[$0] } ?? catalogue.noStanding,
                        standing == .member ? .plain : .dim, export: standing?.rawValue ?? ""),
                    Cell(definition.since(of: entry.code, on: snapshot.asOf)), Cell(count: asked(forum).count),
                ] + columns.cells(tally))
        }
        return table
    }

    /// One row for each measure and line to which a commitment is aligned.
    private var lines: Table {
        var table = Table([
            Table.Column(catalogue.line, key: "line"),
            Table.Column(catalogue.progress, key: "progress", .wrappable(minimum: 16)),
            Table.Column(catalogue.newest, key: "newest"),
            Table.Column(catalogue.contributionsShort, key: "contributions", alignment: .right),
            Table.Column(catalogue.title, key: "title", .shrinkable(minimum: 24)),
        ])
        for target in targets {
            let cell = snapshot[target, country]
            table.add([
                Cell(framework[target].id, framework[target].line == nil ? .bold : .plain),
                Cell(
                    signs.mark(cell.progress).trimmingEnd + signs.flags(cell) + share(target) + " "
                        + signs.name(cell.progress), signs.style(cell.progress), export: signs.code(cell.progress)),
                Cell(cell.newest), Cell(count: cell.contributions),
                Cell(framework.title(of: target).text(for: language)),
            ])
        }
        return table
    }

    /// How many of a measure's parts have a word, as in the matrix.
    private func share(_ target: TargetIndex) -> String {
        let parts = snapshot.parts(target, country)
        let known = parts.filter { $0.cell.progress.rank != nil }.count
        return parts.isEmpty || known == 0 ? "" : " \(known)/\(parts.count)"
    }

    /// The commitments that ask the country, forum by forum, with the forum's own word.
    private var commitments: Table {
        var table = Table([
            Table.Column(catalogue.commitment, key: "commitment"),
            Table.Column(catalogue.standing, key: "standing", .shrinkable(minimum: 8)),
            Table.Column(catalogue.progress, key: "progress", .wrappable(minimum: 14)),
            Table.Column(catalogue.date, key: "date"),
            Table.Column(catalogue.title, key: "title", .shrinkable(minimum: 16)),
        ])
        for forum in snapshot.forums {
            let asked = asked(forum)
            if asked.isEmpty { continue }
            table.addGroup(forum.forum.definition.shortName(for: language))
            for (commitment, assessment) in asked {
                table.add([
                    Cell(commitment.id, .bold),
                    Cell(
                        catalogue.words.standings[assessment.standing],
                        assessment.standing.counts ? .plain : .dim, export: assessment.standing.rawValue),
                    signs.cell(
                        assessment.progress, word: forum.word(of: assessment), isOverdue: assessment.isOverdue),
                    Cell(forum.date(of: assessment)), Cell(commitment.title.text(for: language)),
                ])
            }
        }
        return table
    }
}

extension CountryView {
    /// The document of `country --format json`:
    /// `{"asOf","framework","country","name","forums":[{"id","name","standing":null|"member"…,"since",
    /// "commitments":[{"id","localId","title","standing","reason","progress","nothing","word","date","overdue"}]}],
    /// "lines":[{"line","title",…cell as in matrix…}],"divergences":[as in divergences],"coverage","rejected"}`.
    ///
    /// `forums` has every forum of the picture, also those to which the country is nothing. `reason` is the id of the
    /// rule behind the standing, `word` the forum's own word that gave the progress.
    private var json: JSONValue {
        [
            "asOf": .string(snapshot.options.asOf.description), "framework": .string(framework.id),
            "country": .string(entry.code), "name": .string(entry.name.text(for: language)),
            "forums": .array(snapshot.forums.map(json)), "lines": .array(targets.map(json)),
            "obligations": .array(owed.items.map(owed.json)), "divergences": differing.json, "coverage": coverage.json,
            "rejected": .integer(snapshot.rejected), "failures": snapshot.failuresJSON,
        ]
    }

    private func json(_ forum: ForumSnapshot) -> JSONValue {
        let definition = forum.forum.definition
        return [
            "id": .string(definition.id), "name": .string(definition.name.text(for: language)),
            "standing": .text(definition.membership(of: entry.code, on: snapshot.asOf)?.rawValue),
            "since": .text(definition.since(of: entry.code, on: snapshot.asOf)?.description),
            "commitments": .array(
                asked(forum).map { commitment, assessment in
                    let members: [JSONValue.Member] = [
                        .init("id", .string(commitment.id)), .init("localId", .text(commitment.number)),
                        .init("title", .string(commitment.title.text(for: language))),
                        .init("standing", .string(assessment.standing.rawValue)),
                        .init("reason", .string(assessment.basis.standingRule)),
                    ]
                    return .object(
                        members + signs.json(assessment.progress)
                            + [
                                .init("word", .text(forum.word(of: assessment)?.word)),
                                .init("date", .text(forum.date(of: assessment)?.description)),
                                .init("overdue", .bool(assessment.isOverdue)),
                            ])
                }),
        ]
    }

    private func json(_ target: TargetIndex) -> JSONValue {
        guard case .object(let members) = snapshot[target, country].json(of: entry.code, signs) else {
            preconditionFailure("a cell is documented as an object")
        }
        return .object(
            [
                .init("line", .string(framework[target].id)),
                .init("title", .string(framework.title(of: target).text(for: language))),
            ] + members)
    }
}
