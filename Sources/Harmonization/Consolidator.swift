import FollowUpModel

/// Makes one cell of the contributions of all forums, by the rule that the workspace declares.
struct Consolidator: Sendable {
    let settings: Consolidation
    let rule: ConsolidationRule
    let asOf: CalendarDay
    /// The rank of the scale's highest level.
    let top: Int

    /// Where words are counted, used again for cell after cell.
    struct Ballots {
        fileprivate var all: Ballot
        fileprivate var forum: Ballot
    }

    /// Ballots for the workspace's scale.
    var ballots: Ballots { Ballots(all: Ballot(top: top), forum: Ballot(top: top)) }

    /// The cell of one country.
    ///
    /// - Parameter contributions: forum by forum, in the order of the snapshot.
    func cell(of contributions: ArraySlice<Contribution>, _ ballots: inout Ballots) -> Cell {
        var cell = Cell()
        var silence = Silence()
        var isDone = true
        let twins = SharedEvidence(contributions)
        ballots.all.clear()
        for place in contributions.indices where contributions[place].standing.counts {
            let contribution = contributions[place]
            cell.addressed += 1
            if contribution.isOverdue { cell.isOverdue = true }
            guard let rank = contribution.progress.rank else {
                if case .missing(let kind) = contribution.progress { silence.add(kind) }
                continue
            }
            widen(&cell, by: contribution.voices ?? rank...rank)
            guard twins.counts(at: place) else { continue }
            ballots.all.add(rank: rank, weight: contribution.weight, date: contribution.date)
            if let date = contribution.date { cell.newest = cell.newest.map { max($0, date) } ?? date }
            if rank != top || !contribution.isDurable { isDone = false }
        }
        cell.contributions = ballots.all.count
        guard let rank = ballots.all.winner(by: rule) else {
            cell.progress = .missing(silence.prevailing)
            return cell
        }
        cell.progress = Self.progress(rank: rank)
        cell.isDivergent = spans(cell.spread) && forumsDiffer(contributions, &ballots.forum)
        if !isDone, let newest = cell.newest {
            cell.isStale = newest.latest.adding(months: settings.staleAfterMonths) < asOf
        }
        return cell
    }

    /// How each contribution is used in its cell; of others they are told by their place among them.
    func uses(of contributions: ArraySlice<Contribution>) -> [ContributionUse] {
        let (twins, first) = (SharedEvidence(contributions), contributions.startIndex)
        return contributions.indices.map { place in
            let contribution = contributions[place]
            guard contribution.standing.counts else { return .outside }
            guard contribution.progress.rank != nil else { return .silent }
            return twins.counting(at: place).map { .sameEvidence(as: $0 - first) }
                ?? .counted(weight: contribution.weight)
        }
    }

    /// The cell of a measure as a whole: its own alignments and each of its lines are one voice each.
    ///
    /// Where one part is divergent, contradicted, stale or overdue, so is the whole; the spread is that of all parts,
    /// the numbers are their sums, so that a commitment aligned to two lines is counted in both.
    func whole(of parts: some Collection<Cell>, _ ballots: inout Ballots) -> Cell {
        var whole = Cell()
        var silence = Silence()
        ballots.all.clear()
        for part in parts {
            if let rank = part.progress.rank { ballots.all.add(rank: rank, weight: 1, date: part.newest) }
            if let kind = part.progress.missing { silence.add(kind) }
            if let spread = part.spread { whole.spread = whole.spread.map { $0.widened(by: spread) } ?? spread }
            if part.isDivergent { whole.isDivergent = true }
            if part.isContradicted { whole.isContradicted = true }
            if part.isStale { whole.isStale = true }
            if part.isOverdue { whole.isOverdue = true }
            if let date = part.newest { whole.newest = whole.newest.map { max($0, date) } ?? date }
            whole.contributions += part.contributions
            whole.addressed += part.addressed
        }
        whole.progress = ballots.all.winner(by: rule).map(Self.progress) ?? .missing(silence.prevailing)
        return whole
    }

    private static func progress(rank: Int) -> Progress {
        rank < 0 ? .contrary : .level(ProgressScale.Level(rank: rank))
    }

    /// Takes what a contribution says into the spread, also where its evidence counts elsewhere: two forums may read
    /// the same act differently.
    private func widen(_ cell: inout Cell, by voices: ClosedRange<Int>) {
        cell.spread = cell.spread.map { $0.widened(by: voices) } ?? voices
        if spans(voices) { cell.isContradicted = true }
    }

    /// Whether ranks differ by as many levels as the workspace calls divergent.
    private func spans(_ ranks: ClosedRange<Int>?) -> Bool {
        ranks.map { $0.upperBound - $0.lowerBound >= settings.divergentFrom } ?? false
    }

    /// Whether the forums, each consolidated by itself, differ by as many levels as the workspace says.
    private func forumsDiffer(_ contributions: ArraySlice<Contribution>, _ ballot: inout Ballot) -> Bool {
        var ranks: ClosedRange<Int>?
        var start = contributions.startIndex
        while start < contributions.endIndex {
            var end = start + 1
            while end < contributions.endIndex, contributions[end].forum == contributions[start].forum { end += 1 }
            let twins = SharedEvidence(contributions[start..<end])
            ballot.clear()
            for place in start..<end {
                let contribution = contributions[place]
                guard contribution.standing.counts, let rank = contribution.progress.rank, twins.counts(at: place)
                else { continue }
                ballot.add(rank: rank, weight: contribution.weight, date: contribution.date)
            }
            if let rank = ballot.winner(by: rule) { ranks = ranks.map { $0.widened(by: rank...rank) } ?? rank...rank }
            start = end
        }
        return spans(ranks)
    }
}

/// Which contributions cite the same evidence as a heavier one, or as an equally heavy one before them.
///
/// Of those that cite the same evidence the heaviest counts, else the first.
private struct SharedEvidence {
    /// The place of the contribution that counts instead, by place; empty in the usual case that all are their own.
    private var counting: [Int: Int] = [:]

    init(_ contributions: ArraySlice<Contribution>) {
        var heaviest: [Int: Int] = [:]
        for place in contributions.indices where contributions[place].citesEvidence {
            let contribution = contributions[place]
            if let best = heaviest[contribution.evidence], contributions[best].weight >= contribution.weight {
                continue
            }
            heaviest[contribution.evidence] = place
        }
        guard heaviest.count > 0 else { return }
        for place in contributions.indices where contributions[place].citesEvidence {
            if let best = heaviest[contributions[place].evidence], best != place { counting[place] = best }
        }
    }

    /// The place of the contribution that counts instead of the one at a place; nil where it counts itself.
    func counting(at place: Int) -> Int? { counting.isEmpty ? nil : counting[place] }

    /// Whether the contribution at a place counts itself.
    func counts(at place: Int) -> Bool { counting(at: place) == nil }
}

extension Contribution {
    /// Whether it speaks of progress, counts, and names the evidence for it.
    fileprivate var citesEvidence: Bool { evidence != 0 && standing.counts && progress.rank != nil }
}

/// The kinds of nothing met so far, of which the one that says most is shown.
private struct Silence {
    private var met = 0

    /// The kinds from the one that says most to the one that says least.
    private static let order: [MissingReason] = [
        .withheld, .unmapped, .reportedWithoutStatus, .noReport, .notYetDue, .dormant, .notAddressed,
    ]

    mutating func add(_ kind: MissingReason) {
        switch kind {
        case .withheld: met |= 1 << 0
        case .unmapped: met |= 1 << 1
        case .reportedWithoutStatus: met |= 1 << 2
        case .noReport: met |= 1 << 3
        case .notYetDue: met |= 1 << 4
        case .dormant: met |= 1 << 5
        case .notAddressed: met |= 1 << 6
        }
    }

    /// The kind that says most; "not addressed" where none was met.
    var prevailing: MissingReason { met == 0 ? .notAddressed : Self.order[met.trailingZeroBitCount] }
}

extension ClosedRange<Int> {
    fileprivate func widened(by other: Self) -> Self {
        Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
    }
}
