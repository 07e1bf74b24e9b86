import Diagnostics
import FollowUpModel
import Localization
import Testing

/// What is told of a file of texts.
@Suite struct CatalogueCheckTests {
    private static let template = MessageCatalogue(
        po: Array(
            """
            #. A name.
            msgctxt "country"
            msgid "Country {name}"
            msgstr ""

            msgctxt "reports"
            msgid "{count} report of {name}"
            msgid_plural "{count} reports of {name}"
            msgstr[0] ""
            msgstr[1] ""

            msgctxt "since"
            msgid "since: {since: 2001}"
            msgstr ""
            """.utf8), keepingComments: true)

    /// The problems of a Dutch file, as `line: message`.
    private static func found(_ text: String, isWhole: Bool = true) -> [String] {
        let catalogue = MessageCatalogue(po: Array(text.utf8))
        return catalogue.diagnostics(in: FileID(rawValue: 0), against: template, isWhole: isWhole).map {
            "\($0.range?.start.line ?? 0): \($0.severity): \($0.message)"
        }
    }

    private static let whole = """
        msgctxt "country"
        msgid "Country {name}"
        msgstr "Land {name}"

        msgctxt "reports"
        msgid "{count} report of {name}"
        msgid_plural "{count} reports of {name}"
        msgstr[0] "een rapport van {name}"
        msgstr[1] "{count} rapporten van {name}"

        msgctxt "since"
        msgid "since: {since: 2001}"
        msgstr "sinds: {since: 2001}"
        """

    @Test func wholeFileHasNoProblem() { #expect(Self.found(Self.whole).isEmpty) }

    @Test func oneMissingTextIsToldWhereItBelongs() {
        let text = Self.whole.replacing("msgstr \"sinds: {since: 2001}\"", with: "msgstr \"\"")
        let message = "11: warning: the text 'since' is missing and is shown in English: since: {since: 2001}"
        #expect(Self.found(text) == [message])
        #expect(Self.found(text, isWhole: false).isEmpty)
        let gone = String(Self.whole.prefix(Self.whole.count / 2).split(separator: "\n\n")[0])
        #expect(Self.found(gone).map { $0.prefix(2) } == ["1:", "1:"])
        let unsure = Self.whole.replacing("msgctxt \"since\"", with: "#, fuzzy\nmsgctxt \"since\"")
        #expect(Self.found(unsure).first?.contains("marked as fuzzy") == true)
    }

    @Test func placeholdersAreThoseOfTheEnglishText() {
        #expect(
            Self.found(Self.whole.replacing("\"Land {name}\"", with: "\"Land {naam}\"")) == [
                "1: error: 'country' has {naam}, which nothing is put in for",
                "1: error: 'country' lacks {name}, which the English text has",
            ])
        #expect(
            Self.found(Self.whole.replacing("een rapport van {name}", with: "een rapport")) == [
                "5: error: 'reports' lacks {name}, which the English text has"
            ])
    }

    @Test func textsOfAnotherTimeAreTold() {
        #expect(
            Self.found(Self.whole.replacing("msgid \"Country {name}\"", with: "msgid \"Land {name}\"")) == [
                "1: warning: the English wording of 'country' has changed since"
            ])
        let renamed = Self.whole.replacing("\"country\"", with: "\"countri\"")
        #expect(
            Self.found(renamed, isWhole: false) == [
                "1: warning: the program has no text 'countri'; did you mean 'country'?"
            ])
    }

    @Test func formsAreAsManyAsTheLanguageHas() {
        let head = "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=1; plural=0;\\n\"\n\n"
        #expect(Self.found(head + Self.whole) == ["8: error: 'reports' has 2 forms; it must have 1"])
    }

    @Test func fileForATranslatorKeepsWhatIsTranslated() throws {
        let old = MessageCatalogue(
            po: Array(Self.whole.replacing("msgid \"Country {name}\"", with: "msgid \"Land of {name}\"").utf8))
        let text = Self.template.file(
            for: Language("nl"), keeping: old, pluralForms: "nplurals=2; plural=(n != 1);")
        let new = MessageCatalogue(po: Array(text.utf8), keepingComments: true)
        #expect(new.problems.isEmpty && new.language == Language("nl"))
        #expect(new.entries.map(\.forms) == old.entries.map(\.forms))
        #expect(new.entries.map(\.isUnsure) == [true, false, false])
        #expect(new.entries[0].source == "Country {name}" && new.entries[0].comments == ["A name."])
        let empty = Self.template.file(for: Language("ja"), keeping: nil, pluralForms: "nplurals=1; plural=0;")
        #expect(MessageCatalogue(po: Array(empty.utf8)).entries.allSatisfy { $0.forms == [""] })
    }
}

/// Languages that a workspace adds.
@Suite struct LanguageSetTests {
    private static func file(_ tag: String, _ text: String) -> MessageCatalogue {
        MessageCatalogue(po: Array("msgid \"\"\nmsgstr \"Language: \(tag)\\n\"\n\n\(text)".utf8))
    }

    @Test func fileAddsALanguage() {
        let set = LanguageSet([Self.file("nl", "msgctxt \"country\"\nmsgid \"Country\"\nmsgstr \"Land\"\n")])
        #expect(set.languages == Texts.languages + [Language("nl")])
        #expect(set[Language("nl")][.country] == "Land")
        #expect(set[Language("nl")][.forum] == "Forum")
        #expect(set[Language("nl")][.reportCount, count: 2] == "2 reports")
        #expect(set[Language("nl")].missingCount == Message.allCases.count - 1)
        #expect(set[.spanish].missingCount == 0 && set[.english].missingCount == 0)
        #expect(set.texts(Language("xx")) == nil)
        #expect(set[Language("xx")].language == .english)
    }

    @Test func fileSaysATextOfTheProgramOtherwise() {
        let set = LanguageSet([
            Self.file("es", "msgctxt \"forum\"\nmsgid \"Forum\"\nmsgstr \"Mecanismo\"\n"),
            Self.file("en", "msgctxt \"forum\"\nmsgid \"Forum\"\nmsgstr \"Body\"\n"),
        ])
        #expect(set.languages == Texts.languages)
        #expect(set[.spanish][.forum] == "Mecanismo" && set[.spanish][.country] == "País")
        #expect(set[.english][.forum] == "Body" && set[.english][.country] == "Country")
        #expect(set[.french][.forum] == "Forum")
        #expect(set[.spanish][.reportCount, count: 1] == "1 informe")
    }

    @Test func aVarietyFallsBackToItsLanguage() {
        #expect(Texts.texts(for: Language("pt-BR")).language == .portuguese)
        #expect(Texts.texts(for: Language("ptx")).language == .english)
    }

    @Test(arguments: [
        ("ar", true), ("fa-IR", true), ("he", true), ("ur", true), ("az-Arab", true), ("pa-Arab-PK", true),
        ("en", false), ("es", false), ("ar-Latn", false), ("arn", false), ("nl", false),
    ])
    func directionIsThatOfTheScript(_ tag: String, _ isRightToLeft: Bool) {
        #expect(Language(tag).isRightToLeft == isRightToLeft)
        #expect(Language(tag).direction == (isRightToLeft ? "rtl" : "ltr"))
    }
}
