import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Localization
import SystemIO
import TerminalText

/// `followup language`: the program's texts in further languages.
struct LanguageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "language", abstract: "Add a language to the workspace, or check the texts of one.",
        discussion: """
            The texts of a further language are one file of the workspace, languages/nl.po for Dutch, in gettext's \
            format PO, which translators' tools open; --lang nl shows the results in it, and the site and the server have \
            it beside the languages of the program. A file of a language that the \
            program has, such as languages/es.po, says only what this workspace says otherwise.
            """,
        subcommands: [NewLanguageCommand.self, CheckLanguageCommand.self])
}

/// A language by its tag, and the file of its texts.
struct LanguageArgument: ParsableArguments {
    @Argument(help: "The language's tag, such as nl, pt-BR or sr-Latn.")
    var tag: String

    @OptionGroup var folder: FolderOption

    /// The name of the file below the folder of the workspace.
    var name: String { "\(LanguageFiles.folder)/\(tag).po" }
    /// The path of the file.
    var path: String { "\(folder.workspace)/\(name)" }

    /// The language.
    ///
    /// - Throws: ``UsageError`` for what is no tag of BCP 47.
    func language() throws -> Language {
        guard let language = Language(tag: tag) else {
            throw UsageError("'\(tag)' is not the tag of a language", help: "write such as nl, pt-BR or sr-Latn")
        }
        return language
    }
}

/// `followup language new`: the file that a translator fills in.
struct NewLanguageCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Write the file of texts that a translator fills in.",
        discussion: """
            Every text stands there in English, with what is said to translators. A file that is there already keeps its \
            translations; those of an English text that has changed are marked as fuzzy.
            """)

    @OptionGroup var argument: LanguageArgument

    @Option(help: ArgumentHelp("The plural rule, as gettext writes it.", valueName: "rule"))
    var plural = "nplurals=2; plural=(n != 1);"

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let language = try argument.language()
        guard PluralRule(plural) != nil else {
            throw UsageError("'\(plural)' is not a plural rule", help: "write such as 'nplurals=2; plural=(n != 1);'")
        }
        guard environment.files.exists("\(argument.folder.workspace)/workspace.yaml") else {
            throw argument.folder.unreadable
        }
        let path = argument.path
        do throws(FileError) {
            let old =
                environment.files.exists(path)
                ? LanguageFiles.read(try FileBytes(reading: path, in: environment.files), named: "\(argument.tag).po")
                : nil
            try environment.files.makeFolder("\(argument.folder.workspace)/\(LanguageFiles.folder)")
            let text = LanguageFiles.template(with: environment.registry).file(
                for: language, keeping: old, pluralForms: plural)
            _ = try environment.files.write(text, to: path)
        } catch {
            throw UsageError(unwritable: error)
        }
        let texts = LanguageFiles.set(of: argument.folder.workspace).preferred(in: environment.variables)
        environment.output(texts[.startWritten, ["path": path]] + "\n")
        return .success
    }
}

/// `followup language check`: whether a language's texts are complete and sound.
struct CheckLanguageCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check a language's texts: what is missing, stale, or lacks a placeholder.",
        discussion: """
            Every problem is told with file and line. The command ends with status 1 when there is an error: a file that is \
            not well formed, other placeholders than the English text, other plural forms than the language has. Missing \
            and stale texts are warnings.
            """)

    @OptionGroup var argument: LanguageArgument

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let language = try argument.language()
        var sources = SourceMap(folder: argument.folder.workspace)
        let bytes: FileBytes
        do throws(FileError) { bytes = try FileBytes(reading: argument.path, in: environment.files) } catch {
            throw UsageError(
                "\(argument.path) can't be read: \(error.reason)",
                help: "write it with: followup language new \(argument.tag)")
        }
        let file = sources.add(path: argument.path, bytes: bytes)
        let catalogue = LanguageFiles.read(bytes, named: "\(argument.tag).po")
        let template = LanguageFiles.template(with: environment.registry)
        let found = LanguageFiles.check(catalogue, in: file, against: template)
        let renderer = TextRenderer(
            usesColour: environment.terminal.usesColour, width: environment.terminal.width)
        environment.output(renderer.render(found, in: sources))
        let texts = LanguageFiles.set(of: argument.folder.workspace).preferred(in: environment.variables)
        let total = template.entries.count
        let missing = found.count { $0.code == .missingText }
        let line =
            missing == 0
            ? texts[.languageCheckFine, ["language": language.code, "count": total.written(in: texts)]]
            : texts[
                .languageCheckMissing,
                [
                    "language": language.code, "count": missing.written(in: texts), "total": total.written(in: texts),
                ]]
        environment.output(line + "\n")
        return found.contains { $0.severity == .error } ? .dataErrors : .success
    }
}
