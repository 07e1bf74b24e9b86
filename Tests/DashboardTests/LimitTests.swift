import FollowUpModel
import ForumKit
import ForumWorkspace
import Foundation
import Harmonization
import Records
import Testing

@testable import Dashboard

/// Lists that grow with a workspace end on a page, with the number of what is left out and the way to all of it.
@Suite struct LimitTests {
    private static let count = 150

    /// The made-up workspace with many more commitments of one forum, all due, half of them long ago.
    private static func withMany<Result>(_ body: (PageData) throws -> Result) throws -> Result {
        let lamps = "  - id: LH-LAMPS\n"
        let many = (1...count).map { number in
            """
              - id: LH-MORE-\(number)
                title: {en: Task \(number)}
                adopted: 2015-03-01
                legal-force: binding
                deadline: \(number.isMultiple(of: 2) ? 2016 : 2031)-12-\(number % 28 + 1 < 10 ? "0" : "")\(number % 28 + 1)
                crosswalk: [{to: "1.2", relation: exact}]

            """
        }
        return try Samples.withSmall("harbour/commitments.yaml", replacing: lamps, by: many.joined() + lamps) {
            folder in
            try body(try Samples.picture(folder))
        }
    }

    @Test func aCellExplainsWhatWeighsMostAndCountsTheRest() throws {
        try Self.withMany { picture in
            let snapshot = picture.snapshot
            let target = try #require(snapshot.workspace.framework.target("1.2"))
            let country = try #require(picture.country("XAA"))
            let whole = snapshot.explain(target, country)
            let short = snapshot.explain(target, country, most: PageLimits.contributions)
            #expect(whole.contributions.count > Self.count && whole.omitted == 0)
            #expect(short.contributions.count == PageLimits.contributions)
            #expect(short.omitted == whole.contributions.count - PageLimits.contributions)
            // In the order of the whole, and none of those left out weighs more than one of those kept.
            let ids = whole.contributions.map(\.commitment.id)
            let kept = short.contributions.map(\.commitment.id)
            #expect(kept == ids.filter(Set(kept).contains))
            let left = whole.contributions.filter { !kept.contains($0.commitment.id) }
            let least = short.contributions.map(\.weight).min() ?? 0
            #expect(left.allSatisfy { $0.weight <= least })
            let view = try #require(
                PageBuilder(picture, .english, .cell(country: "XAA", target: "1.2")).view() as? CellPage)
            #expect(view.used.count + view.unused.count == PageLimits.contributions)
            #expect(view.more?.label.hasPrefix("\(short.omitted) more are not shown here") == true)
            #expect(view.more?.href == "../../method.html")
        }
    }

    @Test func allThatIsLeftOutIsCounted() throws {
        try Self.withMany { picture in
            let country = try #require(PageBuilder(picture, .english, .country("XAA")).view() as? CountryPage)
            let place = try #require(picture.country("XAA").flatMap(picture.place))
            let owed = picture.owing.items(of: picture.owing.ofCountries[place]).filter { $0.obligation.state.isOpen }
            #expect(country.obligations.count == PageLimits.owed && owed.count > PageLimits.owed)
            #expect(country.moreObligations?.label.hasPrefix("\(owed.count - PageLimits.owed) ") == true)

            let measure = try #require(PageBuilder(picture, .english, .measure("1")).view() as? MeasurePage)
            let line = try #require(measure.lines.first { $0.id == "1.2" })
            #expect(line.commitments.count == PageLimits.aligned)
            let aligned = picture.snapshot.alignedCount(
                try #require(picture.snapshot.workspace.framework.target("1.2")))
            #expect(line.more?.label.hasPrefix("\(aligned - PageLimits.aligned) ") == true)
        }
    }

    @Test func everyObligationIsInAGroupOrCounted() throws {
        try Self.withMany { picture in
            let due = try #require(PageBuilder(picture, .english, .due).view() as? DuePage)
            var told = 0
            for section in due.sections {
                told += section.items.reduce(0) { $0 + $1.count }
                told += section.more.flatMap { Int($0.label.prefix { $0.isNumber }) } ?? 0
            }
            #expect(told == picture.owing.items.count { $0.obligation.state.isOpen })
        }
    }

    @Test func whatAPageLeavesOutIsInTheTables() throws {
        try Self.withMany { picture in
            let assessed = picture.snapshot.forums.reduce(0) { $0 + $1.assessments.count }
            for (table, count) in [(DataTable.obligations, picture.owing.items.count), (.assessments, assessed)] {
                let file = table.files(of: picture, in: [.json])[0]
                let rows = try #require(JSONSerialization.jsonObject(with: Data(file)) as? [[String: Any]])
                #expect(rows.count == count && !rows.isEmpty && rows.allSatisfy { $0.count == rows[0].count })
            }
        }
    }

    /// Items of so many days, all of one party.
    private static func items(
        _ state: Obligation.State, _ days: Range<Int>, since first: String, like item: DueItem
    ) throws -> [DueItem] {
        let start = try #require(PartialDate(first)).earliest
        return days.map { day in
            var item = item
            item.obligation.state = state
            item.obligation.due = LegalDate(start.adding(days: day))
            return item
        }
    }

    @Test func aCalendarHasWhatComesNextAndWhatHasJustPassed() throws {
        let picture = try Samples.picture()
        let sample = try #require(picture.owing.items.first)
        // What is not yet due, though for a day long ago, stands before all that was missed.
        let announced = try Self.items(.notYetDue, 0..<2, since: "2009-01-01", like: sample)
        let overdue = try Self.items(.missed, 0..<PageLimits.events, since: "2012-01-01", like: sample)
        let done = try Self.items(.met, 0..<3, since: "2026-01-01", like: sample)
        let coming = try Self.items(.notYetDue, 0..<5, since: "2026-03-31", like: sample)
        let today = picture.snapshot.asOf
        func dated(_ items: [DueItem]) -> [DueItem] {
            DueCalendar.dated(items.indices.map(UInt32.init), of: items, on: today)
        }
        #expect(dated(announced + overdue + done + coming) == overdue.suffix(PageLimits.events - 5) + coming)
        #expect(dated(announced + done + coming) == announced + coming)
        let far = try Self.items(.notYetDue, 0..<PageLimits.events + 9, since: "2027-01-01", like: sample)
        #expect(dated(announced + far) == Array(far.prefix(PageLimits.events)))
    }
}

extension ExplainedContribution {
    fileprivate var weight: Int {
        if case .counted(let weight) = use { weight } else { -1 }
    }
}
