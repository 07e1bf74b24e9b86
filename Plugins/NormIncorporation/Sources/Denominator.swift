public import FollowUpModel
public import ForumKit

extension RollCall {
    /// The States whose incorporation a norm waits for: members that it addresses, neither suspended nor, for a norm
    /// older than their membership, given time to adopt it.
    ///
    /// - Source: Ouro Preto Protocol, article 40 (iii), and the decisions on suspension and accession.
    public func denominator(of commitment: Commitment) -> [PartyIndex] {
        addressees(of: commitment).filter { party in
            standing(of: party) == .member && forum.newcomer(party, to: commitment, on: day) == nil
        }
    }
}

extension ForumDefinition {
    /// The membership of a State that joined after a commitment was adopted and was given time to adopt such ones.
    ///
    /// A commitment of which it is not certain that it came before the membership is like any other.
    func newcomer(_ party: PartyIndex, to commitment: Commitment, on day: CalendarDay) -> Membership? {
        guard let adopted = commitment.adopted else { return nil }
        let code = parties[party].id
        return memberships.first { membership in
            guard membership.country == code, membership.standing == .member, membership.interval.covers(day),
                membership.adoptionPeriod != nil
            else { return false }
            let joined = membership.interval.since ?? membership.adoptionPeriod?.interval.since
            return joined.map { adopted.latest < $0.earliest } ?? false
        }
    }
}

/// The dates of a State on its way into an organisation.
public struct Accession: Hashable, Sendable {
    /// When it deposited its instrument.
    public var deposit: LegalDate
    /// How long after the deposit it is a State Party.
    public var effect: CalendarRule
    /// How long from then it has to adopt the norms of before.
    public var adoption: CalendarRule

    /// Makes an accession; without more it is that of Bolivia's protocol: 30 days, then four years.
    public init(deposit: LegalDate, effect: CalendarRule = .days(30), adoption: CalendarRule = .months(48)) {
        self.deposit = deposit
        self.effect = effect
        self.adoption = adoption
    }

    /// When it becomes a State Party.
    public var statePartyOn: LegalDate { effect.date(after: deposit) }
    /// By when it is to adopt the norms of before.
    public var adoptionDeadline: LegalDate { adoption.date(after: statePartyOn) }
}
