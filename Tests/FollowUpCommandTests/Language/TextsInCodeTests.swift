import Diagnostics
import Foundation
import Localization
import Testing

@testable import FollowUpCommand

/// Texts stand in files for translators, and what stands there is used.
@Suite struct TextsInCodeTests {
    /// The lines of the source code without comments, by file.
    private static let sources = Result { () -> [String: [Substring]] in
        let folder = Repository.path + "/Sources"
        var files: [String: [Substring]] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) where path.hasSuffix(".swift") {
            files[path] = try Repository.text(of: "Sources/" + path).split(separator: "\n").filter {
                !$0.drop { $0 == " " }.hasPrefix("//")
            }
        }
        return files
    }

    @Test func everyTextIsUsed() throws {
        var used: Set<Substring> = []
        var named: Set<String> = []
        for (path, lines) in try Self.sources.get() where path != "Localization/Message.swift" {
            for line in lines { used.formUnion(line.matches(of: /\.([a-z][A-Za-z]*)/).map(\.1)) }
        }
        // Templates name texts too: pages in two brackets, the files of new workspaces and forums in two braces.
        for (target, name) in [("Dashboard", /\[\[([A-Za-z]+)\]\]/), ("FollowUpCommand", /\{\{([A-Za-z]+)\}\}/)] {
            let folder = "Sources/\(target)/Resources"
            for file in try FileManager.default.contentsOfDirectory(atPath: "\(Repository.path)/\(folder)") {
                let text = try Repository.text(of: "\(folder)/\(file)")
                named.formUnion(text.matches(of: name).map { String($0.1) })
            }
        }
        // The words of enumerations are found by a prefix and the name of the case.
        let prefixes = try Self.sources.get().values.joined().flatMap { line in
            line.matches(of: /Words<Self>\("([A-Za-z]+)"\)/).map { String($0.1) }
        }
        let unused = Message.allCases.map(\.name).filter { name in
            !used.contains(name[...]) && !named.contains(name)
                && !prefixes.contains { name.hasPrefix($0) && name.dropFirst($0.count).first?.isUppercase == true }
        }
        #expect(unused == [])
    }

    @Test func noTextOfAnotherLanguageStandsInCode() throws {
        // The table of letters without their accents.
        let left = ["Diagnostics/FoldedText.swift"]
        let letters = Set("áéíóúñçãõêàèùâôîÁÉÍÓÚÑÇ")
        for (path, lines) in try Self.sources.get() where !left.contains(where: path.hasPrefix) {
            for line in lines { #expect(!line.contains(where: letters.contains), "\(path): \(line)") }
        }
    }

    /// Each code that a target names has an entry in the target's file, and each entry is named once.
    @Test(arguments: ["LocatedYAML", "Localization", "ForumKit", "ForumWorkspace"])
    func everyCodeHasAnEntryAndEveryEntryACode(_ target: String) throws {
        let named = try Self.sources.get().filter { $0.key.hasPrefix(target + "/") }.values.joined().flatMap { line in
            line.matches(of: /DiagnosticCode\("([a-z0-9-]+)"\)/).map { String($0.1) }
        }
        let entries = DiagnosticCode.codes(of: target)
        #expect(entries.map(\.name).sorted() == named.sorted())
        for code in entries {
            #expect(!code.summary.isEmpty && code.explanation.split(separator: " ").count >= 12, "\(code.name)")
        }
    }
}
