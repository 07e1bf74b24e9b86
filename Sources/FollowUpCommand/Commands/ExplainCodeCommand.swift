import ArgumentParser
import Diagnostics
import ForumKit
import ForumWorkspace
import LocatedYAML

extension DiagnosticCode {
    /// Every code that the program itself can show, sorted by name.
    static let all: [DiagnosticCode] = (yamlCodes + workspaceCodes + reportCodes + moduleCodes).sorted {
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
        let catalogue = Catalogue.catalogue(for: try language.language(in: environment))
        let codes = DiagnosticCode.all(with: environment.registry)
        let text =
            try code.map { name in
                try CodeView(code: Self.code(named: name, among: codes, catalogue), catalogue: catalogue)
                    .render(output.format, for: environment.terminal)
            }
            ?? CodeListView(codes: codes, catalogue: catalogue).presentation.render(
                output.format, for: environment.terminal)
        environment.output(text)
        return .fine
    }

    private static func code(
        named name: String, among codes: [DiagnosticCode], _ catalogue: Catalogue
    ) throws -> DiagnosticCode {
        if let code = codes.code(named: name) { return code }
        let near = codes.nearestCode(to: name)?.name
        throw Misuse(
            catalogue.text(\.unknownCode, ["name": name])
                + (near.map { "; " + catalogue.text(\.didYouMean, ["name": $0]) } ?? ""),
            help: near == nil ? "followup explain-code" : nil)
    }
}

/// What `explain-code` shows of one code.
struct CodeView {
    let code: DiagnosticCode
    let catalogue: Catalogue

    /// The text in a format, ending with a line break.
    func render(_ format: OutputFormat, for terminal: Terminal) -> String {
        switch format {
        case .table: text(for: terminal)
        case .json: code.json(withExplanation: true).text() + "\n"
        case .csv: CSVTable().render([code].table(catalogue, withExplanation: true))
        case .markdown: "# \(code.name)\n\n\(code.summary)\n\n\(code.explanation)\n"
        }
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
    let catalogue: Catalogue

    /// The presentation, in every format.
    var presentation: Presentation {
        var page = Presentation(
            title: catalogue.codesTitle, json: ["codes": .array(codes.map { $0.json(withExplanation: false) })])
        page.sections = [Presentation.Section(table: codes.table(catalogue, withExplanation: false), isMain: true)]
        return page
    }
}

extension [DiagnosticCode] {
    /// One row a code.
    fileprivate func table(_ catalogue: Catalogue, withExplanation: Bool) -> Table {
        var columns = [
            Table.Column(catalogue.code, key: "code"),
            Table.Column(catalogue.meaning, key: "summary", .wrappable(minimum: 30)),
        ]
        if withExplanation {
            columns.append(Table.Column(catalogue.explanation, key: "explanation", .wrappable(minimum: 30)))
        }
        var table = Table(columns)
        for code in self {
            let explanation = withExplanation ? [Cell(code.explanation)] : []
            table.add([Cell(code.name, .bold), Cell(code.summary)] + explanation)
        }
        return table
    }
}

extension DiagnosticCode {
    /// The code as documented for `explain-code --format json`.
    fileprivate func json(withExplanation: Bool) -> JSONValue {
        var members: [JSONValue.Member] = [.init("code", .string(name)), .init("summary", .string(summary))]
        if withExplanation { members.append(.init("explanation", .string(explanation))) }
        return .object(members)
    }
}
