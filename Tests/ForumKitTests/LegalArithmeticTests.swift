import DateLiterals
import FollowUpModel
import ForumKit
import Testing

/// The law of dates as tables of cases, and against a calendar that counts day by day.
@Suite("Legal arithmetic")
struct LegalArithmeticTests {
    private static let rules: [CalendarRule] = [
        .days(0), .days(1), .days(30), .days(90), .days(366), .months(0), .months(1), .months(3), .months(12),
        .firstOfMonthAfterMonths(0), .firstOfMonthAfterMonths(1), .firstOfMonthAfterMonths(3),
        .firstOfMonthAfterMonths(12), .firstOfNthMonth(1), .firstOfNthMonth(3), .firstOfNthMonth(13),
    ]

    // MARK: Rules of the calendar

    @Test(
        "A treaty's own rule gives the day that its depositary gives",
        arguments: [
            // ICRMW, article 87(2): the first day of the month following a period of three months.
            (.firstOfMonthAfterMonths(3), "2016-10-25", "2017-02-01"),
            (.firstOfMonthAfterMonths(3), "2016-10-01", "2017-02-01"),
            (.firstOfMonthAfterMonths(3), "2016-11-30", "2017-03-01"),
            (.firstOfMonthAfterMonths(3), "2019-11-30", "2020-03-01"),
            // ICRMW, article 89(2): the first day of the month following twelve months.
            (.firstOfMonthAfterMonths(12), "2019-02-28", "2020-03-01"),
            (.firstOfMonthAfterMonths(12), "2020-02-29", "2021-03-01"),
            // VCCR, article 77(2): the thirtieth day after the deposit.
            (.days(30), "2020-01-31", "2020-03-01"), (.days(30), "2021-01-31", "2021-03-02"),
            // 1951 Convention, article 43(2): the ninetieth day.
            (.days(90), "2019-12-31", "2020-03-30"),
            // ILO: twelve months after the registration.
            (.months(12), "2020-02-29", "2021-02-28"), (.months(12), "2011-06-30", "2012-06-30"),
            (.months(1), "2023-01-31", "2023-02-28"), (.months(6), "2023-08-31", "2024-02-29"),
            (.firstOfNthMonth(3), "2020-12-31", "2021-03-01"), (.firstOfNthMonth(1), "2020-12-01", "2021-01-01"),
        ] as [(CalendarRule, CalendarDay, CalendarDay)])
    func ofTreaties(_ rule: CalendarRule, _ act: CalendarDay, _ effect: CalendarDay) {
        #expect(rule.date(after: act) == effect)
        #expect(rule.date(after: LegalDate(act)) == LegalDate(effect))
    }

    @Test("A rule gives what counting days and months gives, on every day of four years", arguments: rules)
    func everyDay(_ rule: CalendarRule) {
        var day = PlainDay(2019, 1, 1)
        var wrong: [String] = []
        while day.year < 2023 {
            let found = PlainDay(rule.date(after: day.calendarDay))
            if found != day.later(by: rule) { wrong.append("\(day): \(found)") }
            day = day.next
        }
        #expect(wrong.first == nil)
    }

    @Test("A rule after a partly known act gives the days that it may give, first and last", arguments: rules)
    func partlyKnown(_ rule: CalendarRule) {
        for text in ["2020", "2019", "2020-01", "2020-02", "2021-02", "2020-12", "2020-02-29", "2020-01-31"] {
            guard let act = PartialDate(text) else { preconditionFailure("'\(text)' is a date") }
            let possible = act.plainDays.map { $0.later(by: rule) }
            #expect(rule.date(after: LegalDate(act)) == LegalDate(spanning: possible), "\(text)")
        }
    }

    @Test("A later act never takes effect earlier", arguments: rules)
    func monotone(_ rule: CalendarRule) {
        var day: CalendarDay = "2019-11-01"
        while day < "2021-04-01" {
            let next = day.adding(days: 1)
            #expect(rule.date(after: day) <= rule.date(after: next))
            #expect(rule.date(after: day) >= day, "nothing takes effect before it is done")
            day = next
        }
    }

    // MARK: Dates of law

    @Test(
        "A date has come once its last day has, and may have come from its first",
        arguments: [
            ("2020", "2019-12-31", .no), ("2020", "2020-01-01", .possible), ("2020", "2020-12-30", .possible),
            ("2020", "2020-12-31", .certain), ("2020-02", "2020-01-31", .no), ("2020-02", "2020-02-28", .possible),
            ("2020-02", "2020-02-29", .certain), ("2020-02-29", "2020-02-28", .no),
            ("2020-02-29", "2020-02-29", .certain),
        ] as [(PartialDate, CalendarDay, Certainty)])
    func hasCome(_ date: PartialDate, _ day: CalendarDay, _ certainty: Certainty) {
        #expect(LegalDate(date).hasCome(by: day) == certainty)
    }

    @Test("Of two dates the later one is that of which every reading is the later of the two")
    func notBefore() {
        let dates: [PartialDate] = ["2020", "2020-01", "2020-02", "2020-01-01", "2020-02-15", "2020-12-31", "2021"]
        for left in dates {
            for right in dates {
                let later = combinations([left.plainDays, right.plainDays]).map { max($0[0], $0[1]) }
                #expect(LegalDate(left).notBefore(LegalDate(right)) == LegalDate(spanning: later), "\(left) \(right)")
            }
        }
    }

    @Test(
        "A date is written as the partial date that it is, or else as its first and last day",
        arguments: [
            ("2020-01-01", "2020-12-31", "2020"), ("2020-02-01", "2020-02-29", "2020-02"),
            ("2020-02-29", "2020-02-29", "2020-02-29"), ("2020-02-01", "2020-02-28", "2020-02-01/2020-02-28"),
            ("2020-01-01", "2021-12-31", "2020-01-01/2021-12-31"), ("2021-02-01", "2021-02-28", "2021-02"),
        ] as [(CalendarDay, CalendarDay, String)])
    func written(_ first: CalendarDay, _ last: CalendarDay, _ text: String) {
        let date = LegalDate(earliest: first, latest: last)
        #expect(date.description == text)
        #expect((date.partialDate != nil) == !text.contains("/"))
    }

    // MARK: Entry into force

    private func clause(
        _ clause: EntryIntoForce.Clause, deposits: Int? = nil, rule: CalendarRule? = nil, later: CalendarRule? = nil
    ) -> EntryIntoForce {
        var entry = EntryIntoForce(clause: clause)
        (entry.deposits, entry.rule, entry.later) = (deposits, rule, later)
        return entry
    }

    @Test("With so many deposits a text enters into force by its rule after the last one needed", arguments: 1...4)
    func threshold(needed: Int) {
        // Made up: known to the day, to the month and to the year, some on one day.
        let lists: [[PartialDate]] = [
            ["2020-01-31", "2020-01-31", "2020-01-31"], ["2020-01-30", "2020-02", "2020-02-01"],
            ["2020-02", "2020-02", "2020-01-15", "2020-03-01"], ["2019-12-31", "2020-01"], ["2020-03-01"], [],
        ]
        for dates in lists {
            for rule in [nil, .days(30), .firstOfMonthAfterMonths(3)] as [CalendarRule?] {
                let found = clause(.deposits, deposits: needed, rule: rule).thresholdEntry(
                    deposits: dates.map(LegalDate.init))
                guard dates.count >= needed else {
                    #expect(found == nil)
                    continue
                }
                // The plain way: every way in which the deposits may have come, one after the other.
                let possible = combinations(dates.map(\.plainDays)).map { $0.sorted()[needed - 1].later(by: rule) }
                #expect(found == LegalDate(spanning: possible), "\(dates) \(needed)")
            }
        }
    }

    @Test("A State's own entry comes by the rule after its deposit and never before the text's own")
    func perState() {
        let dates: [PartialDate] = ["2019-12-31", "2020-01", "2020-01-31", "2020-02-01", "2020-02"]
        for general in dates {
            for deposit in dates {
                for rule in [nil, .days(0), .days(30), .months(1), .firstOfNthMonth(1)] as [CalendarRule?] {
                    let possible = combinations([deposit.plainDays, general.plainDays]).map {
                        max($0[0].later(by: rule), $0[1])
                    }
                    let effect = clause(.perState, rule: rule).effect(
                        ofDeposit: LegalDate(deposit), general: LegalDate(general))
                    #expect(effect == LegalDate(spanning: possible), "\(deposit) \(general)")
                }
            }
        }
        #expect(clause(.perState).effect(ofDeposit: LegalDate("2020" as PartialDate), general: nil) == nil)
    }

    @Test(
        "The first deposits take effect with the text, later ones by the rule for later ones",
        arguments: [
            // A text that entered into force on 2003-07-01; thirty days for the first, sixty for later ones.
            ("2003-01-01", "2003-07-01"), ("2003-06-01", "2003-07-01"), ("2003-06-02", "2003-08-01"),
            ("2003-06-30", "2003-08-29"), ("2003-07-01", "2003-08-30"), ("2010-01-01", "2010-03-02"),
        ] as [(CalendarDay, CalendarDay)])
    func laterDeposits(_ deposit: CalendarDay, _ effect: CalendarDay) {
        let entry = clause(.deposits, deposits: 20, rule: .days(30), later: .days(60))
        let general = LegalDate("2003-07-01" as CalendarDay)
        #expect(entry.effect(ofDeposit: LegalDate(deposit), general: general) == LegalDate(effect))
    }

    @Test(
        "A published text takes effect by its rule after publication, and not before the day it names",
        arguments: [
            ("2020-01-31", nil, nil, "2020-01-31"), ("2020-01-31", nil, .days(15), "2020-02-15"),
            ("2020-01-31", "2020-06-01", .days(15), "2020-06-01"),
            ("2020-05-31", "2020-06-01", .days(15), "2020-06-15"), (nil, "2020-06", nil, "2020-06"),
            (nil, nil, .days(15), nil), ("2020", "2020-06-01", nil, "2020-06-01/2020-12-31"),
        ] as [(PartialDate?, PartialDate?, CalendarRule?, String?)])
    func publication(_ published: PartialDate?, _ deferred: PartialDate?, _ rule: CalendarRule?, _ effect: String?) {
        var entry = clause(.onPublication, rule: rule)
        (entry.published, entry.deferredTo) = (published, deferred)
        #expect(entry.publicationEntry?.description == effect)
    }

    @Test(
        "A denunciation takes effect so long after its notice; without a rule, at once",
        arguments: [
            (nil, "2012-03-10", "2012-03-10"), (.months(12), "2012-02-29", "2013-02-28"),
            (.firstOfMonthAfterMonths(12), "2012-03-10", "2013-04-01"), (.months(12), "2012", "2013"),
            (.days(180), "2012-12", "2013-05-30/2013-06-29"),
        ] as [(CalendarRule?, PartialDate, String)])
    func denunciation(_ rule: CalendarRule?, _ notice: PartialDate, _ effect: String) {
        var entry = clause(.perState)
        entry.withdrawal = rule
        #expect(entry.withdrawalEffect(ofNotice: LegalDate(notice)).description == effect)
    }

    @Test("A text that all must incorporate waits for the last one and for the notice (Ouro Preto, article 40)")
    func simultaneous() {
        let parties = (0..<4).map { PartyIndex($0) }
        let day = LegalDate("2010-06-01" as CalendarDay)
        var entry = clause(.allIncorporated, rule: .days(30))
        let some = Dictionary(uniqueKeysWithValues: parties.prefix(3).map { ($0, day) })
        func effect(_ denominator: ArraySlice<PartyIndex>, notice: PartialDate?) -> String? {
            entry.simultaneousEntry(
                incorporations: some, denominator: denominator, notice: notice.map(LegalDate.init))?.description
        }
        #expect(effect(parties[...], notice: "2010-07-01") == nil, "one has not incorporated it")
        #expect(effect(parties.prefix(3), notice: nil) == nil, "nobody has told that all have")
        #expect(effect(parties.prefix(3), notice: "2010-07-01") == "2010-07-31")
        #expect(effect(parties.prefix(2), notice: "2010-07-01") == "2010-07-31", "who doesn't count isn't waited for")
        entry.rule = nil
        #expect(effect(parties.prefix(3), notice: "2010-07-01") == "2010-07-01")
    }

    @Test("Unanimity is that of those who count on the day, whoever joins or leaves later")
    func unanimity() {
        let (first, second, third) = (PartyIndex(0), PartyIndex(1), PartyIndex(2))
        let entry = clause(.allIncorporated, rule: .days(10))
        /// Two members, and a third from 2015 on.
        func members(_ day: CalendarDay) -> [PartyIndex] {
            day < "2015-01-01" ? [first, second] : [first, second, third]
        }
        func effect(_ consents: [PartyIndex: PartialDate]) -> String? {
            entry.unanimousEntry(consents: consents.mapValues(LegalDate.init), denominator: members)?.description
        }
        #expect(effect([:]) == nil)
        #expect(effect([first: "2012-01-01"]) == nil)
        #expect(effect([first: "2012-01-01", second: "2013-05-01"]) == "2013-05-11")
        #expect(effect([first: "2012-01-01", second: "2016-05-01"]) == nil, "the third counts by then")
        #expect(effect([first: "2012-01-01", second: "2016-05-01", third: "2015-02-01"]) == "2016-05-11")
        #expect(effect([first: "2012-01-01", second: "2014-05-01", third: "2016"]) == "2014-05-11")
        #expect(entry.unanimousEntry(consents: [first: LegalDate("2012" as PartialDate)]) { _ in [] } == nil)
    }

    // MARK: What is owed

    @Test("What is due is overdue once every day that it may mean is over, and due from the first of them")
    func states() {
        for text in ["2020", "2020-02", "2020-02-29"] {
            guard let due = PartialDate(text) else { preconditionFailure("'\(text)' is a date") }
            var day = PlainDay(2019, 12, 30)
            while day < PlainDay(2021, 1, 5) {
                let readings = Set(due.plainDays.map { $0 < day ? "over" : $0 == day ? "today" : "ahead" })
                let expected: Obligation.State =
                    readings == ["over"] ? .passed : .notYetDue
                let today = day.calendarDay
                #expect(
                    Obligation.State(due: LegalDate(due), met: false, asOf: today) == expected, "\(text) \(day)")
                #expect(Obligation.State(due: LegalDate(due), met: true, asOf: today) == .met)
                day = day.next
            }
        }
    }
}
