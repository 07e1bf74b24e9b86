import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import PeriodicReview
import Testing

/// A review forum like that of the 2030 Agenda; countries and reports made up.
private func agenda() -> MadeUpForum {
    var forum = MadeUpForum(members: ["XAA", "XAB"])
    forum.word("announced", nothing: .reportedWithoutStatus, act: .announced)
    forum.word("listed", nothing: .reportedWithoutStatus, act: .listed)
    forum.word("postponed", nothing: .reportedWithoutStatus, act: .postponed)
    forum.word("presented", nothing: .reportedWithoutStatus, act: .presented)
    forum.word("dropped out", nothing: .reportedWithoutStatus, act: .cancellation)
    forum.word("on track", rank: 2)
    forum.commit(adopted: "2015-09-25") { $0.deadline = Deadline(.date("2030-12-31")) }
    return forum
}

@Suite("Periodic reviews: announced, listed, postponed, presented")
struct VoluntaryReviewTests {
    private func owed(_ forum: MadeUpForum, _ day: String, every months: String = "0") -> [String] {
        var forum = forum
        forum.options = ["every-months": months]
        return forum.obligations(PeriodicReviewModule.self, asOf: day)
    }

    @Test("hlpf-list: announced, listed, postponed and presented are four states; listed is not presented")
    func states() {
        var forum = agenda()
        forum.report("announced", on: "XAA", "2019-09-01")
        forum.report("listed", on: "XAA", "2019-12-01")
        forum.report("postponed", on: "XAA", "2020-06-01")
        forum.report("presented", on: "XAA", "2021-07-13")
        #expect(owed(forum, "2019-10-01") == ["XAA voluntary-review - not-yet-due - review-announced"])
        #expect(owed(forum, "2020-01-01") == ["XAA voluntary-review - not-yet-due - review-listed"])
        #expect(owed(forum, "2020-07-01") == ["XAA voluntary-review - not-yet-due - review-postponed"])
        #expect(owed(forum, "2021-08-01") == ["XAA voluntary-review - met 2021-07-13 review-presented"])
        let rule = { forum.assess(PeriodicReviewModule.self, asOf: $0)["XAA"]?.basis.progressRule }
        #expect(rule("2020-01-01") == "review-listed")
        #expect(rule("2021-08-01") == "review-presented")
    }

    @Test(
        "hlpf-list: listed for a meeting that passed without a presentation is no longer expected",
        arguments: [
            ("2020-07-16", 1), ("2020-07-17", 0),
        ])
    func meetingPassed(_ day: String, _ count: Int) {
        var forum = agenda()
        forum.session("2020-07-07", until: "2020-07-16", .review)
        forum.report("listed", on: "XAA", "2019-12-01")
        #expect(owed(forum, day).count == count)
        #expect(forum.assess(PeriodicReviewModule.self, asOf: day)["XAA"]?.progress == .missing(.reportedWithoutStatus))
    }

    @Test(
        "hlpf-list: listed and presented in one year, known by the year only, is presented in either order",
        arguments: [
            ["presented", "listed"], ["listed", "presented"],
        ])
    func sameYear(_ words: [String]) {
        var forum = agenda()
        for word in words { forum.report(word, on: "XAA", "2021") }
        #expect(owed(forum, "2022-01-01") == ["XAA voluntary-review - met 2021 review-presented"])
        forum.report("listed", on: "XAA", "2024")
        #expect(
            owed(forum, "2025-01-01") == [
                "XAA voluntary-review - met 2021 review-presented",
                "XAA voluntary-review - not-yet-due - review-listed",
            ])
    }

    @Test(
        "hlpf-list: where no meeting is known, a word is good for a year",
        arguments: [
            ("2021-12-31", 1), ("2022-01-01", 0),
        ])
    func staleWord(_ day: String, _ count: Int) {
        var forum = agenda()
        forum.report("listed", on: "XAA", "2020")
        #expect(owed(forum, day).count == count)
    }

    @Test("hlpf-list: who drops out is no longer expected")
    func dropsOut() {
        var forum = agenda()
        forum.report("listed", on: "XAA", "2023-12-01")
        forum.report("dropped out", on: "XAA", "2024-05-01")
        #expect(owed(forum, "2024-06-01").isEmpty)
    }

    @Test(
        "hlpf-vnr: years since the last review are told, and nothing is ever overdue",
        arguments: [("2017-07-14", "2022-07-13"), ("2020-02-29", "2021-02-28"), ("2017", "2022-12-31")])
    func presentedOnce(_ presented: String, _ day: String) {
        var forum = agenda()
        forum.report("presented", on: "XAA", presented)
        let evidence = forum.evidence(asOf: day)
        let module = forum.module(PeriodicReviewModule.self)
        let assessments = module.assess(evidence)
        let owed = module.obligations(evidence, assessments)
        #expect(owed.map(\.submitted) == [PartialDate(presented)])
        #expect(!owed.contains { $0.state == .missed })
        #expect(!assessments.contains { $0.isOverdue })
    }

    @Test("hlpf-vnr: a nominal period is information only and never passes into overdue")
    func nominalPeriod() {
        var forum = agenda()
        forum.report("presented", on: "XAA", "2016-07-19")
        #expect(
            owed(forum, "2025-01-01", every: "48") == [
                "XAA voluntary-review - met 2016-07-19 review-presented",
                "XAA voluntary-review 2020-07-19 not-yet-due - nominal-next-review",
            ])
        #expect(owed(forum, "2025-01-01") == ["XAA voluntary-review - met 2016-07-19 review-presented"])
    }

    @Test(
        "sdg-deadline: not yet due to the end of 2030, without a report after it, never overdue",
        arguments: [
            ("2030-12-31", MissingReason.notYetDue), ("2031-01-01", .noReport),
        ])
    func deadline(_ day: String, _ nothing: MissingReason) {
        let read = agenda().assess(PeriodicReviewModule.self, asOf: day)["XAA"]
        #expect(read?.progress == .missing(nothing))
        #expect(read?.isOverdue == false)
    }

    @Test(
        "sdg-deadline: a target with its own earlier date keeps it",
        arguments: [
            ("2020-12-31", MissingReason.notYetDue), ("2021-01-01", .noReport),
        ])
    func ownDeadline(_ day: String, _ nothing: MissingReason) {
        var forum = agenda()
        forum.commit("17.18", adopted: "2015-09-25") { $0.deadline = Deadline(.date("2020-12-31")) }
        #expect(
            forum.assess(PeriodicReviewModule.self, "17.18", asOf: day)["XAA"]?.progress == .missing(nothing))
    }

    @Test("progress comes from words alone: a review that was presented is no progress")
    func noProgress() {
        var forum = agenda()
        forum.report("presented", on: "XAA", "2021-07-13")
        forum.report("on track", on: "XAB", "2021-07-13")
        let read = forum.assess(PeriodicReviewModule.self, asOf: "2022-01-01")
        #expect(read["XAA"]?.progress == .missing(.reportedWithoutStatus))
        #expect(read["XAB"]?.progress == .level(.init(rank: 2)))
    }
}
