public import FollowUpModel
public import ForumKit
import ForumWorkspace
import SystemIO

/// One obligation with the forum and commitment it comes from.
public struct DueItem: Hashable, Sendable {
    /// The forum's place in the snapshot.
    public var forum: Int
    /// The commitment.
    public var commitment: CommitmentIndex
    /// What is owed, by whom, by when, and how it stands.
    public var obligation: Obligation
}

extension Snapshot {
    /// Everything that parties owe by a date, the earliest due first; what has no date comes last.
    ///
    /// - Parameters:
    ///   - countries: whose obligations; nil for all parties, organs of forums among them.
    ///   - horizon: leaves out what is upcoming after this day; nil for no limit.
    public func obligations(of countries: Set<CountryIndex>? = nil, until horizon: CalendarDay? = nil) -> [DueItem] {
        // Many are due on the same day: the days are put in order, and not millions of items.
        let byDay = parallelMap(forums.count) { place in
            let parties = forums[place].forum.definition.parties
            var byDay: [LegalDate?: [DueItem]] = [:]
            forEachObligation(of: place) { commitment, obligation in
                if let countries {
                    guard let country = parties[obligation.party].country, countries.contains(country) else { return }
                }
                if let horizon, obligation.state == .upcoming, let due = obligation.due, due.earliest > horizon {
                    return
                }
                byDay[obligation.due, default: []].append(
                    DueItem(forum: place, commitment: commitment, obligation: obligation))
            }
            return byDay
        }
        let days = Set(byDay.flatMap(\.keys)).sorted { left, right in
            guard let left else { return false }
            guard let right else { return true }
            return (left.latest, left.earliest) < (right.latest, right.earliest)
        }
        var items: [DueItem] = []
        items.reserveCapacity(byDay.reduce(0) { $0 + $1.values.reduce(0) { $0 + $1.count } })
        for day in days {
            for forum in byDay { items += forum[day] ?? [] }
        }
        return items
    }

    /// How many obligations of each forum stand how, in the order of the forums.
    public func obligationCounts() -> [[Obligation.State: Int]] {
        parallelMap(forums.count) { place in
            var counts: [Obligation.State: Int] = [:]
            forEachObligation(of: place) { _, obligation in counts[obligation.state, default: 0] += 1 }
            return counts
        }
    }

    private func forEachObligation(of forum: Int, _ body: (CommitmentIndex, Obligation) -> Void) {
        for number in forums[forum].forum.commitments.indices {
            let commitment = CommitmentIndex(number)
            for obligation in forums[forum].obligations(commitment) { body(commitment, obligation) }
        }
    }
}
