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
    private var links: [CommitmentIndex: Set<CommitmentIndex>] = [:]

    /// Ties the commitments of a forum; links to other forums are left out.
    ///
    /// A newer text without a date of adoption replaces nothing, since nobody could say when. Of several newer texts
    /// the one adopted first counts.
    public init(_ commitments: [Commitment], forum: String) {
        for (place, commitment) in commitments.enumerated() { indexById[commitment.id] = CommitmentIndex(place) }
        for (place, commitment) in commitments.enumerated() {
            let index = CommitmentIndex(place)
            for link in commitment.links {
                let id = link.to.hasPrefix(forum + "/") ? String(link.to.dropFirst(forum.count + 1)) : link.to
                guard let other = indexById[id], other != index else { continue }
                links[index, default: []].insert(other)
                links[other, default: []].insert(index)
                if link.kind == .supersedes { succeed(id, by: commitment) }
            }
        }
        dropCircles()
    }

    /// Texts that replace each other in a circle replace nothing: nobody could say which of them holds.
    private mutating func dropCircles() {
        var met: Set<String> = []
        for start in Array(successions.keys) {
            var (way, id) = ([String](), start)
            while let newer = successions[id]?.by, met.insert(id).inserted {
                way.append(id)
                id = newer
            }
            if let first = way.firstIndex(of: id) { for id in way[first...] { successions[id] = nil } }
        }
    }

    private mutating func succeed(_ older: String, by newer: Commitment) {
        guard let adopted = newer.adopted.map(LegalDate.init) else { return }
        if let known = successions[older], known.since.latest <= adopted.latest { return }
        successions[older] = Succession(by: newer.id, since: adopted)
    }

    /// The place of a commitment by its id, or nil.
    public func index(of id: String) -> CommitmentIndex? { indexById[id] }

    /// The commitments that a commitment links to, and those that link to it.
    public func linked(to index: CommitmentIndex) -> Set<CommitmentIndex> { links[index] ?? [] }

    /// The newer text that takes the place of a commitment, or nil.
    public func succession(of id: String) -> Succession? { successions[id] }
}
