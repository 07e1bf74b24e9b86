import FollowUpModel

/// The words that count towards one answer, added up by rank, and the rank that a rule chooses among them.
///
/// One ballot is cleared and used again for cell after cell, so that counting costs no memory of its own.
struct Ballot {
    /// The number of words and their weight at each rank, from that of a step back (-1) up to the scale's highest.
    private var counts: [Int]
    private var weights: [Int]
    private var newest: (date: PartialDate?, rank: Int)?
    /// The number of words.
    private(set) var count = 0

    /// Makes a ballot for a scale whose highest rank is `top`.
    init(top: Int) {
        counts = [Int](repeating: 0, count: top + 2)
        weights = counts
    }

    /// Forgets all words.
    mutating func clear() {
        guard count > 0 else { return }
        for place in counts.indices {
            counts[place] = 0
            weights[place] = 0
        }
        newest = nil
        count = 0
    }

    /// Counts a word.
    mutating func add(rank: Int, weight: Int, date: PartialDate?) {
        counts[rank + 1] += 1
        weights[rank + 1] += weight
        count += 1
        guard let newest else {
            newest = (date, rank)
            return
        }
        // Of equally new words the lower rank speaks; a word without a date is older than any other.
        if date == newest.date ? rank < newest.rank : isNewer(date, newest.date) { self.newest = (date, rank) }
    }

    private func isNewer(_ left: PartialDate?, _ right: PartialDate?) -> Bool {
        guard let left else { return false }
        return right.map { $0 < left } ?? true
    }

    /// The rank that a rule chooses; nil when nobody votes.
    func winner(by rule: ConsolidationRule) -> Int? {
        switch rule {
        case .weakest: counts.firstIndex { $0 > 0 }.map { $0 - 1 }
        case .strongest: counts.lastIndex { $0 > 0 }.map { $0 - 1 }
        case .latest: newest?.rank
        case .majority: majority
        case .weightedMedian: lowerMedian
        }
    }

    /// The lowest rank at or below which at least half of the weight lies; where all weights are 0 each counts alike.
    private var lowerMedian: Int? {
        let total = weights.reduce(0, +)
        let (shares, whole) = total > 0 ? (weights, total) : (counts, count)
        var below = 0
        for (place, share) in shares.enumerated() {
            below += share
            if below > 0, 2 * below >= whole { return place - 1 }
        }
        return nil
    }

    /// The rank that most words have; of equally many the lower one.
    private var majority: Int? {
        var best: Int?
        for place in counts.indices where counts[place] > best.map({ counts[$0] }) ?? 0 { best = place }
        return best.map { $0 - 1 }
    }
}
