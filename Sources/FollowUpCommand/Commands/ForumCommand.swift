import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Languages

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
        let language = try workspaceOptions.language(in: environment)
        let catalogue = Catalogue.catalogue(for: language)
        guard arguments.forum.isEmpty else { throw Misuse(catalogue.oneForumOnly) }
        let workspace = try workspaceOptions.load(in: environment)
        var only = arguments
        only.forum = [try Self.loaded(id, in: workspace, catalogue).definition.id]
        let snapshot = try only.snapshot(of: workspace, in: environment, catalogue)
        let view = ForumView(snapshot: snapshot, forum: snapshot.forums[0], language: language)
        let presentation = view.presentation(limits: arguments.description(snapshot, catalogue))
        return workspaceOptions.show(presentation, of: snapshot, in: environment, catalogue)
    }

    /// The forum that a person names by its id, in any case.
    static func loaded(_ name: String, in workspace: Workspace, _ catalogue: Catalogue) throws -> LoadedForum {
        if let forum = workspace.forum(name.lowercased()) { return forum }
        throw Misuse.unknown(
            catalogue.text(\.unknownForum, ["name": name]), name.lowercased(),
            in: workspace.forums.map(\.definition.id),
            catalogue)
    }
}

/// What `forum` shows.
struct ForumView {
    /// The picture of this forum alone.
    let snapshot: Snapshot
    let forum: ForumSnapshot
    let language: Language
    var catalogue: Catalogue { .catalogue(for: language) }
    var signs: Signs { Signs(scale: snapshot.workspace.settings.scale, language: language) }
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
            title: catalogue.text(\.forumTitle, ["forum": definition.name.text(for: language)]), json: json)
        presentation.lines = limits + description
        let columns = TallyColumns(for: commitments.map { tally($0.assessments) }, signs: signs)
        presentation.sections = [
            Presentation.Section(heading: catalogue.members, table: memberTable),
            Presentation.Section(heading: catalogue.commitments, table: commitmentTable),
            Presentation.Section(heading: catalogue.progressOfParties, table: progressTable(columns)),
            Presentation.Section(heading: catalogue.statusWords, table: wordTable),
        ]
        if !definition.rules.isEmpty {
            presentation.sections.append(Presentation.Section(heading: catalogue.rulesOfTheForum, table: ruleTable))
        }
        presentation.csv = export(columns)
        presentation.footer =
            columns.legend + catalogue.closing(coverage, rejected: snapshot.rejected)
            + catalogue.fallbacks(of: commitments.map(\.commitment.title))
        return presentation
    }

    /// Kind, whether it still works, and the module that reads it.
    private var description: [String] {
        var kind = "\(definition.id) · \(catalogue.words.forumKinds[definition.kind])"
        if let date = definition.dormantSince {
            kind += " · " + catalogue.text(\.dormantSince, ["date": date.description])
        }
        let module = catalogue.text(
            \.readBy,
            ["module": definition.module, "summary": forum.forum.metadata.summary.text(for: language)])
        return [kind, module]
    }
}
