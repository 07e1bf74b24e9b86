import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumWorkspace
import Languages

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
        name: .long, help: ArgumentHelp("Copy the foundations of this workspace.", valueName: "workspace"),
        completion: .directory)
    var from: String?

    @OptionGroup var language: LanguageOption

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let language = try language.language(in: environment)
        let texts = StartTexts.texts(for: language)
        let folder = self.folder.droppingTrailingSlashes
        var files =
            try from.map { try Self.copies(from: $0.droppingTrailingSlashes, environment) }
            ?? WorkspaceTemplate(language: language).files
        files += WorkspaceSchema.allCases.map {
            NewFiles.File(name: ".schemas/\($0.fileName)", text: SchemaCommand.text(of: $0, environment.registry))
        }
        let new = NewFiles(folder: folder, files: files)
        try new.write()
        for path in new.paths { environment.output(texts.written.filled(with: ["path": path]) + "\n") }
        let option = folder == "forums" ? "" : " --workspace \(folder.shellWord)"
        environment.output(
            texts.nextForum.filled(with: ["command": "followup new forum my-forum --members ARG,BRA\(option)"]) + "\n")
        return .fine
    }

    /// The foundations of another workspace, byte for byte.
    private static func copies(from source: String, _ environment: CommandEnvironment) throws -> [NewFiles.File] {
        let reading = try environment.read(source, .catalogue(for: .preferred(in: environment.variables)))
        guard reading.workspace != nil else {
            throw Misuse(
                reading.diagnostics.first?.message ?? "\(source) is no workspace",
                help: "name a workspace with --from, or leave --from out")
        }
        // The three files that are read before the forums, whatever their names are.
        return try reading.sources.files.prefix(3).map { file in
            let name = String(file.path.dropFirst(source.count + 1))
            guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
                throw Misuse(
                    "\(source)/workspace.yaml names '\(name)', which is not in its folder",
                    help: "copy it into the folder first")
            }
            return NewFiles.File(name: name, text: file.bytes.withUnsafeBytes { String(decoding: $0, as: UTF8.self) })
        }
    }
}

/// The files of a new workspace, commented in one language.
struct WorkspaceTemplate {
    let language: Language
    private var texts: StartTexts { .texts(for: language) }

    /// workspace.yaml and the files it names.
    var files: [NewFiles.File] {
        [
            NewFiles.File(name: "workspace.yaml", text: workspace),
            NewFiles.File(
                name: "reference/montevideo-consensus.yaml",
                text: reference("framework", texts.frameworkIntro, StarterFramework.yaml)),
            NewFiles.File(
                name: "reference/countries.yaml",
                text: reference("countries", texts.countriesIntro, StarterCountries.yaml)),
        ]
    }

    private func reference(_ schema: String, _ intro: String, _ yaml: String) -> String {
        """
        # yaml-language-server: $schema=../.schemas/\(schema).schema.json
        # \(intro)

        \(yaml)
        """
    }

    private var workspace: String {
        """
        # yaml-language-server: $schema=.schemas/workspace.schema.json
        # \(texts.workspaceIntro)
        # \(texts.checkAfterwards)

        workspace: my-workspace
        name:
        \(names)

        # \(texts.referenceFiles)
        framework: reference/montevideo-consensus.yaml
        countries: reference/countries.yaml

        # \(texts.publicLanguages)
        languages: [\(languages.map(\.code).joined(separator: ", "))]

        # \(texts.region)
        region: lac-state

        # \(texts.scale)
        progress:
          - {level: not-started, letter: "N", sign: ○,
             name: {en: Not started, es: Sin iniciar, pt: Não iniciado, fr: Non commencé}}
          - {level: limited, letter: L, sign: ◔, name: {en: Limited, es: Limitado, pt: Limitado, fr: Limité}}
          - {level: substantial, letter: S, sign: ◕,
             name: {en: Substantial, es: Sustancial, pt: Substancial, fr: Substantiel}}
          - {level: complete, letter: C, sign: ●, name: {en: Complete, es: Completo, pt: Completo, fr: Achevé}}

        # \(texts.contrary)
        contrary: {letter: X, sign: ✕, name: {en: Step back, es: Retroceso, pt: Retrocesso, fr: Recul}}

        # \(texts.consolidation)
        consolidation:
          rule: weighted-median
          relations: {exact: 4, close: 3, narrow: 2, broad: 2, related: 1}
          standings: {bound: 2, pending: 2, invited: 1}
          divergent-from: 2
          stale-after-months: 60

        """
    }

    /// All languages of the program, the person's own first.
    private var languages: [Language] { [language] + Catalogue.languages.filter { $0 != language } }

    private var names: String {
        languages.map { "  \($0.code): \(StartTexts.texts(for: $0).workspaceName.yamlQuoted)" }.joined(separator: "\n")
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
