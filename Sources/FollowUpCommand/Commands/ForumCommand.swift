import ArgumentParser
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

/// `followup forum`: one forum, its members, its commitments and its words.
struct ForumCommand: PictureCommand {
    static let configuration = CommandConfiguration(
        commandName: "forum",
        abstract: "One forum: its members, its commitments and what their parties did, its words and rules.",
        usage: "followup forum <forum> [<option> ...]",
        discussion: "For example: followup forum mercosur --as-of 2017-08-05")

    @Argument(
        help: ArgumentHelp("The forum, by its id: the name of its folder.", valueName: "forum"), completion: .forums)
    var id: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var arguments: SnapshotArguments

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        guard arguments.forum.isEmpty else {
            throw UsageError(try workspaceOptions.texts(in: environment)[.oneForumOnly])
        }
        var only = arguments
        only.forum = [id]
        return try show(only, in: environment)
    }

    func view(of snapshot: Snapshot, _ texts: Texts) -> ForumView {
        ForumView(snapshot: snapshot, forum: snapshot.forums[0], texts: texts)
    }
}

/// What `forum` shows.
struct ForumView: PictureView {
    /// The picture of this forum alone.
    let snapshot: Snapshot
    let forum: ForumSnapshot
    let texts: Texts
    private var definition: ForumDefinition { forum.forum.definition }

    /// The coverage of what the forum's commitments are aligned to, by every country of the picture.
    private var coverage: Coverage {
        let targets = framework.targets.indices.map(TargetIndex.init).filter { snapshot.alignedCount($0) > 0 }
        return snapshot.coverage(of: targets, countries: snapshot.countries)
    }

    func presentation(limits: [String]) -> Presentation {
        let commitments = forum.forum.commitments
        let tallies = commitments.indices.map {
            forum.assessments(of: CommitmentIndex($0)).tally(levelCount: scale.levels.count)
        }
        let counts = TallyColumns(for: tallies, signs: signs)
        return Presentation(
            title: texts[.forumTitle, ["forum": definition.name.text(for: language)]],
            lines: [record.summary?.text(in: texts)].compactMap(\.self) + limits + description,
            sections: [
                Presentation.Section(heading: texts[.members], table: memberTable),
                Presentation.Section(heading: texts[.commitments], table: commitmentTable),
                Presentation.Section(heading: texts[.progressOfParties], table: progressTable(tallies, counts)),
                Presentation.Section(heading: texts[.terminalStatusWords], table: wordTable),
                .ifAny(texts[.terminalRulesOfTheForum], ruleTable),
            ],
            footer: counts.legend + closing(coverage) + fallbacks(of: commitments.map(\.title)), document: document)
    }

    /// Kind, whether it still works, and the module that reads it.
    private var description: [String] {
        let dormant = definition.dormantSince.map { " · " + texts[.dormantSince, ["date": $0.description]] } ?? ""
        let summary = forum.forum.metadata.summary.text(for: language)
        return [
            "\(definition.id) · \(texts[definition.kind])" + dormant
                + (forum.dataUntil.map { " · " + texts[.dataUntil, ["date": $0.description]] } ?? ""),
            texts[.terminalReadBy, ["module": definition.module, "summary": summary]],
        ]
    }

    /// The members by standing, with their codes in alphabetical order.
    private var memberTable: Table {
        let members = definition.parties.parties.filter { $0.country != nil }.map { party in
            (code: party.id, standing: definition.membership(of: party.id, on: snapshot.asOf))
        }
        let rows = MembershipStanding.allCases.map { standing in
            (standing: standing, codes: members.filter { $0.standing == standing }.map(\.code))
        }
        return Table(rows.filter { !$0.codes.isEmpty }) {
            Column(texts[.standing]) { texts[$0.standing] }
            Column(texts[.count]) { $0.codes.count }
            Column(texts[.countries], .wrappable(minimum: 24)) { $0.codes.joined(separator: " ") }
        }
    }

    /// What each commitment is.
    private var commitmentTable: Table {
        Table(forum.forum.commitments) {
            Column(texts[.commitment]) { Cell($0.id, .bold) }
            Column(texts[.title], .wrappable(minimum: 24)) { commitment in
                (commitment.number.map { "\($0)\n" } ?? "") + commitment.title.text(for: language)
            }
            Column(texts[.legalForceShort]) { texts[$0.legalForce] }
            Column(texts[.adopted]) { $0.adopted }
            Column(texts[.deadline], .wrappable(minimum: 10)) { $0.deadline?.text(in: texts, \.description) }
        }
    }

    /// How far the parties of each commitment are, and what it is aligned to.
    private func progressTable(_ tallies: [Tally], _ counts: TallyColumns) -> Table {
        Table(zip(forum.forum.commitments, tallies).map { (commitment: $0, tally: $1) }) {
            Column(texts[.commitment]) { Cell($0.commitment.id, .bold) }
            counts.all(\.tally)
            Column(texts[.alignedTo], .wrappable(minimum: 12)) { commitment, _ in
                guard commitment.isTracked else { return Cell(texts[.notFollowedUp], .dim) }
                return Cell(commitment.alignments.map { framework[$0.target].id }.joined(separator: " "))
            }
        }
    }

    /// The forum's own words and how each is read; the words of rounds stand below the round's name.
    private var wordTable: Table {
        var uses = [Int](repeating: 0, count: definition.statusWords.count)
        for status in forum.forum.reports.statuses { uses[Int(status.rawValue)] += 1 }
        func rows(_ vocabulary: Vocabulary) -> [(word: StatusWord, uses: Int)] {
            vocabulary.words.enumerated().map { ($1, uses[vocabulary.firstIndex + $0]) }
        }
        let rounds = definition.rounds.compactMap { round in
            round.vocabulary.map { (title: String?.some(round.name.text(for: language)), items: rows($0)) }
        }
        return Table(groups: [(nil, rows(definition.vocabulary))] + rounds) {
            Column(texts[.terminalWord], .wrappable(minimum: 16)) { Cell($0.word.word, .bold) }
            Column(texts[.terminalReading], .wrappable(minimum: 14)) { reading(of: $0.word) }
            Column(texts[.fit]) { row in row.word.fit.map { texts[$0] } }
            Column(texts[.used]) { $0.uses }
            Column(texts[.reason], .wrappable(minimum: 20)) { $0.word.reason?.text(for: language) }
        }
    }

    private func reading(of word: StatusWord) -> Cell {
        let progress = word.progress.map { signs.cell($0) }
        let standing = word.standing.map { texts[$0] }
        return Cell(texts.list([progress?.text, standing].compactMap(\.self)), progress?.style ?? .plain)
    }

    private var ruleTable: Table {
        Table(definition.rules) {
            Column(texts[.code]) { Cell($0.id, .bold) }
            Column(texts[.topic], .wrappable(minimum: 20)) { $0.topic.text(for: language) }
            Column(texts[.article], .wrappable(minimum: 16)) { $0.article }
        }
    }

    private var record: ForumRecord {
        ForumRecord(
            snapshot.records, forum, forum.tally(levelCount: scale.levels.count), snapshot.obligationCounts()[0])
    }

    private var document: Document {
        let source = snapshot.records
        let commitments = ForumCommitmentRecord.all(of: forum, in: source)
        return document(
            ForumPage(
                source: source, forum: ForumDocument(source, record, of: forum.forum), commitments: commitments,
                coverage: coverage),
            rows: { commitments })
    }
}
