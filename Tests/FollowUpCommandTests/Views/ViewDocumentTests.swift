import Testing

/// The JSON documents that other programs rely on, and what they must say about the made-up workspace.
@Suite struct ViewDocumentTests {
    /// A document whose names in kebab case are the members in camel case of these types.
    struct ForumDocument: Decodable {
        struct Member: Decodable, Equatable { var country, standing: String }
        struct Party: Decodable, Equatable {
            var party, standing, standingRule: String
            var level, missing: String?
        }
        struct Commitment: Decodable {
            var id: String
            var number: String?
            var legalForce: String
            var inForce: String?
            var parties: [Party]
        }
        struct Word: Decodable { var status: String, uses: Int }
        var id, module: String
        var countries: [Member]
        var commitments: [Commitment]
        var statusWords: [Word]
        var rejected: Int
    }

    @Test func forumTellsMembersCommitmentsAndParties() throws {
        let run = try PageRun("forum harbour --format json")
        let forum = try run.document(ForumDocument.self)
        #expect(forum.id == "harbour" && forum.module == "declarative" && forum.rejected == 1)
        #expect(
            forum.countries.map { "\($0.country) \($0.standing)" }
                == ["XAA member", "XBB member", "XCC suspended", "XDD associate"])
        #expect(forum.commitments.map(\.id) == ["LH-LANDING", "LH-LAMPS", "LH-COUNT", "LH-HYMN"])
        let landing = forum.commitments[0]
        #expect(landing.number == "Dec. 7/02 (Carta del Desembarco)" && landing.legalForce == "binding")
        #expect(landing.inForce == "2004-01-15")
        #expect(landing.parties.map(\.party) == ["XAA", "XBB", "XCC", "XDD"])
        #expect(landing.parties[0].level == "complete" && landing.parties[0].missing == nil)
        #expect(landing.parties[2].standing == "suspended" && landing.parties[2].standingRule == "membership-suspended")
        #expect(forum.commitments[2].number == nil && forum.commitments[2].inForce == nil)
        let silent = forum.commitments[2].parties.filter { $0.missing == "no-report" && $0.standing.isEmpty == false }
        #expect(silent.map(\.party).contains("pilot"))
        #expect(forum.commitments[3].parties.isEmpty)
        #expect(forum.statusWords.map(\.status) == ["anclada", "remando", "en tierra", "a la deriva", "a media vela"])
        #expect(forum.statusWords.map(\.uses) == [2, 1, 2, 1, 1])
    }

    struct CountryDocument: Decodable {
        struct Assessment: Decodable {
            var commitment, standing, standingRule: String
            var level, missing, status, date: String?
            var overdue: Bool
        }
        struct Forum: Decodable {
            var forum: String
            var standing, since: String?
            var assessments: [Assessment]
        }
        struct Cell: Decodable {
            var target: String
            var level, missing, newest: String?
            var divergent, contradicted, overdue: Bool
        }
        var asOf, country: String
        var forums: [Forum]
        var cells: [Cell]
        var divergences: [DivergencesDocument.Divergence]
        var rejected: Int
    }

    @Test func countryTellsStandingsCellsAndCommitments() throws {
        let country = try PageRun("country XAA --format json").document(CountryDocument.self)
        #expect(country.asOf == "2026-03-31" && country.country == "XAA" && country.rejected == 1)
        #expect(country.forums.map(\.forum) == ["harbour", "river"])
        #expect(country.forums.map(\.standing) == ["member", nil] && country.forums[0].since == "2001-05-01")
        #expect(country.forums[1].assessments.isEmpty)
        let lamps = try #require(country.forums[0].assessments.first { $0.commitment == "LH-LAMPS" })
        #expect(lamps.status == "en tierra" && lamps.level == "not-started" && lamps.date == "2024-11-01")
        #expect(lamps.overdue && country.forums[0].assessments.last?.standingRule == "addressed")
        #expect(country.cells.map(\.target) == ["1", "1.1", "1.2", "2"])
        #expect(country.cells.map(\.level) == ["not-started", "complete", "not-started", "substantial"])
        #expect(country.cells[2].contradicted && !country.cells[2].divergent && country.cells[2].overdue)
        #expect(country.divergences.map(\.target) == ["1.2"])
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
            var forum, commitment: String
            var level, status, date, voice, use: String?
        }
        struct Divergence: Decodable {
            var target, country: String
            var lowest, highest: String?
            var divergent, contradicted: Bool
            var words: [Word]
        }
        var divergences: [Divergence]
    }

    @Test func divergencesComeWidestFirstWithTheirWords() throws {
        let found = try PageRun("divergences --format json").document(DivergencesDocument.self).divergences
        #expect(found.map { "\($0.country) \($0.target)" } == ["XBB 1.1", "XAA 1.2"])
        try #require(found.count == 2)
        let forums = found[0]
        #expect(forums.divergent && !forums.contradicted)
        #expect(forums.lowest == "not-started" && forums.highest == "complete")
        #expect(forums.words.map(\.forum) == ["harbour", "river"])
        #expect(forums.words.map(\.status) == ["en tierra", "flowing"])
        let voices = found[1]
        #expect(voices.contradicted && !voices.divergent)
        #expect(voices.words.map(\.use) == ["spoke", "other-voice"])
        #expect(voices.words.map(\.voice) == ["review-body", "government"])
        let few = try PageRun("divergences --country XBB --measure 1 --format json")
        #expect(try few.document(DivergencesDocument.self).divergences.map(\.target) == ["1.1"])
        let none = try PageRun("divergences --forum river --lang en")
        #expect(none.output.contains("Nowhere do forums or voices differ by 2 levels or more"))
    }

    struct GapsDocument: Decodable {
        struct Gap: Decodable {
            var target: String
            var country, missing: String?
        }
        var gaps: [Gap]

        /// What no commitment is aligned to.
        var uncovered: [String] { gaps.filter { $0.country == nil }.map(\.target) }
        /// The countries without a level on a target, by why.
        func silent(_ target: String) -> [String: [String]] {
            Dictionary(grouping: gaps.filter { $0.target == target && $0.country != nil }) { $0.missing ?? "" }
                .mapValues { $0.compactMap(\.country) }
        }
    }

    @Test func gapsTellTargetsAndCountries() throws {
        let gaps = try PageRun("gaps --format json").document(GapsDocument.self)
        #expect(gaps.uncovered == ["1.3", "3"], "chapter B has no alignment and is left out")
        #expect(gaps.silent("2") == ["not-addressed": ["XCC", "XDD"], "no-report": ["XBB"]])
        let kites = try PageRun("gaps --measure 4 --format json").document(GapsDocument.self)
        #expect(kites.gaps.map(\.target) == ["4"] && kites.uncovered == ["4"])
    }

    struct MeasureDocument: Decodable {
        struct Alignment: Decodable { var forum, commitment, relation, confidence: String }
        struct Line: Decodable {
            var target: String
            var levels, missing: [String: Int]
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
        #expect(measure.lines.map(\.target) == ["1.1", "1.2", "1.3"] && measure.whole.target == "1")
        #expect(measure.lines[0].alignments.map(\.relation) == ["exact", "close"])
        #expect(measure.lines[0].alignments.map(\.confidence) == ["high", "medium"])
        #expect(measure.lines[0].levels["complete"] == 2 && measure.lines[0].levels["not-started"] == 1)
        #expect(measure.lines[0].missing["not-addressed"] == 1)
        #expect(measure.lines[2].alignments.isEmpty && measure.whole.alignments.map(\.commitment) == ["LH-LAMPS"])
        let two = try PageRun("measure 1 --subregion leeward --format json").document(MeasureDocument.self)
        #expect(two.lines[0].levels.values.reduce(0, +) + two.lines[0].missing.values.reduce(0, +) == 2)
    }
}
