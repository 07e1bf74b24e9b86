import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing

/// A made-up situation and what it must come to.
private struct Situation: CustomTestStringConvertible {
    var rule: RuleID
    var standing: Standing
    var party = "XAA"
    var day: CalendarDay = "2024-06-30"
    var build: @Sendable (inout MadeUpForum) -> Void

    var testDescription: String { "\(rule): \(party) on \(day)" }

    var reading: StandingReading {
        var sample = MadeUpForum.sample("XAA", "XAB")
        build(&sample)
        return sample.roll(day).standing(of: sample.party(party), in: sample.commitments[0])
    }
}

@Suite("The rules of standing")
struct StandingRulesTests {
    private static let situations: [Situation] = [
        Situation(rule: "not-adopted-yet", standing: .notAddressed, day: "2011-12-31") { $0.commit(adopted: "2012") },
        Situation(rule: "addressed", standing: .bound, day: "2012-01-01") { $0.commit(adopted: "2012") },
        Situation(rule: "addressed", standing: .bound) { $0.commit() },
        Situation(rule: "consent-needed", standing: .invited) { $0.commit(binding: .consenting) },
        Situation(rule: "dissociated", standing: .dissociated) {
            $0.commit(exceptions: [.made(.dissociation, for: "XAA")])
        },
        Situation(rule: "opt-out", standing: .exempt) { $0.commit(exceptions: [.made(.optOut, for: "XAA")]) },
        Situation(rule: "derogation", standing: .exempt) { $0.commit(exceptions: [.made(.derogation, for: "XAA")]) },
        Situation(rule: "deferral", standing: .exempt, day: "2025-01-31") {
            $0.commit(exceptions: [.made(.deferral, for: "XAA", until: "2025-02-01")])
        },
        Situation(rule: "addressed", standing: .bound, day: "2025-02-01") {
            $0.commit(exceptions: [.made(.deferral, for: "XAA", until: "2025-02-01")])
        },
        Situation(rule: "addressed", standing: .bound) { $0.commit(exceptions: [.made(.reservation, for: "XAA")]) },
        Situation(rule: "addressed", standing: .bound) { $0.commit(exceptions: [.made(.declaration, for: "XAA")]) },
        Situation(rule: "addressed", standing: .bound) { $0.commit(exceptions: [.made(.optOut, for: "XAB")]) },
        Situation(rule: "opt-out", standing: .exempt) {
            $0.commit(exceptions: [.made(.reservation, for: "XAA"), .made(.optOut, for: "XAA")])
        },
        Situation(rule: "asked-by-name", standing: .bound, party: "secretariat") { $0.commit(asking: "secretariat") },
        Situation(rule: "asked-by-name", standing: .bound, party: "secretariat") {
            $0.commit(asking: "secretariat", binding: .consenting)
        },
        Situation(rule: "not-adopted-yet", standing: .notAddressed, party: "secretariat", day: "2011-12-31") {
            $0.commit(asking: "secretariat", adopted: "2012")
        },
        Situation(rule: "membership-suspended", standing: .suspended, party: "XAC") {
            $0.join("XAC", since: "2000", suspended: DatedInterval(since: "2017-08-05"))
            $0.commit(binding: .consenting)
        },
        Situation(rule: "addressed", standing: .bound, party: "XAC", day: "2017-08-04") {
            $0.join("XAC", since: "2000", suspended: DatedInterval(since: "2017-08-05"))
            $0.commit()
        },
        Situation(rule: "takes-no-part", standing: .exempt, party: "XAC") {
            $0.join("XAC", since: "2000", absent: DatedInterval(since: "2020"))
            $0.commit()
        },
        Situation(rule: "no-longer-a-member", standing: .notAddressed, party: "XAC") {
            $0.join("XAC", since: "2000", until: "2010")
            $0.commit(asking: "XAC")
        },
        Situation(rule: "acceding", standing: .pending, party: "XAC") {
            $0.join("XAC", as: .acceding, since: "2020")
            $0.commit(asking: "acceding")
        },
        Situation(rule: "addressed", standing: .bound, party: "XAC") {
            $0.join("XAC", as: .associate, since: "2020")
            $0.commit(asking: "associates")
        },
        Situation(rule: "opt-out", standing: .exempt, party: "XAC") {
            $0.join("XAC", since: "2000", suspended: DatedInterval(since: "2017"))
            $0.commit(exceptions: [.made(.optOut, for: "XAC")])
        },
        // Absent from 2020 (some day of it) to 5 January 2023, back since.
        Situation(rule: "absent-at-adoption", standing: .notAddressed, party: "XAC") {
            absentee(&$0, adopted: "2021-09-18")
        },
        Situation(rule: "absent-at-adoption", standing: .notAddressed, party: "XAC") {
            absentee(&$0, adopted: "2021")
        },
        Situation(rule: "absent-at-adoption", standing: .notAddressed, party: "XAC") {
            absentee(&$0, adopted: "2023-01-04")
        },
        Situation(rule: "addressed", standing: .bound, party: "XAC") { absentee(&$0, adopted: "2023-01-05") },
        Situation(rule: "addressed", standing: .bound, party: "XAC") { absentee(&$0, adopted: "2023-01") },
        Situation(rule: "addressed", standing: .bound, party: "XAC") { absentee(&$0, adopted: "2019-12-31") },
        // Whether it was absent in June 2020 nobody can tell from "since 2020": so it was not certainly.
        Situation(rule: "addressed", standing: .bound, party: "XAC") { absentee(&$0, adopted: "2020-06-01") },
        Situation(rule: "absent-at-adoption", standing: .notAddressed, party: "XAC") {
            absentee(&$0, adopted: "2020-12-31")
        },
        Situation(rule: "addressed", standing: .bound, party: "XAA") { absentee(&$0, adopted: "2021") },
    ]

    private static func absentee(_ sample: inout MadeUpForum, adopted: PartialDate) {
        sample.join("XAC", since: "2000", absent: DatedInterval(since: "2020", until: "2023-01-05"))
        sample.commit(adopted: adopted)
    }

    @Test("decide", arguments: situations)
    private func decide(situation: Situation) {
        #expect(situation.reading.standing == situation.standing)
        #expect(situation.reading.rule == situation.rule)
    }

    @Test("are all reached, and no other is named")
    func allReached() {
        #expect(Set(Self.situations.map(\.reading.rule)) == Set(StandingRules.all.map(\.id)))
    }
}
