import ArgumentParser
import Diagnostics

/// `followup man`: the manual page, made from the commands' own declarations.
struct ManCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "man", abstract: "The manual page, in the form that man reads.",
        discussion: "To read it: followup man > followup.1, then man ./followup.1")

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        environment.output(ManualPage.text)
        return .fine
    }
}

/// The manual page in the man macros of roff, section 1.
struct ManualPage {
    private var lines: [String] = []
    private var common: [JSONValue] = []

    /// The page, ending with a line break.
    static var text: String {
        guard let help = JSONValue(parsing: RootCommand._dumpHelp()), let command = help["command"] else {
            preconditionFailure("ArgumentParser describes commands as JSON with the member 'command'")
        }
        var page = ManualPage()
        page.write(command)
        return page.lines.joined(separator: "\n") + "\n"
    }

    private mutating func write(_ root: JSONValue) {
        lines.append(".TH FOLLOWUP 1 \"\" \"followup \(FollowUpCommand.version)\" \"User Commands\"")
        section("NAME")
        text("followup - \(root.text("abstract").droppingFullStop.startingSmall)")
        section("SYNOPSIS")
        lines += [".B followup", ".I command", ".RI [ options ]"]
        section("DESCRIPTION")
        text(Self.description)
        text(root.text("discussion"))
        let commands = Self.commands(of: root, below: "followup")
        common = Self.common(of: commands.map(\.command))
        section("COMMANDS")
        for (name, command) in commands { write(command: command, named: name) }
        section("COMMON OPTIONS")
        for argument in common { write(argument: argument) }
        writeClosing()
    }

    /// The commands below one, each with all its words; of a command that only groups others, those others.
    private static func commands(of group: JSONValue, below name: String) -> [(name: String, command: JSONValue)] {
        (group["subcommands"]?.elements ?? []).filter { $0.text("commandName") != "help" }.flatMap { command in
            let name = "\(name) \(command.text("commandName"))"
            let inner = commands(of: command, below: name)
            return inner.isEmpty ? [(name, command)] : inner
        }
    }

    /// The options that several commands take in the same words, in the order in which they first come.
    private static func common(of commands: [JSONValue]) -> [JSONValue] {
        let all = commands.flatMap(arguments)
        var counts: [JSONValue: Int] = [:]
        for argument in all { counts[argument, default: 0] += 1 }
        var seen: Set<JSONValue> = []
        return all.filter { (counts[$0] ?? 0) > 1 && seen.insert($0).inserted }
    }

    /// What a command takes; help and version go without saying.
    private static func arguments(of command: JSONValue) -> [JSONValue] {
        (command["arguments"]?.elements ?? []).filter {
            $0["shouldDisplay"]?.isTrue ?? true && !["help", "version"].contains($0.text("valueName"))
        }
    }

    private static let description = """
        followup reads a folder of forums: YAML files for members, rules and commitments, CSV files for reports. It \
        checks them like a compiler and links them into one picture: every country by every line of action of the \
        framework, with the reason for each cell.
        """

    private mutating func write(command: JSONValue, named name: String) {
        let arguments = Self.arguments(of: command)
        let synopsis = arguments.filter { $0["kind"]?.string == "positional" }.map { argument in
            let value = Self.italic(argument.text("valueName"))
            return argument["isOptional"]?.isTrue == true ? " [\(value)]" : " \(value)"
        }
        lines.append(".SS \"\(Self.escaped(name))\(synopsis.joined())\"")
        text(command.text("abstract"))
        text(command.text("discussion"))
        for argument in arguments where !common.contains(argument) { write(argument: argument) }
        let others = arguments.filter(common.contains).map { "--" + ($0["preferredName"]?.text("name") ?? "") }
        if !others.isEmpty { text("Common options: \(others.joined(separator: ", ")).") }
    }

    private mutating func write(argument: JSONValue) {
        lines += [".TP", Self.heading(of: argument)]
        let values = (argument["allValues"]?.elements ?? []).compactMap(\.string).joined(separator: ", ")
        let fallback = argument["defaultValue"]?.string
        lines.append(
            Self.line(
                argument.text("abstract").endingWithFullStop + (values.isEmpty ? "" : " One of \(values).")
                    + (fallback.map { " Without it: \($0)." } ?? "")))
    }

    private static func heading(of argument: JSONValue) -> String {
        let value = italic(argument.text("valueName"))
        if argument["kind"]?.string == "positional" { return value }
        let names = (argument["names"]?.elements ?? []).map { name in
            bold((name["kind"]?.string == "long" ? "--" : "-") + name.text("name"))
        }
        return names.joined(separator: ", ") + (argument["kind"]?.string == "option" ? " \(value)" : "")
    }

    private mutating func writeClosing() {
        section("EXIT STATUS")
        let statuses: [ExitStatus] = [.fine, .dataErrors, .misuse, .stopped, .terminated]
        for status in statuses { item(String(status.rawValue), status.meaning) }
        section("ENVIRONMENT")
        for (names, meaning) in Self.variables { item(names, meaning) }
        section("FILES")
        for (name, meaning) in Self.files { item(name, meaning) }
        section("EXAMPLES")
        for (command, meaning) in Self.examples { item(command, meaning) }
    }

    private mutating func item(_ head: String, _ text: String) {
        lines += [".TP", Self.bold(head), Self.line(text)]
    }

    private mutating func section(_ title: String) { lines.append(".SH \"\(title)\"") }

    private mutating func text(_ text: String) {
        if !text.isEmpty { lines += [".PP", Self.line(text)] }
    }
}

extension ManualPage {
    private static let variables = [
        (
            "LC_ALL, LC_MESSAGES, LANG",
            "The first that is set gives the language of the texts, unless --lang does: en, es, pt or fr."
        ),
        (
            "LC_ALL, LC_CTYPE, LANG",
            "The first that is set tells whether the terminal shows Unicode; lines are drawn with ASCII otherwise."
        ),
        ("NO_COLOR", "When set, nothing is coloured; signs and letters say the same."),
        (
            "CLICOLOR, CLICOLOR_FORCE, TERM",
            "Whether a terminal, or with CLICOLOR_FORCE=1 also a pipe, is given colour."
        ),
        (
            "TERM",
            "When missing or dumb, no bar shows long work and no page is written over another."
        ),
        ("COLUMNS", "The width of tables, where it isn't the terminal's own; 80 in a pipe."),
    ]
    private static let files = [
        ("forums/workspace.yaml", "What all forums have in common: the scale of progress, the framework, languages."),
        ("forums/<forum>/forum.yaml", "A forum's members, organs, status words and rules."),
        ("forums/<forum>/commitments.yaml", "What its texts ask, of whom, by when."),
        ("forums/<forum>/reports/*.csv", "What was said about each commitment and country, with its source."),
    ]
    private static let examples = [
        ("followup matrix --measure 67", "Every country by every line of measure 67."),
        ("followup explain CRI 67.2", "Why Costa Rica has its word on line 67.2, down to file and line."),
        (
            "followup matrix --measure 67 --forum un-treaties --as-of 2015-06-30 --format json",
            "What the treaties alone said on a past date, for a program."
        ),
        ("followup check --watch", "Check again at every save, while you edit."),
        ("followup check --strict", "Check before publishing: status 1 for any error or warning."),
    ]

    /// Text on one line that roff takes for nothing but text.
    private static func line(_ text: String) -> String {
        let text = escaped(text)
        return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
    }

    private static func bold(_ text: String) -> String { "\\fB\(escaped(text))\\fR" }
    private static func italic(_ text: String) -> String { "\\fI\(escaped(text))\\fR" }

    /// Text with what roff would read as more than text spelt out; hyphens stay ASCII, so that options can be copied.
    private static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": out += "\\(rs"
            case "-": out += "\\-"
            case "\"": out += "\\(dq"
            case "\n": out += " "
            case _ where scalar.isASCII: out.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                out += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
            }
        }
        return out
    }
}

extension ExitStatus {
    /// What it tells the caller.
    fileprivate var meaning: String {
        switch self {
        case .fine: "Everything is fine, or the data has errors and neither check nor --strict asked about them."
        case .dataErrors: "The data has errors, or with check --strict warnings."
        case .misuse: "The command was not understood, or there is no workspace in the folder."
        case .stopped: "The command was stopped, as with Ctrl-C."
        case .terminated: "The command was ended by the signal SIGTERM."
        }
    }
}

extension JSONValue {
    /// The text of a member; empty where there is none.
    fileprivate func text(_ name: String) -> String { self[name]?.string ?? "" }
}

extension String {
    fileprivate var droppingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
    fileprivate var endingWithFullStop: String { isEmpty || hasSuffix(".") ? self : self + "." }
    fileprivate var startingSmall: String { prefix(1).lowercased() + dropFirst() }
}
