import Diagnostics
import FollowUpModel
import Testing

@testable import ForumWorkspace

/// forum.yaml, key by key: members and their spells, organs, groups, words, rounds, fields, bounds.
@Suite("Forums as they are written")
struct ForumReadingTests {
    private static let path = "andes/forum.yaml"

    /// A forum with these members and further keys.
    private static func file(
        members: String = "[{country: ARG}, {country: BOL}]", statuses: String = "{cumplida: complete}",
        _ keys: String = ""
    ) -> String {
        """
        forum: andes
        module: declarative
        name: {en: Made up}
        kind: consensus-forum
        languages: [es]
        members: \(members)
        statuses: \(statuses)
        \(keys)

        """
    }

    private static let noContent = [
        "andes/commitments.yaml": "commitments: []\n", "andes/reports/2020.csv": "commitment,party,status,date\n",
    ]

    private func forum(_ text: String) throws -> LoadedForum {
        let loaded = try load(Fixture.base(with: Self.noContent.merging([Self.path: text]) { $1 }))
        try #require(loaded.diagnostics.allSatisfy { $0.code == .noRows }, "\(loaded.rendered)")
        return try #require(loaded.reading.workspace?.forum("andes"))
    }

    private func expectRefusal(_ refusal: Refusal, file: String) throws {
        try ForumWorkspaceTests.expectRefusal(refusal, in: Self.path, file: file, with: Self.noContent)
    }

    @Test("an interval is refused only where its end comes before its beginning in every reading of both dates")
    func order() throws {
        let dates = ["2011", "2011-12", "2011-12-31", "2012", "2012-01", "2012-01-01", "2012-06-30", "2013"]
        /// The first and last day that a date may mean, as texts that sort like days.
        func days(_ date: String) -> (first: String, last: String) {
            let first = [date, "\(date)-01-01", "\(date)-01"][date.count == 4 ? 1 : date.count == 7 ? 2 : 0]
            let last = [date, "\(date)-12-31", "\(date)-31"][date.count == 4 ? 1 : date.count == 7 ? 2 : 0]
            return (first, last)
        }
        var members: [String] = []
        var isWrong: [Bool] = []
        for since in dates {
            for until in dates {
                members.append("{country: ARG, since: \(since), until: ⟪\(until)⟫}")
                isWrong.append(days(until).last < days(since).first)
            }
        }
        #expect(isWrong.contains(true) && isWrong.contains(false))
        let marked = Marked(Self.file(members: "[\(members.joined(separator: ",\n  "))]"))
        let expected = zip(marked.places, isWrong).filter(\.1).map { "ends-before-begin \($0.0)" }
        let loaded = try load(Fixture.base(with: Self.noContent.merging([Self.path: marked.text]) { $1 }))
        // That they overlap is another test's matter.
        #expect(loaded.found(in: Self.path).filter { !$0.hasPrefix("overlapping") } == expected.sorted())
    }

    @Test(
        "a membership is what it says, and a plain one if it says nothing",
        arguments: [
            ("{country: ARG}", "member", nil, nil),
            ("{country: ARG, as: member, since: 1991-11-29}", "member", "1991-11-29", nil),
            ("{country: ARG, as: associate, since: 1996, until: 2024-08}", "associate", "1996", "2024-08"),
            ("{country: ARG, as: observer, until: 2013}", "observer", nil, "2013"),
            ("{country: ARG, as: acceding}", "acceding", nil, nil),
        ] as [(String, String, String?, String?)])
    func memberships(_ text: String, _ standing: String, _ since: String?, _ until: String?) throws {
        let membership = try #require(try forum(Self.file(members: "[\(text)]")).definition.memberships.first)
        #expect(membership.country == "ARG")
        #expect(membership.standing.rawValue == standing)
        #expect(membership.interval.since?.description == since)
        #expect(membership.interval.until?.description == until)
        #expect(membership.suspensions.isEmpty && membership.absences.isEmpty && membership.adoptionPeriod == nil)
    }

    @Test("a spell may stand alone or in a list")
    func spells() throws {
        let spell = "{since: 2012-06-29, until: 2013-08, note: made up}"
        for (text, count) in [(spell, 1), ("[\(spell)]", 1), ("[\(spell), {since: 2017}]", 2), ("[]", 0)] {
            for key in ["suspended", "not-participating"] {
                let member = try #require(
                    try forum(Self.file(members: "[{country: ARG, \(key): \(text)}]")).definition.memberships.first)
                let (mine, other) =
                    key == "suspended"
                    ? (member.suspensions, member.absences) : (member.absences, member.suspensions)
                #expect(mine.count == count)
                #expect(mine.first?.note == (count == 0 ? nil : "made up"))
                #expect(other.isEmpty)
            }
        }
    }

    @Test(
        "members are named by their codes and in one of the known ways",
        arguments: [
            Refusal("small letters", "[{country: ⟪arg⟫}]", "unknown-country"),
            Refusal("two letters", "[{country: ⟪AR⟫}]", "unknown-country"),
            Refusal("a name", "[{country: ⟪Argentina⟫}]", "unknown-country"),
            Refusal("a code that no country has", "[{country: ⟪XQZ⟫}]", "unknown-country"),
            Refusal("a standing nobody knows", "[{country: ARG, as: ⟪friend⟫}]", "unknown-word"),
            Refusal("a standing that follows from spells", "[{country: ARG, as: ⟪suspended⟫}]", "unknown-word"),
            Refusal(
                "a spell that ends first", "[{country: ARG, suspended: {since: 2014, until: ⟪2013-12-31⟫}}]",
                "ends-before-begin"),
            Refusal(
                "an adoption period that ends first", "[{country: ARG, adoption-period: {since: 2014, until: ⟪2013⟫}}]",
                "ends-before-begin"),
            Refusal("a key nobody knows", "[{country: ARG, ⟪colour⟫: red}]", "unknown-key"),
            Refusal("a wrong date", "[{country: ARG, since: ⟪29/11/1991⟫}]", "bad-date"),
            Refusal("one member outside of a list", "⟪{country: ARG}⟫", "wrong-kind"),
            Refusal("a code alone in the list", "[⟪ARG⟫]", "wrong-kind"),
        ])
    func members(_ refusal: Refusal) throws {
        try expectRefusal(refusal, file: Self.file(members: refusal.text))
    }

    @Test(
        "a word is read in exactly one way",
        arguments: [
            ("complete", .level(.init(rank: 2)), nil), ("{level: limited}", .level(.init(rank: 1)), nil),
            ("contrary", .contrary, nil), ("{level: contrary, as: narrower}", .contrary, nil),
            ("{nothing: reported-without-status}", .missing(.reportedWithoutStatus), nil),
            ("{nothing: withheld}", .missing(.withheld), nil), ("{standing: exempt}", nil, .exempt),
            ("{standing: suspended}", nil, .suspended), ("{standing: dissociated}", nil, .dissociated),
            ("{standing: not-addressed}", nil, .notAddressed),
            ("{level: not-started, standing: pending}", .level(.init(rank: 0)), .pending),
            ("{level: complete, standing: exempt}", .level(.init(rank: 2)), .exempt),
        ] as [(String, Progress?, Standing?)])
    func words(_ text: String, _ progress: Progress?, _ standing: Standing?) throws {
        let forum = try forum(Self.file(statuses: "{palabra: \(text)}"))
        let word = try #require(forum.definition.vocabulary.words.first)
        #expect(word.word == "palabra")
        #expect(word.progress == progress)
        #expect(word.standing == standing)
    }

    @Test(
        "a word without a reading, or with two, is refused and never taken for progress",
        arguments: [
            Refusal("a word alone", "{⟪palabra⟫: {}}", "status-unclear"),
            Refusal("a standing that counts, without progress", "{⟪palabra⟫: {standing: bound}}", "status-unclear"),
            Refusal("an invitation, without progress", "{⟪palabra⟫: {standing: invited}}", "status-unclear"),
            Refusal("a level and nothing", "{palabra: {level: limited, nothing: ⟪withheld⟫}}", "status-unclear"),
            Refusal("a level and a stage of nothing", "{palabra: {level: limited, ⟪stage⟫: 3}}", "stage-unclear"),
            Refusal("a level and a fall of nothing", "{palabra: {level: limited, ⟪lowers⟫: true}}", "stage-unclear"),
            Refusal(
                "a level and two ways down", "{palabra: {level: limited, layer: all, lowers: true, ends: ⟪true⟫}}",
                "stage-unclear"),
            Refusal("a level that isn't there", "{palabra: ⟪enormous⟫}", "unknown-level"),
            Refusal("a level that isn't there, by its key", "{palabra: {level: ⟪enormous⟫}}", "unknown-level"),
            Refusal("a kind of nothing that follows from rules", "{palabra: {nothing: ⟪no-report⟫}}", "unknown-word"),
            Refusal("a fit nobody knows", "{palabra: {level: limited, as: ⟪about⟫}}", "unknown-word"),
            Refusal("an act nobody knows", "{palabra: {level: limited, act: ⟪dance⟫}}", "unknown-word"),
            Refusal(
                "two words with one code", "{a: {level: limited, code: x}, ⟪b⟫: {level: complete, code: x}}",
                "ambiguous-status"),
            Refusal(
                "a word that is another's code", "{a: {level: limited, code: b}, ⟪b⟫: complete}", "ambiguous-status"),
            Refusal("no words at all", "⟪{}⟫", "empty-list"),
        ])
    func unclearWords(_ refusal: Refusal) throws {
        let marked = Marked(Self.file(statuses: refusal.text))
        try expectRefusal(refusal, file: Self.file(statuses: refusal.text))
        // Whatever is refused stands for no level.
        let loaded = try load(Fixture.base(with: Self.noContent.merging([Self.path: marked.text]) { $1 }))
        let words = loaded.reading.workspace?.forum("andes")?.definition.vocabulary.words ?? []
        if ["status-unclear", "unknown-level"].contains(refusal.codes[0]), !refusal.title.hasPrefix("a level and") {
            #expect(words.map(\.progress) == [.missing(.unmapped)])
        }
    }

    @Test("words of one reading may share a spelling: the first one counts")
    func sharedSpelling() throws {
        let forum = try forum(Self.file(statuses: "{a: {level: limited, code: x}, b: {level: limited, code: x}}"))
        #expect(forum.definition.vocabulary.index(of: "x") == StatusIndex(0))
        #expect(forum.definition.vocabulary.index(of: "b") == StatusIndex(1))
    }

    @Test(
        "organs, groups, rounds and fields are refused where they can't be told apart",
        arguments: [
            Refusal(
                "an organ called like a word of addressees", "organs: [⟪{id: members, name: {en: X}, kind: body}⟫]",
                "duplicate-id"),
            Refusal("an organ called forum", "organs: [⟪{id: forum, name: {en: X}, kind: body}⟫]", "duplicate-id"),
            Refusal("an organ of no kind", "organs: [{id: board, name: {en: X}, kind: ⟪club⟫}]", "unknown-word"),
            Refusal(
                "a holder without country",
                "organs: [{id: board, name: {en: X}, kind: body, holders: [{country: ⟪XQZ⟫}]}]", "unknown-country"),
            Refusal("an empty group", "groups: [{id: few, name: {en: X}, members: ⟪[]⟫}]", "empty-list"),
            Refusal(
                "a group of strangers", "groups: [{id: few, name: {en: X}, members: [ARG, ⟪CHL⟫]}]", "unknown-country"),
            Refusal(
                "two rounds of one id", "rounds: [{id: a, name: {en: X}}, ⟪{id: a, name: {en: Y}}⟫]", "duplicate-id"),
            Refusal(
                "a round that ends first", "rounds: [{id: a, name: {en: X}, since: 2020, until: ⟪2019⟫}]",
                "ends-before-begin"),
            Refusal(
                "a round's word on no level", "rounds: [{id: a, name: {en: X}, statuses: {palabra: ⟪much⟫}}]",
                "unknown-level"),
            Refusal("a field of no type", "fields: {report: {pages: {type: ⟪number⟫}}}", "unknown-word"),
            Refusal("a voice nobody knows", "voices: [government, ⟪press⟫]", "unknown-word"),
            Refusal("a kind of session nobody knows", "sessions: [{date: 2020, kind: ⟪party⟫}]", "unknown-word"),
            Refusal("a sleep without beginning", "dormant: {since: ⟪long ago⟫}", "bad-date"),
            Refusal(
                "two rules of one id", "rules: [{id: R1, topic: a, statement: b}, ⟪{id: R1, topic: a, statement: b}⟫]",
                "duplicate-id"),
            Refusal("fewer than none", "expect: {reports: {min: ⟪-1⟫}}", "out-of-range"),
            Refusal("as many as fit", "expect: {commitments: {max: ⟪all⟫}}", "not-an-integer"),
        ])
    func parts(_ refusal: Refusal) throws {
        try expectRefusal(refusal, file: Self.file(refusal.text))
    }

    @Test(
        "the folder is held to the bounds that the forum expects, both ends included",
        arguments: [
            ("{}", 0), ("{min: 2}", 0), ("{max: 2}", 0), ("{min: 2, max: 2}", 0), ("{min: 0}", 0), ("{min: 3}", 1),
            ("{max: 1}", 1), ("{min: 3, max: 1}", 1), ("{max: 0}", 1), ("{min: 3, max: 9}", 1),
        ])
    func bounds(_ bounds: String, _ count: Int) throws {
        // The base workspace holds two commitments and two reports.
        for what in ["commitments", "reports"] {
            var files = try Fixture.base()
            let text = String(decoding: files[Self.path] ?? [], as: UTF8.self)
            let marked = Marked(text + "expect: {\(what): ⟪\(bounds)⟫}\n")
            files[Self.path] = Array(marked.text.utf8)
            let loaded = try load(files)
            let expected = Array(repeating: "unexpected-count \(marked.places[0])", count: count)
            #expect(loaded.found(in: Self.path) == expected, "\(what)")
        }
    }

    @Test("rows that can't be read don't count towards what is expected")
    func rejectedRowsAreMissing() throws {
        var files = try Fixture.base()
        files[Self.path]? += Array("expect: {reports: {min: 2}}\n".utf8)
        files["andes/reports/2020.csv"] = Array(
            "commitment,party,status,date\nA-1,ARG,cumplida,2020\nA-1,ARG,cumplida,soon\n".utf8)
        #expect(try load(files).codes.sorted() == ["bad-date", "unexpected-count"])
    }

    @Test("a forum whose module isn't installed is left out, and so is what hangs on it")
    func unknownModule() throws {
        var files = try Fixture.base()
        files["golfo/forum.yaml"] = Array(
            Self.file().replacing("forum: andes", with: "forum: golfo").replacing("declarative", with: "none").utf8)
        files["golfo/commitments.yaml"] = Array("commitments: []\n".utf8)
        files["golfo/reports/1.csv"] = Array("no header\n".utf8)
        let loaded = try load(files)
        #expect(loaded.codes == ["unknown-module"])
        #expect(loaded.reading.workspace?.forums.map(\.definition.id) == ["andes"])
    }
}
