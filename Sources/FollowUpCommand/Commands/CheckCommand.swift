import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records
import TerminalText

/// `followup check`: everything that is wrong with a workspace, in one run.
struct CheckCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Every problem of the workspace, with its place and, where one is likely, a fix.",
        usage: "followup check [<option> ...]",
        discussion: """
            All files are read in one run and every problem is shown. The command ends with status 0 when there is no \
            error, 1 when there is one (with --strict, also when there is a warning), and 2 when there is no workspace \
            in the folder. What a code means: followup explain-code unknown-country. With --watch the current \
            problems stay on the screen while you edit; --format json then gives one document a line.
            """)

    @OptionGroup var folder: FolderOption
    @OptionGroup var language: LanguageOption

    @Option(help: "How problems are given; sarif is for code hosts and editors.")
    var format: CheckFormat = .table

    @Flag(help: "End with status 1 for warnings too.")
    var strict = false

    @Flag(help: "Run the programs of all forums, whether or not you trust them.")
    var trustExternal = false

    @OptionGroup var watchOption: WatchOption

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try language.texts(in: environment, workspace: folder.workspace)
        if watchOption.watch {
            return try watchOption.run(
                folder, format.rawValue, texts, in: environment, options: { try programs(of: $0, in: $1) },
                page: { try page(of: $0, $1, for: $2, on: environment.todayNow?() ?? environment.today, texts) })
        }
        let reading = try environment.read(folder.workspace, texts)
        let snapshot = try reading.workspace.flatMap { workspace in
            try programs(of: workspace, in: environment).map { options in
                try environment.working(texts) { Snapshot(of: workspace, options: options, meter: $0) }
            }
        }
        let shown = try page(of: reading, snapshot, for: environment.terminal, on: environment.today, texts)
        guard environment.holds(reading.sources) else { return .dataErrors }
        environment.output(shown.text)
        return shown.status
    }

    /// The problems of a reading, and those of a picture of its forums that have programs.
    private func page(
        of reading: WorkspaceReading, _ snapshot: Snapshot?, for terminal: Terminal, on today: CalendarDay,
        _ texts: Texts
    ) throws -> WatchedPage {
        var reading = reading
        reading.diagnostics += (snapshot?.failures ?? []) + (reading.workspace?.untils(after: today) ?? [])
        // Without a single file that could be opened there is no workspace.yaml, so nothing was found to be checked.
        if reading.workspace == nil, reading.sources.files.isEmpty {
            throw UsageError(
                reading.diagnostics.first?.message ?? "\(folder.workspace) is not a workspace",
                help: "name another folder with --workspace")
        }
        let view = CheckView(reading: reading, texts: texts)
        let fails = view.count.errors > 0 || (strict && view.count.warnings > 0)
        return WatchedPage(
            text: view.render(format, for: terminal, isLine: watchOption.watch), status: fails ? .dataErrors : .success)
    }

    /// A picture of the forums that have programs, which shows what goes wrong in them; nil where there are none.
    private func programs(of workspace: Workspace, in environment: CommandEnvironment) throws -> SnapshotOptions? {
        let programs = workspace.forums.filter { $0.module.program != nil }.map(\.definition.id)
        guard !programs.isEmpty else { return nil }
        var options = SnapshotOptions(asOf: PartialDate(environment.today), forums: Set(programs))
        options.trust = try ProgramTrust.given(all: trustExternal, in: workspace, environment)
        return options
    }
}

/// The formats that problems are given in.
enum CheckFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
    /// Messages with the source lines they point into.
    case table
    /// JSON for programs; documented and stable.
    case json
    /// The Static Analysis Results Interchange Format 2.1.0.
    case sarif
    /// One row a problem.
    case csv
    /// A table for a document.
    case markdown
}

/// What `check` shows.
struct CheckView {
    let reading: WorkspaceReading
    let texts: Texts
    /// How many problems of each kind there are.
    var count: DiagnosticCount { DiagnosticCount(reading.diagnostics) }

    /// The text in a format, ending with a line break; a document for programs on one line if asked for.
    func render(_ format: CheckFormat, for terminal: Terminal, isLine: Bool = false) -> String {
        switch format {
        case .table: text(for: terminal)
        case .json: document.json(!isLine)
        case .sarif:
            SARIFRenderer(tool: "followup", version: FollowUpCommand.version)
                .render(reading.diagnostics, in: reading.sources)
        case .csv: document.csv()
        case .markdown: page.render(.markdown, for: terminal)
        }
    }

    private func text(for terminal: Terminal) -> String {
        let renderer = TextRenderer(usesColour: terminal.usesColour, width: terminal.width)
        let problems = renderer.render(reading.diagnostics, in: reading.sources)
        let lines = summary.flatMap { $0.wrapped(toTerminalWidth: terminal.width) }
        return problems + (problems.isEmpty ? "" : "\n") + lines.joined(separator: "\n") + "\n"
    }

    /// What was read and what was found, in words.
    private var summary: [String] {
        var lines = [read, found]
        if let code = (reading.diagnostics.first { $0.severity == .error } ?? reading.diagnostics.first)?.code {
            lines.append(texts[.checkHint, ["code": code.name]])
        }
        return lines
    }

    private var read: String {
        guard let workspace = reading.workspace else { return texts[.checkStopped] }
        let record = WorkspaceRecord(workspace: workspace)
        return Self.counts([
            (texts[.forums], workspace.forums.count), (texts[.commitments], record.commitments),
            (texts[.reports], record.reports), (texts[.rejectedReportRows], record.workspace.rejected),
        ])
    }

    private var found: String {
        let accepted = reading.accepted.isEmpty ? [] : [(texts[.acceptedWarnings], reading.accepted.count)]
        guard reading.diagnostics.isEmpty else {
            return Self.counts([(texts[.errors], count.errors), (texts[.warnings], count.warnings)] + accepted)
        }
        return texts[.checkFine] + (accepted.isEmpty ? "" : " · " + Self.counts(accepted))
    }

    /// Counts with their names, which need no plural that way.
    private static func counts(_ counts: [(String, Int)]) -> String {
        counts.map { "\($0): \($1)" }.joined(separator: " · ")
    }

    private var page: Presentation {
        Presentation(
            title: texts[.checkTitle],
            sections: reading.diagnostics.isEmpty ? [] : [Presentation.Section(table: table)], footer: summary)
    }

    private var table: Table {
        Table(reading.diagnostics) {
            Column(texts[.severity]) { texts[$0.severity] }
            Column(texts[.file]) { problem in problem.range.map { reading.sources[$0.file].path } ?? "" }
            Column(texts[.fileLine], alignment: .right) { problem in problem.range.map { "\($0.start.line)" } ?? "" }
            Column(texts[.fileColumn], alignment: .right) { problem in
                problem.range.map { "\($0.start.column)" } ?? ""
            }
            Column(texts[.code]) { $0.code.name }
            Column(texts[.message]) { $0.message }
        }
    }

    private var document: Document {
        let diagnostics = DiagnosticRecord.all(reading.diagnostics, in: reading.sources, paths: .asOpened)
        return Document(
            CheckDocument(diagnostics: diagnostics, count: count, workspace: reading.workspace),
            rows: { diagnostics }, in: RecordLayout())
    }
}
