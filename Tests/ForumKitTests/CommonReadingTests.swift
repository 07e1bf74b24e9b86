import DateLiterals
import Diagnostics
import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing

/// A made-up module that knows nothing of dormancy, succession and cancellation: everybody is bound, late and owes.
private struct StrictModule: ForumModule {
    static let metadata = ModuleMetadata(
        name: "strict", summary: text("Everybody is late."), rules: [ModuleRule("always", text("Always."))])

    init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {}

    func assess(_ evidence: CommitmentEvidence) -> [Assessment] {
        evidence.addressed.map {
            Assessment(
                party: $0, standing: $0 == PartyIndex(1) ? .exempt : .bound, progress: .level(.init(rank: 1)),
                isOverdue: true, basis: Basis(standingRule: "always", progressRule: "always"))
        }
    }

    func obligations(_ evidence: CommitmentEvidence, _ assessments: [Assessment]) -> [Obligation] {
        assessments.map {
            Obligation(party: $0.party, kind: .commitment, due: nil, state: .overdue, rule: "always")
        }
    }
}

@Suite("What holds for every mechanism")
struct CommonReadingTests {
    /// Two members, the second of which is exempt, and a text of 2010.
    private func forum(_ change: (inout MadeUpForum) -> Void = { _ in }) -> MadeUpForum {
        var forum = MadeUpForum(members: ["XAA", "XAB"])
        forum.organ("forum", .forum)
        forum.organ("council")
        forum.word("adopted", act: .adoption)
        forum.word("cancelled", act: .cancellation)
        forum.commit("A", adopted: "2010")
        change(&forum)
        return forum
    }

    /// What is said of the members on a day, in words.
    private func said(_ forum: MadeUpForum, asOf day: String) -> [String] {
        let read = forum.assess(StrictModule.self, asOf: day).sorted { $0.key < $1.key }
        let owed = forum.owed(StrictModule.self, asOf: day).count
        return read.map {
            "\($0) \($1.standing.rawValue) \($1.basis.standingRule)\($1.isOverdue ? " late" : "") \(owed)"
        }
    }

    private static let usual = ["XAA bound always late 2", "XAB exempt always late 2"]

    @Test("nothing, where nothing has happened")
    func usual() {
        #expect(said(forum(), asOf: "2024-01-01") == Self.usual)
    }

    @Test("a forum that no longer works makes nobody late and lets nobody owe")
    func dormant() {
        let forum = forum { $0.sleep(since: "2019-03") }
        #expect(said(forum, asOf: "2019-03-30") == Self.usual)
        #expect(said(forum, asOf: "2019-03-31") == ["XAA bound always 0", "XAB exempt always 0"])
        #expect(forum.assess(StrictModule.self, asOf: "2020-01-01")["XAA"]?.progress.rank == 1)
    }

    @Test("a text that a newer one replaces is told by that, where it still counted")
    func replaced() {
        let forum = forum {
            $0.commit("B", adopted: "2020-05-01") { newer in
                newer.links = [CommitmentLink(to: "A", kind: .supersedes, note: nil, origin: nowhere)]
            }
        }
        #expect(said(forum, asOf: "2020-04-30") == Self.usual)
        #expect(said(forum, asOf: "2020-05-01") == ["XAA bound superseded 0", "XAB exempt always 0"])
        #expect(forum.standings(StrictModule.self, "B", asOf: "2021-01-01")["XAA"] == .bound)
    }

    @Test("a meeting that was cancelled carries no commitments, unless the text was adopted after all")
    func cancelled() {
        var forum = forum { $0.report("cancelled", on: "forum", "2012-06") }
        #expect(said(forum, asOf: "2012-06-29") == Self.usual)
        let cancelled = ["XAA not-addressed meeting-cancelled 0", "XAB not-addressed meeting-cancelled 0"]
        #expect(said(forum, asOf: "2012-06-30") == cancelled)
        #expect(forum.assess(StrictModule.self, asOf: "2013-01-01")["XAA"]?.basis.reports == [ReportIndex(0)])
        #expect(forum.assess(StrictModule.self, asOf: "2013-01-01")["XAA"]?.progress == .missing(.notAddressed))
        forum.report("adopted", on: "forum", "2014-01-01")
        #expect(said(forum, asOf: "2013-12-31") == cancelled)
        #expect(said(forum, asOf: "2014-01-01") == Self.usual)
    }

    @Test("what an organ reports of a part, a party of itself, or an organ that is asked of its work, cancels nothing")
    func notCancelled() {
        #expect(said(forum { $0.report("cancelled", on: "forum", "2012", partial: true) }, asOf: "2013") == Self.usual)
        #expect(said(forum { $0.report("cancelled", on: "XAA", "2012") }, asOf: "2013") == Self.usual)
        let asked = forum {
            $0.commitment.addressees = ["members", "council"]
            $0.report("cancelled", on: "council", "2012")
        }
        #expect(said(asked, asOf: "2013").prefix(2) == ["XAA bound always late 3", "XAB exempt always late 3"])
    }
}

@Suite("What a module is given")
struct EvidenceScopeTests {
    /// "A" is part of "B"; "C" has nothing to do with either.
    private var forum: MadeUpForum {
        var forum = MadeUpForum(members: ["XAA"])
        forum.word("done", rank: 3)
        forum.commit("A") {
            $0.links = [CommitmentLink(to: "B", kind: .partOf, note: nil, origin: nowhere)]
        }
        for id in ["B", "C"] { forum.commit(id) }
        for (place, id) in ["A", "B", "C"].enumerated() {
            forum.report(
                "done", on: "XAA", "2020", of: id,
                details: ReportDetails(
                    id: "R\(place)", wording: "done it", scope: "half", evidence: "law-1", sources: ["a", "b"],
                    note: "said so", fields: ["domestic-act": "Law 1"]))
        }
        return forum
    }

    @Test(
        "is what it declares to read, and nothing else",
        arguments: [
            (EvidenceScope.own, "A", ["A"]), (.linked, "A", ["A", "B"]), (.linked, "B", ["A", "B"]),
            (.linked, "C", ["C"]), (.forum, "C", ["A", "B", "C"]),
        ])
    func scope(_ scope: EvidenceScope, _ commitment: String, _ given: [String]) {
        let evidence = forum.evidence(commitment, asOf: "2024", reads: scope)
        let reached = ["A", "B", "C", "D"].filter { evidence.reports(on: PartyIndex(0), of: $0) != nil }
        #expect(reached == given)
        #expect(evidence.reports(on: PartyIndex(0)).count == 1)
    }

    @Test("tells the texts of a report when it is asked for them")
    func details() throws {
        let details = try #require(forum.evidence("B", asOf: "2024").reports(on: PartyIndex(0)).first).details
        #expect(details.id == "R1")
        #expect(details.wording == "done it" && details.scope == "half" && details.evidence == "law-1")
        #expect(details.sources == ["a", "b"] && details.note == "said so")
        #expect(details.fields == ["domestic-act": "Law 1"])
    }
}

@Suite("What a standing rests on")
struct StandingGroundTests {
    @Test(
        "is told besides the rule",
        arguments: [
            ("", StandingReading.Ground.addressed), ("absent", .absence), ("dissociated", .dissociation),
            ("suspended", .law), ("word", .word), ("came back", .act(.return)),
        ])
    func ground(_ what: String, _ ground: StandingReading.Ground) {
        var forum = MadeUpForum()
        forum.join(
            "XAA", since: "2000", absent: what == "absent" ? DatedInterval(since: "2010") : nil,
            suspended: what == "suspended" ? DatedInterval(since: "2010") : nil)
        forum.word("word", standing: .bound)
        forum.word("came back", standing: .bound, act: .return)
        forum.commit()
        if what == "dissociated" { forum.except(.dissociation, "XAA") }
        if what == "word" || what == "came back" { forum.report(what, on: "XAA", "2015") }
        let evidence = forum.evidence(asOf: "2020")
        #expect(evidence.words.position(of: PartyIndex(0), in: evidence).ground == ground)
    }
}
