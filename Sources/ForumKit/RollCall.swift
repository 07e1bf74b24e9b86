public import FollowUpModel

/// Who is what in a forum on one day: worked out once, asked for every commitment.
public struct RollCall: Sendable {
    /// The forum.
    public let forum: ForumDefinition
    /// The day.
    public let day: CalendarDay
    private let standings: [MembershipStanding?]
    /// What each party is to the forum without regard to suspensions and absences.
    private let ranks: [MembershipStanding?]
    private let members: [PartyIndex]
    /// When each party took no part.
    private let absences: [[DatedInterval]]

    /// Calls the roll of a forum on a day.
    public init(of forum: ForumDefinition, on day: CalendarDay) {
        self.forum = forum
        self.day = day
        // Each party's own memberships: looking through all of them for each takes the square of their number.
        let memberships = Dictionary(grouping: forum.memberships, by: \.country)
        let own = forum.parties.parties.map { party in party.country == nil ? [] : memberships[party.id] ?? [] }
        let ranks = zip(forum.parties.parties, own).map { $1.rank(of: $0.id, on: day) }
        standings = zip(forum.parties.parties, own).map { $1.standing(of: $0.id, on: day) }
        absences = own.map { $0.flatMap { $0.absences.map(\.interval) } }
        self.ranks = ranks
        members = forum.parties.indices.filter { ranks[Int($0.rawValue)] == .member }
    }

    /// What a party is to the forum; nil for organs and for countries that are nothing to it on that day.
    public func standing(of party: PartyIndex) -> MembershipStanding? { standings[Int(party.rawValue)] }

    /// Whether a party was certainly taking no part on a day that is known to a day, month or year.
    func wasAbsent(_ party: PartyIndex, on date: PartialDate) -> Bool {
        absences[Int(party.rawValue)].contains {
            $0.certainty(on: date.earliest) == .certain && $0.certainty(on: date.latest) == .certain
        }
    }

    /// The parties that a commitment addresses on this day, in their order, each once.
    ///
    /// `members` are all members, also suspended ones and those that take no part: they are asked, and their standing
    /// says why they don't count. `associates`, `observers` and `acceding` are read likewise; everything else is a
    /// group's, a country's or an organ's id. Names that mean nothing are passed over; they are reported on loading.
    ///
    /// What all owe as one is asked of the organs that it names, else of the forum itself.
    public func addressees(of commitment: Commitment) -> [PartyIndex] {
        if commitment.owed == .jointly { return owingJointly(commitment) }
        if commitment.addressees == ["members"] { return members }
        var isAsked = [Bool](repeating: false, count: standings.count)
        for name in commitment.addressees {
            for party in parties(named: name) { isAsked[Int(party.rawValue)] = true }
        }
        return isAsked.indices.filter { isAsked[$0] }.map(PartyIndex.init)
    }

    private func owingJointly(_ commitment: Commitment) -> [PartyIndex] {
        let organs = commitment.addressees.compactMap { forum.parties.index(of: $0) }.filter {
            forum.parties[$0].country == nil
        }
        return organs.isEmpty ? forum.parties.index(of: "forum").map { [$0] } ?? [] : organs.sorted()
    }

    private func parties(named name: String) -> [PartyIndex] {
        switch name {
        case "members": return members
        case "associates": return all { $0 == .associate }
        case "observers": return all { $0 == .observer }
        case "acceding": return all { $0 == .acceding }
        default:
            if let group = forum.groups.first(where: { $0.id == name }) {
                return group.members.compactMap { forum.parties.index(of: $0) }
            }
            return forum.parties.index(of: name).map { [$0] } ?? []
        }
    }

    private func all(_ condition: (MembershipStanding?) -> Bool) -> [PartyIndex] {
        forum.parties.indices.filter { condition(ranks[Int($0.rawValue)]) }
    }
}
