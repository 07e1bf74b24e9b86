import ArgumentParser
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

/// `followup forum`: one forum, its members, its commitments and its words.
struct ForumCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "forum",
        abstract: "One forum: its members, its commitments and what their parties did, its words and rules.",
        usage: "followup forum <forum> [<option> ...]",
        discussion: "For example: followup forum mercosur --as-of 2017-08-05")

    @Argument(help: ArgumentHelp("The forum, by its id: the name of its folder.", valueName: "forum"))
    var id: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var arguments: SnapshotArguments

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try workspaceOptions.texts(in: environment)
        guard arguments.forum.isEmpty else { throw UsageError(texts[.oneForumOnly]) }
        let workspace = try workspaceOptions.load(in: environment)
        var only = arguments
        only.forum = [try Self.loaded(id, in: workspace, texts).definition.id]
        let snapshot = try only.snapshot(of: workspace, in: environment, texts)
        let view = ForumView(snapshot: snapshot, forum: snapshot.forums[0], texts: texts)
        let presentation = view.presentation(limits: arguments.description(snapshot, texts))
        return workspaceOptions.show(presentation, of: snapshot, in: environment, texts)
    }

    /// The forum that a person names by its id, in any case.
    static func loaded(_ name: String, in workspace: Workspace, _ texts: Texts) throws -> LoadedForum {
        if let forum = workspace.forum(name.lowercased()) { return forum }
        throw UsageError.unknown(
            texts[.unknownForum, ["name": name]], name.lowercased(),
            in: workspace.forums.map(\.definition.id),
            texts)
    }
}

/// What `forum` shows.
struct ForumView {
    /// The picture of this forum alone.
    let snapshot: Snapshot
    let forum: ForumSnapshot
    let texts: Texts
    var language: Language { texts.language }
    var signs: Signs { Signs(scale: snapshot.workspace.settings.scale, texts: texts) }
    var definition: ForumDefinition { forum.forum.definition }
    var framework: Framework { snapshot.workspace.framework }

    /// The coverage of what the forum's commitments are aligned to, by every country of the picture.
    var coverage: Coverage {
        let targets = framework.targets.indices.map(TargetIndex.init).filter { snapshot.alignedCount($0) > 0 }
        return snapshot.coverage(of: targets, countries: snapshot.countries)
    }

    /// The countries that are something to the forum on the day, in the order of their codes.
    var members: [(code: String, standing: MembershipStanding)] {
        definition.parties.parties.compactMap { party in
            guard party.country != nil else { return nil }
            return definition.membership(of: party.id, on: snapshot.asOf).map { (party.id, $0) }
        }
    }

    /// The commitments with their assessments; those that aren't followed up have none.
    var commitments: [(commitment: Commitment, assessments: AssessmentList)] {
        forum.forum.commitments.enumerated().map { ($1, forum.assessments(of: CommitmentIndex($0))) }
    }

    func tally(_ assessments: AssessmentList) -> Tally {
        Tally(of: assessments, levelCount: signs.scale.levels.count)
    }

    /// How many reports use each status word.
    var uses: [Int] {
        var uses = [Int](repeating: 0, count: definition.statusWords.count)
        for status in forum.forum.reports.statuses { uses[Int(status.rawValue)] += 1 }
        return uses
    }

    /// The presentation, in every format.
    func presentation(limits: [String]) -> Presentation {
        var presentation = Presentation(
            title: texts[.forumTitle, ["forum": definition.name.text(for: language)]], document: document)
        presentation.lines = limits + description
        let columns = TallyColumns(for: commitments.map { tally($0.assessments) }, signs: signs)
        presentation.sections = [
            Presentation.Section(heading: texts[.members], table: memberTable),
            Presentation.Section(heading: texts[.commitments], table: commitmentTable),
            Presentation.Section(heading: texts[.progressOfParties], table: progressTable(columns)),
            Presentation.Section(heading: texts[.terminalStatusWords], table: wordTable),
        ]
        if !definition.rules.isEmpty {
            presentation.sections.append(
                Presentation.Section(heading: texts[.terminalRulesOfTheForum], table: ruleTable))
        }
        presentation.footer =
            columns.legend + texts.closing(coverage, rejected: snapshot.rejected)
            + texts.fallbacks(of: commitments.map(\.commitment.title))
        return presentation
    }

    /// Kind, whether it still works, and the module that reads it.
    private var description: [String] {
        var kind = "\(definition.id) · \(texts[definition.kind])"
        if let date = definition.dormantSince {
            kind += " · " + texts[.dormantSince, ["date": date.description]]
        }
        let module = texts[
            .terminalReadBy,
            ["module": definition.module, "summary": forum.forum.metadata.summary.text(for: language)]]
        return [kind, module]
    }
}

extension ForumView {
    /// What `--format json` and `--format csv` give.
    private var document: Document {
        let source = snapshot.records
        let record = ForumRecord(
            source, forum, forum.tally(levelCount: signs.scale.levels.count), snapshot.obligationCounts()[0])
        let commitments = ForumCommitmentRecord.all(of: forum, in: source)
        return Document(
            ForumPage(
                source: source, forum: ForumDocument(source, record, of: forum.forum), commitments: commitments,
                coverage: coverage),
            rows: { commitments }, in: snapshot.layout(language))
    }
}
