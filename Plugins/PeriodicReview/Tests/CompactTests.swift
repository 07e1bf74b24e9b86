import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import PeriodicReview
import Testing

/// A framework like the Global Compact: a vote, 23 objectives in made-up form, a forum every 48 months from 2022.
private func compact(sessions: Bool = true) -> MadeUpForum {
    var forum = MadeUpForum(members: ["BRA", "CHL", "MEX", "PAN", "USA"])
    forum.organ("secretariat", .secretariat)
    forum.organ("eclac")
    forum.word("in favour", nothing: .reportedWithoutStatus, act: .adoption)
    forum.word("abstained", standing: .invited)
    forum.word("did not vote", nothing: .reportedWithoutStatus)
    forum.word("against", nothing: .reportedWithoutStatus, act: .dissociation)
    forum.word("withdrew", nothing: .reportedWithoutStatus, act: .withdrawal)
    forum.word("returned", nothing: .reportedWithoutStatus, act: .return)
    forum.word("announced", nothing: .reportedWithoutStatus, act: .announced)
    forum.word("listed", nothing: .reportedWithoutStatus, act: .listed)
    forum.word("postponed", nothing: .reportedWithoutStatus, act: .postponed)
    forum.word("presented", nothing: .reportedWithoutStatus, act: .presented)
    forum.word("begun", rank: 1)
    forum.word("done", rank: 3)
    if sessions {
        forum.session("2021-04-26", until: "2021-04-28", .regionalReview)
        forum.session("2022-05-17", until: "2022-05-20", .review)
        forum.session("2025-03-18", until: "2025-03-20", .regionalReview)
    }
    for id in ["reviews", "objective-1"] {
        forum.commit(id, adopted: "2018-12-19") {
            $0.legalForce = .voluntary
            if id == "reviews" { $0.addressees = ["members", "secretariat", "eclac"] }
        }
    }
    forum.report("in favour", on: "BRA", "2018-12-19", of: "reviews")
    forum.report("in favour", on: "MEX", "2018-12-19", of: "reviews")
    forum.report("abstained", on: "CHL", "2018-12-19", of: "reviews")
    forum.report("did not vote", on: "PAN", "2018-12-19", of: "reviews")
    forum.report("against", on: "USA", "2018-12-19", of: "reviews")
    forum.report("withdrew", on: "BRA", "2019-01-08", of: "reviews")
    forum.report("returned", on: "BRA", "2023-01", of: "reviews")
    forum.options = ["review-commitment": "reviews", "every-months": "48"]
    return forum
}

@Suite("Periodic reviews: who stands by the text")
struct VoteTests {
    @Test("gcm: in favour is bound, against is dissociated, abstained and not cast are invited; for every objective")
    func votes() {
        let forum = compact()
        for id in ["reviews", "objective-1"] {
            let read = forum.assess(PeriodicReviewModule.self, id, asOf: "2018-12-31")
            #expect(read["MEX"]?.standing == .bound)
            #expect(read["MEX"]?.basis.standingRule == "took-part-in-adoption")
            #expect(read["CHL"]?.standing == .invited)
            #expect(read["PAN"]?.standing == .invited)
            #expect(read["PAN"]?.basis.standingRule == "no-vote-in-favour")
            #expect(read["USA"]?.standing == .dissociated)
        }
    }

    @Test(
        "gcm: Brazil is dissociated from its withdrawal of 8 January 2019 to its return in January 2023",
        arguments: [
            ("2019-01-07", Standing.bound), ("2019-01-08", .dissociated), ("2023-01-30", .dissociated),
            ("2023-01-31", .bound),
        ])
    func brazil(_ day: String, _ standing: Standing) {
        #expect(
            compact().standings(PeriodicReviewModule.self, "objective-1", asOf: day)["BRA"]
                == standing)
    }

    @Test("gcm: a withdrawal is told as such where the membership only says that the State takes no part")
    func outside() {
        var forum = compact()
        forum.join("XAB", absent: DatedInterval(since: "2019-01-08", until: "2023-01"))
        forum.join("XAC", absent: DatedInterval(since: "2017-12", until: "2030"))
        forum.join("XAD", absent: DatedInterval(since: "2020", until: "2030"))
        forum.report("in favour", on: "XAB", "2018-12-19", of: "reviews")
        forum.report("withdrew", on: "XAB", "2019-01-08", of: "reviews")
        forum.report("returned", on: "XAB", "2023-01", of: "reviews")
        forum.report("against", on: "XAC", "2018-12-19", of: "reviews")
        forum.report("in favour", on: "XAD", "2018-12-19", of: "reviews")
        let read = { forum.standings(PeriodicReviewModule.self, "objective-1", asOf: $0) }
        #expect(read("2022-01-01")["XAB"] == .dissociated)
        #expect(read("2023-01-31")["XAB"] == .bound)
        #expect(read("2022-01-01")["XAC"] == .dissociated)
        #expect(read("2022-01-01")["XAD"] == .exempt, "an older vote doesn't undo its absence")
    }

    @Test("a part holds for whom the whole holds, by its link")
    func partOf() {
        var forum = compact()
        forum.commit("part", adopted: "2018-12-19") {
            $0.links = [CommitmentLink(to: "reviews", kind: .partOf, note: nil, origin: $0.origin)]
        }
        let read = forum.standings(PeriodicReviewModule.self, "part", asOf: "2020-01-01")
        #expect(read["USA"] == .dissociated)
        #expect(read["PAN"] == .invited)
        #expect(forum.obligations(PeriodicReviewModule.self, "part", asOf: "2025-01-01").isEmpty)
    }

    @Test("sdg: without a vote the text holds for all members")
    func noVote() {
        var forum = MadeUpForum(members: ["XAA"])
        forum.commit(adopted: "2015-09-25")
        #expect(forum.standings(PeriodicReviewModule.self, asOf: "2020-01-01") == ["XAA": .bound])
    }
}

@Suite("Periodic reviews: the calendar of the forum")
struct ReviewCalendarTests {
    private func owed(_ party: String, _ day: String, _ forum: MadeUpForum = compact()) -> [String] {
        forum.obligations(PeriodicReviewModule.self, "reviews", asOf: day)
            .filter { $0.hasPrefix(party) }
    }

    @Test(
        "gcm-imrf: every four years from 2022; a year without a date is the whole year",
        arguments: [
            ("2021-01-01", "2022-05-17"), ("2022-05-20", "2022-05-17"), ("2022-05-21", "2026-01-01/2026-12-31"),
            ("2026-12-31", "2026-01-01/2026-12-31"), ("2027-01-01", "2030-01-01/2030-12-31"),
            ("2031-06-01", "2034-01-01/2034-12-31"),
        ])
    func forumYears(_ day: String, _ due: String) {
        let written = due.hasSuffix("-12-31") ? String(due.prefix(4)) : due
        #expect(owed("MEX", day) == ["MEX voluntary-review \(written) not-yet-due - review-forum"])
    }

    @Test("gcm-imrf: a date that is fixed takes the place of the nominal year, even in another year")
    func fixedDate() {
        var forum = compact()
        forum.session("2027-02-02", .review)
        #expect(owed("MEX", "2026-06-01", forum) == ["MEX voluntary-review 2027-02-02 not-yet-due - review-forum"])
        #expect(owed("MEX", "2027-02-03", forum) == ["MEX voluntary-review 2030 not-yet-due - review-forum"])
    }

    @Test(
        "gcm-regional: nominally 2020, 2024, 2028, alternating with the forum; actual meetings come first",
        arguments: [
            ("2019-01-01", "2021-04-26"), ("2021-04-28", "2021-04-26"), ("2021-04-29", "2025-03-18"),
            ("2024-06-01", "2025-03-18"), ("2025-03-21", "2028"), ("2028-12-31", "2028"), ("2029-01-01", "2032"),
        ])
    func regional(_ day: String, _ due: String) {
        #expect(owed("eclac", day) == ["eclac voluntary-review \(due) not-yet-due - regional-review"])
    }

    @Test(
        "gcm-regional: 2020, 2024 and 2028 where no meeting is known",
        arguments: [
            ("2019-01-01", "2020"), ("2021-01-01", "2024"), ("2024-12-31", "2024"), ("2025-01-01", "2028"),
        ])
    func nominalRegional(_ day: String, _ due: String) {
        var forum = compact(sessions: false)
        forum.session("2022-05-17", .review)
        #expect(owed("eclac", day, forum) == ["eclac voluntary-review \(due) not-yet-due - regional-review"])
    }

    @Test(
        "gcm-sg-report: 84 days before the forum begins, across a leap day, as an interval for a year",
        arguments: [
            ("2022-05-17", "2022-01-01", "2022-02-22 not-yet-due"),
            ("2022-05-17", "2022-02-22", "2022-02-22 not-yet-due"),
            ("2022-05-17", "2022-03-01", "2022-02-22 deadline-passed"),
            ("2028-05-23", "2028-01-01", "2028-02-29 not-yet-due"),
            ("2026-05", "2026-01-01", "2026-02-06/2026-03-08 not-yet-due"),
            ("2026", "2025-01-01", "2025-10-09/2026-10-08 not-yet-due"),
        ])
    func secretaryGeneral(_ start: String, _ day: String, _ expected: String) {
        var forum = compact(sessions: false)
        forum.session(start, .review)
        #expect(
            owed("secretariat", day, forum) == ["secretariat periodic-report \(expected) - report-before-forum"])
    }

    @Test("gcm-sg-report: a report after the last forum is the one before the next")
    func reportCame() {
        var forum = compact()
        forum.session("2026-05-05", until: "2026-05-08", .review)
        forum.report("presented", on: "secretariat", "2021-12-27", of: "reviews")
        #expect(
            owed("secretariat", "2026-01-01", forum) == [
                "secretariat periodic-report 2026-02-10 not-yet-due - report-before-forum"
            ])
        forum.report("presented", on: "secretariat", "2026-01-20", of: "reviews")
        #expect(
            owed("secretariat", "2026-03-01", forum) == [
                "secretariat periodic-report 2026-02-10 met 2026-01-20 report-before-forum"
            ])
    }

    @Test("who has presented since the last forum has nothing more coming; who is dissociated nothing at all")
    func presented() {
        var forum = compact()
        forum.report("presented", on: "MEX", "2025-12-01", of: "reviews")
        #expect(owed("MEX", "2026-01-01", forum) == ["MEX voluntary-review - met 2025-12-01 review-presented"])
        #expect(owed("USA", "2026-01-01", forum).isEmpty)
        #expect(owed("CHL", "2026-01-01", forum) == ["CHL voluntary-review 2026 not-yet-due - review-forum"])
    }

    @Test("reviews are owed on the review commitment only")
    func oneCommitment() {
        #expect(
            compact().obligations(PeriodicReviewModule.self, "objective-1", asOf: "2025-01-01")
                .isEmpty)
    }
}
