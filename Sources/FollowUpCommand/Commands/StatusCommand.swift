import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import JSON
import Localization
import Records
import SystemIO

/// `followup status`: what each forum's assessments say, in one table.
struct StatusCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "What each forum says: commitments, reports, progress, and what is not known.",
        usage: "followup status [<option> ...]",
        discussion: """
            With --watch the picture stays on the screen and follows what you edit, with the errors of the moment below \
            it; --format json then gives one document a line.
            """)

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var arguments: SnapshotArguments
    @OptionGroup var watchOption: WatchOption

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try workspaceOptions.texts(in: environment)
        if watchOption.watch { return try watch(in: environment, texts) }
        let workspace = try workspaceOptions.load(in: environment)
        let snapshot = try arguments.snapshot(of: workspace, in: environment, texts)
        let presentation = StatusView(snapshot: snapshot, texts: texts)
            .presentation(limits: arguments.description(snapshot, texts))
        return workspaceOptions.show(presentation, of: snapshot, in: environment, texts)
    }

    private func watch(in environment: CommandEnvironment, _ texts: Texts) throws -> ExitStatus {
        try watchOption.refuse(
            workspaceOptions.format.rawValue, in: [OutputFormat.table, .json].map(\.rawValue))
        var live = LiveWorkspace(
            root: workspaceOptions.workspace, isReadAgain: true, environment: environment, texts: texts)
        let loop = WatchLoop(
            folder: workspaceOptions.workspace, isForPrograms: workspaceOptions.format == .json, texts: texts,
            environment: environment)
        return try loop.run { environment, changed in
            let (reading, snapshot) = try live.refresh(changed: changed) {
                try arguments.options(for: $0, in: environment, texts)
            }
            guard snapshot != nil || !reading.sources.files.isEmpty else {
                throw workspaceOptions.unreadable
            }
            return page(of: reading, snapshot, for: environment.terminal, texts)
        }
    }

    /// The picture as far as the workspace can be read, and below it the errors.
    private func page(
        of reading: WorkspaceReading, _ snapshot: Snapshot?, for terminal: Terminal, _ texts: Texts
    ) -> WatchedPage {
        let problems = WatchedProblems(reading: reading, failures: snapshot?.failures ?? [], texts: texts)
        guard let snapshot else {
            return WatchedPage(
                text: "", remark: problems.text(for: terminal) + texts[.checkStopped] + "\n", status: .dataErrors)
        }
        let presentation = StatusView(snapshot: snapshot, texts: texts)
            .presentation(limits: arguments.description(snapshot, texts))
        let text =
            workspaceOptions.format == .json
            ? presentation.document?.json(false) ?? "" : presentation.render(.table, for: terminal)
        let hasErrors = reading.diagnostics.hasErrors || !snapshot.failures.isEmpty
        return WatchedPage(
            text: text, remark: problems.text(for: terminal),
            status: workspaceOptions.strict && hasErrors ? .dataErrors : .success)
    }
}

/// What `status` shows: one row a forum.
struct StatusView {
    let snapshot: Snapshot
    let texts: Texts
    private var language: Language { texts.language }
    private var signs: Signs { Signs(scale: snapshot.workspace.settings.scale, texts: texts) }
    private var levelCount: Int { snapshot.workspace.settings.scale.levels.count }

    /// The presentation, in every format.
    func presentation(limits: [String]) -> Presentation {
        let (forums, levelCount) = (snapshot.forums, levelCount)
        let tallies = parallelMap(forums.count) { forums[$0].tally(levelCount: levelCount) }
        let owed = snapshot.obligationCounts()
        var presentation = Presentation(title: texts[.statusTitle], document: document(tallies, owed))
        presentation.lines = limits
        presentation.sections = [Presentation.Section(table: table(tallies, owed))]
        let kinds = Set(tallies.flatMap(\.missing.keys))
        presentation.footer =
            [signs.legend(staleAfterMonths: 0, kinds: kinds)[0]]
            + texts.closing(coverage, rejected: snapshot.rejected)
        return presentation
    }

    /// The coverage of the whole picture: every aligned measure as a whole by every country.
    private var coverage: Coverage {
        let framework = snapshot.workspace.framework
        let measures = framework.measures.compactMap { framework.target($0.id) }
        return Coverage(of: measures.filter { snapshot.alignedCount($0) > 0 }.flatMap { snapshot.row($0) })
    }

    private func table(_ tallies: [Tally], _ owed: [[Obligation.State: Int]]) -> Table {
        let kinds = MissingReason.allCases.filter { kind in
            kind != .notAddressed && tallies.contains { $0.missing[kind] != nil }
        }
        let scale = snapshot.workspace.settings.scale
        let hasContrary = tallies.contains { $0.contrary > 0 }
        var table = Table(
            [
                Table.Column(texts[.forum], .shrinkable(minimum: 8)),
                Table.Column(texts[.commitmentsShort], alignment: .right),
                Table.Column(texts[.reportsShort], alignment: .right),
                Table.Column(texts[.rejectedShort], alignment: .right),
            ]
                + scale.levels.map { Table.Column("\($0.sign)\($0.letter)", alignment: .right) }
                + (hasContrary
                    ? [Table.Column(scale.contrary.sign + scale.contrary.letter, alignment: .right)]
                    : [])
                + kinds.map { Table.Column(Signs.marks(of: $0).trimmingEnd, alignment: .right) }
                + [
                    Table.Column(texts[.overdue], alignment: .right),
                    Table.Column(texts[.known], alignment: .right),
                ])
        for (place, (forum, tally)) in zip(snapshot.forums, tallies).enumerated() {
            let progress = tally.levels.map(Cell.init(count:)) + (hasContrary ? [Cell(count: tally.contrary)] : [])
            let numbers = [
                Cell(forum.forum.definition.shortName(for: language), .bold), Cell(count: forum.forum.trackedCount),
                Cell(count: forum.forum.reports.count), Cell(count: forum.forum.rejected),
            ]
            let rest = kinds.map { Cell(count: tally.missing[$0] ?? 0) }
            table.add(
                numbers + progress + rest
                    + [
                        Cell(count: owed[place][.overdue] ?? 0),
                        known(forum, tally),
                    ])
        }
        return table
    }

    /// The share of assessments with a word on progress, or that the forum could not be read.
    private func known(_ forum: ForumSnapshot, _ tally: Tally) -> Cell {
        guard let failure = forum.failure else { return texts.share(tally.withProgress, of: tally.total) }
        return failure.code == .moduleNotTrusted
            ? Cell(texts[.notTrusted], .bad)
            : Cell(texts[.terminalFailed], .bad)
    }

    private func document(_ tallies: [Tally], _ owed: [[Obligation.State: Int]]) -> Document {
        let source = snapshot.records
        let forums = snapshot.forums.indices.map { ForumRecord(source, snapshot.forums[$0], tallies[$0], owed[$0]) }
        return Document(
            PictureList(source: source, rows: forums, coverage: coverage), rows: { forums },
            in: snapshot.layout(language))
    }
}

extension LoadedForum {
    /// The number of commitments that are followed up.
    var trackedCount: Int { commitments.count(where: \.isTracked) }
}

extension Cell {
    /// A number; zero is shown as a dash, so that what is there stands out.
    init(count: Int) {
        self.init(count == 0 ? "–" : String(count), count == 0 ? .dim : .plain)
    }
}
