import FollowUpModel

/// Makes one cell of the contributions of all forums, by the rule that the workspace declares.
struct Consolidator: Sendable {
    var settings: Consolidation
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

    /// The cell of one country, of what is contributed forum by forum.
    ///
    /// - Parameter unread: whether a forum that can't be read may speak there too.
    func cell(
        of contributions: ArraySlice<Contribution>, unread: UnreadMark = .none, _ ballots: inout Ballots
    ) -> Cell {
        var cell = Cell()
        var silence = Silence()
        if unread == .here { silence.add(.forumNotRead) }
        var isDone = true
        let shared = SharedEvidence(contributions)
        let limits = limits(of: contributions, shared)
        var (whole, part): (ClosedRange<Int>?, ClosedRange<Int>?)
        ballots.all.clear()
        for place in contributions.indices where contributions[place].standing.counts {
            let contribution = contributions[place]
            guard contribution.ceiling != .indication else {
                if contribution.progress.rank != nil { silence.add(.indicationOnly) }
                continue
            }
            cell.addressed += 1
            if contribution.isOverdue { cell.isOverdue = true }
            guard let said = contribution.progress.rank else {
                if case .missing(let kind) = contribution.progress { silence.add(kind) }
                continue
            }
            if limits.silences(contribution) {
                silence.add(.indicationOnly)
                continue
            }
            let voices = contribution.voices ?? said...said
            let rank = contribution.ceiling == .full ? said : limits.ranks.nearest(to: said)
            if spans(voices) || contribution.isContradicted { cell.isContradicted = true }
            // Two readings of one piece of evidence are no two accounts.
            guard shared.counts(at: place) else { continue }
            if contribution.ceiling == .full {
                whole = whole?.widened(by: voices) ?? voices
            } else {
                let bounded = limits.ranks.nearest(to: voices.lowerBound)...limits.ranks.nearest(to: voices.upperBound)
                part = part?.widened(by: bounded) ?? bounded
            }
            ballots.all.add(rank: rank, weight: contribution.weight, date: contribution.date)
            if let date = contribution.date { cell.newest = cell.newest.map { max($0, date) } ?? date }
            if rank != top || !contribution.isDurable { isDone = false }
        }
        cell.contributions = ballots.all.count
        // Parts of the target are set beside each other only where nothing holds the whole.
        cell.spread = whole ?? part
        guard let rank = ballots.all.winner(by: rule) else {
            if unread == .anywhere, silence.prevailing == .notAddressed { silence.add(.forumNotRead) }
            cell.progress = .missing(silence.prevailing)
            return cell
        }
        cell.progress = Self.progress(rank: rank)
        cell.isDivergent = spans(whole) && forumsDiffer(contributions, shared, &ballots.forum)
        if !isDone, let newest = cell.newest {
            cell.isStale = newest.latest.adding(months: settings.staleAfterMonths) < asOf
        }
        return cell
    }

    /// What a part of the target can say of the whole.
    private struct PartLimits {
        /// Whether anything that counts is above the lowest level; else a part that failed says nothing of the rest.
        var isBegun = false
        /// The lowest and highest rank that a part can give.
        var ranks: ClosedRange<Int>

        /// Whether a contribution tells of a part that failed, while nothing says that something of the target is done.
        func silences(_ contribution: Contribution) -> Bool {
            contribution.ceiling == .partial && !isBegun && contribution.progress.rank.map { $0 <= 0 } ?? false
        }
    }

    /// The limits of the parts among contributions.
    ///
    /// The highest is the level below the top, or that of a commitment that holds the whole and says more: a part that is
    /// met never speaks against the whole. The lowest is the level after the scale's lowest: a part that failed doesn't
    /// undo what is done of the rest.
    private func limits(of contributions: ArraySlice<Contribution>, _ shared: SharedEvidence) -> PartLimits {
        var limits = PartLimits(ranks: min(1, top - 1)...top - 1)
        for place in contributions.indices {
            let contribution = contributions[place]
            guard contribution.standing.counts, contribution.ceiling != .indication,
                let rank = contribution.progress.rank
            else { continue }
            if contribution.ceiling == .full {
                limits.ranks = limits.ranks.lowerBound...max(limits.ranks.upperBound, rank)
            }
            if rank > 0, shared.counts(at: place) { limits.isBegun = true }
        }
        return limits
    }

    /// How each contribution is used in its cell; of others they are told by their place among them.
    func uses(of contributions: ArraySlice<Contribution>) -> [ContributionUse] {
        let (shared, first) = (SharedEvidence(contributions), contributions.startIndex)
        let limits = limits(of: contributions, shared)
        return contributions.indices.map { place in
            let contribution = contributions[place]
            guard contribution.standing.counts else { return .outside }
            guard contribution.progress.rank != nil else { return .silent }
            guard contribution.ceiling != .indication, !limits.silences(contribution) else { return .indication }
            return shared.counting(at: place).map { .sameEvidence(as: $0 - first) }
                ?? .counted(weight: contribution.weight)
        }
    }

    /// The cell of a measure as a whole: its own alignments and each of its lines are one voice each.
    ///
    /// The whole has a level only where at least the declared share of the parts that ask the country have one.
    /// Where one part is divergent, contradicted, stale or overdue, so is the whole; the spread is that of all parts,
    /// the numbers are their sums, so that a commitment aligned to two lines is counted in both.
    func whole(of parts: some Collection<Cell>, _ ballots: inout Ballots) -> Cell {
        var whole = Cell()
        var silence = Silence()
        var asked = 0
        ballots.all.clear()
        for part in parts {
            if part.addressed > 0 { asked += 1 }
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
        guard let rank = ballots.all.winner(by: rule) else {
            whole.progress = .missing(silence.prevailing)
            return whole
        }
        let isEnough = ballots.all.count * 100 >= settings.quorum * asked
        whole.progress = isEnough ? Self.progress(rank: rank) : .missing(.tooLittleKnown)
        return whole
    }

    private static func progress(rank: Int) -> Progress {
        rank < 0 ? .contrary : .level(ProgressScale.Level(rank: rank))
    }

    /// Whether ranks differ by as many levels as the workspace calls divergent.
    private func spans(_ ranks: ClosedRange<Int>?) -> Bool {
        ranks.map { $0.upperBound - $0.lowerBound >= settings.divergentFrom } ?? false
    }

    /// Whether the forums, each consolidated by itself, differ by as many levels as the workspace says; only commitments
    /// that hold the whole target are asked, since two parts of it are two promises.
    private func forumsDiffer(
        _ contributions: ArraySlice<Contribution>, _ shared: SharedEvidence, _ ballot: inout Ballot
    ) -> Bool {
        var ranks: ClosedRange<Int>?
        var start = contributions.startIndex
        while start < contributions.endIndex {
            var end = start + 1
            while end < contributions.endIndex, contributions[end].forum == contributions[start].forum { end += 1 }
            ballot.clear()
            for place in start..<end {
                let contribution = contributions[place]
                guard contribution.standing.counts, contribution.ceiling == .full,
                    let rank = contribution.progress.rank, shared.counts(at: place)
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
/// Of those that cite the same evidence one whose level carries over counts before one that proves a part, then the
/// heaviest, else the first.
private struct SharedEvidence {
    /// The place of the contribution that counts instead, by place; empty in the usual case that all are their own.
    private var counting: [Int: Int] = [:]

    init(_ contributions: ArraySlice<Contribution>) {
        var heaviest: [Int: Int] = [:]
        for place in contributions.indices where contributions[place].citesEvidence {
            let contribution = contributions[place]
            if let best = heaviest[contribution.evidence].map({ contributions[$0] }), best.precedes(contribution) {
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
    /// Whether it counts before a later one that cites the same evidence.
    fileprivate func precedes(_ later: Contribution) -> Bool {
        (ceiling == .full) == (later.ceiling == .full) ? weight >= later.weight : ceiling == .full
    }

    /// Whether its level counts, and names the evidence for it.
    fileprivate var citesEvidence: Bool {
        evidence != 0 && standing.counts && progress.rank != nil && ceiling != .indication
    }
}

/// The kinds of nothing met so far, of which the one that says most is shown.
private struct Silence {
    private var met = 0

    /// The kinds from the one that says most to the one that says least.
    private static let order: [MissingReason] = [
        .forumNotRead, .tooLittleKnown, .indicationOnly, .withheld, .unmapped, .reportedWithoutStatus, .noReport,
        .notYetDue, .dormant,
        .notAddressed,
    ]

    mutating func add(_ kind: MissingReason) {
        if let place = Self.order.firstIndex(of: kind) { met |= 1 << place }
    }

    /// The kind that says most; "not addressed" where none was met.
    var prevailing: MissingReason { met == 0 ? .notAddressed : Self.order[met.trailingZeroBitCount] }
}

extension ClosedRange<Int> {
    fileprivate func nearest(to number: Int) -> Int { Swift.min(Swift.max(number, lowerBound), upperBound) }

    fileprivate func widened(by other: Self) -> Self {
        Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
    }
}
