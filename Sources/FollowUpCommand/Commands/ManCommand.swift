import ArgumentParser
import JSON

/// `followup man`: the manual page, made from the commands' own declarations.
struct ManCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "man", abstract: "The manual page, in the form that man reads.",
        discussion: "To read it: followup man > followup.1, then man ./followup.1")

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        environment.output(ManualPage.text)
        return .success
    }
}

/// The manual page in the man macros of roff: `followup.1` of the resources with commands and options put in.
private struct ManualPage {
    /// The options that several commands take in the same words, in the order in which they first come.
    private let common: [JSONValue]

    /// The page, ending with a line break.
    static var text: String {
        guard let root = (try? JSONValue(parsing: RootCommand._dumpHelp()))?["command"] else {
            preconditionFailure("ArgumentParser describes commands as JSON with the member 'command'")
        }
        let commands = commands(of: root, below: "followup")
        let page = ManualPage(commands.map(\.command))
        let abstract = root.text("abstract").dropLast()
        return String(
            template: PackageResources.followup_1,
            values: [
                "version": FollowUpCommand.version,
                "abstract": escaped(abstract.prefix(1).lowercased() + abstract.dropFirst()),
                "discussion": line(root.text("discussion")),
                "commands": commands.flatMap { page.entry(name: $0.name, command: $0.command) }.joined(separator: "\n"),
                "options": page.common.flatMap(entry).joined(separator: "\n"),
            ])
    }

    /// A page with these commands.
    private init(_ commands: [JSONValue]) {
        let all = commands.flatMap(Self.arguments)
        let counts = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
        var seen: Set<JSONValue> = []
        common = all.filter { (counts[$0] ?? 0) > 1 && seen.insert($0).inserted }
    }

    /// The commands below one, each with all its words; of a command that only groups others, those others.
    private static func commands(of group: JSONValue, below name: String) -> [(name: String, command: JSONValue)] {
        group.elements("subcommands").filter { $0.text("commandName") != "help" }.flatMap { command in
            let name = "\(name) \(command.text("commandName"))"
            let inner = commands(of: command, below: name)
            return inner.isEmpty ? [(name, command)] : inner
        }
    }

    /// What a command takes; help and version go without saying.
    private static func arguments(of command: JSONValue) -> [JSONValue] {
        command.elements("arguments").filter {
            $0["shouldDisplay"] != false && !["help", "version"].contains($0.text("valueName"))
        }
    }

    /// The lines of a command.
    private func entry(name: String, command: JSONValue) -> [String] {
        let arguments = Self.arguments(of: command)
        let synopsis = arguments.filter { $0.text("kind") == "positional" }.map { argument in
            let value = Self.heading(of: argument)
            return argument["isOptional"] == true ? " [\(value)]" : " \(value)"
        }
        let others = arguments.filter(common.contains).map { "--" + ($0["preferredName"]?.text("name") ?? "") }
        return [".SS \"\(Self.escaped(name))\(synopsis.joined())\""]
            + Self.paragraph(command.text("abstract")) + Self.paragraph(command.text("discussion"))
            + arguments.filter { !common.contains($0) }.flatMap(Self.entry)
            + Self.paragraph(others.isEmpty ? "" : "Common options: \(others.joined(separator: ", ")).")
    }

    /// The lines of an option or an argument.
    private static func entry(argument: JSONValue) -> [String] {
        let abstract = argument.text("abstract")
        let values = argument.elements("allValues").compactMap(\.string).joined(separator: ", ")
        let text =
            abstract + (abstract.isEmpty || abstract.hasSuffix(".") ? "" : ".")
            + (values.isEmpty ? "" : " One of \(values).")
            + (argument["defaultValue"]?.string.map { " Without it: \($0)." } ?? "")
        return [".TP", heading(of: argument), line(text)]
    }

    private static func heading(of argument: JSONValue) -> String {
        let value = "\\fI\(escaped(argument.text("valueName")))\\fR"
        if argument.text("kind") == "positional" { return value }
        let names = argument.elements("names").map { name in
            "\\fB\(escaped((name.text("kind") == "long" ? "--" : "-") + name.text("name")))\\fR"
        }
        return names.joined(separator: ", ") + (argument.text("kind") == "option" ? " \(value)" : "")
    }

    private static func paragraph(_ text: String) -> [String] { text.isEmpty ? [] : [".PP", line(text)] }

    /// Text on one line that roff takes for nothing but text.
    private static func line(_ text: String) -> String {
        let text = escaped(text)
        return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
    }

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

extension JSONValue {
    /// The text of a member; empty where there is none.
    fileprivate func text(_ name: String) -> String { self[name]?.string ?? "" }

    /// The elements of a member; none where it is missing.
    fileprivate func elements(_ name: String) -> [JSONValue] { self[name]?.elements ?? [] }
}
