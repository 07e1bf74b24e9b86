import FollowUpModel
import Localization
import Testing

/// How a file of texts is read.
@Suite struct MessageCatalogueTests {
    private static let head = """
        msgid ""
        msgstr ""
        "Language: ru_RU\\n"
        "Content-Type: text/plain; charset=UTF-8\\n"
        "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) "
        "? 1 : 2);\\n"


        """

    private static func read(_ text: String) -> MessageCatalogue {
        MessageCatalogue(po: Array((head + text).utf8), keepingComments: true)
    }

    @Test(arguments: ["\n", "\r\n"])
    func entriesAreReadWithAllTheyHold(_ lineEnd: String) throws {
        let text = """
            # A remark of the translator.
            #. On the page of a country.
            #. {count}: a number.
            #: Sources/Some.swift:3
            msgctxt "reports"
            msgid "{count} report"
            msgid_plural "{count} reports"
            msgstr[0] "{count} отчёт"
            msgstr[1] "{count} отчёта"
            msgstr[2] "{count} отчётов"

            #, fuzzy, c-format
            #| msgid "old"
            msgctxt "quoted"
            msgid ""
            "a \\"word\\",\\n"
            "a\\ttab and a \\\\"
            msgstr ""
            "so"
            " und so"
            msgctxt "bare"
            msgid "x"
            msgstr ""
            #~ msgctxt "gone"
            #~ msgid "y"
            #~ msgstr "z"
            """
        let catalogue = Self.read(text.replacing("\n", with: lineEnd))
        #expect(catalogue.problems.isEmpty)
        #expect(catalogue.language == Language("ru-RU"))
        #expect(catalogue.pluralRule.formCount == 3)
        #expect(catalogue.entries.map(\.key) == ["reports", "quoted", "bare"])
        let reports = try #require(catalogue.entries.first)
        #expect(reports.sourceForms == ["{count} report", "{count} reports"])
        #expect(reports.forms == ["{count} отчёт", "{count} отчёта", "{count} отчётов"])
        #expect(reports.comments == ["On the page of a country.", "{count}: a number."])
        #expect(reports.isTranslated && reports.line == 12)
        let quoted = catalogue.entries[1]
        #expect(quoted.source == "a \"word\",\na\ttab and a \\" && quoted.forms == ["so und so"])
        #expect(quoted.isUnsure && !quoted.isTranslated && quoted.comments.isEmpty)
        #expect(!catalogue.entries[2].isTranslated && !catalogue.entries[2].isUnsure)
    }

    @Test(arguments: [
        (#"msgctxt "a" "#, 1, "an entry has no msgid"),
        (#"msgid "a"\#nmsgstr "b""#, 1, "an entry has no msgctxt, the name of the text"),
        (#"msgctxt "a"\#nmsgid "b""#, 1, "the text 'a' has no msgstr"),
        (#"msgctxt "a"\#nmsgid "b\#nmsgstr "c""#, 2, "the double quote at the end is missing"),
        (#"msgctxt "a"\#nmsgid "b" c\#nmsgstr "c""#, 2, "nothing may follow the text on its line"),
        (
            #"msgctxt "a"\#nmsgid "\x"\#nmsgstr "c""#, 2,
            "a backslash must be followed by n, t, r, another backslash or a double quote"
        ),
        (#"msgctxt "a"\#nmsgid b\#nmsgstr "c""#, 2, "a text in double quotes must follow 'msgid'"),
        ("#. A remark.\n\"a\"", 2, "a text stands here without a name such as msgstr before it"),
        (
            #"msgtxt "a""#, 1,
            "'msgtxt' is not known here; write msgctxt, msgid, msgid_plural, msgstr or msgstr[0]"
        ),
        (
            #"msgctxt "a"\#nmsgid "b"\#nmsgid_plural "c"\#nmsgstr[1] "d""#, 4,
            "the forms of a text are numbered from 0, each once"
        ),
        (
            #"msgctxt "a"\#nmsgid "b"\#nmsgstr "c"\#nmsgctxt "a"\#nmsgid "b"\#nmsgstr "c""#, 4,
            "the text 'a' stands in this file already"
        ),
    ])
    func brokenFilesAreToldByLine(_ text: String, _ line: Int, _ message: String) {
        let headLines = Self.head.split(separator: "\n", omittingEmptySubsequences: false).count - 1
        let problems = Self.read(text).problems
        #expect(problems.contains { $0.line == headLines + line && $0.message == message }, "\(problems)")
    }

    @Test func textThatIsNotUTF8IsTold() {
        let bytes = Array("msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"".utf8) + [0xFF] + Array("\"\n".utf8)
        #expect(MessageCatalogue(po: bytes).problems.map(\.message).contains("the text is not UTF-8"))
    }

    @Test func headIsChecked() {
        func problems(_ head: String) -> [String] {
            MessageCatalogue(po: Array("msgid \"\"\nmsgstr \"\(head)\\n\"\n".utf8)).problems.map(\.message)
        }
        #expect(problems("Content-Type: text/plain; charset=ISO-8859-1") == ["the file must be in UTF-8"])
        #expect(
            problems("Plural-Forms: nplurals=2; plural=m")
                == ["Plural-Forms can't be read; write such as 'nplurals=2; plural=(n != 1);'"])
    }

    @Test func whatIsMissingOrUnsureIsSaidInEnglish() {
        let file = Self.read(
            """
            msgctxt "country"
            msgid "Country"
            msgstr "Страна"

            #, fuzzy
            msgctxt "forum"
            msgid "Forum"
            msgstr "Форум?"

            msgctxt "reportCount"
            msgid "{count} report"
            msgid_plural "{count} reports"
            msgstr[0] "{count} отчёт"
            msgstr[1] "{count} отчёта"
            msgstr[2] "{count} отчётов"
            """)
        let texts = Texts(file, language: Language("ru"), fallback: .english)
        #expect(texts[.country] == "Страна")
        #expect(texts[.forum] == "Forum")
        #expect(texts[.measure] == "Measure")
        #expect(
            [1, 2, 5, 21, 12].map { texts[.reportCount, count: $0] } == [
                "1 отчёт", "2 отчёта", "5 отчётов", "21 отчёт", "12 отчётов",
            ])
    }
}

/// The rules that say which form of a text goes with a number.
@Suite struct PluralRuleTests {
    @Test(arguments: [
        // Rules as gettext's manual and translators' tools give them.
        ("nplurals=1; plural=0;", [0, 1, 2, 100], [0, 0, 0, 0]),
        ("nplurals=2; plural=(n != 1);", [0, 1, 2], [1, 0, 1]),
        ("nplurals=2; plural=n>1;", [0, 1, 2], [0, 0, 1]),
        (
            "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
            [0, 1, 2, 3, 10, 11, 99, 100, 102, 103], [0, 1, 2, 3, 3, 4, 4, 5, 5, 3]
        ),
        (
            "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);", [0, 1, 11, 21, 100],
            [2, 0, 1, 0, 1]
        ),
        (
            "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);", [1, 101, 2, 4, 5],
            [0, 0, 1, 2, 3]
        ),
        ("nplurals=2; plural=!(n==1||n==2)", [1, 2, 3], [0, 0, 1]),
        ("nplurals=3; plural=(n-1)*2/2+0;", [1, 2, 3, 9], [0, 1, 2, 2]),
        ("nplurals=2; plural=n/0+n%0;", [5], [0]),
    ])
    func formIsThatOfTheExpression(_ header: String, _ numbers: [Int], _ forms: [Int]) throws {
        let rule = try #require(PluralRule(header))
        #expect(numbers.map(rule.form) == forms)
        #expect(numbers.map { rule.form(for: -$0) } == forms)
    }

    @Test(arguments: [
        "", "nplurals=2", "plural=n", "nplurals=0; plural=0", "nplurals=2; plural=n!", "nplurals=2; plural=(n",
        "nplurals=2; plural=n ? 1", "nplurals=2; plural=n = 1", "nplurals=2; plural=m", "nplurals=2; plural=n n",
        "nplurals=2; plural=" + String(repeating: "(", count: 1_000) + "n" + String(repeating: ")", count: 1_000),
        "nplurals=2; plural=" + String(repeating: "!", count: 1_000) + "n",
        "nplurals=2; plural=99999999999999999999",
    ])
    func brokenRuleIsNone(_ header: String) { #expect(PluralRule(header) == nil) }
}
