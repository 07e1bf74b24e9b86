import Diagnostics
import FollowUpModel
import ForumKit
import LocatedYAML
import Testing

@testable import ForumWorkspace

/// What forum.yaml and commitments.yaml become in the model.
@Suite struct DefinitionTests {
    /// The forum of the base workspace with these files, which must be without fault.
    private func forum(_ forum: String, commitments: String? = nil) throws -> LoadedForum {
        let others = ["andes/forum.yaml": forum, "andes/commitments.yaml": commitments ?? "commitments: []\n"]
        let loaded = try load(Fixture.base(with: others).filter { $0.key != "andes/reports/2020.csv" })
        try #require(loaded.rendered == "no problems\n")
        return try #require(loaded.reading.workspace?.forum("andes"))
    }

    private static let head = """
        forum: andes
        module: declarative
        name: {es: Foro inventado, en: Made-up forum}
        kind: consensus-forum
        languages: [es]

        """
    private static let plain = head + "members: [{country: ARG}, {country: BOL}]\nstatuses: {cumplida: complete}\n"

    @Test func readsAWholeForum() throws {
        let forum = try forum(
            Self.head + """
                acronym: {es: FIA}
                other-names: [{es: Otro nombre}]
                founded: 1999-05
                dormant: {since: 2021, reason: made up, sources: [made up]}
                websites: ["https://example.org"]
                organs:
                  - id: presidency
                    name: {en: Presidency}
                    kind: presidency
                    holders: [{country: ARG, since: 2019, until: 2020, label: I}]
                members:
                  - country: ARG
                    since: 1999
                    suspended: {since: 2005, until: 2006, note: made up}
                    not-participating: [{since: 2010, until: 2011}, {since: 2014}]
                  - {country: BOL, as: acceding, since: 2012-12-07, adoption-period: {since: 2024-08, until: 2028-08}}
                  - {country: BOL, as: observer, until: 2012-12-07, since-note: after 2000}
                groups: [{id: pioneers, name: {en: Pioneers}, members: [ARG]}]
                observers: [{name: A made-up agency}]
                voices: [government, secretariat]
                statuses: {cumplida: complete}
                statuses-note: made up
                rules: [{id: R1, topic: Decisions, article: "4", statement: By consensus., compute: made up, confidence: high}]
                background: [{id: b1, topic: Origin, text: Made up., date: 1999, note: none}]
                expect: {commitments: {min: 0}, reports: {max: 0}}

                """)
        let definition = forum.definition
        #expect(definition.id == "andes")
        #expect(definition.shortName(for: .english) == "FIA")
        #expect(definition.dormantSince?.description == "2021")
        #expect(definition.languages == [.spanish])
        #expect(definition.organs.map(\.id) == ["forum", "presidency"])
        #expect(definition.parties.parties.map(\.id) == ["ARG", "BOL", "forum", "presidency"])
        #expect(definition.memberships.map(\.standing) == [.member, .acceding, .observer])
        #expect(definition.memberships[0].suspensions.map(\.note) == ["made up"])
        #expect(definition.memberships[0].absences.count == 2)
        #expect(definition.memberships[1].adoptionPeriod?.interval.until?.description == "2028-08")
        #expect(definition.groups.map(\.members) == [["ARG"]])
        #expect(definition.voices == [.government, .secretariat])
        #expect(definition.rules.map(\.article) == ["4"])
        #expect(definition.background.map(\.text) == ["Made up."])
    }

    @Test func readsBothKindsOfStatusEntries() throws {
        let forum = try forum(
            Self.head + """
                members: [{country: ARG}]
                statuses:
                  cumplida: complete
                  casi: {level: limited, code: almost, words: {en: almost there, pt: quase}, as: narrower, reason: made up}
                  adoptada: {nothing: reported-without-status}
                  reservada:
                    nothing: withheld
                    reason: {es: no es público, en: not public}
                    confidence: proposed
                    sources: [made up]
                    normalised: withheld
                  atrás: contrary
                  más atrás: {level: contrary, as: broader}
                  exenta: {standing: exempt}
                  ratificada: {level: complete, standing: bound, as: exact}

                """)
        let scale = ProgressScale.Level.self
        let words = forum.definition.vocabulary.words
        let expected: [Progress?] = [
            .level(scale.init(rank: 2)), .level(scale.init(rank: 1)), .missing(.reportedWithoutStatus),
            .missing(.withheld), .contrary, .contrary, nil, .level(scale.init(rank: 2)),
        ]
        #expect(words.map(\.progress) == expected)
        #expect(words.map(\.standing) == [nil, nil, nil, nil, nil, nil, .exempt, .bound])
        #expect(words.map(\.fit) == [nil, .narrower, nil, nil, nil, .broader, nil, .exact])
        #expect(Vocabulary.spellings(of: words[1]) == ["casi", "almost", "almost there", "quase"])
        #expect(words[1].reason == LocalizedText(plain: "made up"))
        #expect(words[3].reason == LocalizedText([.init(.spanish, "no es público"), .init(.english, "not public")]))
        #expect(words[3].confidence == .proposed)
        #expect(words[3].sources == ["made up"])
        #expect(words[0].origin.start.line == 8)
    }

    @Test func givesRoundsWordsOfTheirOwn() throws {
        let forum = try forum(
            Self.plain + """
                rounds:
                  - {id: one, name: {en: One}, since: 2010, until: 2020, statuses: {iniciada: limited, hecha: complete}}
                  - {id: two, name: {en: Two}}
                  - {id: three, name: {en: Three}, statuses: {hecha: not-started}}

                """,
            commitments: """
                commitments:
                  - {id: A-1, title: {en: Made up}, legal-force: political, round: three}
                """)
        let definition = forum.definition
        #expect(definition.rounds.map { $0.vocabulary?.firstIndex } == [1, nil, 3])
        #expect(definition.statusWords.map(\.word) == ["cumplida", "iniciada", "hecha", "hecha"])
        #expect(definition.vocabulary(ofRound: "one").index(of: "hecha") == StatusIndex(2))
        #expect(definition.vocabulary(ofRound: "two").index(of: "cumplida") == StatusIndex(0))
        #expect(definition.vocabulary(ofRound: "three").index(of: "hecha") == StatusIndex(3))
        #expect(definition.rounds[0].interval.until?.description == "2020")
        #expect(forum.commitments[0].round == "three")
    }

    @Test func readsDeadlinesOfEachForm() throws {
        let deadlines = [
            "2014-12-20", "{date: 2014-12, phrase: before 2015}", "{every-months: 6, from: 2014-06-30, phrase: twice}",
            "{every-months: 12, from: 2014}", "{horizon: 2035}", "{phrase: as soon as may be}", "",
        ]
        let commitments = deadlines.enumerated().map { place, deadline in
            "  - {id: A-\(place), title: {en: Made up}, legal-force: binding"
                + (deadline.isEmpty ? "" : ", deadline: \(deadline)") + "}\n"
        }
        let forum = try forum(Self.plain, commitments: "commitments:\n" + commitments.joined())
        func date(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }
        let expected: [Deadline?] = [
            Deadline(.date(try date("2014-12-20"))), Deadline(.date(try date("2014-12")), phrase: "before 2015"),
            Deadline(.recurring(Recurrence(anchor: try date("2014-06-30"), months: 6)), phrase: "twice"),
            Deadline(.recurring(Recurrence(anchor: try date("2014"), months: 12))),
            Deadline(.horizon(try date("2035"))), Deadline(.unread, phrase: "as soon as may be"), nil,
        ]
        #expect(forum.commitments.map(\.deadline) == expected)
    }

    @Test func readsAWholeCommitment() throws {
        let forum = try forum(
            Self.plain + """
                fields: {commitment: {theme: {type: text, values: [work, study]}, pages: {type: integer}}}
                rounds: [{id: one, name: {en: One}}]

                """,
            commitments: """
                commitments:
                  - id: A-1
                    number: 'art. 4, para. 2'
                    instrument: A made-up treaty
                    title: {en: Made up, es: Inventado}
                    adopted: 2001-02
                    adopted-by: The made-up forum
                    legal-force: binding
                    form: treaty
                    binds: consenting
                    addressees: [members, BOL, forum]
                    addressees-phrase: the States Parties
                    exceptions:
                      - {party: ARG, kind: reservation, since: 2002, articles: ["3", "4"], note: made up, confidence: low}
                    links: [{to: A-2, as: supersedes, note: made up}, {to: andes/A-2, as: related}]
                    crosswalk:
                      - {to: "67", relation: broad}
                      - {to: "67.2", relation: exact, confidence: low, note: made up}
                    sdg: ["10.7"]
                    gcm: ["5"]
                    in-force: 2003
                    round: one
                    tracked: false
                    fields: {theme: work, pages: 12}
                    confidence: medium
                    sources: ["https://example.org"]
                    note: Made up.
                  - {id: A-2, title: {en: Another}, legal-force: voluntary, addressees: pioneers}
                """.replacing("addressees: pioneers", with: "addressees: members"))
        let commitment = forum.commitments[0]
        #expect(commitment.number == "art. 4, para. 2")
        #expect(commitment.instrument == "A made-up treaty")
        #expect(commitment.title.text(for: .spanish) == "Inventado")
        #expect(commitment.adopted?.description == "2001-02")
        #expect(commitment.isBinding)
        #expect(commitment.form == "treaty")
        #expect(commitment.binding == .consenting)
        #expect(commitment.addressees == ["members", "BOL", "forum"])
        #expect(commitment.exceptions.map(\.kind) == [.reservation])
        #expect(commitment.exceptions[0].articles == ["3", "4"])
        #expect(commitment.exceptions[0].confidence == .low)
        #expect(commitment.links.map(\.to) == ["A-2", "andes/A-2"])
        #expect(commitment.alignments.map(\.target) == [TargetIndex(0), TargetIndex(2)])
        #expect(commitment.alignments.map(\.relation) == [.broad, .exact])
        #expect(commitment.alignments.map(\.confidence) == [.medium, .low])
        #expect(commitment.sdgTargets == ["10.7"])
        #expect(commitment.compactObjectives == ["5"])
        #expect(commitment.inForce?.description == "2003")
        #expect(commitment.round == "one")
        #expect(!commitment.isTracked)
        #expect(commitment.fields.map(\.name) == ["theme", "pages"])
        #expect(commitment.fields.map(\.value) == ["work", "12"])
        #expect(commitment.confidence == .medium)
        #expect(commitment.sources == ["https://example.org"])
        #expect(commitment.note == "Made up.")
        let other = forum.commitments[1]
        #expect(other.addressees == ["members"])
        #expect(other.isTracked)
        #expect(other.binding == .addressees)
        #expect(forum.index(ofCommitment: "A-2") == CommitmentIndex(1))
        #expect(forum[CommitmentIndex(1)].id == "A-2")
        #expect(forum.index(ofCommitment: "A-3") == nil)
    }

    @Test func addressesMembersWhereNothingIsSaid() throws {
        let forum = try forum(
            Self.plain, commitments: "commitments: [{id: A-1, title: {en: Made up}, legal-force: political}]\n")
        #expect(forum.commitments[0].addressees == ["members"])
    }

    @Test func givesModulesTheirOptionsWithDefaults() throws {
        let made = Self.plain.replacing("declarative", with: "made-up")
        func options(_ text: String) throws -> [String?] {
            let module = try #require(try forum(made + text).module as? MadeUpModule)
            let options = module.options
            return [
                options[MadeUpModule.mode].rawValue, "\(options[MadeUpModule.strict])",
                "\(options[MadeUpModule.months])", options[MadeUpModule.label],
            ]
        }
        #expect(try options("") == ["mild", "false", "6", "none"])
        #expect(try options("options:\n") == ["mild", "false", "6", "none"])
        #expect(
            try options("options: {months: 12, mode: strict, strict: true, label: a b}\n")
                == ["strict", "true", "12", "a b"])
    }

    @Test func folderNamesThatCanNotBeIdsAreNotOfferedAsFixes() throws {
        let base = try Fixture.base()
        let files = Dictionary(
            uniqueKeysWithValues: base.map { ($0.key.replacing("andes/", with: "Los Andes/"), $0.value) })
        let diagnostics = try load(files).diagnostics
        #expect(diagnostics.map(\.code) == [.forumFolder])
        #expect(diagnostics.first?.fixIts == [])
        #expect(diagnostics.first?.help == "rename the folder to andes")
    }

    @Test func refusesAScaleWithTooManyLevels() throws {
        var base = try Fixture.base()
        let text = String(decoding: base["workspace.yaml"] ?? [], as: UTF8.self)
        let levels = (0...200).map { "  - {level: l-\($0), name: {en: Level}, letter: L, sign: ○}\n" }.joined()
        base["workspace.yaml"] = Array(text.replacing("progress:\n", with: "progress:\n" + levels).utf8)
        let loaded = try load(base)
        #expect(loaded.reading.workspace == nil)
        #expect(loaded.diagnostics.map(\.message) == ["the progress scale has 204 levels; it can have 200 at most"])
    }

    @Test func aLinkToAForumThatCanNotBeReadIsNotAnErrorOfItsOwn() throws {
        let link = "{id: A-1, title: {en: Made up}, legal-force: political, links: [{to: golfo/G-1, as: related}]}"
        for broken in [
            "forum: golfo\n", Self.plain.replacing("andes", with: "golfo").replacing("declarative", with: "none"),
        ] {
            let loaded = try load(
                Fixture.base(with: [
                    "andes/commitments.yaml": "commitments: [\(link)]\n", "golfo/forum.yaml": broken,
                    "golfo/commitments.yaml": "commitments: []\n",
                ]))
            #expect(!loaded.diagnostics.isEmpty)
            #expect(!loaded.diagnostics.contains { $0.code == .unknownLink })
            #expect(loaded.reading.workspace?.forums.map(\.definition.id) == ["andes"])
        }
    }

    @Test func theWorkspaceKnowsItsRegion() throws {
        let loaded = try load(Fixture.base())
        let workspace = try #require(loaded.reading.workspace)
        #expect(workspace.region.map { workspace.countries[$0].code } == ["ARG", "BOL", "CHL", "PER"])
        #expect(workspace.forum("golfo") == nil)
        #expect(workspace.settings.consolidation.weight(relation: .exact, standing: .bound) == 8)
    }

    @Test func noDamageToAFileStopsTheProgram() throws {
        let base = try Fixture.base()
        let paths = base.keys.sorted()
        let pieces = ["{", "}", "[", "]", ":", ",", "-", "null", "X", "2012", "\"", "\n", "  ", "é", "#", "&a", "*a"]
        var random = SeededRandom(seed: 11)
        var sound = 0
        for _ in 0..<300 {
            var files = base
            let path = paths[Int.random(in: 0..<paths.count, using: &random)]
            var words = String(decoding: base[path] ?? [], as: UTF8.self).split(
                separator: /\b/, omittingEmptySubsequences: false
            ).map(String.init)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<words.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: words[place] = pieces[Int.random(in: 0..<pieces.count, using: &random)]
                case 1: words[place] = words[Int.random(in: 0..<words.count, using: &random)]
                default: words[place] = ""
                }
            }
            files[path] = Array(words.joined().utf8)
            let loaded = try load(files)
            #expect(loaded.rendered.hasSuffix("\n"))
            #expect(loaded.reading.workspace != nil || loaded.diagnostics.hasErrors)
            sound += loaded.diagnostics.isEmpty ? 1 : 0
        }
        #expect((10...290).contains(sound), "\(sound) of the damaged workspaces have no problem")
    }
}
