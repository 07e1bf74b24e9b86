import ArgumentParser
import Diagnostics
import ForumKit
import ForumWorkspace
import Localization
import LocatedYAML
import Records
import TerminalText

extension DiagnosticCode {
    /// Every code that the program itself can show, sorted by name.
    static let all: [DiagnosticCode] = (yamlCodes + languageCodes + workspaceCodes + moduleCodes).sorted {
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
        if let code {
            let code = try Self.code(named: code, among: codes, texts)
            environment.output(code.render(output.format, for: environment.terminal))
        } else {
            let page = Self.list(of: codes, texts)
            environment.output(page.render(output.format, for: environment.terminal))
        }
        return .success
    }

    /// All codes, one row each.
    private static func list(of codes: [DiagnosticCode], _ texts: Texts) -> Presentation {
        let table = Table(codes) {
            Column(texts[.code]) { Cell($0.name, .bold) }
            Column(texts[.meaning], .wrappable(minimum: 30)) { $0.summary }
        }
        return Presentation(
            title: texts[.codesTitle], sections: [Presentation.Section(table: table)],
            document: Document(RecordList(rows: codes), rows: { codes }, in: RecordLayout()))
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

extension DiagnosticCode {
    /// What it means in a format, ending with a line break.
    fileprivate func render(_ format: OutputFormat, for terminal: Terminal) -> String {
        let document = Document(self, rows: { [self] }, in: RecordLayout())
        return switch format {
        case .table: text(for: terminal)
        case .json: document.json(true)
        case .csv: document.csv()
        case .markdown: "# \(name)\n\n\(summary)\n\n\(explanation)\n"
        }
    }

    /// Name and summary, then the explanation in lines that are short enough to read.
    private func text(for terminal: Terminal) -> String {
        let width = min(terminal.width, 88)
        let title = "\(name): \(summary)".wrapped(toTerminalWidth: width)
            .map { TextStyle.bold.applied(to: $0, enabled: terminal.usesColour) }
        return (title + [""] + explanation.wrapped(toTerminalWidth: width)).joined(separator: "\n") + "\n"
    }
}
