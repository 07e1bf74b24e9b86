import FollowUpModel
import ForumKit
import ForumKitTesting
import PeriodicReview
import Testing

/// Random numbers that come again.
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 31
    }
}

/// What a voluntary review can never be, and when the next one is (A/RES/73/195, paragraphs 49 and 50; A/RES/70/1).
@Suite("Periodic reviews: whole histories")
struct NeverOverdueTests {
    private static let words: [(word: String, act: LegalAct)] = [
        ("announced", .announced), ("listed", .listed), ("postponed", .postponed), ("presented", .presented),
        ("dropped out", .cancellation), ("voted for", .adoption), ("voted against", .dissociation),
        ("withdrew", .withdrawal), ("returned", .return),
    ]

    private static func forum(every months: Int = 48, sessions: [(String, String)] = []) -> MadeUpForum {
        var forum = MadeUpForum(members: ["XAA", "XAB"])
        forum.options = ["every-months": "\(months)"]
        forum.organ("secretary-general", .secretariat)
        for (word, act) in words { forum.word(word, nothing: .reportedWithoutStatus, act: act) }
        forum.word("on track", rank: 2)
        for (first, last) in sessions { forum.session(first, until: last, .review) }
        forum.commit(adopted: "2018-12-19") {
            $0.addressees = ["members", "secretary-general"]
            $0.deadline = Deadline(.date("2024-12-31".partialDate))
        }
        return forum
    }

    private static func owed(_ forum: MadeUpForum, _ day: CalendarDay) -> [[Substring]] {
        forum.obligations(PeriodicReviewModule.self, asOf: day.description)
            .map { $0.split(separator: " ") }
    }

    @Test("nothing is ever overdue, whatever is told and on whatever day", arguments: 0..<30)
    func neverOverdue(seed: Int) {
        var dice = Dice(state: UInt64(seed) &* 15_485_863 &+ 7)
        var forum = Self.forum(sessions: [("2022-05-17", "2022-05-20")])
        let start = "2018-12-19".partialDate.earliest
        for _ in 0..<Int.random(in: 0...8, using: &dice) {
            let day = start.adding(days: Int.random(in: 0..<4000, using: &dice)).description
            let party = ["XAA", "XAB", "secretary-general"][Int.random(in: 0..<3, using: &dice)]
            let length = [4, 7, 10][Int.random(in: 0..<3, using: &dice)]
            forum.report(
                Self.words[Int.random(in: 0..<Self.words.count, using: &dice)].word, on: party,
                String(day.prefix(length)))
        }
        for _ in 0..<20 {
            let day = start.adding(days: Int.random(in: 0..<6000, using: &dice))
            for reading in forum.assess(PeriodicReviewModule.self, asOf: day.description).values {
                #expect(!reading.isOverdue)
                #expect(reading.progress.rank == nil, "no word on a review is progress on the text")
            }
            for owed in Self.owed(forum, day) {
                #expect(owed[3] != "overdue", "\(owed)")
                // What is told as presented carries its own date, and that has passed.
                if owed[3] == "submitted" { #expect(String(owed[4]).partialDate.latest <= day) }
            }
        }
    }

    @Test("the next forum is the one that is fixed, else the next of every fourth year since 2022 as a whole year")
    func nextForum() {
        let forum = Self.forum(sessions: [("2022-05-17", "2022-05-20")])
        var day = "2019-01-01".partialDate.earliest
        while day.parts.year < 2034 {
            let nominal = [2022, 2026, 2030, 2034].first { $0 >= day.parts.year } ?? 0
            let last = "2022-05-20".partialDate.earliest
            let expected =
                nominal > 2022 ? "\(nominal)" : day <= last ? "2022-05-17" : "2026"
            let dues = Self.owed(forum, day).filter { $0[0] == "XAA" }.map { String($0[2]) }
            #expect(dues == [expected], "\(day)")
            // The Secretary-General's report comes at least twelve weeks before: 84 days.
            let report = Self.owed(forum, day).filter { $0[0] == "secretary-general" }.map { String($0[2]) }
            let start = LegalDate(expected.partialDate)
            let due = LegalDate(
                earliest: start.earliest.adding(days: -84), latest: start.latest.adding(days: -84))
            #expect(report == [due.description], "\(day)")
            day = day.adding(days: 13)
        }
    }

    @Test("without a period and without a meeting nothing is expected of anybody")
    func noPeriod() {
        let forum = Self.forum(every: 0)
        for day in ["2019-01-01", "2024-12-31", "2025-01-01", "2040-01-01"] {
            #expect(forum.obligations(PeriodicReviewModule.self, asOf: day).isEmpty)
        }
    }

    @Test(
        "the newest word on the text tells who stands by it; silence beside votes is an open invitation",
        arguments: [
            (["voted for"], Standing.bound), (["voted against"], .dissociated),
            (["voted for", "withdrew"], .dissociated), (["voted for", "withdrew", "returned"], .bound),
            (["voted for", "withdrew", "returned", "withdrew"], .dissociated), ([], .invited),
            (["announced"], .invited), (["presented"], .invited),
        ] as [([String], Standing)])
    func standings(_ told: [String], _ standing: Standing) {
        var forum = Self.forum()
        forum.report("voted for", on: "XAB", "2018-12-19")
        for (place, word) in told.enumerated() { forum.report(word, on: "XAA", "\(2019 + place)-06-30") }
        let read = forum.standings(PeriodicReviewModule.self, asOf: "2024-01-01")
        #expect(read["XAA"] == standing)
        #expect(read["XAB"] == .bound)
        // Before the first word nobody's silence is anything but silence.
        #expect(forum.standings(PeriodicReviewModule.self, asOf: "2019-06-29")["XAA"] == .invited)
    }
}
