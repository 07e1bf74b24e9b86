import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records
import SystemIO

/// `followup status`: what each forum's assessments say, in one table.
struct StatusCommand: PictureCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "What each forum says: commitments, reports, progress, and what is not known.",
        usage: "followup status [<option> ...]",
        discussion: """
            With --watch the picture stays on the screen and follows what you edit, with the current errors below \
            it; --format json then gives one document a line.
            """)

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var arguments: SnapshotArguments
    @OptionGroup var watchOption: WatchOption

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        guard watchOption.watch else { return try show(arguments, in: environment) }
        let (workspace, texts) = (workspaceOptions, try workspaceOptions.texts(in: environment))
        return try watchOption.run(
            workspace.folder, workspace.format.rawValue, texts, in: environment,
            options: { try arguments.options(for: $0, in: $1, texts) },
            page: { try page(of: $0, $1, for: $2, texts) })
    }

    func view(of snapshot: Snapshot, _ texts: Texts) -> StatusView { StatusView(snapshot: snapshot, texts: texts) }

    /// The picture as far as the workspace can be read, and below it the errors.
    private func page(
        of reading: WorkspaceReading, _ snapshot: Snapshot?, for terminal: Terminal, _ texts: Texts
    ) throws -> WatchedPage {
        guard snapshot != nil || !reading.sources.files.isEmpty else { throw workspaceOptions.folder.unreadable }
        let problems = problems(in: reading, snapshot?.failures ?? [], for: terminal, texts)
        guard let snapshot else {
            return WatchedPage(text: "", remark: problems + texts[.checkStopped] + "\n", status: .dataErrors)
        }
        let presentation = view(of: snapshot, texts)
            .presentation(limits: arguments.description(snapshot, texts))
        let text =
            workspaceOptions.format == .json
            ? presentation.document?.json(false) ?? "" : presentation.render(.table, for: terminal)
        let hasErrors = reading.diagnostics.hasErrors || !snapshot.failures.isEmpty
        return WatchedPage(
            text: text, remark: problems, status: workspaceOptions.strict && hasErrors ? .dataErrors : .success)
    }

    /// The errors that stand below the picture: the first five whole, the rest counted; empty where there are none.
    private func problems(
        in reading: WorkspaceReading, _ failures: [Diagnostic], for terminal: Terminal, _ texts: Texts
    ) -> String {
        let errors = reading.diagnostics.filter { $0.severity == .error } + failures
        guard !errors.isEmpty else { return "" }
        let renderer = TextRenderer(usesColour: terminal.usesColour, width: terminal.width)
        let text = renderer.render(Array(errors.prefix(5)), in: reading.sources)
        return errors.count > 5 ? text + texts[.moreErrors, ["count": String(errors.count - 5)]] + "\n" : text
    }
}

/// What `status` shows: one row a forum.
struct StatusView: PictureView {
    let snapshot: Snapshot
    let texts: Texts

    /// A forum with what its assessments say, and how much of what its parties owe stands how.
    private typealias Row = (forum: ForumSnapshot, tally: Tally, owed: [Obligation.State: Int])

    func presentation(limits: [String]) -> Presentation {
        let (forums, levelCount) = (snapshot.forums, scale.levels.count)
        let tallies = parallelMap(forums.count) { forums[$0].tally(levelCount: levelCount) }
        let rows = zip(zip(forums, tallies), snapshot.obligationCounts()).map { ($0.0, $0.1, $1) }
        let coverage = snapshot.coverage(of: snapshot.targets(ofMeasure: nil), countries: snapshot.countries)
        let source = snapshot.records
        return Presentation(
            title: texts[.statusTitle], lines: limits, sections: [Presentation.Section(table: table(of: rows))],
            footer: [legend(Set(tallies.flatMap(\.missing.keys)))[0]] + closing(coverage),
            document: document(rows.map { ForumRecord(source, $0, $1, $2) }, coverage: coverage))
    }

    private func table(of rows: [Row]) -> Table {
        let progress = TallyColumns(for: rows.map(\.tally), signs: signs, except: .notAddressed)
        var table = Table(rows) {
            Column(texts[.forum], .shrinkable(minimum: 8)) { Cell($0.forum.shortName(for: language), .bold) }
            Column(texts[.commitmentsShort]) { $0.forum.forum.trackedCount }
            Column(texts[.reportsShort]) { $0.forum.forum.reports.count }
            Column(texts[.rejectedShort]) { $0.forum.forum.rejected }
            progress.progress(\.tally)
            Column(texts[.overdue]) { $0.owed[.missed] ?? 0 }
            Column(texts[.known], alignment: .right) { known($0.forum, $0.tally) }
        }
        let unknown = [Cell](repeating: "–", count: table.headings.count - 3)
        for forum in snapshot.unread {
            let rows = forum.rows.map { Cell(String($0)) } ?? "–"
            var cells = [Cell(forum.id, .bold)] + unknown + [Cell(texts[MissingReason.forumNotRead], .bad)]
            cells.insert(rows, at: 3)
            table.add(cells)
        }
        return table
    }

    /// The share of assessments with a word on progress, or that the forum could not be read.
    private func known(_ forum: ForumSnapshot, _ tally: Tally) -> Cell {
        guard let failure = forum.failure else { return Cell(percent(tally.withProgress, of: tally.total, in: texts)) }
        return Cell(failure.code == .moduleNotTrusted ? texts[.notTrusted] : texts[.terminalFailed], .bad)
    }
}
