import Diagnostics
import FollowUpModel
import ForumKit
import InstalledModules
import Localization
import Testing

/// The files of texts of the modules that ship with the program.
@Suite struct ModuleTextsTests {
    static let names = InstalledModules.all.map { $0.metadata.name }

    private static func metadata(_ name: String) throws -> ModuleMetadata {
        try #require(ForumRegistry(InstalledModules.all).module(named: name)).metadata
    }

    private static func file(_ language: Language, _ name: String) throws -> MessageCatalogue {
        try #require(MessageCatalogue.shipped(language, of: name, keepingComments: true), "\(name) has its files")
    }

    @Test(arguments: names, Texts.languages)
    func everyFileIsWellFormedAndComplete(_ name: String, _ language: Language) throws {
        let (template, file) = (try Self.file(.english, name), try Self.file(language, name))
        #expect(file.problems.isEmpty)
        #expect(file.language == language)
        #expect(file.entries.map(\.key) == template.entries.map(\.key))
        guard language != .english else { return }
        let found = file.diagnostics(in: FileID(rawValue: 0), against: template, isWhole: true)
        #expect(found.map(\.message) == [])
    }

    @Test(arguments: names) func everyTextNamesItsModuleAndTellsTranslatorsWhatItIs(_ name: String) throws {
        for entry in try Self.file(.english, name).entries {
            #expect(entry.key.hasPrefix("\(name)/"))
            #expect(!entry.comments.isEmpty, "\(entry.key)")
        }
        #expect(try Self.metadata(name).templateEntries.map(\.key) == Self.file(.english, name).entries.map(\.key))
    }

    @Test(arguments: names) func everyRuleAndOptionHasItsTextAndNoTextIsLeftOver(_ name: String) throws {
        let metadata = try Self.metadata(name)
        let rules = metadata.rules + (name == "declarative" ? CommonRules.onRequest : [])
        let texts =
            [("summary", metadata.summary)] + rules.map { ($0.id.rawValue, $0.text) }
            + metadata.options.map { ($0.name, $0.text) }
        for (name, text) in texts {
            #expect(text.wordings.map(\.language) == Texts.languages, "\(name)")
            #expect(Set(text.wordings.map(\.text)).count == Texts.languages.count, "\(name)")
        }
        #expect(metadata.unusedTexts == [])
    }

    @Test func aFileOfAnotherLanguageIsSpokenByTheModule() throws {
        let dutch = MessageCatalogue(
            po: Array(
                """
                msgid ""
                msgstr "Language: nl\\n"

                msgctxt "work-plan/summary"
                msgid "…"
                msgstr "Een plan."

                msgctxt "declarative/rule/no-report"
                msgid "…"
                msgstr "Geen verslag."

                msgctxt "declaration/rule/no-report"
                msgid "…"
                msgstr "Van een andere module."

                msgctxt "work-plan/rule/not-listed"
                msgid "…"
                msgstr ""

                """.utf8))
        let spoken = try Self.metadata("work-plan").adding([dutch])
        let language = Language("nl")
        #expect(spoken.summary[language] == "Een plan.")
        #expect(spoken.rule(.noReport)?.text[language] == "Geen verslag.")
        #expect(spoken.rule("not-listed")?.text[language] == nil)
        #expect(
            spoken.rule("not-listed")?.text[.spanish]
                == (try Self.metadata("work-plan")).rule("not-listed")?.text[.spanish])
        #expect(try Self.metadata("work-plan").summary[language] == nil)
    }

    @Test func aFileOfALanguageThatIsThereReplacesItsWording() throws {
        let spanish = MessageCatalogue(
            po: Array(
                """
                msgid ""
                msgstr "Language: es\\n"

                msgctxt "single-market/option/market"
                msgid "…"
                msgstr "Quién está en el mercado."

                """.utf8))
        let text = try #require(Self.metadata("single-market").adding([spanish]).options.first).text
        #expect(text[.spanish] == "Quién está en el mercado.")
        #expect(text.wordings.map(\.language) == Texts.languages)
    }
}
