import Testing

/// The JSON documents that other programs rely on, and what they must say about the made-up workspace.
@Suite struct ViewDocumentTests {
    struct ForumDocument: Decodable {
        struct Member: Decodable, Equatable { var country, standing: String }
        struct Party: Decodable, Equatable {
            var party, standing, reason: String
            var progress, nothing: String?
        }
        struct Commitment: Decodable {
            var id: String
            var localId: String?
            var legalForce: String
            var inForce: String?
            var parties: [Party]
        }
        struct Word: Decodable { var word: String, uses: Int }
        var id, module: String
        var members: [Member]
        var commitments: [Commitment]
        var statusWords: [Word]
        var rejected: Int
    }

    @Test func forumTellsMembersCommitmentsAndParties() throws {
        let run = try PageRun("forum harbour --format json")
        let forum = try run.document(ForumDocument.self)
        #expect(forum.id == "harbour" && forum.module == "declarative" && forum.rejected == 1)
        #expect(
            forum.members.map { "\($0.country) \($0.standing)" }
                == ["XAA member", "XBB member", "XCC suspended", "XDD associate"])
        #expect(forum.commitments.map(\.id) == ["LH-LANDING", "LH-LAMPS", "LH-COUNT", "LH-HYMN"])
        let landing = forum.commitments[0]
        #expect(landing.localId == "Dec. 7/02 (Carta del Desembarco)" && landing.legalForce == "binding")
        #expect(landing.inForce == "2004-01-15")
        #expect(landing.parties.map(\.party) == ["XAA", "XBB", "XCC", "XDD"])
        #expect(landing.parties[0].progress == "complete" && landing.parties[0].nothing == nil)
        #expect(landing.parties[2].standing == "suspended" && landing.parties[2].reason == "membership-suspended")
        #expect(forum.commitments[2].localId == nil && forum.commitments[2].inForce == nil)
        let silent = forum.commitments[2].parties.filter { $0.nothing == "no-report" && $0.standing.isEmpty == false }
        #expect(silent.map(\.party).contains("pilot"))
        #expect(forum.commitments[3].parties.isEmpty)
        #expect(forum.statusWords.map(\.word) == ["anclada", "remando", "en tierra", "a la deriva", "a media vela"])
        #expect(forum.statusWords.map(\.uses) == [2, 1, 2, 1, 1])
    }

    @Test func forumKeepsTheOrderOfItsKeys() throws {
        let text = try PageRun("forum harbour --format json").output
        let keys = [
            "\"id\": \"harbour\"", "\"module\"", "\"members\"", "\"country\": \"XAA\"", "\"standing\"",
            "\"commitments\"", "\"id\": \"LH-LANDING\"", "\"localId\"", "\"legalForce\"", "\"inForce\"", "\"parties\"",
            "\"party\": \"XAA\"", "\"standing\"", "\"reason\"", "\"progress\"", "\"nothing\"",
        ]
        var rest = text[...]
        for key in keys {
            let range = try #require(rest.firstRange(of: key), "\(key) comes in its place")
            rest = rest[range.upperBound...]
        }
    }

    struct CountryDocument: Decodable {
        struct Commitment: Decodable {
            var id, standing, reason: String
            var progress, nothing, word, date: String?
            var overdue: Bool
        }
        struct Forum: Decodable {
            var id: String
            var standing, since: String?
            var commitments: [Commitment]
        }
        struct Line: Decodable {
            var line: String
            var progress, nothing, newest: String?
            var divergent, contradicted, overdue: Bool
        }
        var asOf, country: String
        var forums: [Forum]
        var lines: [Line]
        var divergences: [DivergencesDocument.Divergence]
        var rejected: Int
    }

    @Test func countryTellsStandingsLinesAndCommitments() throws {
        let country = try PageRun("country XAA --format json").document(CountryDocument.self)
        #expect(country.asOf == "2026-03-31" && country.country == "XAA" && country.rejected == 1)
        #expect(country.forums.map(\.id) == ["harbour", "river"])
        #expect(country.forums.map(\.standing) == ["member", nil] && country.forums[0].since == "2001-05-01")
        #expect(country.forums[1].commitments.isEmpty)
        let lamps = try #require(country.forums[0].commitments.first { $0.id == "LH-LAMPS" })
        #expect(lamps.word == "en tierra" && lamps.progress == "not-started" && lamps.date == "2024-11-01")
        #expect(lamps.overdue && country.forums[0].commitments.last?.reason == "addressed")
        #expect(country.lines.map(\.line) == ["1", "1.1", "1.2", "2"])
        #expect(country.lines.map(\.progress) == ["not-started", "complete", "not-started", "substantial"])
        #expect(country.lines[2].contradicted && !country.lines[2].divergent && country.lines[2].overdue)
        #expect(country.divergences.map(\.line) == ["1", "1.2"])
    }

    @Test(arguments: [
        ("2018-08-04", "member", "2003"), ("2018-08-05", "suspended", "2018-08-05"), ("2002-12-31", nil, nil),
    ])
    func standingsAreThoseOfTheDay(_ date: String, _ standing: String?, _ since: String?) throws {
        let country = try PageRun("country XCC --as-of \(date) --format json").document(CountryDocument.self)
        #expect(country.forums[0].standing == standing && country.forums[0].since == since)
    }

    struct DivergencesDocument: Decodable {
        struct Word: Decodable {
            var forum, commitment, progress: String
            var word, date, voice, use: String?
        }
        struct Divergence: Decodable {
            var line, country: String
            var spread: [String]
            var divergent, contradicted: Bool
            var words: [Word]
        }
        var divergences: [Divergence]
    }

    @Test func divergencesComeWidestFirstWithTheirWords() throws {
        let found = try PageRun("divergences --format json").document(DivergencesDocument.self).divergences
        #expect(found.map { "\($0.country) \($0.line)" } == ["XAA 1", "XBB 1.1", "XAA 1.2"])
        let forums = found[1]
        #expect(forums.divergent && !forums.contradicted && forums.spread == ["not-started", "complete"])
        #expect(forums.words.map(\.forum) == ["harbour", "river"])
        #expect(forums.words.map(\.word) == ["en tierra", "flowing"])
        let voices = found[2]
        #expect(voices.contradicted && !voices.divergent)
        #expect(voices.words.map(\.use) == ["spoke", "other-voice"])
        #expect(voices.words.map(\.voice) == ["review-body", "government"])
        let few = try PageRun("divergences --country XBB --measure 1 --format json")
        #expect(try few.document(DivergencesDocument.self).divergences.map(\.line) == ["1.1"])
        let none = try PageRun("divergences --forum river --lang en")
        #expect(none.output.contains("Nowhere do forums or voices differ by 2 levels or more"))
    }

    struct GapsDocument: Decodable {
        struct Uncovered: Decodable { var id: String }
        struct Line: Decodable {
            var id: String
            var whole: Bool
            var silent: [String: [String]]
        }
        var uncovered: [Uncovered]
        var lines: [Line]
    }

    @Test func gapsTellLinesAndCountries() throws {
        let gaps = try PageRun("gaps --format json").document(GapsDocument.self)
        #expect(gaps.uncovered.map(\.id) == ["1.3", "3"], "chapter B has no alignment and is left out")
        #expect(gaps.lines.map(\.id) == ["1", "1.1", "1.2", "2"])
        #expect(gaps.lines.map(\.whole) == [true, false, false, false])
        #expect(gaps.lines[3].silent == ["not-addressed": ["XCC", "XDD"], "no-report": ["XBB"]])
        let kites = try PageRun("gaps --measure 4 --format json").document(GapsDocument.self)
        #expect(kites.uncovered.map(\.id) == ["4"] && kites.lines.isEmpty)
    }

    struct MeasureDocument: Decodable {
        struct Alignment: Decodable { var forum, commitment, relation, confidence: String }
        struct Line: Decodable {
            var id: String
            var progress, nothing: [String: Int]
            var overdue: Int
            var alignments: [Alignment]
        }
        var measure, code: String
        var partial: Bool
        var gaps: String?
        var lines: [Line]
        var whole: Line
    }

    @Test func measureTellsAlignmentsAndCounts() throws {
        let measure = try PageRun("measure a.1 --format json").document(MeasureDocument.self)
        #expect(measure.measure == "1" && measure.code == "A.1" && !measure.partial)
        #expect(measure.gaps == "the fourth verse of the harbour songs")
        #expect(measure.lines.map(\.id) == ["1.1", "1.2", "1.3"] && measure.whole.id == "1")
        #expect(measure.lines[0].alignments.map(\.relation) == ["exact", "narrow"])
        #expect(measure.lines[0].alignments.map(\.confidence) == ["high", "medium"])
        #expect(measure.lines[0].progress["complete"] == 1 && measure.lines[0].progress["not-started"] == 2)
        #expect(measure.lines[0].nothing["not-addressed"] == 1)
        #expect(measure.lines[2].alignments.isEmpty && measure.whole.alignments.map(\.commitment) == ["LH-LAMPS"])
        let two = try PageRun("measure 1 --subregion leeward --format json").document(MeasureDocument.self)
        #expect(two.lines[0].progress.values.reduce(0, +) + two.lines[0].nothing.values.reduce(0, +) == 2)
    }
}
