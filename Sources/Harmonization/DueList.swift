import Diagnostics
public import FollowUpModel
public import ForumKit
import ForumWorkspace

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
        let all = parallelMap(forums.count) { place in
            forums[place].forum.commitments.indices.flatMap { number in
                let commitment = CommitmentIndex(number)
                return forums[place].obligations(commitment).map {
                    DueItem(forum: place, commitment: commitment, obligation: $0)
                }
            }
        }
        let chosen = all.joined().filter { item in
            if let countries {
                let party = forums[item.forum].forum.definition.parties[item.obligation.party]
                guard let country = party.country, countries.contains(country) else { return false }
            }
            guard let horizon, item.obligation.state == .upcoming, let due = item.obligation.due else { return true }
            return due.earliest <= horizon
        }
        return chosen.enumerated().sorted { left, right in
            let (a, b) = (left.element.obligation.due, right.element.obligation.due)
            if a == b { return left.offset < right.offset }
            guard let a else { return false }
            guard let b else { return true }
            return (a.latest, a.earliest) < (b.latest, b.earliest)
        }.map(\.element)
    }
}
