import FollowUpModel

@testable import Harmonization

/// What a made-up workspace declares: exact weighs 4, narrow 2, broad 1, close 0; bound 2, pending 2, invited 1.
let madeUpSettings: Consolidation = {
    var settings = Consolidation(rule: .weightedMedian)
    settings.relationWeights = [.exact: 4, .narrow: 2, .broad: 1, .close: 0]
    settings.standingWeights = [.bound: 2, .pending: 2, .invited: 1]
    return settings
}()

/// A consolidator on a day, for a scale of four levels.
func consolidator(
    _ rule: ConsolidationRule = .weightedMedian, divergentFrom: Int = 2, asOf: String = "2020-06-30"
) throws -> Consolidator {
    var settings = madeUpSettings
    settings.divergentFrom = divergentFrom
    return Consolidator(settings: settings, rule: rule, asOf: try date(asOf).latest, top: 3)
}

/// A contribution of a made-up forum; rank -1 is a step back, nil nothing.
func contribution(
    _ rank: Int?, _ relation: Relation = .exact, _ standing: Standing = .bound, forum: Int = 0,
    voices: ClosedRange<Int>? = nil, nothing: MissingReason = .noReport, on day: String? = "2020-01-01",
    evidence: Int = 0, isDurable: Bool = true, isContradicted: Bool = false, isOverdue: Bool = false
) -> Contribution {
    let progress: Progress =
        rank.map { $0 < 0 ? .contrary : .level(ProgressScale.Level(rank: $0)) } ?? .missing(nothing)
    return Contribution(
        forum: forum, commitment: CommitmentIndex(0), relation: relation, ceiling: relation.defaultCeiling,
        standing: standing, progress: progress,
        voices: voices ?? rank.map { $0...$0 },
        weight: madeUpSettings.weight(relation: relation, standing: standing),
        date: rank == nil ? nil : day.flatMap { PartialDate($0) },
        evidence: evidence, isDurable: isDurable, isContradicted: isContradicted, isOverdue: isOverdue, witness: nil)
}

extension Consolidator {
    /// The cell of some contributions, and how each is used in it.
    func cell(of contributions: [Contribution]) -> (cell: Cell, uses: [ContributionUse]) {
        var ballots = ballots
        // As in a picture, where those of other countries lie before and after.
        let among = [contribution(-1)] + contributions + [contribution(-1)]
        let ours = among[1..<contributions.count + 1]
        return (cell(of: ours, &ballots), uses(of: ours))
    }

    /// The cell of a measure made of some parts.
    func whole(of parts: [Cell]) -> Cell {
        var ballots = ballots
        return whole(of: parts, &ballots)
    }
}
