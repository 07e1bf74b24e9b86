import ForumKit
import ForumWorkspace
import Foundation
import InstalledModules
import JSON
import Testing

@testable import FollowUpCommand

@Suite struct SchemaCommandTests {
    @Test(arguments: WorkspaceSchema.allCases)
    func theShippedSchemaIsUpToDate(_ kind: WorkspaceSchema) throws {
        let printed = try CommandRun("schema", kind.rawValue)
        #expect(printed.status == .success)
        let shipped = try? Repository.text(of: "forums/.schemas/\(kind.fileName)")
        #expect(
            shipped == printed.output,
            "forums/.schemas/\(kind.fileName) is out of date: run followup schema --write and commit it")
    }

    @Test func everyShippedFileNamesItsSchema() throws {
        var files = ["workspace.yaml": "workspace"]
        files["reference/countries.yaml"] = "countries"
        files["reference/montevideo-consensus.yaml"] = "framework"
        for folder in try FileManager.default.contentsOfDirectory(atPath: Repository.path + "/forums")
        where FileManager.default.fileExists(atPath: "\(Repository.path)/forums/\(folder)/forum.yaml") {
            files["\(folder)/forum.yaml"] = "forum"
            files["\(folder)/commitments.yaml"] = "commitments"
        }
        #expect(files.count > 10)
        for (file, kind) in files {
            let up = file.contains("/") ? "../" : ""
            #expect(
                try Repository.text(of: "forums/\(file)").hasPrefix(
                    "# yaml-language-server: $schema=\(up).schemas/\(kind).schema.json\n"), "\(file)")
        }
    }

    @Test func writingTouchesOnlyWhatChanges() throws {
        let workspace = try MadeUpWorkspace()
        let folder = workspace.path + "/.schemas"
        let first = try CommandRun("schema", "--write", "--workspace", workspace.path)
        #expect(first.status == .success)
        #expect(first.output.split(separator: "\n").count == 5)
        #expect(first.output.split(separator: "\n").allSatisfy { $0.hasSuffix(": written") })
        let old = Date(timeIntervalSince1970: 1_000_000)
        for kind in WorkspaceSchema.allCases {
            try FileManager.default.setAttributes(
                [.modificationDate: old], ofItemAtPath: "\(folder)/\(kind.fileName)")
        }
        try "changed".write(toFile: "\(folder)/forum.schema.json", atomically: true, encoding: .utf8)
        let second = try CommandRun("schema", "--write", "--workspace", workspace.path)
        #expect(second.output.contains("forum.schema.json: written\n"))
        #expect(second.output.split(separator: "\n").count { $0.hasSuffix(": up to date") } == 4)
        let untouched = try FileManager.default.attributesOfItem(atPath: folder + "/workspace.schema.json")
        #expect(untouched[.modificationDate] as? Date == old)
        #expect(
            try String(contentsOfFile: folder + "/forum.schema.json", encoding: .utf8)
                == CommandRun("schema", "forum").output)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names == WorkspaceSchema.allCases.map(\.fileName).sorted())
    }

    @Test func aFolderThatCantBeWrittenIsNamed() throws {
        let workspace = try MadeUpWorkspace([".schemas": "a file where the folder should be"])
        let run = try CommandRun("schema", "--write", "--workspace", workspace.path)
        #expect(run.status == .usageError)
        #expect(run.complaint.contains("workspace.schema.json can't be written: Not a directory"))
    }

    @Test func theForumSchemaKnowsTheInstalledModules() throws {
        let schema = try JSONValue(parsing: CommandRun("schema", "forum").output)
        let module = try #require(schema["$defs"]?["forum"]?["properties"]?["module"])
        let names = try ForumRegistry(InstalledModules.all).names
        #expect(module["enum"] == .array(names.map(JSONValue.string)))
    }
}
