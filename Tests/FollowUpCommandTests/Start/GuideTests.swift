import ForumKit
import Foundation
import InstalledModules
import Testing

@testable import FollowUpCommand

/// The guides, followed to the letter: every file is written, every command is run, every output shown is compared.
///
/// With `UPDATE_GOLDENS=1` the outputs that are shown are written anew.
@Suite struct GuideTests {
    static let names = [
        "ConfigureYourForum.md", "WriteAModuleInSwift.md", "WriteAModuleInAnyLanguage.md", "UseAsALibrary.md",
    ]

    @Test(arguments: names)
    func everythingInItHolds(_ name: String) throws {
        var guide = try Guide(name)
        let folder = try GuideFolder()
        var count = 0
        for block in guide.blocks {
            switch block {
            case .file(let file, let text):
                try folder.write(text, to: file)
                // A Swift file of a guide is the one that Tests/OwnPackage builds and runs.
                if file.hasSuffix(".swift") { #expect(try Repository.text(of: "Tests/OwnPackage/\(file)") == text) }
            case .console(let commands):
                for (command, output) in commands where command.hasPrefix("followup ") {
                    // A program without the external module has no such option.
                    if command.contains("--trust-external"), !Self.hasExternal { continue }
                    let run = try folder.run(command)
                    count += 1
                    #expect(run.status != .usageError, "\(command)\n\(run.output)")
                    guard let output, output != run.output else { continue }
                    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
                        let shown = "$ \(command)\n\(output)\n```"
                        let range = try #require(guide.text.range(of: shown), "a command with output ends its block")
                        guide.text.replaceSubrange(range, with: "$ \(command)\n\(run.output)\n```")
                    } else {
                        #expect(run.output == output, "\(command)")
                    }
                }
            }
        }
        #expect(count > 0)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            try guide.text.write(toFile: guide.path, atomically: true, encoding: .utf8)
        }
    }

    private static var hasExternal: Bool { InstalledModules.all.contains { $0.metadata.name == "external" } }

    @Test func theREADMELeadsToTheGuides() throws {
        let readme = try Repository.text(of: "README.md")
        for name in Self.names {
            #expect(readme.contains("(Sources/Documentation/\(name))"))
        }
    }

    @Test func noYAMLInAGuideGoesUntried() throws {
        for name in Self.names {
            let fences = try Guide(name).text.components(separatedBy: "\n").filter {
                $0.hasPrefix("```yaml") || $0.hasPrefix("```csv")
            }
            #expect(fences.allSatisfy { $0.contains(" file=") }, "\(name)")
        }
    }
}
