import Diagnostics
import FollowUpModel
import ForumKitTesting
import Testing

/// A stretch of time as a person writes it, and whether it may hold a day: every reading of its dates is tried.
private struct PlainSpan {
    var since: PartialDate?
    var until: PartialDate?

    /// Every day that a date may mean; a date that isn't given lies before or after all days.
    private static func numbers(_ date: PartialDate?, open: Int32) -> [Int32] {
        date.map { Array($0.earliest.number...$0.latest.number) } ?? [open]
    }

    func mayHold(_ day: CalendarDay) -> Bool {
        Self.numbers(since, open: .min).contains { $0 <= day.number }
            && Self.numbers(until, open: .max).contains { day.number < $0 }
    }

    /// Whether it may be over, as the beginning of its end says.
    func mayBeOver(_ day: CalendarDay) -> Bool {
        until != nil && Self.numbers(until, open: .max).contains { $0 <= day.number }
    }

    static func random(_ numbers: inout SeededNumbers) -> PlainSpan {
        func date(_ year: Int) -> PartialDate? {
            let month = numbers.number(1...12)
            switch numbers.number(0...3) {
            case 0: return PartialDate(year: year)
            case 1: return PartialDate(year: year, month: month)
            default: return PartialDate(year: year, month: month, day: numbers.number(1...28))
            }
        }
        let start = numbers.number(2000...2004)
        let isOpen = (start: numbers.number(0...3) == 0, end: numbers.number(0...1) == 0)
        return PlainSpan(
            since: isOpen.start ? nil : date(start), until: isOpen.end ? nil : date(start + numbers.number(1...3)))
    }
}

/// Who is what to a forum on a day, worked out the plain way, for memberships that nobody would write.
@Suite("Membership against a plain reckoning")
struct PlainMembershipTests {
    private struct PlainMember {
        var standing: MembershipStanding
        var span: PlainSpan
        var suspended: [PlainSpan]
        var absent: [PlainSpan]

        /// What this one says: suspended before absent, and neither once it is over.
        func says(_ day: CalendarDay) -> MembershipStanding? {
            guard span.mayHold(day) else { return span.mayBeOver(day) ? .withdrawn : nil }
            if suspended.contains(where: { $0.mayHold(day) }) { return .suspended }
            return absent.contains { $0.mayHold(day) } ? .notParticipating : standing
        }

        var membership: Membership {
            func spells(_ spans: [PlainSpan]) -> [MembershipSpell] {
                spans.map {
                    MembershipSpell(interval: DatedInterval(since: $0.since, until: $0.until), origin: nowhere)
                }
            }
            return Membership(
                country: "XAA", standing: standing, interval: DatedInterval(since: span.since, until: span.until),
                suspensions: spells(suspended), absences: spells(absent), origin: nowhere)
        }
    }

    private static func members(_ numbers: inout SeededNumbers) -> [PlainMember] {
        (0..<numbers.number(1...3)).map { _ in
            PlainMember(
                standing: [.member, .associate, .observer, .acceding][numbers.number(0...3)],
                span: .random(&numbers), suspended: (0..<numbers.number(0...2)).map { _ in .random(&numbers) },
                absent: (0..<numbers.number(0...1)).map { _ in .random(&numbers) })
        }
    }

    @Test(
        "The last of those in force speaks; who was something and is nothing any more has withdrawn", arguments: 0..<60)
    func standings(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let members = Self.members(&numbers)
        // A membership of somebody else changes nothing.
        var other = members[0].membership
        other.country = "XBB"
        let memberships = members.map(\.membership) + [other]
        for _ in 0..<300 {
            guard
                let day = CalendarDay(
                    year: numbers.number(1999...2008), month: numbers.number(1...12), day: numbers.number(1...28))
            else { continue }
            let said = members.map { $0.says(day) }
            let inForce = said.last { $0 != nil && $0 != .withdrawn } ?? nil
            let expected = inForce ?? (said.contains(.withdrawn) ? .withdrawn : nil)
            #expect(memberships.standing(of: "XAA", on: day) == expected, "\(day)")
            // The rank is that of the last one in force, whatever spells it has.
            let rank = members.last { $0.span.mayHold(day) }?.standing
            #expect(memberships.rank(of: "XAA", on: day) == rank, "\(day)")
            #expect(memberships.standing(of: "XCC", on: day) == nil)
        }
    }

    @Test("Nothing about a country changes but on a day that somebody wrote", arguments: 0..<20)
    func changes(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let members = Self.members(&numbers)
        let memberships = members.map(\.membership)
        let spans = members.flatMap { [$0.span] + $0.suspended + $0.absent }
        let written = Set(
            spans.flatMap { [$0.since, $0.until] }.compactMap(\.self).flatMap { [$0.earliest, $0.latest] })
        guard var day = CalendarDay(year: 1999, month: 12, day: 1) else { return }
        var last = memberships.standing(of: "XAA", on: day)
        while day.parts.year < 2009 {
            day = day.adding(days: 1)
            let standing = memberships.standing(of: "XAA", on: day)
            if standing != last { #expect(written.contains(day), "\(day)") }
            last = standing
        }
    }
}

/// Reports put into groups, and groups mended after some rows were replaced.
@Suite("Reports by commitment and party")
struct GroupingTests {
    private static let (commitments, parties) = (4, 3)

    private static func row(_ numbers: inout SeededNumbers) -> ReportRow {
        let dates = ["2019", "2020", "2020-01", "2020-01-01", "2020-02-29", "2021-12-31"].compactMap { parsed($0) }
        return ReportRow(
            commitment: CommitmentIndex(numbers.number(0...commitments - 1)),
            party: PartyIndex(numbers.number(0...parties - 1)),
            status: StatusIndex(numbers.number(0...2)), date: dates[numbers.number(0...dates.count - 1)])
    }

    private static func table(_ rows: [ReportRow]) -> ReportTable {
        var table = ReportTable()
        for (place, row) in rows.enumerated() { table.append(row, at: ReportPlace(file: 0, offset: place * 20)) }
        return table
    }

    private func expectGroups(_ grouping: ReportGrouping, of rows: [ReportRow]) {
        for commitment in 0..<Self.commitments {
            for party in 0..<Self.parties {
                let own = rows.indices.filter {
                    rows[$0].commitment == CommitmentIndex(commitment) && rows[$0].party == PartyIndex(party)
                }
                let oldestFirst = own.sorted { left, right in
                    rows[left].date == rows[right].date ? left < right : rows[left].date < rows[right].date
                }
                #expect(
                    grouping.rows(of: CommitmentIndex(commitment), party: PartyIndex(party))
                        == oldestFirst.map { ReportIndex($0) })
            }
        }
    }

    @Test("are those of the rows, oldest first, of one day in the order of the table", arguments: 0..<12)
    func fresh(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        // Groups of more than 32 rows are sorted in another way than small ones.
        let rows = (0..<[0, 1, 7, 40, 900][seed % 5]).map { _ in Self.row(&numbers) }
        let grouping = ReportGrouping(Self.table(rows), commitmentCount: Self.commitments, partyCount: Self.parties)
        expectGroups(grouping, of: rows)
        #expect(grouping.groupCount == Self.commitments * Self.parties)
    }

    @Test("are the same after some rows were replaced as if they were made anew", arguments: 0..<60)
    func mended(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let before = (0..<numbers.number(1...40)).map { _ in Self.row(&numbers) }
        let first = numbers.number(0...before.count)
        let replaced = first..<numbers.number(first...before.count)
        let added = (0..<numbers.number(0...6)).map { _ in Self.row(&numbers) }
        let after = Array(before[..<replaced.lowerBound] + added + before[replaced.upperBound...])
        let old = ReportGrouping(Self.table(before), commitmentCount: Self.commitments, partyCount: Self.parties)
        let mended = ReportGrouping(
            Self.table(after), replacing: replaced, of: Self.table(before), by: added.count, in: old)
        expectGroups(mended, of: after)
        // What no replaced row was about says the same as before, wherever its rows stand now.
        let touched = Set((before[replaced] + added[...]).map(\.commitment))
        for commitment in (0..<Self.commitments).map(CommitmentIndex.init) where !touched.contains(commitment) {
            #expect(mended.saysTheSame(of: commitment, in: Self.table(after), as: old, in: Self.table(before)))
        }
    }

    /// What may differ between two rows, and how a row comes to differ in it.
    private static let differences: [(String, @Sendable (inout ReportRow) -> Void)] = [
        ("the party", { $0.party = PartyIndex(1) }), ("the word", { $0.status = StatusIndex(2) }),
        ("the date", { $0.date = "2020-01-02" }), ("its precision", { $0.date = "2020-01" }),
        ("the kind of date", { $0.dateKind = .asOf }), ("the voice", { $0.voice = .government }),
        ("who gave the word", { $0.wordGiver = .compiler }), ("the confidence", { $0.confidence = .high }),
        ("the part", { $0.isPartial = true }),
    ]

    @Test("say the same only where party, word, date and every mark are the same", arguments: differences)
    func sameness(_ what: String, _ change: @Sendable (inout ReportRow) -> Void) {
        let row = ReportRow(
            commitment: CommitmentIndex(0), party: PartyIndex(0), status: StatusIndex(0), date: "2020-01-01")
        var other = row
        change(&other)
        func saysTheSame(_ left: ReportRow, _ right: ReportRow) -> Bool {
            let (left, right) = (Self.table([left]), Self.table([right]))
            let groups = [left, right].map { ReportGrouping($0, commitmentCount: 1, partyCount: 2) }
            return groups[0].saysTheSame(of: CommitmentIndex(0), in: left, as: groups[1], in: right)
        }
        #expect(saysTheSame(row, row))
        #expect(!saysTheSame(row, other), "\(what) differs")
    }
}

/// By when: what is due, what has passed, what lies ahead.
@Suite("Deadlines")
struct DeadlineTests {
    /// A day, and what a deadline says on it: the date that is due, whether it has passed, whether it lies ahead.
    typealias Case = (day: CalendarDay, due: PartialDate?, hasPassed: Bool, liesAhead: Bool)

    @Test(
        "A date is due until its last day is over",
        arguments: [
            ("2014-12-19", "2014-12-20", false, true), ("2014-12-20", "2014-12-20", false, true),
            ("2014-12-21", "2014-12-20", true, false), ("2050-01-01", "2014-12-20", true, false),
        ] as [Case])
    func date(_ expected: Case) { expect(Deadline(.date("2014-12-20")), expected) }

    @Test(
        "A plan's horizon known to the year runs to the last day of the year",
        arguments: [
            ("2034-12-31", "2035", false, true), ("2035-01-01", "2035", false, true),
            ("2035-12-31", "2035", false, true), ("2036-01-01", "2035", true, false),
        ] as [Case])
    func horizon(_ expected: Case) { expect(Deadline(.horizon("2035"), phrase: "by the end of the plan"), expected) }

    @Test(
        "What recurs has a next date after every day and never passes",
        arguments: [
            ("2010-01-01", "2014-01-31", false, true), ("2014-01-31", "2014-02-28", false, true),
            ("2014-02-28", "2014-03-31", false, false), ("2016-02-28", "2016-02-29", false, false),
            ("2016-02-29", "2016-03-31", false, false),
        ] as [Case])
    func recurring(_ expected: Case) {
        expect(Deadline(.recurring(Recurrence(anchor: "2014-01-31", months: 1))), expected)
    }

    @Test("Words without a date are never due and never pass", arguments: ["0001-01-01", "2020-06-30", "9999-12-31"])
    func unread(_ day: String) throws {
        let day = try #require(parsed(day)).earliest
        expect(Deadline(.unread, phrase: "as soon as may be"), (day, nil, false, false))
    }

    private func expect(_ deadline: Deadline, _ expected: Case) {
        #expect(deadline.due(after: expected.day) == expected.due)
        #expect(deadline.hasPassed(by: expected.day) == expected.hasPassed)
        #expect(deadline.liesAhead(of: expected.day) == expected.liesAhead)
    }
}
