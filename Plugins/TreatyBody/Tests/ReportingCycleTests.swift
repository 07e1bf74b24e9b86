import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import Foundation
import Testing
import TreatyBody

/// The reporting cycles of a made-up party; reports are due a year after entry, then every five years.
@Suite struct ReportingCycleTests {
    @Test(
        "icrmw_73_1_a, cmw-initial: the initial report is due a year after entry",
        arguments: [
            ("2003-07-01", "2004-07-01"), ("2006-02-01", "2007-02-01"), ("2009-01-01", "2010-01-01"),
            ("2004-02-29", "2005-02-28"),
        ])
    func initialReport(entry: String, due: String) throws {
        let since = try #require(PartialDate(entry))
        let day = try #require(PartialDate(due)).earliest
        let sketch = MadeUpForum.body(since: since)
        #expect(sketch.owed(asOf: day.adding(days: -1)) == ["initial-report \(due) not-yet-due"])
        #expect(sketch.owed(asOf: day) == ["initial-report \(due) not-yet-due"])
        #expect(sketch.owed(asOf: day.adding(days: 1)).first == "initial-report \(due) deadline-passed")
        #expect(sketch.owed(asOf: since.earliest.adding(days: -1)) == [])
    }

    @Test("icrmw_73_1_b, cmw-periodic: then every five years from the previous date, whenever the report came")
    func periodicReport() {
        var sketch = MadeUpForum.body(since: "2009-01-01")
        #expect(
            sketch.owed(asOf: "2016-01-01") == [
                "initial-report 2010-01-01 deadline-passed", "periodic-report 2015-01-01 deadline-passed",
                "periodic-report 2020-01-01 not-yet-due",
            ])
        sketch.report(.received, "2012-05-05")
        #expect(
            sketch.owed(asOf: "2014-01-01") == [
                "initial-report 2010-01-01 met 2012-05-05", "periodic-report 2015-01-01 not-yet-due",
            ])
        sketch.report(.considered, "2013-04-10")
        sketch.report(.observed, "2013-04-20")
        #expect(sketch.owed(asOf: "2014-01-01").last == "periodic-report 2015-01-01 not-yet-due")
    }

    @Test("the month's end is kept: 29 February gives 28 February")
    func monthEnds() {
        var sketch = MadeUpForum.body(since: "2007-02-28")
        #expect(sketch.owed(asOf: "2008-03-01").map { $0.split(separator: " ")[1] } == ["2008-02-28", "2013-02-28"])
        sketch = MadeUpForum.body(since: "2007-08-31")
        #expect(sketch.owed(asOf: "2007-09-01") == ["initial-report 2008-08-31 not-yet-due"])
    }

    @Test("icrmw_73_1_b: the date that the body fixes replaces the computed one, once the review is known")
    func fixedDate() {
        var sketch = MadeUpForum.body(since: "2009-01-01")
        sketch.report(.due, "2019-05-01", kind: .deadline)
        sketch.report(.absent, "2017-04-04")
        sketch.report(.observed, "2017-04-13")
        #expect(
            sketch.owed(asOf: "2017-04-03") == [
                "initial-report 2010-01-01 deadline-passed", "periodic-report 2015-01-01 deadline-passed",
                "periodic-report 2020-01-01 not-yet-due",
            ])
        #expect(
            sketch.owed(asOf: "2017-04-14") == [
                "initial-report 2010-01-01 reported-missed", "periodic-report 2019-05-01 not-yet-due",
            ])
        #expect(
            sketch.owed(asOf: "2019-05-02") == [
                "initial-report 2010-01-01 reported-missed", "periodic-report 2019-05-01 deadline-passed",
                "periodic-report 2024-05-01 not-yet-due",
            ])
    }

    @Test("a fixed date without a reported review counts once it has come")
    func fixedDateAlone() {
        var sketch = MadeUpForum.body(since: "2009-01-01")
        sketch.report(.received, "2009-12-01")
        sketch.report(.due, "2016-03-01", kind: .deadline)
        #expect(sketch.owed(asOf: "2014-01-01").last == "periodic-report 2015-01-01 not-yet-due")
        #expect(sketch.owed(asOf: "2016-03-01").last == "periodic-report 2016-03-01 not-yet-due")
    }

    @Test("a fixed year that holds the computed day keeps the day; another year stays an interval")
    func partialFixedDate() {
        var sketch = MadeUpForum.body(since: "2006-01-01")
        sketch.report(.due, "2007", kind: .deadline)
        #expect(sketch.owed(asOf: "2006-06-01") == ["initial-report 2007-01-01 not-yet-due"])
        sketch.report(.considered, "2016-08-29")
        sketch.report(.due, "2021", kind: .deadline)
        #expect(sketch.owed(asOf: "2020-12-31").last == "periodic-report 2021 not-yet-due")
        #expect(sketch.owed(asOf: "2021-01-01").last == "periodic-report 2021 not-yet-due")
        #expect(sketch.owed(asOf: "2021-12-31").last == "periodic-report 2021 not-yet-due")
        #expect(sketch.owed(asOf: "2022-01-01").contains("periodic-report 2021 deadline-passed"))
    }

    @Test("simplified_procedure, cmw-simplified: answers to a list of issues prior to reporting are the report")
    func simplifiedProcedure() {
        var sketch = MadeUpForum.body(since: "2009-01-01")
        sketch.report(.issues, "2011-05-01")
        sketch.report(.received, "2012-02-01")
        #expect(sketch.owed(asOf: "2012-02-01").first == "initial-report 2010-01-01 met 2012-02-01")
    }

    @Test("answers to a list of issues that follows the report are no second report")
    func answers() {
        var sketch = MadeUpForum.body(since: "2009-01-01")
        sketch.report(.received, "2009-11-01")
        sketch.report(.issues, "2014-06-01")
        sketch.report(.received, "2014-12-01")
        #expect(
            sketch.owed(asOf: "2014-12-31") == [
                "initial-report 2010-01-01 met 2009-11-01", "periodic-report 2015-01-01 not-yet-due",
            ])
    }

    @Test("a second report without a review in between is the next one, near its own date")
    func secondReport() {
        var sketch = MadeUpForum.body(since: "2009-01-01")
        sketch.report(.received, "2009-11-01")
        sketch.report(.received, "2010-03-01")
        sketch.report(.received, "2014-12-01")
        #expect(
            sketch.owed(asOf: "2015-12-31") == [
                "initial-report 2010-01-01 met 2009-11-01", "periodic-report 2015-01-01 met 2014-12-01",
                "periodic-report 2020-01-01 not-yet-due",
            ])
    }

    @Test("absence_review, cmw-absence: the review in absence closes the cycle, in whatever order its acts are told")
    func absence() {
        for order in [[Word.absent, .observed], [.observed, .absent]] {
            var sketch = MadeUpForum.body(since: "2011-02-01")
            for word in order { sketch.report(word, "2018-04") }
            sketch.report(.observed, "2018-04-20")
            let owed = sketch.owed(asOf: "2018-05-01")
            #expect(owed.first == "initial-report 2012-02-01 reported-missed")
            #expect(owed.last == "periodic-report 2022-02-01 not-yet-due")
        }
    }

    @Test("a review without a word on the report closes the cycle as submitted, on an unknown day")
    func reviewAlone() {
        var sketch = MadeUpForum.body(since: "2017-02-01")
        sketch.report(.considered, "2022-09-20")
        #expect(
            sketch.owed(asOf: "2022-12-31") == [
                "initial-report 2018-02-01 met", "periodic-report 2023-02-01 not-yet-due",
            ])
        sketch.report(.received, "2022-09-21")
        #expect(sketch.owed(asOf: "2022-12-31").first == "initial-report 2018-02-01 met 2022-09-21")
    }

    @Test("rule combined-report: what fell due before the former report came is combined with it")
    func combined() {
        var sketch = MadeUpForum.body(since: "2007-06-01")
        sketch.report(.received, "2019-07-26")
        #expect(
            sketch.owed(asOf: "2020-01-01") == [
                "initial-report 2008-06-01 met 2019-07-26", "periodic-report 2013-06-01 met 2019-07-26",
                "periodic-report 2018-06-01 met 2019-07-26", "periodic-report 2023-06-01 not-yet-due",
            ])
    }

    @Test("a report after a review in absence is the next one, and closes the matter")
    func afterAbsence() {
        var sketch = MadeUpForum.body(since: "2003-07-01")
        sketch.report(.absent, "2005-04-01")
        sketch.report(.received, "2005-06-01")
        #expect(
            sketch.owed(asOf: "2006-01-01") == [
                "initial-report 2004-07-01 waived", "periodic-report 2009-07-01 met 2005-06-01",
                "periodic-report 2014-07-01 not-yet-due",
            ])
        #expect(sketch.owed(asOf: "2005-05-31").first == "initial-report 2004-07-01 reported-missed")
    }

    @Test("follow_up: information asked for by a date, and what came of it")
    func followUp() {
        var sketch = MadeUpForum.body(since: "2009-01-01")
        sketch.report(.received, "2009-12-01")
        sketch.report(.considered, "2010-04-01")
        sketch.report(.asked, "2012-04-01", kind: .deadline)
        #expect(!sketch.owed(asOf: "2010-03-31").contains { $0.hasPrefix("follow-up") })
        #expect(sketch.owed(asOf: "2010-05-01").last == "follow-up 2012-04-01 not-yet-due")
        #expect(sketch.owed(asOf: "2012-04-02").last == "follow-up 2012-04-01 deadline-passed")
        sketch.report(.answered, "2012-06-30")
        #expect(sketch.owed(asOf: "2012-06-30").last == "follow-up 2012-04-01 met 2012-06-30")
        sketch.report(.answered, "2014-01-01")
        #expect(sketch.owed(asOf: "2014-01-01").last == "follow-up - met 2014-01-01")
    }

    @Test("entry known to the year only: no reports are owed until it is certain")
    func partialEntry() {
        let sketch = MadeUpForum.body(since: "2017")
        #expect(sketch.reading(asOf: "2017-06-01")?.standing == .pending)
        #expect(sketch.reading(asOf: "2017-06-01")?.basis.standingRule == "perhaps-a-party")
        #expect(sketch.reading(asOf: "2017-12-31")?.basis.standingRule == "party-to-the-treaty")
        #expect(sketch.owed(asOf: "2017-06-01") == [])
        #expect(sketch.owed(asOf: "2017-12-31") == ["initial-report 2018 not-yet-due"])
    }

    // MARK: Assessments

    private func expect(
        _ sketch: MadeUpForum, asOf day: CalendarDay, rank: Int?, _ rule: RuleID, overdue: Bool,
        _ where: SourceLocation = #_sourceLocation
    ) {
        let reading = sketch.reading(asOf: day)
        #expect(reading?.standing == .bound, sourceLocation: `where`)
        #expect(reading?.progress.rank == rank, sourceLocation: `where`)
        #expect(reading?.basis.progressRule == rule, sourceLocation: `where`)
        #expect(reading?.isOverdue == overdue, sourceLocation: `where`)
    }

    @Test("the duty to report: met while every due report came, never by what the body says")
    func progress() {
        var sketch = MadeUpForum.body(since: "2009-01-01")
        sketch.report(.concerned, "2009-05-01")
        expect(sketch, asOf: "2009-12-31", rank: nil, "first-report-ahead", overdue: false)
        #expect(sketch.reading(asOf: "2009-12-31")?.progress == .missing(.notYetDue))
        expect(sketch, asOf: "2010-01-02", rank: nil, "nothing-known-of-due-reports", overdue: false)
        #expect(sketch.reading(asOf: "2010-01-02")?.progress == .missing(.noReport))
        sketch.report(.absent, "2011-04-01")
        expect(sketch, asOf: "2012-01-01", rank: 0, "no-due-report-came", overdue: true)
        sketch.report(.received, "2014-12-01")
        expect(sketch, asOf: "2016-01-01", rank: 2, "last-due-report-came", overdue: false)
        expect(sketch, asOf: "2020-01-02", rank: 2, "later-reports-unknown", overdue: false)
        sketch.report(.considered, "2016-05-01")
        sketch.report(.absent, "2021-01-01")
        expect(sketch, asOf: "2022-01-01", rank: 1, "some-due-reports-came", overdue: true)

        var punctual = MadeUpForum.body(since: "2009-01-01")
        punctual.report(.received, "2010-02-01")
        punctual.report(.considered, "2011-04-01")
        punctual.report(.concerned, "2011-04-10")
        expect(punctual, asOf: "2012-01-01", rank: 3, "all-due-reports-came", overdue: false)
        expect(punctual, asOf: "2016-01-01", rank: 2, "later-reports-unknown", overdue: false)
        // The next report fell due after the end of the data.
        punctual.definition.dataUntil = "2014-06-01"
        expect(punctual, asOf: "2016-01-01", rank: 3, "all-due-reports-came", overdue: false)
    }

    @Test("another article is bound for parties and has no progress but by words")
    func otherArticle() {
        var sketch = MadeUpForum.body(since: "2009-01-01")
        sketch.commitment.id = "another"
        #expect(sketch.reading(asOf: "2012-01-01")?.standing == .bound)
        #expect(sketch.reading(asOf: "2012-01-01")?.progress == .missing(.noReport))
        #expect(sketch.owed(asOf: "2012-01-01") == [])
    }

    @Test("each date tells by which rule it is known; what is voluntary is never deadline-passed")
    func rulesOfDates() {
        var sketch = MadeUpForum.body(since: "2009-01-01")
        sketch.report(.received, "2009-06-01")
        sketch.report(.considered, "2010-03-01")
        sketch.report(.due, "2014-09-01", kind: .deadline)
        sketch.report(.asked, "2012-03-01", kind: .deadline)
        let owed = sketch.owed(TreatyBodyModule.self, asOf: "2015-01-01")
        #expect(
            owed.map(\.rule) == [
                "initial-report", "date-fixed-by-the-body", "periodic-report", "follow-up-information",
            ])
        #expect(owed.map(\.state) == [.met, .passed, .notYetDue, .passed])
        sketch.commitment.legalForce = .voluntary
        let voluntary = sketch.owed(TreatyBodyModule.self, asOf: "2015-01-01")
        #expect(voluntary.map(\.state) == [.met, .passed, .notYetDue, .passed])
    }

    @Test("the README names every rule of the module")
    func readme() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../README.md")
        let readme = try String(contentsOf: file, encoding: .utf8)
        let metadata = TreatyBodyModule.metadata
        let shared = Set(CommonRules.all.map(\.id))
        for rule in metadata.rules where !shared.contains(rule.id) {
            #expect(readme.contains("`\(rule.id)`"), "\(rule.id)")
        }
    }
}
