import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing

/// Words with stages in three layers, made up after treaties and the laws that take them in.
private func forum(_ reports: [(word: String, date: String)], by voices: [Voice] = []) -> MadeUpForum {
    var forum = MadeUpForum()
    forum.join("XAA")
    forum.commit()
    forum.word("signed", rank: 1, stage: .init(.internationalEffect, 1))
    forum.word("ratified", rank: 2, stage: .init(.internationalEffect, 3))
    forum.word("in force", rank: 3, stage: .init(.internationalEffect, 4))
    forum.word("denounced", rank: 0, stage: .init(.internationalEffect, 0, lowers: true))
    forum.word("bill", rank: 1, stage: .init(.nationalEnactment, 1))
    forum.word("act", rank: 2, stage: .init(.nationalEnactment, 4))
    forum.word("not applied", rank: 0, stage: .init(.practice, 0))
    forum.word("closed as planned", rank: 1, stage: .init(.practice, 0, ends: true))
    forum.word("practised", rank: 3, stage: .init(.practice, 2))
    forum.word("suspended", rank: 0, stage: .init(.all, 0, lowers: true))
    forum.word("asked", nothing: .reportedWithoutStatus, stage: .init(.none))
    forum.word("plain", rank: 1)
    for (place, report) in reports.enumerated() {
        forum.report(
            report.word, on: "XAA", PartialDate(report.date) ?? "1900",
            by: voices.isEmpty ? .secretariat : voices[place], confidence: .medium)
    }
    return forum
}

private func reading(_ reports: (word: String, date: String)..., by voices: [Voice] = []) -> Assessment? {
    forum(reports, by: voices).assess(DeclarativeModule.self, asOf: "2030-01-01")["XAA"]
}

private func rank(_ reports: (word: String, date: String)...) -> Int? {
    forum(reports).assess(DeclarativeModule.self, asOf: "2030-01-01")["XAA"]?.progress.rank
}

@Suite("Stages: which word of a voice holds")
struct StageTests {
    @Test("a word about an earlier stage, or about something else, undoes nothing")
    func laterStageHolds() {
        #expect(rank(("in force", "2025-10-01"), ("bill", "2026-02-09")) == 3)
        #expect(rank(("in force", "2025-10-01"), ("ratified", "2026-01-01")) == 3)
        #expect(rank(("in force", "2025-10-01"), ("not applied", "2026-01-01")) == 3)
        #expect(rank(("in force", "2025-10-01"), ("asked", "2026-01-01")) == 3)
    }

    @Test("a later stage takes the place of an earlier one")
    func stagesFollow() {
        #expect(rank(("signed", "2020"), ("ratified", "2021")) == 2)
        #expect(rank(("signed", "2020"), ("ratified", "2021"), ("in force", "2022")) == 3)
        #expect(rank(("bill", "2020"), ("act", "2021")) == 2)
    }

    @Test("only a word that says so lowers, in its own layer or in all")
    func lowering() {
        #expect(rank(("in force", "2020"), ("denounced", "2021")) == 0)
        #expect(rank(("in force", "2020"), ("practised", "2020-05"), ("denounced", "2021")) == 3)
        #expect(rank(("in force", "2020"), ("practised", "2020-05"), ("suspended", "2021")) == 0)
        #expect(rank(("suspended", "2021"), ("signed", "2022")) == 1, "what comes after it counts again")
        #expect(rank(("practised", "2020"), ("closed as planned", "2021")) == 1)
    }

    @Test("a word without a stage takes the place of all before it")
    func withoutStage() {
        #expect(rank(("in force", "2020"), ("plain", "2021")) == 1)
        #expect(rank(("plain", "2020"), ("in force", "2021")) == 3)
    }

    @Test("where only questions are known, there is a report and no level")
    func questions() {
        #expect(reading(("asked", "2020"))?.progress == .missing(.reportedWithoutStatus))
    }

    @Test("each voice holds its own words; the forum's order says which voice speaks")
    func voices() {
        let reading = reading(
            ("in force", "2020"), ("signed", "2021"), ("bill", "2022"), by: [.secretariat, .government, .secretariat])
        #expect(reading?.progress.rank == 3)
        #expect(reading?.voices == 1...3)
    }

    @Test("what lowers undoes what a more trusted voice said before it, and only that")
    func loweringOfOthers() {
        let lowered = reading(("in force", "2020"), ("denounced", "2021"), by: [.secretariat, .civilSociety])
        #expect(lowered?.progress.rank == 0)
        #expect(lowered?.voices == 0...3, "the voices differ, and are shown to")
        #expect(lowered?.basis.progressRule == .laterWordLowers)
        for (reports, voices) in [
            ([("denounced", "2020"), ("in force", "2021")], [Voice.civilSociety, .secretariat]),
            ([("in force", "2020"), ("denounced", "2020")], [.secretariat, .civilSociety]),
            ([("in force", "2020"), ("not applied", "2021")], [.secretariat, .civilSociety]),
            (
                [("in force", "2020"), ("denounced", "2021"), ("in force", "2022")],
                [
                    .secretariat, .civilSociety, .civilSociety,
                ]
            ),
        ] as [([(word: String, date: String)], [Voice])] {
            let reading = forum(reports, by: voices).assess(DeclarativeModule.self, asOf: "2030-01-01")["XAA"]
            #expect(reading?.progress.rank == 3, "\(reports)")
            #expect(reading?.basis.progressRule == .mostTrustedVoice)
        }
        var doubtful = forum([("in force", "2020")])
        doubtful.report("denounced", on: "XAA", "2021", by: .civilSociety, confidence: .low)
        #expect(doubtful.assess(DeclarativeModule.self, asOf: "2030-01-01")["XAA"]?.progress.rank == 3)
    }

    @Test("two words of one voice and day contradict each other, whatever the order of the rows")
    func contradictions() {
        func same(_ first: String, _ second: String) -> [Assessment?] {
            [(first, second), (second, first)].map { reading(($0.0, "2021-05-01"), ($0.1, "2021-05-01")) }
        }
        for (first, second, lower) in [
            ("in force", "denounced", 0), ("plain", "practised", 1), ("in force", "suspended", 0),
        ] {
            for reading in same(first, second) {
                #expect(reading?.progress.rank == lower, "\(first) and \(second)")
                #expect(reading?.isContradicted == true)
                #expect(reading?.voices == lower...3)
            }
        }
        for reading in same("ratified", "in force") {
            #expect(reading?.progress.rank == 3, "one is the later stage of the other")
            #expect(reading?.isContradicted == false)
        }
        for reading in same("in force", "bill") { #expect(reading?.isContradicted == false) }
    }

    @Test("a newer day settles a contradiction")
    func settled() {
        let reading = reading(("plain", "2021-05-01"), ("practised", "2021-05-01"), ("plain", "2022"))
        #expect(reading?.progress.rank == 1)
        #expect(reading?.isContradicted == false)
    }
}

@Suite("Deadlines: what is known of a date that has passed")
struct DeadlineStateTests {
    /// A forum of two members whose commitment falls due on the last day of 2020.
    private func forum(_ change: (inout MadeUpForum) -> Void = { _ in }) -> MadeUpForum {
        var forum = MadeUpForum()
        forum.join("XAA")
        forum.join("XBB")
        forum.word("done", rank: 3)
        forum.word("begun", rank: 1)
        forum.word("heard", nothing: .reportedWithoutStatus)
        forum.commit { $0.deadline = Deadline(.date("2020-12-31")) }
        change(&forum)
        return forum
    }

    private func states(_ forum: MadeUpForum, asOf day: PartialDate = "2024-01-01") -> [Obligation.State] {
        forum.owed(DeclarativeModule.self, asOf: day).filter { $0.party == forum.party("XAA") }.map(\.state)
    }

    private func isOverdue(_ forum: MadeUpForum) -> Bool? {
        forum.assess(DeclarativeModule.self, asOf: "2024-01-01")["XAA"]?.isOverdue
    }

    @Test("silence is never called overdue")
    func silence() {
        let silent = forum { $0.report("begun", on: "XBB", "2023-05-01") }
        #expect(states(silent) == [.passed])
        #expect(isOverdue(silent) == false)
        let before = forum {
            $0.report("begun", on: "XAA", "2020-05-01"); $0.report("begun", on: "XBB", "2023-05-01")
        }
        #expect(states(before) == [.passed], "what was said before the date says nothing of the date")
        let wordless = forum { $0.report("heard", on: "XAA", "2023-05-01") }
        #expect(states(wordless) == [.passed])
    }

    @Test("a word after the date, below the highest level, says that it was missed")
    func missed() {
        let missed = forum { $0.report("begun", on: "XAA", "2021-05-01") }
        #expect(states(missed) == [.missed])
        #expect(isOverdue(missed) == true)
        #expect(missed.owed(DeclarativeModule.self, asOf: "2024-01-01")[0].report == ReportIndex(0))
        let partial = forum { $0.report("begun", on: "XAA", "2021-05-01", partial: true) }
        #expect(states(partial) == [.passed])
        let met = forum {
            $0.report("begun", on: "XAA", "2021"); $0.report("done", on: "XAA", "2022")
        }
        #expect(states(met) == [.met])
        #expect(isOverdue(met) == false)
    }

    @Test("so does a list that somebody keeps complete")
    func record() {
        func recorded(until day: PartialDate) -> MadeUpForum {
            forum {
                $0.report("done", on: "XBB", "2020-05-01")
                $0.definition.dataUntil = "2023"
                $0.definition.records = [
                    ClosedRecord(
                        commitments: ["C"], completeUntil: day, keptBy: LocalizedText(plain: "the depositary"),
                        origin: $0.definition.origin)
                ]
            }
        }
        #expect(states(recorded(until: "2021-01-31")) == [.missed])
        #expect(states(recorded(until: "2020-06-30")) == [.passed])
        // The reading agrees with what is owed.
        let reading = recorded(until: "2021-01-31").assess(DeclarativeModule.self, asOf: "2024-01-01")["XAA"]
        #expect(reading?.progress.rank == 0)
        #expect(reading?.basis.progressRule == .notInTheRecord)
        #expect(reading?.isOverdue == true)
    }

    @Test("what falls due after the data end is not judged")
    func dataEnd() {
        let ended = forum {
            $0.definition.dataUntil = nil
            $0.report("begun", on: "XBB", "2020-11-30")
        }
        #expect(states(ended) == [.notYetKnown])
        let declared = forum {
            $0.report("begun", on: "XAA", "2021-05-01")
            $0.definition.dataUntil = "2020-12-30"
        }
        #expect(states(declared) == [.notYetKnown])
        #expect(isOverdue(declared) == false)
        #expect(states(ended, asOf: "2020-12-31") == [.notYetDue], "the day itself has not passed")
    }

    @Test("every date of a recurring duty stands by itself")
    func recurring() {
        let yearly = forum {
            $0.commitment.deadline = Deadline(.recurring(Recurrence(anchor: "2020-12-31", months: 12)))
            $0.report("done", on: "XAA", "2021-05-01")
            $0.report("begun", on: "XBB", "2023-12-31")
        }
        #expect(states(yearly) == [.passed, .met, .passed, .passed, .notYetDue])
    }

    @Test("what all owe as one is owed by the forum alone")
    func joint() {
        let joint = forum {
            $0.organ("forum", .forum)
            $0.commitment.owed = .jointly
            $0.report("begun", on: "forum", "2021-05-01")
            $0.report("done", on: "XAA", "2020-05-01")
        }
        let owed = joint.owed(DeclarativeModule.self, asOf: "2024-01-01")
        #expect(owed.map(\.party) == [joint.party("forum")])
        #expect(owed.map(\.state) == [.missed])
        #expect(joint.assess(DeclarativeModule.self, asOf: "2024-01-01")["XAA"] == nil)
    }

    @Test("of a text that a newer one has replaced nothing is owed any more")
    func replaced() {
        let replaced = forum {
            $0.commit("NEW", adopted: "2021-06-30") {
                $0.links = [CommitmentLink(to: "C", kind: .supersedes, note: nil, origin: $0.origin)]
            }
            $0.report("begun", on: "XAA", "2023-05-01")
        }
        #expect(states(replaced) == [.waived])
        #expect(isOverdue(replaced) == false)
    }
}
