import Diagnostics
import FollowUpModel
import Testing

@Suite("A text in several languages")
struct LocalizedTextTests {
    private let all = LocalizedText(en: "border", es: "frontera", pt: "fronteira", fr: "frontière")

    @Test("is shown in the reader's language")
    func ownLanguage() {
        for (language, text) in [
            (Language.english, "border"), (.spanish, "frontera"), (.portuguese, "fronteira"), (.french, "frontière"),
        ] {
            #expect(all.wording(for: language) == .init(language, text))
            #expect(all.text(for: language) == text)
            #expect(all[language] == text)
        }
    }

    @Test("falls back to English, wherever it stands")
    func english() {
        let text = LocalizedText([.init(.spanish, "frontera"), .init(.english, "border")])
        #expect(text.wording(for: .french) == .init(.english, "border"))
        #expect(text.wording(for: Language("gn")) == .init(.english, "border"))
        #expect(text[.french] == nil)
    }

    @Test("falls back to the first one written where there is no English, and says so")
    func firstWritten() {
        let text = LocalizedText([.init(.portuguese, "fronteira"), .init(.spanish, "frontera")])
        #expect(text.wording(for: .french) == .init(.portuguese, "fronteira"))
        #expect(text.wording(for: .english).language == .portuguese)
        #expect(text.wording(for: .spanish) == .init(.spanish, "frontera"))
    }

    @Test("names its language by the code")
    func languageCode() {
        #expect(Language("gn").description == "gn")
        #expect(Language("es") == .spanish)
    }
}

@Suite("Folding for forgiving comparisons")
struct FoldingTests {
    @Test(
        "drops case, accents and spare spaces",
        arguments: [
            ("En Trámite", "en tramite"), ("EN TRA\u{301}MITE", "en tramite"), ("e\u{301}", "e"), ("é", "e"),
            ("  a \t\n b\u{A0} ", "a b"), ("não", "nao"), ("NÃO", "nao"), ("Ñandú", "nandu"), ("coração", "coracao"),
            ("Français", "francais"), ("à l'œuvre", "a l'oeuvre"), ("", ""), ("   ", ""), ("naïve", "naive"),
            ("ADOPTÉE", "adoptee"), ("pingüino", "pinguino"), ("Curaçao", "curacao"), ("çà et là", "ca et la"),
            ("140.10", "140.10"), ("co-operação", "co-operacao"), ("目标", "目标"), ("a\u{301}\u{327}", "a"),
            ("tẽra", "tera"), ("te\u{303}ra", "tera"), ("yvytỹi", "yvytyi"), ("g\u{303}uahẽ", "guahe"),
        ])
    func folds(text: String, folded: String) {
        #expect(text.foldedForSearch == folded)
        #expect(folded.foldedForSearch == folded, "folding twice changes nothing")
    }

    @Test("keeps different words different")
    func differs() {
        #expect("ano".foldedForSearch != "ana".foldedForSearch)
        #expect("co-op".foldedForSearch != "coop".foldedForSearch)
        #expect("a b".foldedForSearch != "ab".foldedForSearch)
    }
}

@Suite("A vocabulary")
struct VocabularyTests {
    /// Two made-up words of a forum and one of its round.
    private static let words = [
        StatusWord(
            word: "En trámite", code: "ET",
            translations: LocalizedText([.init(.portuguese, "Em trâmite"), .init(.french, "En cours")]),
            progress: nil, origin: nowhere),
        StatusWord(word: "Incorporada", code: "INC", progress: nil, origin: nowhere),
    ]
    private let forum = Vocabulary(words)
    private let round = Vocabulary(
        [StatusWord(word: "hecha", progress: nil, origin: nowhere)], firstIndex: words.count)

    @Test("finds a word by itself, its code and its translations")
    func spellings() {
        for spelling in ["En trámite", "ET", "Em trâmite", "En cours"] {
            #expect(forum.index(of: spelling) == StatusIndex(0), "\(spelling)")
        }
        #expect(forum.index(of: "Incorporada") == StatusIndex(1))
        #expect(forum.spellings == ["En trámite", "ET", "Em trâmite", "En cours", "Incorporada", "INC"])
    }

    @Test("takes composed and decomposed accents as the same")
    func canonicalEquivalence() {
        #expect(forum.index(of: "En tra\u{301}mite") == StatusIndex(0))
    }

    @Test(
        "is exact first and forgiving only when asked", arguments: ["en tramite", "EN TRÁMITE", "et", " En  trámite "])
    func forgiving(spelling: String) {
        #expect(forum.index(of: spelling) == nil)
        #expect(forum.indexIgnoringCaseAndAccents(of: spelling) == StatusIndex(0))
    }

    @Test("does not know what nobody declared")
    func unknown() {
        #expect(forum.index(of: "incorporado") == nil)
        #expect(forum.indexIgnoringCaseAndAccents(of: "incorporado") == nil)
        #expect(forum.indexIgnoringCaseAndAccents(of: "") == nil)
        #expect(Vocabulary([]).index(of: "x") == nil)
    }

    @Test("of a round counts on from the forum's words")
    func roundWords() {
        #expect(round.index(of: "hecha") == StatusIndex(2))
        #expect(round.indexIgnoringCaseAndAccents(of: "HECHA") == StatusIndex(2))
        #expect(round.word(at: StatusIndex(2))?.word == "hecha")
        #expect(round.word(at: StatusIndex(1)) == nil, "that is a word of the forum")
        #expect(round.word(at: StatusIndex(3)) == nil)
        #expect(forum.word(at: StatusIndex(1))?.word == "Incorporada")
        #expect(forum.word(at: StatusIndex(2)) == nil)
    }

    @Test("keeps the first of two equal spellings")
    func collisions() {
        let twice = Vocabulary([
            StatusWord(word: "sí", code: "x", progress: nil, origin: nowhere),
            StatusWord(word: "si", code: "x", progress: nil, origin: nowhere),
        ])
        #expect(twice.index(of: "x") == StatusIndex(0))
        #expect(twice.index(of: "si") == StatusIndex(1), "the exact spelling still tells them apart")
        #expect(twice.indexIgnoringCaseAndAccents(of: "SI") == StatusIndex(0))
    }

    @Test("shows a word in the reader's language, else as the forum says it")
    func wordForReader() {
        #expect(Self.words[0].text(for: .french) == "En cours")
        #expect(Self.words[0].text(for: .english) == "En trámite", "no fallback to another translation")
        #expect(Self.words[1].text(for: .french) == "Incorporada")
    }
}
