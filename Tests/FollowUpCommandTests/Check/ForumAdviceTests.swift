import FollowUpModel
import ForumKit
import ForumWorkspace
import InstalledModules
import Localization
import Testing

@testable import FollowUpCommand

/// Numbers and dates in texts of four languages.
@Suite struct TextFactsTests {
    static let same: [(String, String)] = [
        ("By 30 June 2012", "Antes del 30 de junio de 2012"), ("June 30, 2012", "30 juin 2012"),
        ("1 March 2020", "1º de março de 2020"), ("1st of March", "1er mars"), ("1,500 people", "1.500 personas"),
        ("1 500 people", "1500 personnes"), ("0.5 per cent", "0,5 por ciento"), ("In May 2020", "En mayo de 2020"),
        ("They may march on", "Pueden seguir"), ("SDG 10.7", "ODS 10.7"), ("23 January", "23 de enero"),
    ]

    @Test(arguments: same) func theSameIsReadAlike(_ left: String, _ right: String) {
        #expect(TextFacts(left) == TextFacts(right))
    }

    static let different: [(String, String)] = [
        ("By 30 June 2012", "Antes del 30 de julio de 2012"), ("By 30 June 2012", "Antes del 30 de junio de 2013"),
        ("Two of 33", "Dos de 35"), ("1,500 people", "15.000 personas"), ("10 and 10", "10"),
    ]

    @Test(arguments: different) func whatDiffersIsSeen(_ left: String, _ right: String) {
        #expect(TextFacts(left) != TextFacts(right))
    }

    @Test func factsAreNamed() {
        #expect(TextFacts("By 30 June 2012, 1 500 of 2 000").facts == ["1500", "2000", "2012", "30", "month 6"])
    }
}

/// Advice on the files of a made-up forum.
@Suite struct ForumAdviceTests {
    private static let forum = """
        forum: a
        module: declarative
        name: {en: Forum A, es: Foro A}
        kind: conference
        languages: [en]
        members: [{country: AAA}, {country: BBB}]
        statuses:
          started: {level: begun, code: S}
          under way: {level: begun, reason: It is said of works that go on}
          finished: {level: done, words: {es: terminado}}

        """
    private static let commitments = """
        commitments:
          - {id: a1, title: {en: Do it by 30 June 2012, es: Hacerlo antes del 30 de julio de 2012}, legal-force: political}
          - {id: a2, title: {en: Do 3 things}, legal-force: political}

        """

    private func advice(_ change: (inout [String: String?]) -> Void = { _ in }) throws -> ForumAdvice {
        var files: [String: String?] = [
            "a/forum.yaml": Self.forum, "a/commitments.yaml": Self.commitments,
            "a/reports/one.csv": "commitment,party,status,date\na1,AAA,started,2012-01-01\n",
        ]
        change(&files)
        let made = try MadeUpWorkspace(files)
        let reading = Workspace.load(made.path, registry: try ForumRegistry(InstalledModules.all))
        let forum = try #require(reading.workspace?.forum("a"), "\(reading.diagnostics)")
        return ForumAdvice(forum, languages: Texts.languages)
    }

    @Test func wordsOfTheSameLevelAreMerged() throws {
        let level = Progress.level(.init(rank: 0))
        #expect(try advice().merged == [.init(round: nil, progress: level, words: ["started", "under way"])])
    }

    @Test func reasonsAndRulesWithALanguageAreLookedAtToo() throws {
        #expect(try !advice().missing.contains { $0.kind == .reason }, "nobody told the language of the reason")
        let advice = try advice { files in
            files["a/forum.yaml"] =
                Self.forum.replacing(
                    "It is said of works that go on}", with: "{en: Said of 2 works, es: Se dice de 3 obras}}") + """
                    rules:
                      - {id: R1, topic: {en: Votes}, statement: {en: Two days, es: Dos días}, confidence: high}

                    """
        }
        #expect(advice.unexplained == ["finished"])
        #expect(
            advice.missing.filter { $0.kind == .reason }
                == [.portuguese, .french].map {
                    .init(kind: .reason, language: $0, count: 1, total: 1)
                })
        #expect(
            advice.missing.filter { $0.kind == .rule } == [
                .init(kind: .rule, language: .spanish, count: 1, total: 2),
                .init(kind: .rule, language: .portuguese, count: 2, total: 2),
                .init(kind: .rule, language: .french, count: 2, total: 2),
            ])
        #expect(advice.drifting.contains { $0.kind == .reason && $0.owner == "under way" })
    }

    @Test func shippedForumsLackNoTextInAnyLanguage() throws {
        let reading = Workspace.load(
            Repository.path + "/forums", registry: try ForumRegistry(InstalledModules.all))
        let forums = try #require(reading.workspace).forums
        let missing = forums.flatMap { ForumAdvice($0, languages: Texts.languages).missing }
        #expect(forums.count > 10 && missing == [])
        // A reason or rule without a language would be looked at by nobody.
        let texts = forums.map(\.definition).flatMap { definition in
            definition.statusWords.compactMap(\.reason) + definition.rules.flatMap { [$0.topic, $0.statement] }
        }
        #expect(texts.count > 300 && texts.allSatisfy { $0[.undetermined] == nil })
    }

    @Test func wordsThatNoReportUsesAreNamed() throws {
        let advice = try advice()
        #expect(advice.unused == ["under way", "finished"])
        #expect(advice.unexplained == ["finished"])
    }

    @Test func missingTranslationsAreCounted() throws {
        let missing = try advice().missing
        #expect(missing.contains(.init(kind: .name, language: .french, count: 1, total: 1)))
        #expect(!missing.contains { $0.kind == .name && $0.language == .spanish })
        #expect(missing.contains(.init(kind: .status, language: .spanish, count: 2, total: 3)))
        #expect(!missing.contains { $0.kind == .status && $0.language == .english })
        #expect(missing.contains(.init(kind: .title, language: .spanish, count: 1, total: 2)))
    }

    @Test func aDateThatDiffersBetweenLanguagesIsNamed() throws {
        let wordings = [
            ForumAdvice.Telling(language: .english, facts: ["month 6"]),
            ForumAdvice.Telling(language: .spanish, facts: ["month 7"]),
        ]
        #expect(try advice().drifting == [.init(kind: .title, owner: "a1", wordings: wordings)])
    }
}
