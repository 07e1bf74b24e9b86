public import FollowUpModel

/// A newer text that takes the place of an older one.
public struct Succession: Hashable, Sendable {
    /// The id of the newer commitment.
    public var by: String
    /// When the newer one was adopted, which is when the older one is replaced.
    public var since: LegalDate
}

/// How the commitments of one forum hang together, worked out once for all of them.
public struct CommitmentTies: Sendable {
    /// No ties at all.
    public static let none = CommitmentTies([], forum: "")

    private var indexById: [String: CommitmentIndex] = [:]
    private var successions: [String: Succession] = [:]

    /// Ties the commitments of a forum; links to other forums are left out.
    ///
    /// A newer text without a date of adoption replaces nothing, since nobody could say when. Of several newer texts
    /// the one adopted first counts.
    public init(_ commitments: [Commitment], forum: String) {
        for (place, commitment) in commitments.enumerated() { indexById[commitment.id] = CommitmentIndex(place) }
        for newer in commitments {
            guard let adopted = newer.adopted else { continue }
            let succession = Succession(by: newer.id, since: LegalDate(adopted))
            for link in newer.links where link.kind == .supersedes {
                let older = link.to.hasPrefix(forum + "/") ? String(link.to.dropFirst(forum.count + 1)) : link.to
                guard older != newer.id, indexById[older] != nil else { continue }
                if let known = successions[older], known.since.latest <= succession.since.latest { continue }
                successions[older] = succession
            }
        }
    }

    /// The place of a commitment by its id, or nil.
    public func index(of id: String) -> CommitmentIndex? { indexById[id] }

    /// The newer text that takes the place of a commitment, or nil.
    public func succession(of id: String) -> Succession? { successions[id] }
}

extension CommitmentEvidence {
    /// The newer text that has taken this one's place by the as-of day, or nil.
    public var succession: Succession? {
        guard let succession = ties.succession(of: commitment.id), succession.since.hasCome(by: asOf) == .certain
        else { return nil }
        return succession
    }

    /// Whether the forum no longer works on the as-of day.
    public var isForumDormant: Bool { forum.dormantSince?.hasPassed(by: asOf) == true }
}
