import FollowUpModel

/// Makes one cell of the contributions of all forums, by the rule that the workspace declares.
struct Consolidator: Sendable {
    let settings: Consolidation
    let rule: ConsolidationRule
    let asOf: CalendarDay
    /// The rank of the scale's highest level.
    let top: Int

    /// The cell, and how each contribution is used in it.
    ///
    /// - Parameter contributions: forum by forum, in the order of the snapshot.
    func cell(of contributions: [Contribution]) -> (cell: Cell, uses: [ContributionUse]) {
        let uses = uses(of: contributions)
        var kinds: Set<KindOfNothing> = []
        var cell = Cell(
            progress: .nothing(.notAddressed), spread: nil, isDivergent: false, isContradicted: false, isStale: false,
            isOverdue: false, newest: nil, contributions: 0, addressed: 0)
        for (contribution, use) in zip(contributions, uses) {
            switch use {
            case .outside: continue
            case .silent:
                if case .nothing(let kind) = contribution.progress { kinds.insert(kind) }
            case .sameEvidence: widen(&cell, by: contribution)
            case .counted:
                widen(&cell, by: contribution)
                if let date = contribution.date { cell.newest = cell.newest.map { max($0, date) } ?? date }
            }
            cell.addressed += 1
            if contribution.isOverdue { cell.isOverdue = true }
        }
        let counted = votes(of: contributions, uses)
        cell.contributions = counted.count
        guard let rank = winner(counted) else {
            cell.progress = .nothing(Self.order.first { kinds.contains($0) } ?? .notAddressed)
            return (cell, uses)
        }
        cell.progress = Self.progress(rank: rank)
        cell.isDivergent = spans(cell.spread) && forumsDiffer(contributions)
        let isDone = counted.allSatisfy { $0.rank == top && $0.isDurable }
        if let newest = cell.newest, !isDone {
            cell.isStale = newest.latest.adding(months: settings.staleAfterMonths) < asOf
        }
        return (cell, uses)
    }

    /// The cell of a measure as a whole: its own alignments and each of its lines are one voice each.
    ///
    /// Where one part is divergent, contradicted, stale or overdue, so is the whole; the spread is that of all parts,
    /// the numbers are their sums, so that a commitment aligned to two lines is counted in both.
    func whole(of parts: [Cell]) -> Cell {
        let votes = parts.compactMap { part in
            part.progress.rank.map { Vote(rank: $0, weight: 1, date: part.newest, isDurable: true) }
        }
        let kinds = Set(parts.compactMap(\.progress.nothing))
        let spreads = parts.compactMap(\.spread)
        return Cell(
            progress: winner(votes).map(Self.progress)
                ?? .nothing(Self.order.first { kinds.contains($0) } ?? .notAddressed),
            spread: spreads.map(\.lowerBound).min().flatMap { low in spreads.map(\.upperBound).max().map { low...$0 } },
            isDivergent: parts.contains(where: \.isDivergent), isContradicted: parts.contains(where: \.isContradicted),
            isStale: parts.contains(where: \.isStale), isOverdue: parts.contains(where: \.isOverdue),
            newest: parts.compactMap(\.newest).max(), contributions: parts.reduce(0) { $0 + $1.contributions },
            addressed: parts.reduce(0) { $0 + $1.addressed })
    }

    private static func progress(rank: Int) -> Progress {
        rank < 0 ? .contrary : .level(ProgressScale.Level(rank: rank))
    }

    /// The kinds of nothing from the one that says most to the one that says least.
    private static let order: [KindOfNothing] = [
        .withheld, .unmapped, .reportedWithoutStatus, .noReport, .notYetDue, .dormant, .notAddressed,
    ]

    /// Takes what a contribution says into the spread, also where its evidence counts elsewhere: two forums may read
    /// the same act differently.
    private func widen(_ cell: inout Cell, by contribution: Contribution) {
        guard let rank = contribution.progress.rank else { return }
        let voices = contribution.voices ?? rank...rank
        cell.spread =
            cell.spread.map {
                min($0.lowerBound, voices.lowerBound)...max($0.upperBound, voices.upperBound)
            } ?? voices
        if spans(voices) { cell.isContradicted = true }
    }

    /// Whether ranks differ by as many levels as the workspace calls divergent.
    private func spans(_ ranks: ClosedRange<Int>?) -> Bool {
        ranks.map { $0.upperBound - $0.lowerBound >= settings.divergentFrom } ?? false
    }

    /// What the counted contributions say.
    private func votes(of contributions: [Contribution], _ uses: [ContributionUse]) -> [Vote] {
        zip(contributions, uses).compactMap { contribution, use in
            guard case .counted(let weight) = use, let rank = contribution.progress.rank else { return nil }
            return Vote(rank: rank, weight: weight, date: contribution.date, isDurable: contribution.isDurable)
        }
    }

    /// How each contribution is used; of those that cite the same evidence the heaviest counts, else the first.
    private func uses(of contributions: [Contribution]) -> [ContributionUse] {
        var heaviest: [Int: (place: Int, weight: Int)] = [:]
        var uses = contributions.enumerated().map { place, contribution -> ContributionUse in
            guard contribution.standing.counts else { return .outside }
            guard contribution.progress.rank != nil else { return .silent }
            let weight = settings.weight(relation: contribution.relation, standing: contribution.standing)
            if contribution.evidence != 0, weight > heaviest[contribution.evidence]?.weight ?? -1 {
                heaviest[contribution.evidence] = (place, weight)
            }
            return .counted(weight: weight)
        }
        for place in contributions.indices {
            guard case .counted = uses[place], let best = heaviest[contributions[place].evidence], best.place != place
            else { continue }
            uses[place] = .sameEvidence(as: best.place)
        }
        return uses
    }
}

/// One counted contribution, with what the rules ask for.
private struct Vote {
    var rank: Int
    var weight: Int
    var date: PartialDate?
    var isDurable: Bool
}

extension Consolidator {
    /// The rank that the rule chooses; nil when nobody votes.
    private func winner(_ votes: [Vote]) -> Int? {
        guard let first = votes.first else { return nil }
        guard votes.count > 1 else { return first.rank }
        switch rule {
        case .weakest: return votes.map(\.rank).min()
        case .strongest: return votes.map(\.rank).max()
        case .latest: return latest(votes)
        case .majority: return majority(votes)
        case .weightedMedian: return lowerMedian(votes)
        }
    }

    /// The lowest rank at or below which at least half of the weight lies; where all weights are 0 each counts alike.
    private func lowerMedian(_ votes: [Vote]) -> Int? {
        let isWeighted = votes.contains { $0.weight > 0 }
        let sorted = votes.sorted { $0.rank < $1.rank }
        let total = isWeighted ? sorted.reduce(0) { $0 + $1.weight } : sorted.count
        var below = 0
        for vote in sorted {
            below += isWeighted ? vote.weight : 1
            if 2 * below >= total, below > 0 { return vote.rank }
        }
        return sorted.last?.rank
    }

    /// The rank with the newest report; of equally new ones the lower rank.
    private func latest(_ votes: [Vote]) -> Int? {
        votes.max { left, right in
            left.date == right.date ? left.rank > right.rank : isOlder(left.date, right.date)
        }?.rank
    }

    private func isOlder(_ left: PartialDate?, _ right: PartialDate?) -> Bool {
        guard let right else { return false }
        return left.map { $0 < right } ?? true
    }

    /// The rank that most contributions have; of equally many the lower one.
    private func majority(_ votes: [Vote]) -> Int? {
        var count: [Int: Int] = [:]
        for vote in votes { count[vote.rank, default: 0] += 1 }
        return count.max { left, right in
            left.value == right.value ? left.key > right.key : left.value < right.value
        }?.key
    }

    /// Whether the forums, each consolidated by itself, differ by as many levels as the workspace says.
    private func forumsDiffer(_ contributions: [Contribution]) -> Bool {
        let forums = Set(contributions.map(\.forum))
        guard forums.count > 1 else { return false }
        let ranks = forums.compactMap { forum in
            let own = contributions.filter { $0.forum == forum }
            return winner(votes(of: own, uses(of: own)))
        }
        guard let lowest = ranks.min(), let highest = ranks.max() else { return false }
        return spans(lowest...highest)
    }
}
