import ArgumentParser
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

/// `followup country`: one country across all forums.
struct CountryCommand: PictureCommand {
    static let configuration = CommandConfiguration(
        commandName: "country",
        abstract: "One country across the forums: its standings, its progress, its commitments, where forums differ.",
        usage: "followup country <country> [<option> ...]",
        discussion: "For example: followup country CRI. Why a word is what it is: followup explain CRI 67.2")

    @Argument(help: ArgumentHelp("The country, by its alpha-3 code.", valueName: "country"), completion: .countries)
    var country: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var arguments: SnapshotArguments
    @OptionGroup var measureOption: MeasureOption

    func view(of snapshot: Snapshot, _ texts: Texts) throws -> CountryView {
        CountryView(
            snapshot: snapshot, country: try CountryArguments.country(country, in: snapshot, texts),
            measure: try measureOption.measure(of: snapshot, texts), texts: texts)
    }
}

/// What `country` shows.
struct CountryView: PictureView {
    let snapshot: Snapshot
    let country: CountryIndex
    let measure: Framework.Measure?
    let texts: Texts
    private var entry: Country { snapshot.workspace.countries[country] }

    /// The measures and lines that are shown: those to which a commitment is aligned.
    private var targets: [TargetIndex] {
        snapshot.targets(ofMeasure: measure).filter { snapshot.alignedCount($0) > 0 }
    }

    private var coverage: Coverage { snapshot.coverage(of: targets, countries: [country]) }

    private var differing: [DifferingCell] { snapshot.differingCells(among: targets, countries: [country]) }

    /// A commitment that asks the country, with what it says of the country.
    private typealias Asked = (forum: ForumSnapshot, commitment: Commitment, assessment: Assessment)

    /// The commitments of a forum that ask the country; with a measure only those aligned to it.
    private func asked(_ forum: ForumSnapshot) -> [Asked] {
        forum.assessments(of: country).map { (forum, forum.forum[$0.0], $0.1) }.filter { isShown($0.commitment) }
    }

    private func isShown(_ commitment: Commitment) -> Bool {
        guard let measure else { return true }
        return commitment.alignments.contains { framework.measure(of: $0.target).id == measure.id }
    }

    func presentation(limits: [String]) -> Presentation {
        let asked = snapshot.forums.map(asked)
        let all = asked.flatMap(\.self)
        let progress = targets.map { snapshot[$0, country].progress } + all.map(\.assessment.progress)
        return Presentation(
            title: texts[.countryTitle, ["country": entry.name.text(for: language)]],
            lines: [record.summary.text(in: texts)] + limits,
            sections: [
                Presentation.Section(heading: texts[.terminalStandingsInForums], table: forumTable(asked)),
                .ifAny(texts[.measuresAndLines], lineTable), .ifAny(texts[.commitmentsByForum], commitmentTable(asked)),
                .ifAny(texts[.dueTitle], owed.table), .ifAny(texts[.divergencesTitle], table(of: differing)),
            ],
            footer: legend(Set(progress.compactMap(\.missing))) + closing(coverage)
                + fallbacks(of: targets.map(framework.title) + all.map(\.commitment.title)),
            document: document)
    }

    /// What the country owes and has not given; not shown when only one measure is asked for.
    private var owed: DueView {
        let items = measure == nil ? snapshot.obligations(of: [country]).filter(\.obligation.state.isOpen) : []
        return DueView(snapshot: snapshot, items: items, all: items, texts: texts)
    }

    /// What the country is to each forum, and what that forum's commitments say of it.
    private func forumTable(_ asked: [[Asked]]) -> Table {
        let tallies = asked.map { Tally(of: $0.map(\.assessment), levelCount: scale.levels.count) }
        let rows = zip(snapshot.forums, tallies).map { (definition: $0.forum.definition, tally: $1) }
        let counts = TallyColumns(for: tallies, signs: signs)
        return Table(Array(zip(rows, asked))) {
            Column(texts[.forum], .shrinkable(minimum: 8)) { Cell($0.0.definition.shortName(for: language), .bold) }
            Column(texts[.standing], .shrinkable(minimum: 10)) { standing(in: $0.0.definition) }
            Column(texts[.since]) { $0.0.definition.since(of: entry.code, on: snapshot.asOf) }
            Column(texts[.commitmentsShort]) { $0.1.count }
            counts.all { $0.0.tally }
        }
    }

    private func standing(in forum: ForumDefinition) -> Cell {
        let standing = forum.membership(of: entry.code, on: snapshot.asOf)
        return Cell(standing.map { texts[$0] } ?? texts[.noStanding], standing == .member ? .plain : .dim)
    }

    /// One row for each measure and line to which a commitment is aligned.
    private var lineTable: Table {
        Table(targets.map { (target: $0, cell: snapshot[$0, country]) }) {
            Column(texts[.line]) { Cell(framework[$0.target].id, framework[$0.target].line == nil ? .bold : .plain) }
            Column(texts[.progress], .wrappable(minimum: 16)) { target, cell in
                let share = snapshot.partsWithLevel(target, country)
                return signs.cell(cell.progress, flags: signs.flags(cell) + share)
            }
            Column(texts[.terminalNewest]) { $0.cell.newest }
            Column(texts[.contributionsShort]) { $0.cell.contributions }
            Column(texts[.title], .shrinkable(minimum: 24)) { title(of: $0.target) }
        }
    }

    /// The commitments that ask the country, forum by forum, with the forum's own word.
    private func commitmentTable(_ asked: [[Asked]]) -> Table {
        Table(groups: asked.compactMap { asked in asked.first.map { ($0.forum.shortName(for: language), asked) } }) {
            Column(texts[.commitment]) { Cell($0.commitment.id, .bold) }
            Column(texts[.standing], .shrinkable(minimum: 8)) { asked in
                Cell(texts[asked.assessment.standing], asked.assessment.standing.counts ? .plain : .dim)
            }
            Column(texts[.progress], .wrappable(minimum: 14)) { forum, _, assessment in
                signs.cell(
                    assessment.progress, flags: assessment.isOverdue ? "!" : "", word: forum.word(of: assessment)?.word)
            }
            Column(texts[.date]) { $0.forum.date(of: $0.assessment) }
            Column(texts[.title], .shrinkable(minimum: 16)) { $0.commitment.title.text(for: language) }
        }
    }

    private var record: CountryRecord {
        let states = snapshot.obligations(of: [country]).map { ($0.obligation.state, 1) }
        return CountryRecord(snapshot.records, country, targets, owed: Dictionary(states, uniquingKeysWith: +))
    }

    private var document: Document {
        let source = snapshot.records
        let (targets, country) = (targets, country)
        let content = CountryDocument(
            source, record, of: country, targets: targets,
            assessments: { forum in forum.assessments(of: country).filter { isShown(forum.forum[$0.0]) } },
            owed: owed.items, differing: differing)
        return document(
            PicturePage(source: source, content: content), rows: { source.cells(targets, country) })
    }
}
