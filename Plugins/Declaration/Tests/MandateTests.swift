import DateLiterals
import Declaration
import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing

private func summit() -> MadeUpForum {
    var forum = MadeUpForum(members: ["XAA", "XAB", "XAC"])
    forum.word("lead", nothing: .reportedWithoutStatus, act: .endorsement)
    forum.word("participant", nothing: .reportedWithoutStatus, act: .endorsement)
    forum.word("in progress", rank: 1)
    forum.word("implemented", rank: 3)
    forum.word("announced", nothing: .reportedWithoutStatus, act: .announced)
    forum.word("reported", nothing: .reportedWithoutStatus, act: .reportReceived)
    return forum
}

@Suite("Declarations: mandates, packages and voluntary reports")
struct MandateTests {
    @Test("soa-mandate-identity: a mandate said again stays a mandate of its own; one replaced keeps its history")
    func reiteratedAndReplaced() {
        var forum = summit()
        forum.commit("2005-26", adopted: "2005-11-05")
        forum.commit("2005-27", adopted: "2005-11-05")
        forum.commit("2009-17", adopted: "2009-04-19") {
            $0.links = [
                CommitmentLink(to: "2005-26", kind: .reiterates, note: nil, origin: $0.origin),
                CommitmentLink(to: "2005-27", kind: .supersedes, note: nil, origin: $0.origin),
            ]
        }
        forum.report("in progress", on: "XAA", "2006-01-01", of: "2005-26")
        forum.report("in progress", on: "XAA", "2006-01-01", of: "2005-27")
        let read = { forum.assess(DeclarationModule.self, $0, asOf: "2010-01-01")["XAA"] }
        #expect(read("2005-26")?.basis.standingRule == "adopted-by-consensus")
        #expect(read("2005-27")?.basis.standingRule == "superseded")
        #expect(read("2005-27")?.progress == .level(.init(rank: 1)))
        #expect(
            read("2009-17")?.progress == .missing(.noReport), "words on the older mandate don't speak for the newer")
    }

    @Test("lad-structure: leads and participants of a package are bound, other endorsers are invited to it")
    func packages() {
        var forum = summit()
        forum.commit(adopted: "2022-10-06") { $0.binding = .consenting }
        forum.report("lead", on: "XAA", "2022-10-06")
        forum.report("participant", on: "XAB", "2023-06-23")
        #expect(
            forum.standings(DeclarationModule.self, asOf: "2023-06-22") == [
                "XAA": .bound, "XAB": .invited, "XAC": .invited,
            ])
        #expect(
            forum.standings(DeclarationModule.self, asOf: "2023-06-23") == [
                "XAA": .bound, "XAB": .bound, "XAC": .invited,
            ])
    }

    @Test("lad-structure: an endorser that came after the declaration is held from its endorsement")
    func laterEndorser() {
        var forum = summit()
        forum.join("GUY", since: "2022-10-06")
        forum.commit(adopted: "2022-06-10")
        #expect(forum.standings(DeclarationModule.self, asOf: "2022-10-05")["GUY"] == nil)
        let read = forum.assess(DeclarationModule.self, asOf: "2022-10-06")
        #expect(read["GUY"]?.standing == .bound)
        #expect(read["GUY"]?.basis.standingRule == "joined-after-adoption")
        #expect(read["XAA"]?.basis.standingRule == "adopted-by-consensus")
    }

    @Test("lad-structure: joined in the very year of adoption, nobody can say that it came after")
    func joinedSomeDayOfTheYear() {
        var forum = summit()
        forum.join("SUR", since: "2022")
        forum.commit(adopted: "2022-06-10")
        #expect(
            forum.assess(DeclarationModule.self, asOf: "2023-01-01")["SUR"]?.basis.standingRule
                == "adopted-by-consensus")
    }

    @Test("crpd-voluntary: a missing national report is no breach and nothing is owed")
    func voluntary() {
        var forum = summit()
        forum.session("2018-08-07", .ordinary)
        forum.commit(adopted: "2013-08-15") {
            $0.legalForce = .voluntary
            $0.deadline = Deadline(.date("2018-08-07"))
        }
        #expect(!forum.assess(DeclarationModule.self, asOf: "2024-01-01").values.contains { $0.isOverdue })
        #expect(forum.obligations(DeclarationModule.self, asOf: "2024-01-01").isEmpty)
    }

    @Test("crpd-voluntary: reports that came or were announced are told, with their session")
    func announced() {
        var forum = summit()
        forum.session("2018-08-07", until: "2018-08-09", .ordinary)
        forum.session("2022-06-28", until: "2022-06-30", .ordinary)
        forum.commit(adopted: "2013-08-15") { $0.legalForce = .voluntary }
        forum.report("reported", on: "XAA", "2018-08-07")
        forum.report("announced", on: "XAB", "2022-01-10")
        #expect(
            forum.obligations(DeclarationModule.self, asOf: "2022-03-01") == [
                "XAA voluntary-review - met 2018-08-07 review-presented",
                "XAB voluntary-review 2022-06-28 not-yet-due - review-announced",
            ])
        #expect(
            forum.obligations(DeclarationModule.self, asOf: "2022-07-01") == [
                "XAA voluntary-review - met 2018-08-07 review-presented"
            ])
        #expect(
            forum.assess(DeclarationModule.self, asOf: "2022-03-01")["XAB"]?.basis.progressRule == "review-announced")
    }

    @Test("crpd-biennial: without an actual date of the next session no date is made up")
    func biennial() {
        var forum = summit()
        forum.session("2024-11-12", .ordinary)
        forum.commit(adopted: "2013-08-15") { $0.legalForce = .voluntary }
        forum.report("announced", on: "XAB", "2025-10-30")
        #expect(
            forum.obligations(DeclarationModule.self, asOf: "2027-01-01") == [
                "XAB voluntary-review - not-yet-due - review-announced"
            ])
    }
}
