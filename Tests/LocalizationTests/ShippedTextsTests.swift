import FollowUpModel
import Localization
import Testing

/// The files of texts that are compiled into the program.
@Suite struct ShippedTextsTests {
    /// Words that are rightly the same as in English, by language, in small letters.
    private static let sameAsEnglish: [Language: Set<String>] = [
        .spanish: ["error", "total"],
        .portuguese: ["total", "contr."],
        .french: [
            "code", "forum", "forums", "module", "date", "source", "message", "options", "note", "total", "sources",
            "contributions", "exact", "relation", "contr.", "article", "divergences",
        ],
    ]

    private static let translated = Texts.languages.filter { $0 != .english }

    private static func catalogue(_ language: Language) throws -> MessageCatalogue {
        try #require(MessageCatalogue.shipped(language, keepingComments: true))
    }

    @Test(arguments: Texts.languages)
    func fileIsWellFormed(_ language: Language) throws {
        let catalogue = try Self.catalogue(language)
        #expect(catalogue.problems.isEmpty)
        #expect(catalogue.language == language)
        #expect(catalogue.pluralLine != nil)
        #expect(Texts.texts(for: language).language == language)
    }

    @Test(arguments: Texts.languages)
    func everyMessageHasATextAndEveryTextAMessage(_ language: Language) throws {
        #expect(try Self.catalogue(language).entries.map(\.key) == Message.allCases.map(\.name))
    }

    @Test func everyTextTellsTranslatorsWhereItStands() throws {
        for entry in try Self.catalogue(.english).entries {
            #expect(!entry.comments.isEmpty, "\(entry.key)")
            for name in entry.sourceForms.joined().placeholders {
                #expect(entry.comments.contains { $0.contains("{\(name)}: ") }, "\(entry.key): \(name)")
            }
        }
    }

    @Test(arguments: translated)
    func everyTextIsTranslatedFromThePresentEnglish(_ language: Language) throws {
        let english = try Self.catalogue(.english).byKey
        let catalogue = try Self.catalogue(language)
        for entry in catalogue.entries {
            #expect(entry.isTranslated, "\(entry.key)")
            #expect(entry.sourceForms == english[entry.key]?.sourceForms, "\(entry.key)")
            let isPlural = entry.sourcePlural != nil
            #expect(entry.forms.count == (isPlural ? catalogue.pluralRule.formCount : 1), "\(entry.key)")
            // A form for one may leave the number out.
            let placeholders = entry.sourceForms.joined().placeholders
            #expect(entry.forms.last?.placeholders == placeholders, "\(entry.key)")
            for form in entry.forms { #expect(form.placeholders.isSubset(of: placeholders), "\(entry.key)") }
        }
    }

    @Test(arguments: translated)
    func noTextIsStillEnglish(_ language: Language) throws {
        let same = try Self.catalogue(language).entries.flatMap { zip($0.sourceForms, $0.forms) }
            .filter { $0.0 == $0.1 && $0.1.hasWords }.map { $0.1.lowercased() }
        #expect(Set(same) == Self.sameAsEnglish[language])
    }

    @Test(arguments: Texts.languages)
    func textsSaySomething(_ language: Language) {
        let texts = Texts.texts(for: language)
        #expect(texts[.colon] == (language == .french ? "\u{00A0}: " : ": "))
        for message in Message.allCases where ![.colon, .numberSeparator, .listSeparator].contains(message) {
            #expect(texts[message].contains { $0.isLetter || $0.isNumber }, "\(message)")
            #expect(texts[message].first?.isWhitespace == false && texts[message].last?.isWhitespace == false)
        }
    }

    @Test func numbersFollowTheRulesOfTheLanguage() {
        let languages: [Language] = [.english, .spanish, .portuguese, .french]
        let reports = languages.map { Texts.texts(for: $0) }.map { texts in
            [0, 1, 2].map { texts[.reportCount, count: $0] }
        }
        #expect(reports[0] == ["0 reports", "1 report", "2 reports"])
        #expect(reports[1] == ["0 informes", "1 informe", "2 informes"])
        #expect(reports[2] == ["0 relatório", "1 relatório", "2 relatórios"])
        #expect(reports[3] == ["0 rapport", "1 rapport", "2 rapports"])
        #expect(12_345.written(in: .english) == "12,345")
        #expect(12_345.written(in: .texts(for: .portuguese)) == "12.345")
        #expect(1_234.written(in: .texts(for: .spanish)) == "1234")
        #expect(percent(1, of: 3, in: .texts(for: .french)) == "33\u{00A0}%")
        #expect(percent(1, of: 0, in: .english) == "–")
    }

    @Test func datesFollowTheRulesOfTheLanguage() throws {
        let day = try #require(PartialDate("2026-03-01"))
        #expect(DateWords(.english).long(day) == "1 March 2026")
        #expect(DateWords(.texts(for: .spanish)).long(day) == "1 de marzo de 2026")
        #expect(DateWords(.texts(for: .portuguese)).long(day) == "1º de março de 2026")
        #expect(DateWords(.texts(for: .french)).long(day) == "1er mars 2026")
        let month = try #require(PartialDate("2012-06"))
        #expect(DateWords(.texts(for: .spanish)).long(month) == "junio de 2012")
        #expect(DateWords(.english).short(month) == "Jun\u{00A0}2012")
        #expect(DateWords(.texts(for: .french)).long(try #require(PartialDate("2012"))) == "2012")
    }

    @Test func placeholdersAreFilledIn() {
        #expect(Texts.english[.terminalAsOf, ["date": "2012-06"]] == "As of 2012-06")
        #expect("{a}{b} {a}".filled(with: ["a": "1", "b": "{a}"]) == "1{a} 1")
        #expect("open {brace".filled(with: [:]) == "open {brace")
    }
}

extension String {
    /// Whether there is a word outside the placeholders.
    fileprivate var hasWords: Bool {
        split(separator: "{").enumerated().contains { place, part in
            (place == 0 && !hasPrefix("{") ? part : part.drop { $0 != "}" }).contains { $0.isLetter }
        }
    }

    /// The names in braces.
    fileprivate var placeholders: Set<Substring> {
        // Code in the comments of a forum's file, `{since: …}`, is no placeholder.
        Set(
            (" " + self).split(separator: "{").dropFirst().compactMap { $0.split(separator: "}").first }
                .filter { $0.allSatisfy { $0.isLetter } })
    }
}
