import FollowUpModel
import ForumKit
import ForumWorkspace
import Foundation
import InstalledModules
import Testing

/// Every module's README tells its options as the module declares them, and what becomes of every rule of its forums.
@Suite struct ModuleReadmeTests {
    static let documented = InstalledModules.all.filter { $0.metadata.name != DeclarativeModule.metadata.name }

    private static func readme(of module: String) throws -> String {
        let folder = module.split(separator: "-").map { $0.capitalized }.joined()
        return try Repository.text(of: "Plugins/\(folder)/README.md")
    }

    @Test(arguments: documented.map { $0.metadata.name })
    func tellsEveryOption(_ name: String) throws {
        let module = try #require(Self.documented.first { $0.metadata.name == name })
        let rows = try Self.readme(of: name).split(separator: "\n").filter { $0.hasPrefix("|") }
        for option in module.metadata.options {
            let row = try #require(rows.first { $0.hasPrefix("| `\(option.name)` |") }, "\(option.name) has a row")
            #expect(option.defaultValue.isEmpty || row.contains(option.defaultValue), "\(option.name): default")
            let text = option.text.text(for: .english)
            #expect(row.contains(text.dropLast()), "\(option.name): \(text)")
        }
    }

    @Test func everyRuleOfAForumIsComputedOrExplained() throws {
        let reading = Workspace.load(
            Repository.path + "/forums", registry: try ForumRegistry(InstalledModules.all))
        let workspace = try #require(reading.workspace)
        for forum in workspace.forums where forum.definition.module != "declarative" {
            let text = try Self.readme(of: forum.definition.module)
            for rule in forum.definition.rules {
                #expect(text.contains(rule.id), "\(forum.definition.module)/README.md says nothing of \(rule.id)")
            }
        }
    }
}
