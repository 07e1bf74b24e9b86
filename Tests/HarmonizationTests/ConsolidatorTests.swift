import FollowUpModel
import Testing

@testable import Harmonization

/// What a cell says beside its level, with numbers made by hand.
@Suite("Consolidator")
struct ConsolidatorTests {
    // MARK: Evidence

    @Test func theSameEvidenceCountsOnceByTheHeaviest() throws {
        let (cell, uses) = try consolidator().cell(of: [
            contribution(1, .broad, forum: 0, evidence: 7), contribution(3, .exact, forum: 1, evidence: 7),
            contribution(1, .narrow, forum: 2, evidence: 7), contribution(1, .broad, forum: 2),
        ])
        #expect(
            uses == [.sameEvidence(as: 1), .counted(weight: 8), .sameEvidence(as: 1), .counted(weight: 2)])
        #expect(cell.progress.rank == 3)
        #expect(cell.contributions == 2)
        #expect(cell.addressed == 4)
    }

    @Test func ofEquallyHeavyOnesTheFirstCounts() throws {
        let uses = try consolidator().cell(of: [
            contribution(1, evidence: 7), contribution(3, forum: 1, evidence: 7),
            contribution(2, forum: 1, evidence: 8),
            contribution(0, .narrow, forum: 1, evidence: 8),
        ]).uses
        #expect(uses == [.counted(weight: 8), .sameEvidence(as: 0), .counted(weight: 8), .sameEvidence(as: 2)])
    }

    @Test func evidenceThatWeighsNothingStillCountsOnce() throws {
        let uses = try consolidator().cell(of: [
            contribution(1, .close, evidence: 7), contribution(3, .close, forum: 1, evidence: 7),
        ]).uses
        #expect(uses == [.counted(weight: 0), .sameEvidence(as: 0)])
    }

    @Test func evidenceOfWhoDoesNotSpeakOrCountIsFree() throws {
        let uses = try consolidator().cell(of: [
            contribution(3, .exact, .suspended, evidence: 7), contribution(nil, evidence: 7),
            contribution(1, .broad, evidence: 7), contribution(2, .broad, evidence: 0),
            contribution(2, .broad, evidence: 0),
        ]).uses
        #expect(
            uses == [.outside, .silent, .counted(weight: 2), .counted(weight: 2), .counted(weight: 2)])
    }

    /// One act, two readings: it votes once, and no two forums differ on it; the other reading stands in the explanation.
    @Test func twoReadingsOfOneActAreOneAccount() throws {
        let cell = try consolidator().cell(of: [
            contribution(1, .exact, forum: 0, on: "2014", evidence: 7),
            contribution(3, .broad, forum: 1, voices: 0...3, on: "2016", evidence: 7),
        ]).cell
        #expect(cell.progress.rank == 1)
        #expect(cell.contributions == 1)
        #expect(cell.spread == 1...1)
        #expect(!cell.isDivergent)
        #expect(cell.isContradicted, "the voices behind the other reading differ")
        #expect(cell.newest?.description == "2014", "only what counts is the newest")
    }

    // MARK: Spread, divergence, contradiction

    @Test func forumsDivergeFromTheDeclaredNumberOfLevelsOn() throws {
        for (low, high) in [(0, 1), (0, 2), (1, 3), (-1, 1), (-1, 0), (2, 2)] {
            let words = [contribution(low), contribution(high, forum: 1)]
            for threshold in 1...4 {
                let cell = try consolidator(divergentFrom: threshold).cell(of: words).cell
                #expect(cell.isDivergent == (high - low >= threshold), "\(low) and \(high) from \(threshold)")
                #expect(cell.spread == low...high)
                #expect(!cell.isContradicted)
            }
        }
    }

    @Test func oneForumAloneNeverDiverges() throws {
        let cell = try consolidator().cell(of: [contribution(0), contribution(3), contribution(nil, forum: 1)]).cell
        #expect(!cell.isDivergent)
        #expect(cell.spread == 0...3)
        let outside = try consolidator().cell(of: [contribution(0), contribution(3, .exact, .exempt, forum: 1)]).cell
        #expect(!outside.isDivergent)
        #expect(outside.spread == 0...0)
    }

    /// Each forum is first consolidated by itself, by the same rule.
    @Test func forumsDivergeByTheirOwnConsolidatedWord() throws {
        let words = [
            contribution(0, .broad), contribution(3, .exact), contribution(2, forum: 1), contribution(3, forum: 1),
        ]
        #expect(try !consolidator(.weightedMedian).cell(of: words).cell.isDivergent)
        #expect(try consolidator(.weakest).cell(of: words).cell.isDivergent)
        #expect(try !consolidator(.strongest).cell(of: words).cell.isDivergent)
    }

    @Test func voicesContradictWithinOneCommitmentOnly() throws {
        let between = try consolidator().cell(of: [contribution(0), contribution(3)]).cell
        #expect(!between.isContradicted)
        let within = try consolidator().cell(of: [contribution(2, voices: 1...3)]).cell
        #expect(within.isContradicted)
        #expect(!within.isDivergent)
        #expect(within.spread == 1...3)
        #expect(try !consolidator().cell(of: [contribution(2, voices: 2...3)]).cell.isContradicted)
    }

    // MARK: Freshness, deadlines

    /// Whether a cell of one word is stale; 60 months before 2020-06-30 is 2015-06-30.
    private func isStale(_ rank: Int, on day: String, isDurable: Bool) throws -> Bool {
        try consolidator().cell(of: [contribution(rank, on: day, isDurable: isDurable)]).cell.isStale
    }

    @Test func staleBeginsTheDayAfterTheLimit() throws {
        #expect(try !isStale(1, on: "2015-06-30", isDurable: true))
        #expect(try isStale(1, on: "2015-06-29", isDurable: true))
        #expect(try !isStale(1, on: "2015", isDurable: true), "2015 may have been its last day")
        #expect(try isStale(1, on: "2015-05", isDurable: true))
    }

    @Test func whatActsHaveCompletedDoesNotGetStale() throws {
        #expect(try !isStale(3, on: "1999", isDurable: true))
        #expect(try isStale(3, on: "1999", isDurable: false))
        #expect(try isStale(-1, on: "1999", isDurable: true))
        let mixed = [contribution(3, on: "1999"), contribution(3, on: "2001", isDurable: false)]
        #expect(try consolidator().cell(of: mixed).cell.isStale)
        let unfinished = [contribution(3, .exact, on: "1999"), contribution(1, .broad, on: "2001")]
        #expect(try consolidator().cell(of: unfinished).cell.isStale)
        #expect(try !consolidator().cell(of: unfinished + [contribution(0, on: "2019")]).cell.isStale)
        #expect(try !consolidator().cell(of: [contribution(1, on: nil)]).cell.isStale, "no date, no age")
    }

    @Test func overdueComesFromWhoIsAsked() throws {
        let overdue = contribution(nil, isOverdue: true)
        #expect(try consolidator().cell(of: [overdue, contribution(3)]).cell.isOverdue)
        #expect(try consolidator().cell(of: [contribution(1, isOverdue: true)]).cell.isOverdue)
        #expect(try !consolidator().cell(of: [contribution(1, .exact, .exempt, isOverdue: true)]).cell.isOverdue)
        let hidden = [contribution(1, evidence: 1), contribution(1, evidence: 1, isOverdue: true)]
        #expect(try consolidator().cell(of: hidden).cell.isOverdue)
    }

    // MARK: Nothing

    /// From the kind that says most to the one that says least.
    private static let kinds: [MissingReason] = [
        .forumNotRead, .tooLittleKnown, .indicationOnly, .withheld, .unmapped, .reportedWithoutStatus, .noReport,
        .notYetDue, .dormant, .notAddressed,
    ]

    @Test func theKindThatSaysMostIsShown() throws {
        #expect(Set(Self.kinds) == Set(MissingReason.allCases))
        for (place, kind) in Self.kinds.enumerated() {
            for other in Self.kinds[place...] {
                let words = [contribution(nil, nothing: other), contribution(nil, nothing: kind)]
                #expect(try consolidator().cell(of: words).cell.progress == .missing(kind))
                #expect(try consolidator().cell(of: words.reversed()).cell.progress == .missing(kind))
                #expect(
                    try consolidator().whole(of: words.map { try consolidator().cell(of: [$0]).cell }).progress
                        == .missing(kind))
            }
        }
    }

    @Test func whoIsOutsideIsNotAddressed() throws {
        let cell = try consolidator().cell(of: [contribution(nil, .exact, .suspended, nothing: .withheld)]).cell
        #expect(cell.progress == .missing(.notAddressed))
        #expect(cell.addressed == 0)
        #expect(cell.contributions == 0)
        #expect(cell.spread == nil)
        #expect(cell.newest == nil)
        #expect(try consolidator().cell(of: []).cell == cell)
    }

    // MARK: Measures with lines

    @Test func aMeasureIsMadeOfItsParts() throws {
        let parts = try [
            [contribution(3, on: "2019-01-01", isOverdue: true)], [contribution(nil)],
            [contribution(0, on: "2001-01-01"), contribution(1, forum: 1, on: "2002-01-01")],
            [contribution(2, voices: 0...2, on: "2018-01-01")],
        ].map { try consolidator().cell(of: $0).cell }
        let whole = try consolidator().whole(of: parts)
        // 3, 0, 2: one voice each, whatever their weights.
        #expect(whole.progress.rank == 2)
        #expect(whole.spread == 0...3)
        #expect(!whole.isDivergent)
        #expect(whole.isContradicted)
        #expect(whole.isStale)
        #expect(whole.isOverdue)
        #expect(whole.newest?.description == "2019-01-01")
        #expect(whole.contributions == 4)
        #expect(whole.addressed == 5)
        #expect(try consolidator(.strongest).whole(of: parts).progress.rank == 3)
        #expect(try consolidator(.latest).whole(of: parts).progress.rank == 3)
        #expect(try consolidator(.weakest).whole(of: parts).progress.rank == 0)
    }

    @Test func aMeasureDivergesWhereOneLineDoes() throws {
        let divergent = try consolidator().cell(of: [contribution(0), contribution(3, forum: 1)]).cell
        let agreed = try consolidator().cell(of: [contribution(1)]).cell
        #expect(try consolidator().whole(of: [agreed, divergent]).isDivergent)
        let apart = try [contribution(0), contribution(3, forum: 1)].map { try consolidator().cell(of: [$0]).cell }
        #expect(try !consolidator().whole(of: apart).isDivergent, "lines may differ, that is no divergence")
    }
}
