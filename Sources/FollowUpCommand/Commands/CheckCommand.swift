import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import JSON
import Localization
import Records
import TerminalText

/// `followup check`: everything that is wrong with a workspace, in one run.
struct CheckCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Everything that is wrong with the workspace: place, rule and, where one is near, the fix.",
        usage: "followup check [<option> ...]",
        discussion: """
            All files are read in one run and every problem is shown. The command ends with status 0 when there is no \
            error, 1 when there is one (with --strict, also when there is a warning), and 2 when there is no workspace \
            in the folder. What a code means: followup explain-code unknown-country. With --watch the problems of the \
            moment stay on the screen while you edit; --format json then gives one document a line.
            """)

    @OptionGroup var folder: FolderOption
    @OptionGroup var language: LanguageOption

    @Option(
        name: .long, help: "How problems are given; sarif is for code hosts and editors.",
        completion: .list(CheckFormat.allCases.map(\.rawValue)))
    var format: CheckFormat = .table

    @Flag(name: .long, help: "End with status 1 for warnings too.")
    var strict = false

    @Flag(name: .long, help: "Let the programs of all forums run, without asking which of them you trust.")
    var trustExternal = false

    @OptionGroup var watchOption: WatchOption

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try language.texts(in: environment, workspace: folder.workspace)
        var live = LiveWorkspace(
            root: folder.workspace, isReadAgain: watchOption.watch, environment: environment, texts: texts)
        guard watchOption.watch else {
            let page = try page(of: &live, changed: nil, texts, for: environment.terminal)
            environment.output(page.text)
            return page.status
        }
        try watchOption.refuse(format.rawValue, in: [CheckFormat.table, .json].map(\.rawValue))
        let loop = WatchLoop(
            folder: folder.workspace, isForPrograms: format != .table, texts: texts, environment: environment)
        return try loop.run { try page(of: &live, changed: $1, texts, for: $0.terminal) }
    }

    /// The problems of the workspace as it is now.
    private func page(
        of live: inout LiveWorkspace, changed: Set<String>?, _ texts: Texts, for terminal: Terminal
    ) throws -> WatchedPage {
        let environment = live.environment
        var (reading, snapshot) = try live.refresh(changed: changed) { try programs(of: $0, in: environment) }
        reading.diagnostics += snapshot?.failures ?? []
        // Without a single file that could be opened there is no workspace.yaml, so nothing was found to be checked.
        if reading.workspace == nil, reading.sources.files.isEmpty {
            throw UsageError(
                reading.diagnostics.first?.message ?? "\(folder.workspace) is no workspace",
                help: "name another folder with --workspace")
        }
        let view = CheckView(reading: reading, texts: texts)
        let count = view.count
        return WatchedPage(
            text: view.render(format, for: terminal, isLine: watchOption.watch),
            status: count.errors > 0 || (strict && count.warnings > 0) ? .dataErrors : .success)
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
    private var forums: [LoadedForum] { reading.workspace?.forums ?? [] }
    private var commitments: Int { forums.reduce(0) { $0 + $1.commitments.count } }
    private var reports: Int { forums.reduce(0) { $0 + $1.reports.count } }
    private var rejected: Int { forums.reduce(0) { $0 + $1.rejected } }

    /// The text in a format, ending with a line break; a document for programs on one line if asked for.
    func render(_ format: CheckFormat, for terminal: Terminal, isLine: Bool = false) -> String {
        switch format {
        case .table: text(for: terminal)
        case .json: document.json(!isLine)
        case .sarif: SARIFRenderer(tool: .followup).render(reading.diagnostics, in: reading.sources)
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
        guard reading.workspace != nil else { return texts[.checkStopped] }
        return Self.counts([
            (texts[.forums], forums.count), (texts[.commitments], commitments), (texts[.reports], reports),
            (texts[.rejectedReportRows], rejected),
        ])
    }

    private var found: String {
        let count = count
        guard !reading.diagnostics.isEmpty else { return texts[.checkFine] }
        return Self.counts([
            (texts[.errors], count.errors), (texts[.warnings], count.warnings),
        ])
    }

    /// Counts with their names, which need no plural that way.
    private static func counts(_ counts: [(String, Int)]) -> String {
        counts.map { "\($0): \($1)" }.joined(separator: " · ")
    }

    private var page: Presentation {
        var page = Presentation(title: texts[.checkTitle])
        page.sections = reading.diagnostics.isEmpty ? [] : [Presentation.Section(table: table)]
        page.footer = summary
        return page
    }

    private var table: Table {
        var table = Table([
            Table.Column(texts[.severity]), Table.Column(texts[.file]),
            Table.Column(texts[.fileLine], alignment: .right),
            Table.Column(texts[.fileColumn], alignment: .right),
            Table.Column(texts[.code]), Table.Column(texts[.message]),
        ])
        for problem in reading.diagnostics {
            let range = problem.range
            table.add([
                Cell(texts[problem.severity]),
                Cell(range.map { reading.sources[$0.file].path } ?? ""),
                Cell(range.map { String($0.start.line) } ?? ""), Cell(range.map { String($0.start.column) } ?? ""),
                Cell(problem.code.name), Cell(problem.message),
            ])
        }
        return table
    }

    private var document: Document {
        let diagnostics = DiagnosticRecord.all(reading.diagnostics, in: reading.sources, paths: .asOpened)
        return Document(
            CheckDocument(diagnostics: diagnostics, count: count, workspace: reading.workspace),
            rows: { diagnostics }, in: RecordLayout())
    }
}

extension ToolDescription {
    /// This program.
    static let followup = ToolDescription(name: "followup", version: FollowUpCommand.version)
}
