import ArgumentParser
import Diagnostics
import ForumKit
import ForumWorkspace
import JSON
import Localization
import LocatedYAML
import Records
import TerminalText

extension DiagnosticCode {
    /// Every code that the program itself can show, sorted by name.
    static let all: [DiagnosticCode] = (yamlCodes + languageCodes + workspaceCodes + reportCodes + moduleCodes).sorted {
        $0.name < $1.name
    }

    /// Every code that can be shown with these modules installed, sorted by name.
    static func all(with registry: ForumRegistry) -> [DiagnosticCode] {
        let own = registry.modules.flatMap { $0.metadata.codes }
        return own.isEmpty ? all : (all + own).sorted { $0.name < $1.name }
    }
}

/// `followup explain-code`: what a code in square brackets means and how to mend it.
struct ExplainCodeCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "explain-code", abstract: "What a problem's code means, with an example and how to mend it.",
        usage: "followup explain-code [<code>] [<option> ...]",
        discussion: """
            The code stands in square brackets after each message of followup check. Without a code, all are listed. \
            For example: followup explain-code unknown-country
            """)

    @Argument(
        help: ArgumentHelp("The code, with or without its brackets.", valueName: "code"),
        completion: .list(DiagnosticCode.all.map(\.name)))
    var code: String?

    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try language.texts(in: environment)
        let codes = DiagnosticCode.all(with: environment.registry)
        let text =
            try code.map { name in
                try CodeView(code: Self.code(named: name, among: codes, texts), texts: texts)
                    .render(output.format, for: environment.terminal)
            }
            ?? CodeListView(codes: codes, texts: texts).presentation.render(
                output.format, for: environment.terminal)
        environment.output(text)
        return .success
    }

    private static func code(
        named name: String, among codes: [DiagnosticCode], _ texts: Texts
    ) throws -> DiagnosticCode {
        if let code = codes.code(named: name) { return code }
        let near = codes.nearestCode(to: name)?.name
        throw UsageError(
            texts[.unknownCode, ["name": name]]
                + (near.map { "; " + texts[.terminalDidYouMean, ["name": $0]] } ?? ""),
            help: near == nil ? "followup explain-code" : nil)
    }
}

/// What `explain-code` shows of one code.
struct CodeView {
    let code: DiagnosticCode
    let texts: Texts

    /// The text in a format, ending with a line break.
    func render(_ format: OutputFormat, for terminal: Terminal) -> String {
        switch format {
        case .table: text(for: terminal)
        case .json: document.json(true)
        case .csv: document.csv()
        case .markdown: "# \(code.name)\n\n\(code.summary)\n\n\(code.explanation)\n"
        }
    }

    private var document: Document {
        let record = CodeDocument(code: code)
        return Document(record, rows: { [record] }, in: RecordLayout())
    }

    /// Name and summary, then the explanation in lines that are short enough to read.
    private func text(for terminal: Terminal) -> String {
        let width = min(terminal.width, 88)
        let title = "\(code.name): \(code.summary)".wrapped(toTerminalWidth: width)
            .map { TextStyle.bold.applied(to: $0, enabled: terminal.usesColour) }
        return (title + [""] + code.explanation.wrapped(toTerminalWidth: width)).joined(separator: "\n") + "\n"
    }
}

/// What `explain-code` shows without a code: all of them.
struct CodeListView {
    let codes: [DiagnosticCode]
    let texts: Texts

    /// The presentation, in every format.
    var presentation: Presentation {
        let records = codes.map(CodeDocument.init)
        var page = Presentation(
            title: texts[.codesTitle],
            document: Document(CodesDocument(codes: records), rows: { records }, in: RecordLayout()))
        page.sections = [Presentation.Section(table: table)]
        return page
    }

    /// One row a code.
    private var table: Table {
        var table = Table([Table.Column(texts[.code]), Table.Column(texts[.meaning], .wrappable(minimum: 30))])
        for code in codes { table.add([Cell(code.name, .bold), Cell(code.summary)]) }
        return table
    }
}
