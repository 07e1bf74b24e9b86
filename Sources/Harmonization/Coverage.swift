public import FollowUpModel
import ForumKit
import ForumWorkspace

/// How much of a part of the picture is known; stands beside every total.
public struct Coverage: Hashable, Sendable {
    /// The number of cells.
    public var cells = 0
    /// Those in which some commitment asks the country.
    public var addressed = 0
    /// Those with a word on progress.
    public var withProgress = 0
    /// Those whose newest word is stale.
    public var stale = 0
    /// Those in which forums diverge.
    public var divergent = 0

    /// Makes an empty coverage.
    public init() {}

    /// Adds a cell.
    public mutating func add(_ cell: Cell) {
        cells += 1
        if cell.addressed > 0 { addressed += 1 }
        if cell.progress.rank != nil { withProgress += 1 }
        if cell.isStale { stale += 1 }
        if cell.isDivergent { divergent += 1 }
    }

    /// The coverage of some cells.
    public init(of cells: some Sequence<Cell>) {
        for cell in cells { add(cell) }
    }
}

/// How many assessments or cells say what.
public struct Tally: Hashable, Sendable {
    /// The number at each level of the scale, least first.
    public var levels: [Int]
    /// The number of steps back.
    public var contrary = 0
    /// The number of each kind of nothing.
    public var missing: [MissingReason: Int] = [:]
    /// The number of assessments kept out by each standing.
    public var outside: [Standing: Int] = [:]
    /// The number whose deadline has passed.
    public var overdue = 0

    /// Makes an empty tally for a scale of so many levels.
    public init(levelCount: Int) { levels = [Int](repeating: 0, count: levelCount) }

    /// Adds a word.
    public mutating func add(_ progress: Progress) {
        switch progress {
        case .level(let level): levels[Int(level.rank)] += 1
        case .contrary: contrary += 1
        case .missing(let kind): missing[kind, default: 0] += 1
        }
    }

    /// The number of words on progress.
    public var withProgress: Int { levels.reduce(contrary, +) }

    /// The number of all that was added.
    public var total: Int { withProgress + missing.values.reduce(0, +) }
}

extension ForumSnapshot {
    /// What the forum's assessments say, those of parties that don't count kept apart.
    public func tally(levelCount: Int) -> Tally {
        var tally = Tally(levelCount: levelCount)
        for place in forum.commitments.indices { assessments(of: CommitmentIndex(place)).add(to: &tally) }
        return tally
    }
}

extension AssessmentList {
    /// What the assessments say, those of parties that don't count kept apart.
    package func tally(levelCount: Int) -> Tally {
        var tally = Tally(levelCount: levelCount)
        add(to: &tally)
        return tally
    }

    fileprivate func add(to tally: inout Tally) {
        for assessment in packed {
            if assessment.isOverdue { tally.overdue += 1 }
            if assessment.standing.counts {
                tally.add(assessment.progress)
            } else {
                tally.outside[assessment.standing, default: 0] += 1
            }
        }
    }
}
