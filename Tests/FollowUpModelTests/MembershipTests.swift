import FollowUpModel
import Testing

/// A membership; the tables below are made up after the dates of MERCOSUR and CELAC.
private func member(
    _ country: String, as standing: MembershipStanding = .member, since: PartialDate? = nil,
    until: PartialDate? = nil, suspended: [DatedInterval] = [], absent: [DatedInterval] = []
) -> Membership {
    func spell(_ interval: DatedInterval) -> MembershipSpell {
        MembershipSpell(interval: interval, provenance: Provenance(confidence: .high), origin: nowhere)
    }
    return Membership(
        country: country, standing: standing, interval: DatedInterval(since: since, until: until),
        suspensions: suspended.map(spell), absences: absent.map(spell), origin: nowhere)
}

@Suite("Membership on a date")
struct MembershipTests {
    private let market = [
        member("ARG", since: "1991-11-29"),
        member(
            "PRY", since: "1991-11-29", suspended: [DatedInterval(since: "2012-06-29", until: "2013-08")]),
        member("VEN", since: "2012-08-12", suspended: [DatedInterval(since: "2017-08-05")]),
        member("BOL", as: .associate, since: "1996", until: "2024-08-07"),
        member("BOL", since: "2024-08-07"),
        member("GUY", as: .observer, since: "2013-07-11"),
    ]

    @Test(
        "of a market whose members come, go and are suspended",
        arguments: [
            ("ARG", "1991-11-28", nil), ("ARG", "1991-11-29", .member), ("ARG", "2026-01-01", .member),
            ("VEN", "2012-08-11", nil), ("VEN", "2012-08-12", .member), ("VEN", "2017-08-04", .member),
            ("VEN", "2017-08-05", .suspended), ("VEN", "2026-01-01", .suspended),
            ("PRY", "2012-06-28", .member), ("PRY", "2012-06-29", .suspended), ("PRY", "2013-07-31", .suspended),
            // In August 2013 it may have been over on any day; on the 31st it was.
            ("PRY", "2013-08-01", .suspended), ("PRY", "2013-08-30", .suspended), ("PRY", "2013-08-31", .member),
            ("BOL", "1995-12-31", nil), ("BOL", "1996-01-01", .associate), ("BOL", "2024-08-06", .associate),
            ("BOL", "2024-08-07", .member), ("GUY", "2013-07-10", nil), ("GUY", "2013-07-11", .observer),
            ("USA", "2020-01-01", nil),
        ] as [(String, CalendarDay, MembershipStanding?)])
    func market(country: String, day: CalendarDay, standing: MembershipStanding?) {
        #expect(market.standing(of: country, on: day) == standing)
    }

    @Test(
        "of a community in which one takes no part for a time",
        arguments: [
            ("2019-12-31", .member), ("2020-01-01", .notParticipating), ("2022-12-31", .notParticipating),
            ("2023-01-04", .notParticipating), ("2023-01-05", .member),
        ] as [(CalendarDay, MembershipStanding)])
    func community(day: CalendarDay, standing: MembershipStanding) {
        let community = [
            member("BRA", since: "2011-12-03", absent: [DatedInterval(since: "2020-01", until: "2023-01-05")])
        ]
        #expect(community.standing(of: "BRA", on: day) == standing)
    }

    @Test(
        "that ended is a former one, until the country comes back",
        arguments: [
            ("1968-12-31", nil), ("1969-01-01", .member), ("1976-10-29", .member), ("1976-10-30", .withdrawn),
            ("2006-09-19", .withdrawn), ("2006-09-20", .associate),
        ] as [(CalendarDay, MembershipStanding?)])
    func comingBack(day: CalendarDay, standing: MembershipStanding?) {
        let memberships = [
            member("CHL", since: "1969", until: "1976-10-30"), member("CHL", as: .associate, since: "2006-09-20"),
        ]
        // The first may have begun on any day of 1969, so it is taken to hold from the first.
        #expect(memberships.standing(of: "CHL", on: day) == standing)
        #expect(Array(memberships.reversed()).standing(of: "CHL", on: day) == standing, "in any order")
    }

    @Test("without dates always holds")
    func undated() {
        #expect([member("ARG")].standing(of: "ARG", on: "0001-01-01") == .member)
    }

    @Test("that is suspended and absent at once is suspended")
    func suspensionFirst() {
        let both = member("PRY", suspended: [DatedInterval()], absent: [DatedInterval()])
        #expect(both.standing(on: "2020-01-01") == .suspended)
    }

    @Test("that is over is not suspended any more")
    func overIsOver() {
        let former = member("XXA", until: "2010", suspended: [DatedInterval(since: "2005")])
        #expect(former.standing(on: "2009-12-31") == .suspended)
        #expect(former.standing(on: "2010-12-31") == .withdrawn)
    }

    @Test("of two in force the one declared last counts")
    func lastDeclared() {
        let memberships = [member("BOL", as: .associate, since: "1996"), member("BOL", since: "2024-08-07")]
        #expect(memberships.standing(of: "BOL", on: "2024-08-06") == .associate)
        #expect(memberships.standing(of: "BOL", on: "2024-08-07") == .member)
    }
}

@Suite("A forum's definition")
struct ForumDefinitionTests {
    private var forum: ForumDefinition {
        func words(_ words: [String], from index: Int) -> Vocabulary {
            Vocabulary(words.map { StatusWord(word: $0, progress: nil, origin: nowhere) }, firstIndex: index)
        }
        var forum = ForumDefinition(
            id: "made-up", module: "declarative", name: LocalizedText(en: "Made up", es: "a", pt: "b", fr: "c"),
            kind: .consensusForum, vocabulary: words(["one", "two"], from: 0), origin: nowhere)
        func round(_ id: String, _ vocabulary: Vocabulary?) -> Round {
            Round(id: id, name: forum.name, interval: DatedInterval(), vocabulary: vocabulary, origin: nowhere)
        }
        forum.rounds = [
            round("first", words(["three"], from: 2)), round("plain", nil), round("last", words(["four"], from: 3)),
        ]
        forum.memberships = [member("ARG", since: "2000")]
        return forum
    }

    @Test("begins with the default order of voices and with nobody")
    func defaults() {
        #expect(forum.voices == Voice.defaultOrder)
        #expect(Set(Voice.defaultOrder) == Set(Voice.allCases), "every voice has a place")
        #expect(forum.parties.parties.isEmpty)
    }

    @Test("lists its words so that a status index is a place")
    func statusWords() {
        #expect(forum.statusWords.map(\.word) == ["one", "two", "three", "four"])
        for round in [nil, "first", "plain", "last", "unheard of"] {
            let vocabulary = forum.vocabulary(ofRound: round)
            for word in vocabulary.words {
                let index = vocabulary.index(of: word.word)
                #expect(index.map { forum.statusWords[Int($0.rawValue)].word } == word.word)
            }
        }
        #expect(forum.vocabulary(ofRound: "last").words.map(\.word) == ["four"])
        #expect(forum.vocabulary(ofRound: "plain").words.map(\.word) == ["one", "two"])
    }

    @Test("has a short name, or else its name")
    func shortName() {
        var forum = forum
        #expect(forum.shortName(for: .spanish) == "a")
        forum.acronym = LocalizedText([.init(.english, "MU")])
        #expect(forum.shortName(for: .spanish) == "MU")
    }

    @Test("knows its members on a day")
    func membership() {
        #expect(forum.membership(of: "ARG", on: "2000-01-01") == .member)
        #expect(forum.membership(of: "ARG", on: "1999-12-31") == nil)
    }

    @Test("finds its parties by code or id")
    func parties() {
        let table = PartyTable([.country(CountryIndex(7), code: "ARG"), .organ(id: "secretariat")])
        #expect(table.indices == [PartyIndex(0), PartyIndex(1)])
        #expect(table.index(of: "secretariat") == PartyIndex(1))
        #expect(table.index(of: "BRA") == nil)
        #expect(table[PartyIndex(0)].country == CountryIndex(7))
        #expect(table[PartyIndex(1)].country == nil)
        #expect(table.parties.map(\.id) == ["ARG", "secretariat"])
        #expect(PartyIndex(0) < PartyIndex(1))
    }
}
