import Diagnostics
import FollowUpModel
import ForumKit
import Languages
import Testing

@testable import Dashboard

/// The texts of the pages, in four languages.
@Suite struct TextTests {
    /// Words that are rightly the same as in English.
    private static let same: [Language: Set<String>] = [
        .spanish: [], .portuguese: [],
        .french: ["forum", "forums", "date", "relation", "sources", "divergences", "force"],
    ]

    /// All texts by their names; those that depend on a number as `name.one` and `name.other`.
    private static func texts(_ language: Language) -> [String: String] {
        guard case .object(let members) = JSONValue(of: PageTexts.texts(for: language)) else { return [:] }
        var texts: [String: String] = [:]
        for member in members {
            switch member.value {
            case .string(let text): texts[member.name] = text
            case .object(let forms):
                for form in forms {
                    if case .string(let text) = form.value { texts["\(member.name).\(form.name)"] = text }
                }
            default: Issue.record("\(member.name) is no text")
            }
        }
        return texts
    }

    @Test(arguments: ModelWords.languages)
    func everyTextSaysSomething(_ language: Language) {
        let texts = Self.texts(language)
        #expect(texts.count > 200)
        #expect(texts["colon"] == (language == .french ? "\u{00A0}: " : ": "))
        for (name, text) in texts where name != "colon" {
            #expect(text.contains { $0.isLetter }, "\(name)")
            #expect(text.first?.isWhitespace == false && text.last?.isWhitespace == false, "\(name)")
        }
    }

    @Test(arguments: ModelWords.languages.filter { $0 != .english })
    func placeholdersAreThoseOfTheEnglishTexts(_ language: Language) {
        let (english, texts) = (Self.texts(.english), Self.texts(language))
        #expect(Set(texts.keys) == Set(english.keys))
        for (name, text) in texts where !name.hasSuffix(".one") {
            #expect(text.placeholders == english[name]?.placeholders, "\(name)")
        }
    }

    @Test(arguments: ModelWords.languages.filter { $0 != .english })
    func noTextIsStillEnglish(_ language: Language) {
        let english = Self.texts(.english)
        let allowed = Self.same[language] ?? []
        for (name, text) in Self.texts(language) where english[name] == text && name != "colon" {
            #expect(allowed.contains(text.lowercased()), "\(name): \(text)")
        }
    }

    @Test func numbersFollowTheRulesOfTheLanguage() {
        let texts = [Language.english, .spanish, .portuguese, .french].map { PageTexts.texts(for: $0).reportCount }
        #expect(texts.map { $0.form(for: 0, in: .english) }[0] == "{count} reports")
        #expect(texts[1].form(for: 0, in: .spanish) == "{count} informes")
        #expect(texts[2].form(for: 0, in: .portuguese) == "{count} relatório")
        #expect(texts[3].form(for: 1, in: .french) == "{count} rapport")
        #expect(texts[3].form(for: 2, in: .french) == "{count} rapports")
        #expect(12_345.written(in: .english) == "12,345")
        #expect(12_345.written(in: .portuguese) == "12.345")
        #expect(1_234.written(in: .spanish) == "1234")
        #expect(percent(1, of: 3, in: .french) == "33\u{00A0}%")
        #expect(percent(1, of: 0, in: .english) == "–")
    }

    @Test func datesFollowTheRulesOfTheLanguage() throws {
        let day = try #require(PartialDate("2026-03-01"))
        #expect(DateWords(.english).long(day) == "1 March 2026")
        #expect(DateWords(.spanish).long(day) == "1 de marzo de 2026")
        #expect(DateWords(.portuguese).long(day) == "1º de março de 2026")
        #expect(DateWords(.french).long(day) == "1er mars 2026")
        let month = try #require(PartialDate("2012-06"))
        #expect(DateWords(.spanish).long(month) == "junio de 2012")
        #expect(DateWords(.english).short(month) == "Jun\u{00A0}2012")
        #expect(DateWords(.french).long(try #require(PartialDate("2012"))) == "2012")
    }
}

extension String {
    /// The names in braces.
    fileprivate var placeholders: Set<Substring> {
        Set((" " + self).split(separator: "{").dropFirst().compactMap { $0.split(separator: "}").first })
    }
}
