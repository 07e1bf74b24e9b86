import FollowUpModel
import Testing

@testable import Harmonization

/// The five rules with numbers made by hand.
@Suite("Consolidation rules")
struct ConsolidationRuleTests {
    /// The rank that a rule chooses.
    private func rank(_ rule: ConsolidationRule, _ contributions: [Contribution]) throws -> Int? {
        try consolidator(rule).cell(of: contributions).cell.progress.rank
    }

    @Test(arguments: ConsolidationRule.allCases)
    func aSingleWordDecides(rule: ConsolidationRule) throws {
        for rank in -1...3 {
            #expect(try self.rank(rule, [contribution(rank)]) == rank)
            #expect(try self.rank(rule, [contribution(rank, .close)]) == rank, "weight 0, but the only one")
        }
        #expect(try rank(rule, []) == nil)
        #expect(try rank(rule, [contribution(nil)]) == nil)
    }

    @Test(arguments: ConsolidationRule.allCases)
    func nothingIsNeverAveragedIn(rule: ConsolidationRule) throws {
        let silent = [contribution(nil), contribution(nil, nothing: .withheld), contribution(nil, nothing: .dormant)]
        #expect(try rank(rule, silent + [contribution(2)] + silent) == 2)
    }

    @Test(arguments: ConsolidationRule.allCases)
    func whoStandsOutsideDoesNotCount(rule: ConsolidationRule) throws {
        for standing in [Standing.exempt, .suspended, .dissociated, .notAddressed] {
            #expect(try rank(rule, [contribution(0, .exact, standing), contribution(2)]) == 2)
        }
    }

    @Test func weightedMedianIsTheLowerOne() throws {
        // 8 against 8: half of the weight lies at 1.
        #expect(try rank(.weightedMedian, [contribution(3), contribution(1)]) == 1)
        // 8 against 2 + 2: the heavy word wins.
        #expect(
            try rank(.weightedMedian, [contribution(3), contribution(0, .broad), contribution(0, .broad)]) == 3)
        // 8 against 4 + 4: a tie goes down.
        let light = contribution(0, .exact, .invited)
        #expect(try rank(.weightedMedian, [contribution(3), light, light]) == 0)
        // Three alike: the middle one.
        #expect(try rank(.weightedMedian, [contribution(3), contribution(-1), contribution(2)]) == 2)
        // 2 + 2 below, 8 in the middle, 2 above, in any order.
        let mixed = [contribution(3, .broad), contribution(2), contribution(0, .broad), contribution(-1, .broad)]
        #expect(try rank(.weightedMedian, mixed) == 2)
        #expect(try rank(.weightedMedian, mixed.reversed()) == 2)
    }

    @Test func standingWeighsToo() throws {
        // Invited: 4 × 1 against bound: 4 × 2.
        #expect(try rank(.weightedMedian, [contribution(0, .exact, .invited), contribution(3)]) == 3)
        // Invited and exact: 4; bound and narrow: 4.
        #expect(try rank(.weightedMedian, [contribution(0, .exact, .invited), contribution(3, .narrow)]) == 0)
        // A relation without a weight of its own weighs 1: 1 × 2 against 2 × 2.
        #expect(try rank(.weightedMedian, [contribution(0, .broad), contribution(2, .narrow)]) == 2)
    }

    @Test func whatWeighsNothingYieldsButIsNotSilent() throws {
        #expect(try rank(.weightedMedian, [contribution(0, .close), contribution(3, .broad)]) == 3)
        #expect(try rank(.weightedMedian, [contribution(3, .close), contribution(0, .broad)]) == 0)
        // All weights 0: each counts alike.
        let weightless = [contribution(0, .close), contribution(2, .close), contribution(3, .close)]
        #expect(try rank(.weightedMedian, weightless) == 2)
        #expect(try rank(.weightedMedian, [contribution(1, .close), contribution(3, .close)]) == 1)
        let cell = try consolidator().cell(of: [contribution(0, .close), contribution(3, .broad)]).cell
        #expect(cell.spread == 0...3)
        #expect(cell.contributions == 2)
    }

    @Test func weakestAndStrongest() throws {
        let words = [contribution(2), contribution(-1, .broad), contribution(3, .close), contribution(0)]
        #expect(try rank(.weakest, words) == -1)
        #expect(try rank(.strongest, words) == 3)
        let cell = try consolidator(.weakest).cell(of: words).cell
        #expect(cell.progress == .contrary)
    }

    @Test func latestGoesByDateAndThenDown() throws {
        let old = contribution(3, on: "2011-05-01")
        #expect(try rank(.latest, [old, contribution(1, on: "2015")]) == 1)
        #expect(try rank(.latest, [contribution(1, on: "2015"), old]) == 1)
        #expect(try rank(.latest, [contribution(2, on: "2015"), contribution(1, on: "2015"), old]) == 1)
        // Of two dates that begin on the same day the more precise one is the newer.
        #expect(try rank(.latest, [contribution(1, on: "2015-01"), contribution(3, on: "2015")]) == 1)
        #expect(try rank(.latest, [contribution(1, on: "2015"), contribution(3, on: "2015-01")]) == 3)
        // A module that names no report has no date: it comes last.
        #expect(try rank(.latest, [contribution(3, on: nil), contribution(0, on: "1999")]) == 0)
        #expect(try rank(.latest, [contribution(0, on: "1999"), contribution(3, on: nil)]) == 0)
        #expect(try rank(.latest, [contribution(3, on: nil), contribution(2, on: nil)]) == 2)
    }

    @Test func majorityCountsHeadsAndThenGoesDown() throws {
        let words = [contribution(3), contribution(1, .broad), contribution(1, .broad)]
        #expect(try rank(.majority, words) == 1)
        #expect(try rank(.majority, words + [contribution(3)]) == 1, "of equally many the lower one")
        #expect(try rank(.majority, [contribution(3), contribution(-1), contribution(2)]) == -1)
        #expect(try rank(.majority, words + [contribution(3), contribution(3)]) == 3)
    }

    /// Every rule against the plain rules of the reference, over every small set of ranks and weights.
    @Test(arguments: ConsolidationRule.allCases)
    func agreesWithThePlainRule(rule: ConsolidationRule) throws {
        let consolidator = try consolidator(rule)
        let relations: [(Relation, Int)] = [(.close, 0), (.broad, 2), (.exact, 8)]
        let dates = ["2012", "2015-03"]
        var numbers = SeededNumbers(seed: 7)
        for _ in 0..<3000 {
            let drawn = (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
                (
                    rank: Int.random(in: -1...3, using: &numbers),
                    relation: relations[Int.random(in: 0..<3, using: &numbers)],
                    date: dates[Int.random(in: 0..<2, using: &numbers)]
                )
            }
            let cell = consolidator.cell(of: drawn.map { contribution($0.rank, $0.relation.0, on: $0.date) }).cell
            let votes = drawn.map { PlainVote(rank: $0.rank, weight: $0.relation.1, date: $0.date) }
            #expect(cell.progress.rank == PlainRules.winner(votes, rule: rule.rawValue), "\(drawn)")
        }
    }
}
