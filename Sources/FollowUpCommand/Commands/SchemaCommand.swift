import ArgumentParser
import ForumKit
import ForumWorkspace
import JSON
import Localization
import SystemIO

/// `followup schema`: the JSON Schemas by which editors complete and check the YAML files.
struct SchemaCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "The JSON Schema of a kind of YAML file, for completion and checks in editors.",
        discussion: """
            With --write, all five schemas are written to the folder .schemas of the workspace; only files that change \
            are touched. A YAML file finds its schema by its first line, as: \
            # yaml-language-server: $schema=../.schemas/forum.schema.json
            """)

    @Argument(
        help: "The kind of file: workspace, framework, countries, forum or commitments.",
        completion: .list(WorkspaceSchema.allCases.map(\.rawValue)))
    var kind: String?

    @OptionGroup var folder: FolderOption

    @Flag(help: "Write all schemas into the workspace instead of printing one.")
    var write = false

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let kind = try kind.map(Self.schema)
        switch (kind, write) {
        case (let kind?, false): environment.output(Self.text(of: kind, environment.registry))
        case (nil, true): try writeAll(in: environment)
        default:
            throw UsageError(
                "name one schema to print it, or give --write alone to write all",
                help: "there are \(Self.names.joined(separator: ", "))")
        }
        return .success
    }

    private static let names = WorkspaceSchema.allCases.map(\.rawValue)

    private static func schema(named name: String) throws -> WorkspaceSchema {
        if let schema = WorkspaceSchema(rawValue: name) { return schema }
        throw UsageError.unknown("there is no schema '\(name)'", name, in: names, .english)
    }

    /// The text of a schema's file.
    static func text(of kind: WorkspaceSchema, _ registry: ForumRegistry) -> String {
        kind.document(registry: registry).text() + "\n"
    }

    private func writeAll(in environment: CommandEnvironment) throws {
        guard environment.files.exists("\(folder.workspace)/workspace.yaml") else {
            throw UsageError(
                "the folder '\(folder.workspace)' has no workspace.yaml", help: "name another folder with --workspace")
        }
        let directory = "\(folder.workspace)/.schemas"
        do throws(FileError) {
            try environment.files.makeFolder(directory)
            for kind in WorkspaceSchema.allCases {
                let path = "\(directory)/\(kind.fileName)"
                let isNew = try environment.files.write(Self.text(of: kind, environment.registry), to: path)
                environment.output(isNew ? "\(path): written\n" : "\(path): up to date\n")
            }
        } catch {
            throw UsageError(unwritable: error)
        }
    }
}
