import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing
import WorkPlan

private func process() -> MadeUpForum {
    var forum = MadeUpForum(members: ["XAA", "XAB"])
    forum.organ("secretariat", .secretariat)
    forum.word("ongoing", rank: 1)
    forum.word("pending", rank: 0)
    forum.word("done", rank: 3)
    forum.word("cancelled", rank: 0, act: .cancellation)
    return forum
}

private func date(_ text: String) -> PartialDate { text.partialDate }

@Suite("Work plans: time and succession")
struct PlanTests {
    @Test(
        "a plan whose horizon has passed without a word that it was done has lapsed, and is never overdue",
        arguments: [("2014-12-31", false), ("2015-01-01", true)])
    func lapses(_ day: String, _ hasLapsed: Bool) {
        var forum = process()
        forum.commit(adopted: "2010-10-26") {
            $0.legalForce = .voluntary
            $0.deadline = Deadline(.horizon(date("2014")))
        }
        forum.report("ongoing", on: "XAA", "2013-05-08")
        let read = forum.assess(WorkPlanModule.self, asOf: day)
        #expect(read["XAA"]?.progress == .level(.init(rank: 1)), "the last word stays")
        #expect(read["XAA"]?.basis.progressRule == (hasLapsed ? "plan-lapsed" : "newest-report"))
        #expect(read["XAA"]?.basis.report != nil)
        #expect(read["XAB"]?.progress == .missing(hasLapsed ? .noReport : .notYetDue))
        #expect(read["XAB"]?.isOverdue == false)
    }

    @Test(
        "the end of the round is the end of a plan without a date of its own",
        arguments: [
            ("2014", "2014-12-31", false), ("2014", "2015-01-01", true), ("2014-06-30", "2014-06-29", false),
            ("2014-06-30", "2014-06-30", true), ("2016-02", "2016-02-29", false), ("2016-02", "2016-03-01", true),
        ])
    func roundEnds(_ until: String, _ day: String, _ hasLapsed: Bool) {
        var forum = process()
        forum.round("plan", since: "2011", until: until)
        forum.commit(adopted: "2010") {
            $0.legalForce = .voluntary
            $0.round = "plan"
        }
        let rule = forum.assess(WorkPlanModule.self, asOf: day)["XAA"]?.basis.progressRule
        #expect(rule == (hasLapsed ? "plan-lapsed" : "no-report"))
    }

    @Test("what was done doesn't lapse, and what was cancelled is told as cancelled")
    func doneAndCancelled() {
        var forum = process()
        forum.commit(adopted: "2010") {
            $0.legalForce = .voluntary
            $0.deadline = Deadline(.horizon(date("2014")))
        }
        forum.report("done", on: "XAA", "2014")
        forum.report("cancelled", on: "XAB", "2013")
        let read = forum.assess(WorkPlanModule.self, asOf: "2020-01-01")
        #expect(read["XAA"]?.basis.progressRule == "newest-report")
        #expect(read["XAB"]?.basis.progressRule == "activity-cancelled")
    }

    @Test("what binds and has a date is overdue, not lapsed")
    func binding() {
        var forum = process()
        forum.commit(adopted: "2010") {
            $0.legalForce = .binding
            $0.deadline = Deadline(.date(date("2014-12-20")))
        }
        let read = forum.assess(WorkPlanModule.self, asOf: "2014-12-21")["XAA"]
        #expect(read?.isOverdue == false, "nobody says that it was missed")
        #expect(read?.basis.progressRule == "no-report")
    }

    @Test(
        "SACM-R4: a newer plan replaces an older one without closing its history",
        arguments: [
            ("2025-11-18", "addressed"), ("2025-11-19", "superseded"),
        ])
    func supersedes(_ day: String, _ rule: String) {
        var forum = process()
        forum.commit("A", adopted: "2010-10-26") { $0.deadline = Deadline(.date(date("2014-12-31"))) }
        forum.commit("2035", adopted: "2025-11-19") {
            $0.links = [CommitmentLink(to: "A", kind: .supersedes, note: nil, origin: $0.origin)]
        }
        forum.report("ongoing", on: "XAA", "2015-05-08", of: "A")
        let older = forum.assess(WorkPlanModule.self, "A", asOf: day)["XAA"]
        #expect(older?.basis.standingRule.rawValue == rule)
        #expect(older?.standing == .bound, "it stays readable and countable")
        #expect(older?.progress == .level(.init(rank: 1)))
        #expect(older?.isOverdue == (rule != "superseded"))
        let owed = forum.owed(WorkPlanModule.self, "A", asOf: day).map(\.state)
        #expect(owed == (rule == "superseded" ? [.waived, .waived] : [.missed, .passed]))
        #expect(forum.assess(WorkPlanModule.self, "2035", asOf: "2026-01-01")["XAA"]?.basis.standingRule == "addressed")
    }

    @Test("SACM-R4: a plan adopted some day of 2025 replaces the older one for certain at the end of 2025")
    func supersedesSomeDay() {
        var forum = process()
        forum.commit("A", adopted: "2010")
        forum.commit("B", adopted: "2025") {
            $0.links = [CommitmentLink(to: "made-up/A", kind: .supersedes, note: nil, origin: $0.origin)]
        }
        let rule = { forum.assess(WorkPlanModule.self, "A", asOf: $0)["XAA"]?.basis.standingRule }
        #expect(rule("2025-12-30") == "addressed")
        #expect(rule("2025-12-31") == "superseded")
    }
}

@Suite("Work plans: recurring duties")
struct RecurringDutyTests {
    private func fund(_ notes: [String], force: LegalForce = .voluntary) -> MadeUpForum {
        var forum = process()
        forum.commit(adopted: "2014-06-25") {
            $0.legalForce = force
            $0.addressees = ["secretariat", "XAA"]
            $0.deadline = Deadline(.recurring(Recurrence(anchor: date("2014-12-31"), months: 6)))
        }
        for note in notes { forum.report("done", on: "secretariat", note) }
        return forum
    }

    @Test("RCM-R5: two notes are expected each calendar year, of the organ and of no country")
    func twoNotes() {
        #expect(
            fund([]).obligations(WorkPlanModule.self, asOf: "2016-03-01") == [
                "secretariat periodic-report 2016-06-30 not-yet-due - notes-per-year",
                "secretariat periodic-report 2016-12-31 not-yet-due - notes-per-year",
            ])
    }

    @Test("RCM-R5: two notes in the first half year meet both; a note of last year meets none")
    func anyTwo() {
        #expect(
            fund(["2015-12-30", "2016-01-15", "2016-06-02"]).obligations(WorkPlanModule.self, asOf: "2016-07-01") == [
                "secretariat periodic-report 2016-06-30 met 2016-01-15 notes-per-year",
                "secretariat periodic-report 2016-12-31 met 2016-06-02 notes-per-year",
            ])
    }

    @Test("RCM-R5: a missing note of a voluntary process is due and never overdue")
    func missing() {
        #expect(
            fund(["2016-01-15"]).obligations(WorkPlanModule.self, asOf: "2016-12-31") == [
                "secretariat periodic-report 2016-06-30 met 2016-01-15 notes-per-year",
                "secretariat periodic-report 2016-12-31 not-yet-due - notes-per-year",
            ])
        #expect(
            fund([]).obligations(WorkPlanModule.self, asOf: "2016-07-01") == [
                "secretariat periodic-report 2016-06-30 deadline-passed - notes-per-year",
                "secretariat periodic-report 2016-12-31 not-yet-due - notes-per-year",
            ])
    }

    @Test("RCM-R5: an activity that is only pending is no note")
    func pending() {
        var forum = fund([])
        forum.report("pending", on: "secretariat", "2016-05-01")
        #expect(forum.obligations(WorkPlanModule.self, asOf: "2016-07-01")[0].contains(" deadline-passed "))
    }

    @Test("a duty of every three years looks back to the date before")
    func everyThreeYears() {
        var forum = process()
        forum.commit(adopted: "2010") {
            $0.legalForce = .voluntary
            $0.addressees = ["secretariat"]
            $0.deadline = Deadline(.recurring(Recurrence(anchor: date("2012-02-29"), months: 36)))
        }
        forum.report("done", on: "secretariat", "2014-01-10")
        #expect(
            forum.obligations(WorkPlanModule.self, asOf: "2014-06-01") == [
                "secretariat periodic-report 2015-02-28 met 2014-01-10 notes-per-year"
            ])
    }
}
