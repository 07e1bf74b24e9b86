import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing
import TreatyParticipation

/// Random numbers that come again.
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 31
    }
}

/// Histories of a made-up State towards a made-up treaty, against a plain reckoning of who is a party.
///
/// The treaty is in force since 2005-01-01, for each State 30 days after its deposit; a denunciation takes effect 365 days
/// after its notice. (Vienna Convention on the Law of Treaties, articles 14, 18, 24, 54 and 70.)
@Suite("Treaties: whole histories")
struct HistoryTests {
    private static let inForce = "2005-01-01"

    private static func treaty(_ events: [(word: String, date: String)]) -> MadeUpForum {
        var forum = MadeUpForum(members: ["XAA", "XAB"])
        forum.word("signed", rank: 1, act: .signature)
        forum.word("ratified", rank: 3, act: .consent)
        forum.word("denounced", nothing: .reportedWithoutStatus, act: .denunciation)
        forum.word("returned", nothing: .reportedWithoutStatus, act: .return)
        forum.word("annulled", nothing: .reportedWithoutStatus, act: .cancellation)
        forum.commit(adopted: "1995-01-01") {
            var entry = EntryIntoForce(clause: .perState)
            (entry.rule, entry.withdrawal) = (.days(30), .days(365))
            $0.binding = .consenting
            $0.entryIntoForce = entry
            $0.inForce = Self.inForce.partialDate
        }
        for event in events { forum.report(event.word, on: "XAA", event.date) }
        return forum
    }

    /// What the module says of the State: `party`, `pending`, `left`, `invited`, or something in between.
    private func reading(_ events: [(word: String, date: String)], _ day: CalendarDay) -> String {
        let forum = Self.treaty(events)
        guard let reading = forum.assess(TreatyParticipationModule.self, asOf: day.description)["XAA"] else {
            return "nobody"
        }
        switch (reading.standing, reading.progress.rank) {
        case (.bound, MadeUpForum.top): return "party"
        case (.pending, MadeUpForum.top - 1): return "awaits entry"
        case (.pending, 1): return "signed"
        case (.invited, -1): return "left"
        case (.invited, nil): return "invited"
        default: return "\(reading.standing) at \(reading.progress.rank ?? -9)"
        }
    }

    /// Who is a party, told by going through the acts one after the other, with whole days only.
    private struct PlainState {
        private var hasSigned = false
        /// Whether it has said since that its signature counts no more (article 18).
        private var tookBack = false
        private var spells: [(start: Int32, end: Int32?)] = []

        mutating func take(_ word: String, _ day: Int32, inForce: Int32) {
            let isOpen = !spells.isEmpty && spells[spells.count - 1].end == nil
            func deposit() {
                if !isOpen { spells.append((max(day + 30, inForce), nil)) }
                (hasSigned, tookBack) = (false, false)
            }
            switch word {
            case "signed": if !isOpen { (hasSigned, tookBack) = (true, false) }
            case "ratified": deposit()
            case "denounced" where isOpen: spells[spells.count - 1].end = day + 365
            case "denounced" where hasSigned: (hasSigned, tookBack) = (false, true)
            case "denounced" where !spells.isEmpty: break
            // Who denounces was a party, though nobody has told since when.
            case "denounced": spells.append((day, day + 365))
            default:
                if let end = spells.last?.end, day < end {
                    spells[spells.count - 1].end = nil
                } else if word == "returned" {
                    deposit()
                }
            }
        }

        func reading(_ day: Int32) -> String {
            if spells.contains(where: { $0.start <= day && ($0.end.map { day < $0 } ?? true) }) { return "party" }
            guard let last = spells.last else { return hasSigned ? "signed" : tookBack ? "left" : "invited" }
            guard let end = last.end, end <= day else { return "awaits entry" }
            return hasSigned ? "signed" : "left"
        }
    }

    @Test("each act counts from its own day, whatever came before it", arguments: 0..<40)
    func exactHistories(seed: Int) {
        var numbers = Dice(state: UInt64(seed) &* 7_919 &+ 3)
        let start = "2003-01-01".partialDate.earliest
        let words = ["signed", "ratified", "ratified", "denounced", "denounced", "returned", "annulled"]
        // Acts of different days: what acts of one day mean is told below.
        let days = Set((0..<6).map { _ in Int.random(in: 0..<4000, using: &numbers) }).sorted()
        let events = days.map { day in
            (
                word: words[Int.random(in: 0..<words.count, using: &numbers)],
                date: start.adding(days: day).description
            )
        }
        for _ in 0..<40 {
            let day = start.adding(days: Int.random(in: 0..<5000, using: &numbers))
            var plain = PlainState()
            for event in events {
                let date = event.date.partialDate.earliest
                if date <= day {
                    plain.take(event.word, date.number, inForce: Self.inForce.partialDate.earliest.number)
                }
            }
            #expect(reading(events, day) == plain.reading(day.number), "\(events) on \(day)")
            #expect(reading(events.reversed(), day) == plain.reading(day.number), "the order of rows doesn't matter")
        }
    }

    /// A deposit and a denunciation of which only the year or the month is known.
    private static let partial: [(deposit: String, denunciation: String?)] = [
        ("2008", nil), ("2008-03", nil), ("2004", nil), ("2004-12", nil), ("2008", "2010"), ("2008-03", "2010-06"),
        ("2008-03-15", "2010"), ("2003", "2006"), ("2008", "2010-06-30"),
    ]

    @Test("a partly known date claims nothing that one of its days would deny", arguments: partial)
    func partialHistories(_ deposit: String, _ denunciation: String?) {
        /// The first, the last and two days between them.
        func days(_ text: String) -> [CalendarDay] {
            let date = text.partialDate
            let length = Int(date.latest.number - date.earliest.number)
            return Set([0, length / 3, length / 2, length]).sorted().map { date.earliest.adding(days: $0) }
        }
        var events = [(word: "ratified", date: deposit)]
        if let denunciation { events.append((word: "denounced", date: denunciation)) }
        var day = "2003-06-01".partialDate.earliest
        while day.parts.year < 2013 {
            // Only what has wholly passed is heard; of that every reading is tried.
            let heard = events.filter { $0.date.partialDate.latest <= day }
            var readings: Set<String> = heard.isEmpty ? ["invited"] : []
            for first in days(deposit) where heard.count > 0 {
                let one = [(word: "ratified", date: first.description)]
                if heard.count == 1 { readings.insert(reading(one, day)) }
                for second in denunciation.map(days) ?? [] where heard.count == 2 {
                    readings.insert(reading(one + [(word: "denounced", date: second.description)], day))
                }
            }
            let said = reading(events, day)
            if readings.count == 1 {
                #expect(said == readings.first, "\(day)")
            } else {
                #expect(said != "party" && said != "left", "\(day): it is one of \(readings.sorted())")
            }
            day = day.adding(days: 23)
        }
    }

    @Test(
        "acts of one day are a signature, then a deposit, then the rest, in whatever order they are told",
        arguments: [
            (["signed", "ratified"], "party"), (["ratified", "denounced"], "left"),
            (["signed", "ratified", "denounced"], "left"), (["signed", "signed"], "signed"),
            (["ratified", "ratified"], "party"),
        ])
    func sameDay(_ words: [String], _ later: String) {
        for turn in words.indices {
            let turned = Array(words[turn...] + words[..<turn])
            for order in [turned, turned.reversed()] {
                let events = order.map { (word: $0, date: "2008-05-01") }
                #expect(reading(events, "2010-01-01".partialDate.earliest) == later, "\(order)")
            }
        }
    }

    @Test("what one State does says nothing of another")
    func others() {
        let forum = Self.treaty([("ratified", "2008-05-01"), ("denounced", "2009-05-01")])
        let other = forum.assess(TreatyParticipationModule.self, asOf: "2012-01-01")["XAB"]
        #expect(other?.standing == .invited)
        #expect(other?.progress == .missing(.noReport))
    }
}
