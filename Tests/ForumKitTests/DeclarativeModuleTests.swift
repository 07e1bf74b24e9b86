import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing

/// A forum of one member and one commitment, for tests that only look at its reports.
private func oneMember(_ reports: (inout MadeUpForum) -> Void) -> Assessment? {
    var sample = MadeUpForum.sample("XAA")
    sample.commit()
    reports(&sample)
    return sample.reading()
}

@Suite("The declarative module: which report speaks")
struct DeclarativeProgressTests {
    @Test("the newest one")
    func newest() {
        let reading = oneMember {
            $0.report(.done, "2020-05-01")
            $0.report(.begun, "2022-05-01")
            $0.report(.advanced, "2021-05-01")
        }
        #expect(reading?.progress == Word.begun.progress)
        #expect(
            reading?.basis == Basis(standingRule: "addressed", progressRule: "newest-report", report: ReportIndex(1)))
        #expect(reading?.voices == 1...1)
    }

    @Test("of the most trusted voice, in the default order")
    func defaultOrder() {
        for (trusted, next) in zip(Voice.defaultOrder, Voice.defaultOrder.dropFirst()) {
            let reading = oneMember {
                $0.report(.begun, "2020", by: trusted)
                $0.report(.done, "2023", by: next)
            }
            #expect(reading?.progress == Word.begun.progress, "\(trusted) before \(next)")
            #expect(reading?.basis.progressRule == "most-trusted-voice")
            #expect(reading?.basis.report == ReportIndex(0))
            #expect(reading?.voices == 1...3, "the other one stays visible")
        }
    }

    @Test("of the voice that the forum trusts most")
    func declaredOrder() {
        let reading = oneMember {
            $0.definition.voices = [.civilSociety, .government]
            $0.report(.begun, "2020", by: .government)
            $0.report(.advanced, "2019", by: .civilSociety)
            $0.report(.done, "2023", by: .reviewBody)
        }
        #expect(reading?.progress == Word.advanced.progress)
        #expect(reading?.voices == 1...3)
    }

    @Test("of voices that the forum doesn't list, the newest")
    func unlistedVoices() {
        let reading = oneMember {
            $0.definition.voices = [.government]
            $0.report(.begun, "2020", by: .reviewBody)
            $0.report(.done, "2021", by: .computed)
        }
        #expect(reading?.progress == Word.done.progress)
    }

    @Test("of each voice only the newest counts, also for the span")
    func spanOfNewest() {
        let reading = oneMember {
            $0.report(.stepBack, "2018", by: .government)
            $0.report(.advanced, "2020", by: .government)
            $0.report(.begun, "2019", by: .reviewBody)
        }
        #expect(reading?.progress == Word.begun.progress)
        #expect(reading?.voices == 1...2)
    }

    @Test("a step back is below the scale")
    func stepBack() {
        let reading = oneMember {
            $0.report(.stepBack, "2020", by: .government)
            $0.report(.done, "2020", by: .reviewBody)
        }
        #expect(reading?.progress == Word.done.progress)
        #expect(reading?.voices == -1...3)
        #expect(oneMember { $0.report(.stepBack, "2020") }?.progress == .contrary)
    }

    @Test(
        "a trusted voice that says no level leaves the word to one that does", arguments: [Word.noted, .sealed, .odd])
    func trustedButSilent(word: Word) {
        let reading = oneMember {
            $0.report(.begun, "2019", by: .civilSociety)
            $0.report(word, "2020", by: .reviewBody)
        }
        #expect(reading?.progress == Word.begun.progress)
        #expect(reading?.voices == 1...1)
        #expect(reading?.basis.progressRule == "most-trusted-voice")
    }

    @Test("a report on a part never speaks")
    func partial() {
        let alone = oneMember { $0.report(.done, "2020", partial: true) }
        #expect(alone?.progress == .missing(.noReport))
        #expect(alone?.basis.report == nil)
        let newer = oneMember {
            $0.report(.begun, "2019", by: .government)
            $0.report(.done, "2020", by: .government, partial: true)
            $0.report(.ratified, "2020", by: .reviewBody, partial: true)
        }
        #expect(newer?.progress == Word.begun.progress)
        #expect(newer?.voices == 1...1)
        #expect(newer?.basis == Basis(standingRule: "addressed", progressRule: "newest-report", report: ReportIndex(0)))
    }

    @Test("the newest word of a voice counts even when it says no level any more")
    func levelTakenBack() {
        let reading = oneMember {
            $0.report(.done, "2019")
            $0.report(.saidNothing, "2020")
        }
        #expect(reading?.progress == .missing(.reportedWithoutStatus))
        #expect(reading?.voices == nil)
    }
}

@Suite("The declarative module: kinds of nothing")
struct DeclarativeNothingTests {
    @Test(
        "a word without a level says which",
        arguments: [
            (.saidNothing, .reportedWithoutStatus), (.sealed, .withheld), (.odd, .unmapped),
            (.noted, .reportedWithoutStatus),
        ] as [(Word, MissingReason)])
    func words(word: Word, kind: MissingReason) {
        let reading = oneMember { $0.report(word, "2020") }
        #expect(reading?.progress == .missing(kind))
        #expect(
            reading?.basis
                == Basis(standingRule: "addressed", progressRule: "word-without-level", report: ReportIndex(0)))
    }

    @Test("of several such words the most trusted voice's")
    func mostTrustedNothing() {
        let reading = oneMember {
            $0.report(.sealed, "2020", by: .reviewBody)
            $0.report(.odd, "2021", by: .government)
        }
        #expect(reading?.progress == .missing(.withheld))
        #expect(reading?.basis.report == ReportIndex(0))
    }

    @Test("no report at all")
    func noReport() {
        let reading = oneMember { _ in }
        #expect(reading?.progress == .missing(.noReport))
        #expect(reading?.basis == Basis(standingRule: "addressed", progressRule: "no-report"))
        #expect(reading?.voices == nil)
        #expect(reading?.isOverdue == false)
    }

    private func readings(deadline: Deadline.Reading?, dormant: PartialDate? = nil, asOf day: CalendarDay) -> RuleID? {
        var sample = MadeUpForum.sample("XAA")
        sample.definition.dormantSince = dormant
        sample.commit(deadline: deadline)
        return sample.reading(asOf: day)?.basis.progressRule
    }

    @Test("not yet due while the deadline lies ahead")
    func deadlineAhead() {
        #expect(readings(deadline: .date("2024-06-30"), asOf: "2024-06-30") == "deadline-ahead")
        #expect(readings(deadline: .date("2024-06-30"), asOf: "2024-07-01") == "no-report")
        #expect(readings(deadline: .horizon("2024"), asOf: "2024-12-31") == "deadline-ahead")
        #expect(
            readings(deadline: .recurring(.init(anchor: "2024-06-30", months: 12)), asOf: "2024-07-01") == "no-report")
        #expect(readings(deadline: .unread, asOf: "2024-07-01") == "no-report")
        var sample = MadeUpForum.sample("XAA")
        sample.commit(deadline: .date("2030"))
        #expect(sample.reading()?.progress == .missing(.notYetDue))
        sample.report(.done, "2020")
        #expect(sample.reading()?.progress == Word.done.progress, "who reports early has reported")
    }

    @Test("dormant once the forum no longer works")
    func dormant() {
        #expect(readings(deadline: nil, dormant: "2019-03", asOf: "2019-03-30") == "no-report")
        #expect(readings(deadline: nil, dormant: "2019-03", asOf: "2019-03-31") == "forum-dormant")
        #expect(readings(deadline: .date("2030"), dormant: "2019", asOf: "2024-01-01") == "deadline-ahead")
        let reading = oneMember { $0.definition.dormantSince = "2019" }
        #expect(reading?.progress == .missing(.dormant))
        let reported = oneMember {
            $0.definition.dormantSince = "2019"
            $0.report(.begun, "2018")
        }
        #expect(reported?.progress == Word.begun.progress, "what was reported stays said")
    }

    @Test("not addressed where the standing does not count, even with a word that says no level")
    func doesNotCount() {
        var sample = MadeUpForum.sample("XAA")
        sample.commit(exceptions: [.made(.dissociation, for: "XAA")])
        #expect(sample.reading()?.progress == .missing(.notAddressed))
        #expect(sample.reading()?.basis.progressRule == "does-not-count")
        sample.report(.sealed, "2020")
        #expect(sample.reading()?.progress == .missing(.notAddressed))
        sample.report(.done, "2021")
        #expect(sample.reading()?.progress == Word.done.progress, "a level that is reported is shown")
        #expect(sample.reading()?.standing == .dissociated)
    }

    @Test("before its adoption a commitment asks nobody")
    func beforeAdoption() {
        var sample = MadeUpForum.sample("XAA")
        sample.commit(adopted: "2020-05", deadline: .date("2030"))
        let reading = sample.reading(asOf: "2020-04-30")
        #expect(reading?.progress == .missing(.notAddressed))
        #expect(reading?.basis == Basis(standingRule: "not-adopted-yet", progressRule: "does-not-count"))
        #expect(sample.reading(asOf: "2020-05-01")?.progress == .missing(.notYetDue))
    }
}

@Suite("The declarative module: standing and delay")
struct DeclarativeStandingTests {
    /// A treaty that binds who consents.
    private func treaty(_ reports: (inout MadeUpForum) -> Void) -> Assessment? {
        var sample = MadeUpForum.sample("XAA")
        sample.commit(force: .binding, binding: .consenting)
        reports(&sample)
        return sample.reading()
    }

    @Test("a treaty invites, waits for and binds who says so")
    func treatyWords() {
        #expect(treaty { _ in }?.standing == .invited)
        #expect(treaty { _ in }?.basis.standingRule == "consent-needed")
        for (word, standing) in [(Word.ratified, Standing.bound), (.signed, .pending), (.notAParty, .invited)] {
            let reading = treaty { $0.report(word, "2015-06-30") }
            #expect(reading?.standing == standing)
            #expect(reading?.basis.standingRule == "word-of-report")
            #expect(reading?.progress == word.progress)
        }
    }

    @Test("the newest word that says something about it decides, whoever says it")
    func newestStandingWord() {
        let reading = treaty {
            $0.report(.signed, "2003-01-01", by: .secretariat)
            $0.report(.ratified, "2007-02-23", by: .secretariat)
            $0.report(.noted, "2010", by: .government)
        }
        #expect(reading?.standing == .bound)
        #expect(reading?.basis.standingRule == "word-of-report")
        let denounced = treaty {
            $0.report(.ratified, "2007-02-23", by: .secretariat)
            $0.report(.notAParty, "2011", by: .secretariat)
        }
        #expect(denounced?.standing == .invited)
        #expect(denounced?.progress == Word.notAParty.progress)
    }

    @Test("a signature on the eve is not yet a ratification")
    func onTheDay() {
        var sample = MadeUpForum.sample("XAA")
        sample.commit(force: .binding, binding: .consenting)
        sample.report(.signed, "2003-01-01")
        sample.report(.ratified, "2007-02-23")
        #expect(sample.reading(asOf: "2007-02-22")?.standing == .pending)
        #expect(sample.reading(asOf: "2007-02-23")?.standing == .bound)
    }

    @Test("a word may let a party off; membership and exceptions come before any word")
    func order() {
        let letOff = oneMember { $0.report(.letOff, "2020") }
        #expect(letOff?.standing == .exempt)
        #expect(letOff?.progress == .missing(.notAddressed))
        var sample = MadeUpForum.sample()
        sample.join("XAA", since: "2000", suspended: DatedInterval(since: "2017"))
        sample.commit()
        sample.report(.ratified, "2018")
        #expect(sample.reading()?.standing == .suspended)
        #expect(sample.reading()?.basis.standingRule == "membership-suspended")
    }

    @Test("a word that only gives the standing says nothing of progress")
    func standingOnly() {
        let reading = oneMember { $0.report(.declaredBound, "2020") }
        #expect(reading?.standing == .bound)
        #expect(reading?.progress == .missing(.reportedWithoutStatus))
        #expect(reading?.basis.standingRule == "word-of-report")
    }

    /// Whether the one member is overdue on the eve of 2025.
    private func isOverdue(
        _ word: Word?, force: LegalForce = .political, deadline: Deadline.Reading? = .date("2024-12-30"),
        binding: Commitment.Binding = .addressees
    ) -> Bool? {
        var sample = MadeUpForum.sample("XAA")
        sample.commit(force: force, binding: binding, deadline: deadline)
        if let word { sample.report(word, "2024-12-31") }
        return sample.reading()?.isOverdue
    }

    @Test("overdue is who is bound, to more than a voluntary text, and is not there when the time is over")
    func overdue() {
        #expect(isOverdue(.advanced) == true)
        #expect(isOverdue(.advanced, force: .binding) == true)
        #expect(isOverdue(.stepBack) == true)
        #expect(isOverdue(nil) == false, "silence is no default")
        #expect(isOverdue(.sealed) == false, "a word without a level says nothing of it")
        #expect(isOverdue(.done) == false, "the top of the scale is there")
        #expect(isOverdue(.advanced, force: .voluntary) == false)
        #expect(isOverdue(nil, force: .voluntary) == false)
        #expect(isOverdue(.advanced, deadline: .date("2024-12-31")) == false, "it may still be done on the day")
        #expect(isOverdue(.advanced, deadline: .date("2024-12")) == false)
        #expect(isOverdue(.advanced, deadline: .horizon("2022")) == true)
        #expect(isOverdue(.advanced, deadline: .recurring(.init(anchor: "2020", months: 12))) == false)
        #expect(isOverdue(.advanced, deadline: .unread) == false)
        #expect(isOverdue(.advanced, deadline: nil) == false)
        #expect(isOverdue(.signed, binding: .consenting) == false, "pending is not bound")
        #expect(isOverdue(.letOff) == false, "exempt is not bound")
        #expect(isOverdue(nil, binding: .consenting) == false, "invited is not bound")
    }

    @Test("an organ that is asked is read like a country")
    func organs() {
        var sample = MadeUpForum.sample("XAA")
        sample.commit(asking: "secretariat", deadline: .date("2020"))
        sample.report(.begun, on: "secretariat", "2021")
        let readings = sample.assess(asOf: "2024-01-01")
        #expect(sample.names(readings.map(\.party)) == ["secretariat"])
        #expect(readings.first?.standing == .bound)
        #expect(readings.first?.isOverdue == true)
        #expect(readings.first?.basis.standingRule == "asked-by-name")
    }
}
