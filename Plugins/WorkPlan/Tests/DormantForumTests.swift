import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing
import WorkPlan

/// A made-up union like UNASUR: nine deposits and 30 days, six months to leave; the dates of BRA, ARG, COL and CHL are
/// real.
private func union() -> MadeUpForum {
    var forum = MadeUpForum(members: ["ARG", "BRA", "CHL", "COL"])
    forum.word("ratified", rank: 3, act: .consent)
    forum.word("denounced", nothing: .reportedWithoutStatus, act: .denunciation)
    forum.word("incorporated", rank: 3, act: .incorporation)
    forum.word("under way", rank: 1)
    return forum
}

private func treaty(_ commitment: inout Commitment) {
    commitment.legalForce = .binding
    var entry = EntryIntoForce(clause: .deposits)
    entry.deposits = 9
    entry.rule = .days(30)
    entry.later = .days(30)
    entry.withdrawal = .months(6)
    commitment.entryIntoForce = entry
    commitment.inForce = "2011-03-11"
}

@Suite("Work plans: a dormant union")
struct DormantForumTests {
    @Test(
        "unasur-denunciation: the effect comes six months after the notice",
        arguments: [
            ("ARG", "2019-04-12", "2019-10-11", "2019-10-12"), ("BRA", "2019-04-15", "2019-10-14", "2019-10-15"),
            ("COL", "2018-08-31", "2019-02-27", "2019-02-28"),
            // Known to the month: gone for certain only when every reading says so.
            ("CHL", "2019-06", "2019-12-29", "2019-12-30"),
        ])
    func denunciation(_ code: String, _ notice: String, _ lastDay: String, _ effect: String) {
        var forum = union()
        forum.commit(adopted: "2008-05-23", treaty)
        forum.report("ratified", on: code, "2010-08-02")
        forum.report("denounced", on: code, notice)
        let before = forum.assess(WorkPlanModule.self, asOf: lastDay)[code]
        #expect(before?.standing == .bound)
        let after = forum.assess(WorkPlanModule.self, asOf: effect)[code]
        #expect(after?.standing == .notAddressed)
        #expect(after?.basis.standingRule == "denunciation-effective")
    }

    @Test("unasur-denunciation: a membership that has ended asks the country nothing")
    func membershipEnded() {
        var forum = union()
        forum.join("ECU", since: "2009-07-15", until: "2019-10-12")
        forum.commit(adopted: "2008-05-23")
        #expect(forum.standings(WorkPlanModule.self, asOf: "2019-10-11")["ECU"] == .bound)
        #expect(forum.standings(WorkPlanModule.self, asOf: "2019-10-12")["ECU"] == nil)
    }

    @Test(
        "unasur-entry: 30 days after the ninth deposit, then 30 days after each one's own",
        arguments: [
            ("2011-01-30", nil), ("2011-01-31", "2011-03-02"), ("2012-01-30", "2012-02-29"),
        ] as [(String, String?)])
    func entry(_ ninth: String, _ expected: String?) {
        let codes = ["XAA", "XAB", "XAC", "XAD", "XAE", "XAF", "XAG", "XAH", "XAI", "XAJ"]
        var forum = MadeUpForum(members: codes)
        forum.word("ratified", rank: 3, act: .consent)
        forum.commit(adopted: "2008-05-23") {
            treaty(&$0)
            $0.inForce = nil
        }
        for code in codes.prefix(expected == nil ? 7 : 8) { forum.report("ratified", on: code, "2010") }
        forum.report("ratified", on: "XAI", ninth)
        let evidence = forum.evidence(asOf: "2015-01-01")
        #expect(forum.module(WorkPlanModule.self).inForce(evidence)?.description == expected)
    }

    @Test("unasur-entry: Brazil's new deposit of 6 April 2023 takes effect on 6 May 2023")
    func returnOfBrazil() {
        var forum = union()
        forum.commit(adopted: "2008-05-23", treaty)
        forum.report("ratified", on: "BRA", "2011-07-14")
        forum.report("denounced", on: "BRA", "2019-04-15")
        forum.report("ratified", on: "BRA", "2023-04-06")
        let read = { forum.assess(WorkPlanModule.self, asOf: $0)["BRA"] }
        #expect(read("2023-04-05")?.standing == .notAddressed)
        #expect(read("2023-05-05")?.standing == .pending)
        #expect(read("2023-05-05")?.basis.standingRule == "effect-ahead")
        #expect(read("2023-05-06")?.standing == .bound)
        #expect(read("2023-05-06")?.basis.standingRule == "in-force-for-the-state")
    }

    @Test("unasur-entry: a member whose deposit nobody reports stands by its membership")
    func byMembership() {
        var forum = union()
        forum.commit(adopted: "2008-05-23", treaty)
        #expect(forum.standings(WorkPlanModule.self, asOf: "2015-01-01")["ARG"] == .bound)
    }

    @Test("unasur-consensus-incorporation: a norm binds each State once it is in its own legal order")
    func incorporation() {
        var forum = union()
        forum.commit(adopted: "2012-11-30") {
            $0.legalForce = .binding
            $0.entryIntoForce = EntryIntoForce(clause: .perState)
        }
        forum.report("incorporated", on: "ARG", "2014-03")
        let read = { forum.assess(WorkPlanModule.self, asOf: $0)["ARG"] }
        #expect(read("2014-03-30")?.standing == .pending)
        #expect(read("2014-03-30")?.basis.standingRule == "not-incorporated")
        #expect(read("2014-03-31")?.standing == .bound)
        #expect(forum.standings(WorkPlanModule.self, asOf: "2020-01-01")["COL"] == .pending)
    }

    @Test("unasur: open commitments of a dormant forum are dormant, not failed")
    func dormant() {
        var forum = union()
        forum.sleep(since: "2019")
        forum.commit(adopted: "2012-11-30") {
            $0.legalForce = .binding
            $0.deadline = Deadline(.date("2014-12-31"))
        }
        forum.report("under way", on: "COL", "2016")
        let before = forum.assess(WorkPlanModule.self, asOf: "2018-12-31")
        #expect(before["COL"]?.isOverdue == true)
        #expect(before["ARG"]?.isOverdue == false, "nobody says that it was missed")
        #expect(!forum.obligations(WorkPlanModule.self, asOf: "2018-12-31").isEmpty)
        let after = forum.assess(WorkPlanModule.self, asOf: "2019-12-31")
        #expect(after["ARG"]?.progress == .missing(.dormant))
        #expect(after["COL"]?.progress == .level(.init(rank: 1)))
        #expect(!after.values.contains { $0.isOverdue })
        #expect(forum.obligations(WorkPlanModule.self, asOf: "2019-12-31").isEmpty)
    }
}
