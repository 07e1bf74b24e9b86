import FollowUpModel
import ForumKit
import Foundation
import InstalledModules
import Localization
import Testing

@testable import FollowUpCommand

/// A language that a workspace adds, from the empty file to the terminal.
@Suite struct LanguageCommandTests {
    /// The made-up forums of the commands' tests with the made-up language.
    private func workspace(without missing: Set<String> = []) throws -> GuideFolder {
        let folder = try GuideFolder()
        try FileManager.default.copyItem(atPath: PageRun.small, toPath: folder.path + "/forums")
        try folder.write(try MadeUpLanguage.file(without: missing), to: "forums/languages/\(MadeUpLanguage.tag).po")
        return folder
    }

    @Test func aNewFileHasEveryTextAndNoTranslation() throws {
        let folder = try GuideFolder()
        #expect(try folder.run("followup init forums").status == .success)
        let new = try CommandRun(arguments: [
            "language", "new", "qaa-Arab", "--plural", MadeUpLanguage.pluralRule, "--workspace",
            folder.path + "/forums",
        ])
        #expect(new.status == .success)
        let file = MessageCatalogue(po: Array(try folder.text(of: "forums/languages/qaa-Arab.po").utf8))
        #expect(file.problems.isEmpty && file.language == Language("qaa-Arab") && file.pluralRule.formCount == 3)
        let modules = try ForumRegistry(InstalledModules.all).modules.flatMap { $0.metadata.templateEntries }
        #expect(file.entries.map(\.key) == Message.allCases.map(\.name) + modules.map(\.key))
        #expect(modules.contains { $0.key == "declarative/rule/no-report" })
        for entry in file.entries {
            #expect(entry.forms == Array(repeating: "", count: entry.sourcePlural == nil ? 1 : 3))
        }
    }

    @Test func aMissingTextIsToldWithItsLine() throws {
        let folder = try workspace(without: ["statusTitle"])
        let lines = try folder.text(of: "forums/languages/qaa-Arab.po").split(
            separator: "\n", omittingEmptySubsequences: false)
        let place = try #require(lines.firstIndex(of: "msgctxt \"statusTitle\"")) + 1
        let told =
            "languages/qaa-Arab.po:\(place):1: warning: the text 'statusTitle' is missing and is shown in English"
        let check = try folder.run("followup language check qaa-Arab")
        #expect(check.status == .success)
        #expect(check.output.contains(told))
        #expect(check.output.contains("qaa-Arab: 1 of "))
        #expect(try folder.run("followup check --lang en").output.contains(told))
        let status = try folder.run("followup status --lang qaa-Arab").output
        #expect(status.contains(Texts.english[.statusTitle]))
    }

    @Test func theTerminalSpeaksIt() throws {
        let folder = try workspace()
        #expect(try folder.run("followup language check qaa-Arab").output.hasPrefix("qaa-Arab: "))
        for command in ["status", "matrix", "forums", "gaps", "due", "divergences"] {
            let words = try folder.run("followup \(command) --lang qaa-Arab").output
            let english = try folder.run("followup \(command) --lang en").output
            #expect(words != english, "\(command)")
            #expect(!words.contains(Texts.english[.terminalAsOf, ["date": "31 March 2026"]]))
        }
        let status = try folder.run("followup status --lang qaa-Arab").output
        #expect(status.contains(MadeUpLanguage.said(Texts.english[.statusTitle])))
        #expect(try folder.run("followup status --lang yy").status == .usageError)
        // Modules speak it too.
        let modules = try folder.run("followup forums --modules --format json --lang qaa-Arab").output
        #expect(modules.contains(MadeUpLanguage.said(DeclarativeModule.metadata.summary.text(for: .english))))
    }

    @Test func theSiteSpeaksIt() throws {
        let folder = try workspace()
        _ = try folder.run("followup publish \(folder.path)/site --as-of 2026-03-31")
        func page(_ path: String) throws -> String { try folder.text(of: "site/\(path)") }
        let overview = try page("qaa-Arab/index.html")
        #expect(overview.contains("<html lang=\"qaa-Arab\" dir=\"rtl\">"))
        let said = MadeUpLanguage.said
        for message in [Message.overview, .matrix, .countries, .measures, .forums, .method, .languages, .skip] {
            #expect(
                overview.contains(">\(said(Texts.english[message]))<")
                    || overview.contains("\"\(said(Texts.english[message]))\""))
        }
        // Every language has the same pages, and each page leads to the same one in every language.
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/site")
        func pages(_ language: String) -> [String] {
            files.filter { $0.hasPrefix(language + "/") }.map { String($0.dropFirst(language.count)) }.sorted()
        }
        #expect(pages("qaa-Arab") == pages("en") && pages("en").count > 50)
        #expect(try page("es/forums.html").contains("hreflang=\"qaa-Arab\" href=\"../qaa-Arab/forums.html\""))
        #expect(try page("index.html").contains("href=\"qaa-Arab/index.html\""))
        #expect(try page("qaa-Arab/due/all.ics").contains("X-WR-CALNAME:" + said(Texts.english[.dueTitle])))
        let header = try #require(try page("data/commitments.csv").split(separator: "\r\n").first)
        #expect(header.contains("title-fr,title-qaa-Arab"))
        // No label of the program is left in English: what is in Latin letters on the page is data.
        let cells = try page("qaa-Arab/matrix.html")
        for message in [Message.legend, .divergentMark, .matrixTitle, .sortBy, .allForums, .missingNoReport] {
            #expect(!cells.contains(">\(Texts.english[message])<"), "\(message)")
        }
        // What a workspace's data doesn't say, no page says.
        for path in files where path.hasSuffix(".html") {
            let text = try page(path)
            #expect(!text.contains("Montevideo") && !text.contains("Migration commitments"), "\(path)")
        }
        // The form for two stands where two are counted.
        #expect(
            try pages("qaa-Arab").filter { $0.hasSuffix(".html") }.contains { try page("qaa-Arab\($0)").contains("٢") })
    }

    @Test func aWorkspaceSaysATextOfTheProgramOtherwise() throws {
        let folder = try workspace()
        let own = "msgctxt \"overview\"\nmsgid \"Overview\"\nmsgstr \"Portada propia\"\n"
        try folder.write(own, to: "forums/languages/es.po")
        _ = try folder.run("followup publish \(folder.path)/site --as-of 2026-03-31")
        #expect(try folder.text(of: "site/es/index.html").contains("Portada propia"))
        #expect(try !folder.text(of: "site/pt/index.html").contains("Portada propia"))
        #expect(try folder.text(of: "site/es/index.html").contains(Texts.texts(for: .spanish)[.matrix]))
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
        #expect(try folder.run("followup language new \(tag)").status == .usageError)
    }
}
