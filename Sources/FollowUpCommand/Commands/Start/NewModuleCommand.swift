import ArgumentParser
import ForumKit

/// `followup new module`: a Swift module with a test that says what to do next.
struct NewModuleCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "module", abstract: "Write a forum module, with a test that says what to do next.",
        usage: "followup new module <name> --swift | --external [<option> ...]",
        discussion: """
            With --swift, run it in the repository: the module goes to Plugins/NAME and the lines to add elsewhere are \
            printed. In a package of your own, say with --directory where it goes; only the source file is written \
            then. With --external, a program in Python begins in the forum's folder that --directory names; what it \
            is asked and answers is the same in any other language.
            """)

    @Argument(help: "The module's name, such as TwoReadings; forum.yaml names it two-readings.") var name: String

    @Flag(help: "In Swift, as a part of the program.") var swift = false
    @Flag(help: "As a program of its own that reads one forum; it begins in Python.") var external = false

    @Option(
        help: ArgumentHelp(
            "The folder for the source file, in a package of your own; with --external the forum's.",
            valueName: "folder"),
        completion: .directory)
    var directory: String?

    @Option(help: ArgumentHelp("The folder of the repository.", valueName: "folder"), completion: .directory)
    var package = "."

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        guard swift != external else {
            throw UsageError(
                "choose what kind of module to write", help: "followup new module \(name) --swift, or with --external")
        }
        guard let names = ModuleNames(name) else {
            throw UsageError(
                "'\(name)' can't name a module", help: "write letters and digits, a capital first, such as TwoReadings")
        }
        if environment.registry.module(named: names.module) != nil {
            throw UsageError("there is a module '\(names.module)' already", help: "see followup forums --modules")
        }
        let template = ModuleTemplate(names: names)
        if external { return try begin(template, in: environment) }
        let new = NewFiles(
            folder: directory?.droppingTrailingSlashes
                ?? (package == "." ? "" : package.droppingTrailingSlashes + "/") + "Plugins/\(names.target)",
            files: directory == nil ? template.files : [template.source(folder: "")])
        try new.write(in: environment)
        environment.output(directory == nil ? inRepository(names) : inOwnPackage(names))
        return .success
    }

    private func begin(_ template: ModuleTemplate, in environment: CommandEnvironment) throws -> ExitStatus {
        guard let directory else {
            throw UsageError(
                "say in which forum's folder the program goes",
                help: "followup new module \(name) --external --directory forums/my-forum")
        }
        let new = NewFiles(folder: directory.droppingTrailingSlashes, files: template.externalFiles)
        try new.write(in: environment)
        environment.output(
            """

            Name it in forum.yaml:
                module: external
                options:
                  command: [./\(template.program)]
            Then see what comes next: \((directory == "." ? "./" : "") + new.paths[1].shellWord)

            """)
        return .success
    }

    private func inRepository(_ names: ModuleNames) -> String {
        """

        Add to forumModules in Package.swift:
            "\(names.target)",
        Add to Sources/InstalledModules/InstalledModules.swift, below the imports and in the list:
            import \(names.target)
            \(names.type).self,
        Then see what comes next: swift test --filter \(names.target)Tests

        """
    }

    private func inOwnPackage(_ names: ModuleNames) -> String {
        """

        Hand it to the program in main.swift:
            FollowUpCommand.main(modules: InstalledModules.all + [\(names.type).self])
        Then name it in forum.yaml:
            module: \(names.module)

        """
    }
}

/// The names of one module: of its target, its type, and in forum.yaml.
struct ModuleNames: Hashable, Sendable {
    /// The target and the folder, as `TwoReadings`.
    var target: String
    /// The type, as `TwoReadingsModule`.
    var type: String { target + "Module" }
    /// The name in forum.yaml, as `two-readings`.
    var module: String

    /// Reads a name in capitals (`TwoReadings`, `TwoReadingsModule`) or with hyphens (`two-readings`); nil where it is
    /// neither.
    init?(_ name: String) {
        let words = name.hasSuffix("Module") ? String(name.dropLast(6)) : name
        if words.isKebabName {
            module = words
            target = words.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        } else {
            guard let first = words.first, first.isUppercase,
                words.unicodeScalars.allSatisfy({
                    $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
                })
            else { return nil }
            target = words
            module = words.reduce(into: "") { module, character in
                // A capital begins a word unless it goes on with an acronym.
                if character.isUppercase, let last = module.last, last != "-" { module += "-" }
                module += character.lowercased()
            }
        }
    }
}
