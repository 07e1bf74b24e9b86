import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing
import WorkPlan

/// RCM-R5: two notes a calendar year, whenever in the year they come; and what no plan ever owes.
@Suite("Work plans: notes of each year")
struct NotesTests {
    /// A made-up secretariat that owes a note by the end of each half year since 2014-06-30.
    private static func process(_ notes: [CalendarDay], _ force: LegalForce) -> MadeUpForum {
        var forum = MadeUpForum(members: ["XAA"])
        forum.organ("secretariat", .secretariat)
        forum.word("done", rank: 3)
        forum.word("begun", rank: 1)
        forum.word("sent", nothing: .reportedWithoutStatus, act: .reportReceived)
        forum.commit(adopted: "2013-01-01") {
            $0.legalForce = force
            $0.addressees = ["secretariat", "members"]
            $0.deadline = Deadline(.recurring(Recurrence(anchor: "2014-06-30".partialDate, months: 6)))
        }
        for (place, day) in notes.enumerated() {
            // A note is told by its act or by the highest word; a word that says less is none.
            forum.report(["sent", "done"][place % 2], on: "secretariat", day.description)
            forum.report("begun", on: "secretariat", day.adding(days: 1).description)
        }
        return forum
    }

    /// The states of what the secretariat owes on a day, as `due state submitted`.
    private static func owed(_ forum: MadeUpForum, _ day: CalendarDay) -> [String] {
        forum.obligations(WorkPlanModule.self, asOf: day.description).filter { $0.hasPrefix("secretariat ") }.map {
            let words = $0.split(separator: " ")
            return words[2...4].joined(separator: " ")
        }
    }

    @Test("the n-th note of a year meets the n-th date of that year, and no other year's", arguments: 0..<30)
    func plainReckoning(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let start = "2014-01-01".partialDate.earliest
        let force: LegalForce = seed % 2 == 0 ? .political : .voluntary
        let notes = Set(
            (0..<numbers.number(0...6)).map { _ in numbers.number(0...1399) * 2 }
        )
        .sorted().map { start.adding(days: $0) }
        let forum = Self.process(notes, force)
        for _ in 0..<25 {
            let day = start.adding(days: numbers.number(0...2899))
            let year = day.parts.year
            let heard = notes.filter { $0 <= day && $0.parts.year == year }
            // Half a year after 30 June is 30 December.
            let expected = ["\(year)-06-30", "\(year)-12-30"].enumerated().map { place, text in
                let due = text.partialDate.earliest
                let note = place < heard.count ? heard[place] : nil
                let state = note != nil ? "met" : due < day ? "deadline-passed" : "not-yet-due"
                return "\(text) \(state) \(note?.description ?? "-")"
            }
            #expect(Self.owed(forum, day) == expected, "\(notes) on \(day)")
        }
    }

    @Test(
        "a note that is owed every so many months is owed on each of its dates in the year, never drifting",
        arguments: [
            (
                1, "2014-01-31", 2016,
                [
                    "01-31", "02-29", "03-31", "04-30", "05-31", "06-30", "07-31", "08-31", "09-30",
                    "10-31", "11-30", "12-31",
                ]
            ),
            (3, "2014-01-31", 2015, ["01-31", "04-30", "07-31", "10-31"]), (12, "2014-02-28", 2016, ["02-28"]),
            (12, "2012-02-29", 2015, ["02-28"]), (12, "2012-02-29", 2016, ["02-29"]),
        ] as [(Int, String, Int, [String])])
    func dates(_ months: Int, _ first: String, _ year: Int, _ dates: [String]) {
        var forum = MadeUpForum(members: ["XAA"])
        forum.organ("secretariat", .secretariat)
        forum.word("done", rank: 3)
        forum.commit(adopted: "2010-01-01") {
            $0.addressees = ["secretariat"]
            $0.deadline = Deadline(.recurring(Recurrence(anchor: first.partialDate, months: months)))
        }
        let day = "\(year)-01-01".partialDate.earliest
        #expect(Self.owed(forum, day) == dates.map { "\(year)-\($0) not-yet-due -" })
    }

    @Test("a forum that sleeps and a text that was replaced owe nothing", arguments: ["2016-12-31", "2017-01-01"])
    func nothingOwed(_ day: String) {
        let isOver = day > "2016-12-31"
        var asleep = Self.process([], .political)
        asleep.sleep(since: "2017-01-01")
        #expect(asleep.obligations(WorkPlanModule.self, asOf: day).isEmpty == isOver)
        var replaced = Self.process([], .political)
        replaced.commit("D", adopted: "2017-01-01") {
            $0.links = [CommitmentLink(to: "C", kind: .supersedes, note: nil, origin: $0.origin)]
        }
        let owed = replaced.owed(WorkPlanModule.self, asOf: day)
        #expect(!owed.isEmpty && owed.allSatisfy { $0.state == .waived } == isOver)
        let overdue = replaced.assess(WorkPlanModule.self, asOf: day).values.contains(where: \.isOverdue)
        #expect(!isOver || !overdue)
    }
}
