import ArgumentParser
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import JSON
import Localization
import Records

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
        let texts = try workspaceOptions.texts(in: environment)
        let workspace = try workspaceOptions.load(in: environment)
        let snapshot = try arguments.snapshot(of: workspace, in: environment, texts)
        let view = CountryView(
            snapshot: snapshot, country: try CountryArguments.country(country, in: snapshot, texts),
            measure: try measure.map { try MatrixCommand.measure($0, in: workspace.framework, texts) },
            texts: texts)
        let presentation = view.presentation(limits: arguments.description(snapshot, texts))
        return workspaceOptions.show(presentation, of: snapshot, in: environment, texts)
    }
}

/// What `country` shows.
struct CountryView {
    let snapshot: Snapshot
    let country: CountryIndex
    let measure: Framework.Measure?
    let texts: Texts
    private var language: Language { texts.language }
    private var signs: Signs { Signs(scale: snapshot.workspace.settings.scale, texts: texts) }
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
        forum.assessments(of: country).map { (forum.forum[$0.0], $0.1) }.filter { isShown($0.0) }
    }

    private func isShown(_ commitment: Commitment) -> Bool {
        guard let measure else { return true }
        return commitment.alignments.contains { framework.measure(of: $0.target).id == measure.id }
    }

    /// The presentation, in every format.
    func presentation(limits: [String]) -> Presentation {
        var presentation = Presentation(
            title: texts[.countryTitle, ["country": entry.name.text(for: language)]], document: document)
        presentation.lines = limits
        let tallies = snapshot.forums.map { forum in
            Tally(of: asked(forum).map(\.assessment), levelCount: signs.scale.levels.count)
        }
        let columns = TallyColumns(for: tallies, signs: signs)
        presentation.sections = [
            Presentation.Section(heading: texts[.terminalStandingsInForums], table: forums(tallies, columns))
        ]
        if !targets.isEmpty {
            presentation.sections.append(Presentation.Section(heading: texts[.measuresAndLines], table: lines))
        }
        if tallies.contains(where: { $0.total + $0.outside.count > 0 }) {
            presentation.sections.append(
                Presentation.Section(heading: texts[.commitmentsByForum], table: commitments))
        }
        if !owed.items.isEmpty {
            presentation.sections.append(Presentation.Section(heading: texts[.dueTitle], table: owed.table))
        }
        let differing = differing
        if !differing.cells.isEmpty {
            presentation.sections.append(
                Presentation.Section(heading: texts[.divergencesTitle], table: differing.table))
        }
        presentation.footer = footer
        return presentation
    }

    /// What the country owes and has not given; not shown when only one measure is asked for.
    private var owed: DueView {
        let items = measure == nil ? snapshot.obligations(of: [country]).filter(\.obligation.state.isOpen) : []
        return DueView(snapshot: snapshot, items: items, all: items, texts: texts)
    }

    private var footer: [String] {
        let progress =
            targets.map { snapshot[$0, country].progress }
            + snapshot.forums.flatMap { asked($0).map(\.assessment.progress) }
        return signs.legend(
            staleAfterMonths: snapshot.workspace.settings.consolidation.staleAfterMonths,
            kinds: Set(progress.compactMap(\.missing)))
            + texts.closing(coverage, rejected: snapshot.rejected)
            + texts.fallbacks(
                of: targets.map(framework.title)
                    + snapshot.forums.flatMap { asked($0).map(\.commitment.title) })
    }

    /// What the country is to each forum, and what that forum's commitments say of it.
    private func forums(_ tallies: [Tally], _ columns: TallyColumns) -> Table {
        var table = Table(
            [
                Table.Column(texts[.forum], .shrinkable(minimum: 8)),
                Table.Column(texts[.standing], .shrinkable(minimum: 10)),
                Table.Column(texts[.since]),
                Table.Column(texts[.commitmentsShort], alignment: .right),
            ] + columns.columns)
        for (forum, tally) in zip(snapshot.forums, tallies) {
            let definition = forum.forum.definition
            let standing = definition.membership(of: entry.code, on: snapshot.asOf)
            table.add(
                [
                    Cell(definition.shortName(for: language), .bold),
                    Cell(
                        standing.map { texts[$0] } ?? texts[.noStanding],
                        standing == .member ? .plain : .dim),
                    Cell(definition.since(of: entry.code, on: snapshot.asOf)), Cell(count: asked(forum).count),
                ] + columns.cells(tally))
        }
        return table
    }

    /// One row for each measure and line to which a commitment is aligned.
    private var lines: Table {
        var table = Table([
            Table.Column(texts[.line]),
            Table.Column(texts[.progress], .wrappable(minimum: 16)),
            Table.Column(texts[.terminalNewest]),
            Table.Column(texts[.contributionsShort], alignment: .right),
            Table.Column(texts[.title], .shrinkable(minimum: 24)),
        ])
        for target in targets {
            let cell = snapshot[target, country]
            table.add([
                Cell(framework[target].id, framework[target].line == nil ? .bold : .plain),
                Cell(
                    signs.mark(cell.progress).trimmingEnd + signs.flags(cell) + share(target) + " "
                        + signs.name(cell.progress), signs.style(cell.progress)),
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
            Table.Column(texts[.commitment]),
            Table.Column(texts[.standing], .shrinkable(minimum: 8)),
            Table.Column(texts[.progress], .wrappable(minimum: 14)),
            Table.Column(texts[.date]),
            Table.Column(texts[.title], .shrinkable(minimum: 16)),
        ])
        for forum in snapshot.forums {
            let asked = asked(forum)
            if asked.isEmpty { continue }
            table.addGroup(forum.forum.definition.shortName(for: language))
            for (commitment, assessment) in asked {
                table.add([
                    Cell(commitment.id, .bold),
                    Cell(
                        texts[assessment.standing],
                        assessment.standing.counts ? .plain : .dim),
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
    /// What `--format json` and `--format csv` give.
    private var document: Document {
        let source = snapshot.records
        let late = snapshot.obligations(of: [country]).count { $0.obligation.state == .overdue }
        let (targets, country) = (targets, country)
        return Document(
            CountryPage(
                source: source,
                country: CountryDocument(
                    source, CountryRecord(source, country, coverage, overdue: late), of: country, targets: targets,
                    assessments: { forum in
                        forum.assessments(of: country).filter { isShown(forum.forum[$0.0]) }
                    }, owed: owed.items, differing: differing.cells)),
            rows: { source.cells(targets, country) }, in: snapshot.layout(language))
    }
}
