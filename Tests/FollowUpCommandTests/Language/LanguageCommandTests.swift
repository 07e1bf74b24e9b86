import FollowUpModel
import Foundation
import Localization
import Testing

@testable import FollowUpCommand

/// A language that a workspace adds, from the empty file to the terminal.
@Suite struct LanguageCommandTests {
    @Test func aMadeUpLanguageIsSpokenAndOneMissingTextIsTold() throws {
        let folder = try GuideFolder()
        #expect(try folder.run("followup init forums").status == .success)
        let new = try folder.run("followup language new xx")
        #expect(new.status == .success)
        let empty = try folder.text(of: "forums/languages/xx.po")
        // Every text as the English one, but in brackets; one is missing.
        var lines: [String] = []
        var source = ""
        for line in empty.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("msgid") { source = String(line.drop { $0 != "\"" }.dropFirst().dropLast()) }
            let isOwn = line.hasSuffix("\"\"") && !source.isEmpty && !["4", "1", ","].contains(source)
            guard line.hasPrefix("msgstr"), isOwn || ["4", "1", ","].contains(source) else {
                lines.append(line)
                continue
            }
            let text = isOwn ? "[\(source)]" : source
            lines.append(line.dropLast(2) + (source == "What the forums say" ? "\"\"" : "\"\(text)\""))
        }
        let place = try #require(lines.firstIndex(of: "msgctxt \"statusTitle\"")) + 1
        try lines.joined(separator: "\n").write(
            toFile: folder.path + "/forums/languages/xx.po", atomically: true, encoding: .utf8)

        let told = "languages/xx.po:\(place):1: warning: the text 'statusTitle' is missing and is shown in English"
        let check = try folder.run("followup language check xx")
        #expect(check.status == .success)
        #expect(check.output.contains(told))
        #expect(check.output.contains("xx: 1 of "))
        #expect(try folder.run("followup check").output.contains(told))

        let status = try folder.run("followup status --lang xx").output
        #expect(status.contains("What the forums say") && status.contains("[As of "))
        #expect(try folder.run("followup status --lang yy").status == .misuse)
    }

    @Test func wrongPlaceholdersEndTheCheckWithAnError() throws {
        let folder = try GuideFolder()
        _ = try folder.run("followup init forums")
        try FileManager.default.createDirectory(
            atPath: folder.path + "/forums/languages", withIntermediateDirectories: true)
        let text = "msgctxt \"forumTitle\"\nmsgid \"{forum}\"\nmsgstr \"{foro}\"\n"
        try text.write(toFile: folder.path + "/forums/languages/es.po", atomically: true, encoding: .utf8)
        let check = try folder.run("followup language check es")
        #expect(check.status == .dataErrors)
        #expect(check.output.contains("languages/es.po:1:1: error: 'forumTitle' has {foro}"))
    }

    @Test(arguments: ["n", "dutch!", "nl_NL", "nl-", "../nl"])
    func whatIsNoTagIsRefused(_ tag: String) throws {
        let folder = try GuideFolder()
        _ = try folder.run("followup init forums")
        #expect(try folder.run("followup language new \(tag)").status == .misuse)
    }
}
