import Diagnostics
import FollowUpModel
import Testing

@testable import ForumWorkspace

/// commitments.yaml, key by key: what each may hold, and where it is refused.
@Suite("Commitments as they are written")
struct CommitmentReadingTests {
    private static let path = "andes/commitments.yaml"

    /// A file with one commitment that has these keys as well.
    private static func file(_ keys: String) -> String {
        "commitments:\n  - {id: A-1, title: {en: Made up}, legal-force: political, \(keys)}\n"
    }

    /// The commitment of such a file, which must be without fault.
    private func commitment(_ keys: String, forum: String = "") throws -> Commitment {
        var files = try Fixture.base(with: [Self.path: Self.file(keys)])
        files["andes/forum.yaml"]? += Array(forum.utf8)
        let loaded = try load(files)
        // A relation without a weight is another test's matter.
        try #require(loaded.diagnostics.allSatisfy { $0.code == .noWeight }, "\(loaded.rendered)")
        return try #require(loaded.reading.workspace?.forum("andes")?.commitments.first)
    }

    private static func date(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }

    @Test(
        "recur from their first date on, every month to every hundred years",
        arguments: [(1, "2014"), (6, "2014-06"), (12, "2014-01-31"), (1200, "2014-02-28")])
    func recurrences(months: Int, from: String) throws {
        let deadline = try commitment("deadline: {every-months: \(months), from: \(from)}").deadline
        let expected = Recurrence(anchor: try Self.date(from), months: months)
        #expect(deadline == Deadline(.recurring(expected)))
        #expect(deadline?.phrase == nil)
    }

    @Test(
        "have a deadline of exactly one kind",
        arguments: [
            Refusal("a date and a horizon", "deadline: ⟪{date: 2014, horizon: 2015}⟫", "deadline-unclear"),
            Refusal(
                "a date and a recurrence", "deadline: ⟪{date: 2014, every-months: 6, from: 2014}⟫", "deadline-unclear"),
            Refusal("a recurrence without beginning", "deadline: ⟪{every-months: 6}⟫", "deadline-unclear"),
            Refusal("a beginning without recurrence", "deadline: ⟪{from: 2014}⟫", "deadline-unclear"),
            Refusal("a phrase with half a recurrence", "deadline: ⟪{phrase: soon, from: 2014}⟫", "deadline-unclear"),
            Refusal("nothing at all", "deadline: ⟪{}⟫", "deadline-unclear"),
            Refusal("a day that no calendar has", "deadline: ⟪2014-02-29⟫", "bad-date"),
            Refusal("a wrong date under its key", "deadline: {date: ⟪2014-13⟫}", "bad-date"),
            Refusal("a wrong date beside a phrase", "deadline: {date: ⟪soon⟫, phrase: soon}", "bad-date"),
            Refusal("no months", "deadline: {every-months: ⟪0⟫, from: 2014}", "out-of-range"),
            Refusal("more than a hundred years", "deadline: {every-months: ⟪1201⟫, from: 2014}", "out-of-range"),
            Refusal("months in words", "deadline: {every-months: ⟪six⟫, from: 2014}", "not-an-integer"),
            Refusal("half a month", "deadline: {every-months: ⟪0.5⟫, from: 2014}", "not-an-integer"),
            Refusal("a wrong beginning", "deadline: {every-months: 6, from: ⟪the start⟫}", "bad-date"),
            Refusal("a list", "deadline: ⟪[2014]⟫", "wrong-kind"),
        ])
    func deadlines(_ refusal: Refusal) throws {
        try expectRefusal(refusal, in: Self.path, file: Self.file(refusal.text))
    }

    @Test("stay where their deadline is refused: what else they say is sound")
    func brokenDeadline() throws {
        let loaded = try load(Fixture.base(with: [Self.path: Self.file("deadline: never, adopted: 2012")]))
        let commitment = try #require(loaded.reading.workspace?.forum("andes")?.commitments.first)
        #expect(loaded.codes == ["bad-date"])
        #expect(commitment.deadline == nil)
        #expect(commitment.adopted == (try Self.date("2012")))
    }

    @Test(
        "enter into force by a rule of the calendar",
        arguments: [
            ("{days: 0}", .days(0)), ("{days: 36600}", .days(36_600)), ("{months: 0}", .months(0)),
            ("{months: 1200}", .months(1200)), ("{first-of-month-after-months: 0}", .firstOfMonthAfterMonths(0)),
            ("{first-of-month-after-months: 3}", .firstOfMonthAfterMonths(3)),
            ("{first-of-nth-month: 1}", .firstOfNthMonth(1)),
        ] as [(String, CalendarRule)])
    func calendarRules(_ text: String, _ rule: CalendarRule) throws {
        for key in ["rule", "later", "withdrawal"] {
            let entry = try commitment("entry-into-force: {clause: per-state, \(key): \(text)}").entryIntoForce
            #expect(entry?.rule == (key == "rule" ? rule : nil))
            #expect(entry?.later == (key == "later" ? rule : nil))
            #expect(entry?.withdrawal == (key == "withdrawal" ? rule : nil))
        }
    }

    @Test("need their States' own law unless they apply on publication", arguments: EntryIntoForce.Clause.allCases)
    func incorporation(_ clause: EntryIntoForce.Clause) throws {
        let deposits = clause == .deposits ? ", deposits: 300" : ""
        func entry(_ more: String) throws -> EntryIntoForce {
            try #require(
                try commitment("entry-into-force: {clause: \(clause.rawValue)\(deposits)\(more)}").entryIntoForce)
        }
        #expect(try entry("").clause == clause)
        #expect(try entry("").deposits == (clause == .deposits ? 300 : nil))
        #expect(try entry("").requiresIncorporation == (clause != .onPublication))
        #expect(try entry(", requires-incorporation: true").requiresIncorporation)
        #expect(try !entry(", requires-incorporation: false").requiresIncorporation)
        let dated = try entry(", published: 2014, deferred-to: 2015-01, notice: 2016-01-31, article: '12'")
        #expect(dated.published?.description == "2014")
        #expect(dated.deferredTo?.description == "2015-01")
        #expect(dated.notice?.description == "2016-01-31")
        #expect(dated.article == "12")
    }

    @Test(
        "enter into force by one clause and one rule",
        arguments: [
            Refusal("deposits without a number", "entry-into-force: {clause: ⟪deposits⟫}", "clause-unclear"),
            Refusal("no deposits", "entry-into-force: {clause: deposits, deposits: ⟪0⟫}", "out-of-range"),
            Refusal(
                "more deposits than States", "entry-into-force: {clause: deposits, deposits: ⟪301⟫}", "out-of-range"),
            Refusal("deposits in words", "entry-into-force: {clause: deposits, deposits: ⟪nine⟫}", "not-an-integer"),
            Refusal("no clause", "entry-into-force: {⟪rule⟫: {days: 30}}", "missing-key"),
            Refusal("a clause nobody knows", "entry-into-force: {clause: ⟪whenever⟫}", "unknown-word"),
            Refusal(
                "two rules", "entry-into-force: {clause: per-state, rule: ⟪{days: 30, months: 1}⟫}", "clause-unclear"),
            Refusal("an empty rule", "entry-into-force: {clause: per-state, rule: ⟪{}⟫}", "clause-unclear"),
            Refusal("days before the act", "entry-into-force: {clause: per-state, rule: {days: ⟪-1⟫}}", "out-of-range"),
            Refusal(
                "the month of the act itself", "entry-into-force: {clause: per-state, rule: {first-of-nth-month: ⟪0⟫}}",
                "out-of-range"),
            Refusal(
                "an unknown rule", "entry-into-force: {clause: per-state, later: ⟪{⟪weeks⟫: 2}⟫}", "clause-unclear",
                "unknown-key"),
            Refusal("yes", "entry-into-force: {clause: per-state, requires-incorporation: ⟪yes⟫}", "not-a-boolean"),
        ])
    func clauses(_ refusal: Refusal) throws {
        try expectRefusal(refusal, in: Self.path, file: Self.file(refusal.text))
    }

    @Test("may be excepted, for one party, in each way there is", arguments: CommitmentException.Kind.allCases)
    func exceptions(_ kind: CommitmentException.Kind) throws {
        let exceptions = try commitment(
            "exceptions: [{party: BOL, kind: \(kind.rawValue), since: 2012-02, until: 2013}]"
        ).exceptions
        #expect(exceptions.map(\.kind) == [kind])
        #expect(exceptions.map(\.party) == ["BOL"])
        #expect(exceptions[0].interval == DatedInterval(since: try Self.date("2012-02"), until: try Self.date("2013")))
        #expect(exceptions[0].articles == [])
    }

    @Test("may be tied to others, in each way there is", arguments: CommitmentLink.Kind.allCases)
    func links(_ kind: CommitmentLink.Kind) throws {
        let other = "\n  - {id: A-2, title: {en: Made up}, legal-force: political}"
        let file = Self.file("links: [{to: A-2, as: \(kind.rawValue)}, {to: andes/A-2, as: related}]") + other
        let loaded = try load(Fixture.base(with: [Self.path: file]))
        try #require(loaded.diagnostics.isEmpty, "\(loaded.rendered)")
        let links = try #require(loaded.reading.workspace?.forum("andes")?.commitments.first).links
        #expect(links.map(\.kind) == [kind, .related])
        #expect(links.map(\.to) == ["A-2", "andes/A-2"])
    }

    @Test(
        "name only what there is",
        arguments: [
            Refusal("a stranger's exception", "exceptions: [⟪{party: PER, kind: opt-out}⟫]", "unknown-addressee"),
            Refusal("an exception of no kind", "exceptions: [{party: ARG, kind: ⟪pardon⟫}]", "unknown-word"),
            Refusal(
                "an exception that ends first", "exceptions: [{party: ARG, kind: opt-out, since: 2014, until: ⟪2013⟫}]",
                "ends-before-begin"),
            Refusal("a link to nobody", "links: [⟪{to: A-77, as: related}⟫]", "unknown-link"),
            Refusal("a link to nobody elsewhere", "links: [⟪{to: golfo/A-1, as: related}⟫]", "unknown-link"),
            Refusal("a link of no kind", "links: [{to: A-1, as: ⟪rival⟫}]", "unknown-word"),
            Refusal("a measure that isn't there", "crosswalk: [{to: ⟪\"99\"⟫, relation: exact}]", "unknown-target"),
            Refusal(
                "a measure twice", "crosswalk: [{to: \"67\", relation: exact}, {to: ⟪\"67\"⟫, relation: broad}]",
                "duplicate-alignment"),
            Refusal("a relation nobody knows", "crosswalk: [{to: \"67\", relation: ⟪equal⟫}]", "unknown-word"),
            Refusal(
                "a confidence nobody knows", "crosswalk: [{to: \"67\", relation: exact, confidence: ⟪sure⟫}]",
                "unknown-word"),
            Refusal("a round that isn't there", "round: ⟪plan-2020⟫", "unknown-round"),
            Refusal("a field that isn't declared", "fields: {⟪colour⟫: red}", "unknown-field"),
            Refusal(
                "addressees that aren't there", "addressees: [members, ⟪PER⟫, ⟪everybody⟫]", "unknown-addressee",
                "unknown-addressee"),
            Refusal("a force nobody knows", "binds: ⟪nobody⟫", "unknown-word"),
            Refusal("maybe", "tracked: ⟪maybe⟫", "not-a-boolean"),
            Refusal("a wrong day of adoption", "adopted: ⟪2012-06-31⟫", "bad-date"),
            Refusal("a key nobody knows", "⟪colour⟫: red", "unknown-key"),
        ])
    func ties(_ refusal: Refusal) throws {
        try expectRefusal(refusal, in: Self.path, file: Self.file(refusal.text))
    }

    @Test("are aligned in each way there is, to measures and lines", arguments: Relation.allCases)
    func alignments(_ relation: Relation) throws {
        let commitment = try commitment(
            "crosswalk: [{to: \"68\", relation: \(relation.rawValue)}, {to: \"67.1\", relation: related}]")
        #expect(commitment.alignments.map(\.relation) == [relation, .related])
        // Measures and lines stand in the framework's order: 67, 67.1, 67.2, 68.
        #expect(commitment.alignments.map(\.target) == [TargetIndex(3), TargetIndex(1)])
        #expect(commitment.alignments.allSatisfy { $0.confidence == .medium }, "unless something else is said")
    }

    @Test("of one id count once: the first, and the second is refused where it names itself")
    func sameId() throws {
        let file = Marked(
            """
            commitments:
              - {id: A-1, title: {en: First}, legal-force: political}
              - {id: ⟪A-1⟫, title: {en: Second}, legal-force: binding}
              - {id: A-2, title: {en: Third}, legal-force: voluntary}

            """)
        let loaded = try load(Fixture.base(with: [Self.path: file.text]))
        #expect(loaded.found(in: Self.path) == file.places.map { "duplicate-id \($0)" })
        let commitments = try #require(loaded.reading.workspace?.forum("andes")?.commitments)
        #expect(commitments.map(\.id) == ["A-1", "A-2"])
        #expect(commitments.map(\.legalForce) == [.political, .voluntary])
    }

    @Test(
        "address whom they name, and a report on anybody else is kept but counts nowhere",
        arguments: [
            ("members", ["ARG", "BOL"]), ("associates", ["CHL"]), ("observers", []), ("acceding", []),
            ("[members, associates]", ["ARG", "BOL", "CHL"]), ("pioneers", ["ARG", "BOL"]), ("CHL", ["CHL"]),
            ("secretariat", ["secretariat"]), ("[CHL, secretariat, pioneers]", ["ARG", "BOL", "CHL", "secretariat"]),
        ] as [(String, [String])])
    func addressees(_ text: String, _ addressed: [String]) throws {
        let parties = ["ARG", "BOL", "CHL", "forum", "secretariat"]
        let rows = parties.map { "A-1,\($0),cumplida,2020\nA-1,\($0),cumplida,2019\n" }.joined()
        let loaded = try load(
            Fixture.base(with: [
                Self.path: Self.file("addressees: \(text)"),
                "andes/reports/2020.csv": "commitment,party,status,date\n\(rows)",
            ]))
        let forum = try #require(loaded.reading.workspace?.forum("andes"))
        let warned = loaded.diagnostics.map { $0.range?.start.line ?? 0 }
        // The forum itself may always be reported on. Each pair is named once, at its first row.
        let expected = parties.indices.filter { parties[$0] != "forum" && !addressed.contains(parties[$0]) }
        #expect(warned == expected.map { UInt32($0 * 2 + 2) }.map { .init($0) })
        #expect(loaded.diagnostics.allSatisfy { $0.code == .notAddressed && $0.severity == .warning })
        #expect(forum.reports.count == 2 * parties.count)
        #expect(forum.rejected == 0)
    }

    @Test("address everybody where an addressee can't be read, so that one fault is not told twice")
    func unknownAddressee() throws {
        let loaded = try load(
            Fixture.base(with: [
                Self.path: Self.file("addressees: [membres]"),
                "andes/reports/2020.csv": "commitment,party,status,date\nA-1,CHL,cumplida,2020\n",
            ]))
        #expect(loaded.codes == ["unknown-addressee"])
    }

    @Test("that don't address a party may be reported as not concerning it, without a warning")
    func standsOutside() throws {
        let rows = "A-1,CHL,no participa,2020\nA-1,CHL,cumplida,2019\n"
        let loaded = try load(
            Fixture.base(with: [
                Self.path: Self.file("addressees: members"),
                "andes/reports/2020.csv": "commitment,party,status,date\n\(rows)",
            ]))
        #expect(loaded.codes == [], "the first report on the pair says itself that the party stands outside")
    }
}
