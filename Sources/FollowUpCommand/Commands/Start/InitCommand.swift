import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumWorkspace
import Localization
import SystemIO

/// `followup init`: an empty workspace, ready for the first forum.
struct InitCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Start an empty workspace: scale, framework, countries and schemas.",
        discussion: """
            Without --from the framework is chapter F of the Montevideo Consensus with the titles of its measures and \
            lines, and the countries are the States of Latin America and the Caribbean. With --from, workspace.yaml, \
            framework and countries are copied from another workspace as they are, without its forums. No file that \
            is there already is touched. Next: followup new forum
            """)

    @Argument(help: "The folder to make.", completion: .directory)
    var folder: String

    @Option(
        help: ArgumentHelp("Copy settings, framework and countries from this workspace.", valueName: "workspace"),
        completion: .directory)
    var from: String?

    @OptionGroup var language: LanguageOption

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try language.texts(in: environment)
        let folder = self.folder.droppingTrailingSlashes
        var files =
            try from.map { try Self.copies(from: $0.droppingTrailingSlashes, environment) }
            ?? WorkspaceTemplate(texts: texts).files
        files += WorkspaceSchema.allCases.map {
            NewFiles.File(name: ".schemas/\($0.fileName)", text: SchemaCommand.text(of: $0, environment.registry))
        }
        let new = NewFiles(folder: folder, files: files)
        try new.write(in: environment, texts)
        let option = folder == "forums" ? "" : " --workspace \(folder.shellWord)"
        environment.output(
            texts[.startNextForum, ["command": "followup new forum my-forum --members ARG,BRA\(option)"]] + "\n")
        return .success
    }

    /// The foundations of another workspace, byte for byte.
    private static func copies(from source: String, _ environment: CommandEnvironment) throws -> [NewFiles.File] {
        let reading = try environment.read(source, .texts(for: .preferred(in: environment.variables)))
        guard reading.workspace != nil else {
            throw UsageError(
                reading.diagnostics.first?.message ?? "\(source) is not a workspace",
                help: "name a workspace with --from, or leave --from out")
        }
        // The three files that are read before the forums, whatever their names are.
        return try reading.sources.files.prefix(3).map { file in
            let name = String(file.path.dropFirst(source.count + 1))
            guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
                throw UsageError(
                    "\(source)/workspace.yaml names '\(name)', which is not in its folder",
                    help: "copy it into the folder first")
            }
            return NewFiles.File(name: name, text: file.bytes.text(in: 0..<file.bytes.count))
        }
    }
}

/// The files of a new workspace, commented in one language.
struct WorkspaceTemplate {
    let texts: Texts

    /// workspace.yaml and the files it names.
    ///
    /// Framework and countries are chapter F and the States of Latin America and the Caribbean of the shipped lists; a
    /// test holds them together.
    var files: [NewFiles.File] {
        [
            NewFiles.File(
                name: "workspace.yaml", template: PackageResources.workspace_yaml,
                values: ["names": names, "languages": languages.map(\.code).joined(separator: ", ")], texts: texts),
            NewFiles.File(
                name: "reference/montevideo-consensus.yaml", template: PackageResources.framework_yaml, texts: texts),
            NewFiles.File(
                name: "reference/countries.yaml", template: PackageResources.countries_yaml, texts: texts),
        ]
    }

    /// All languages of the program, the person's own first.
    private var languages: [Language] { [texts.language] + Texts.languages.filter { $0 != texts.language } }

    private var names: String {
        languages.map { "  \($0.code): \(Texts.texts(for: $0)[.startWorkspaceName].yamlQuoted)" }.joined(
            separator: "\n")
    }
}

extension String {
    /// The path without slashes at its end.
    var droppingTrailingSlashes: String {
        var path = self[...]
        while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
        return String(path)
    }
}
