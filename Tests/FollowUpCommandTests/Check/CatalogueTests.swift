import Diagnostics
import FollowUpModel
import ForumKit
import Languages
import Testing

@testable import FollowUpCommand

/// The four catalogues against each other.
@Suite struct CatalogueTests {
    /// Words that are rightly the same as in English, by language, in small letters.
    private static let sameAsEnglish: [Language: Set<String>] = [
        .spanish: ["error", "total"],
        .portuguese: ["total", "contr."],
        .french: [
            "code", "forum", "forums", "module", "date", "source", "message", "options", "note", "total",
            "contributions", "exact", "relation", "contr.", "article",
        ],
    ]

    /// All texts of a catalogue by their names; words of enumerations as `standings.bound`.
    private static func texts(of catalogue: Catalogue) -> [String: String] {
        var texts: [String: String] = [:]
        let words = Mirror(reflecting: catalogue.words).children
        for member in Array(Mirror(reflecting: catalogue).children) + words {
            guard let name = member.label, name != "language", name != "words" else { continue }
            if let text = member.value as? String {
                texts[name] = text
                continue
            }
            // A list of words has the cases and the words as members.
            let lists = Mirror(reflecting: member.value).children.map {
                Mirror(reflecting: $0.value).children.map(\.value)
            }
            guard lists.count == 2, let words = lists[1] as? [String] else { continue }
            for (key, word) in zip(lists[0], words) { texts["\(name).\(key)"] = word }
        }
        return texts
    }

    private static let english = texts(of: .english)
    static let translated: [Language] = Catalogue.languages.filter { $0 != .english }

    @Test func nothingIsLeftOutOfTheComparison() {
        #expect(Self.english["severities.error"] == "error")
        #expect(Self.english.count > 150)
    }

    @Test(arguments: Catalogue.languages)
    func everyTextSaysSomething(_ language: Language) {
        let catalogue = Catalogue.catalogue(for: language)
        #expect(catalogue.language == language)
        for (name, text) in Self.texts(of: catalogue) {
            #expect(text.contains { $0.isLetter }, "\(name)")
            #expect(text.first?.isWhitespace == false && !text.hasSuffix(" "), "\(name)")
        }
    }

    @Test(arguments: translated)
    func textsHaveThePlaceholdersOfTheEnglishOnes(_ language: Language) {
        let texts = Self.texts(of: .catalogue(for: language))
        #expect(Set(texts.keys) == Set(Self.english.keys))
        for (name, text) in texts { #expect(text.placeholders == Self.english[name]?.placeholders, "\(name)") }
    }

    @Test(arguments: translated)
    func noTextIsStillEnglish(_ language: Language) {
        let same = Self.texts(of: .catalogue(for: language)).filter { Self.english[$0.key] == $0.value }
        let allowed = Self.sameAsEnglish[language] ?? []
        let unexpected = same.filter { $0.value.hasWords && !allowed.contains($0.value.lowercased()) }
        #expect(unexpected.isEmpty)
        #expect(allowed.subtracting(same.values.map { $0.lowercased() }).isEmpty, "no longer the same as in English")
    }

    @Test(arguments: Catalogue.languages)
    func everyCaseHasAWord(_ language: Language) {
        let catalogue = Catalogue.catalogue(for: language)
        func expect<Key: CaseIterable & Hashable>(_ words: WordList<Key>, _ name: String) {
            #expect(Set(words.keys) == Set(Key.allCases), "\(name)")
            #expect(words.keys.count == Key.allCases.count, "\(name)")
        }
        expect(catalogue.words.standings, "standings")
        expect(catalogue.words.memberships, "memberships")
        expect(catalogue.words.kindsOfNothing, "kindsOfNothing")
        expect(catalogue.words.relations, "relations")
        expect(catalogue.words.rules, "rules")
        expect(catalogue.words.confidences, "confidences")
        expect(catalogue.words.voices, "voices")
        expect(catalogue.words.legalForces, "legalForces")
        expect(catalogue.words.forumKinds, "forumKinds")
        expect(catalogue.words.dateKinds, "dateKinds")
        expect(catalogue.words.wordGivers, "wordGivers")
        expect(catalogue.words.severities, "severities")
        expect(catalogue.words.fits, "fits")
        expect(catalogue.words.obligationKinds, "obligationKinds")
        expect(catalogue.words.obligationStates, "obligationStates")
        expect(catalogue.words.obligationsInState, "obligationsInState")
    }

    @Test func placeholdersAreFilledIn() {
        #expect(Catalogue.english.text(\.asOf, ["date": "2012-06"]) == "As of 2012-06")
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
        Set((" " + self).split(separator: "{").dropFirst().compactMap { $0.split(separator: "}").first })
    }
}
