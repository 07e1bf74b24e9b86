public import FollowUpModel

/// One forum on one day: who is what, what its words mean, which reports may speak, how its commitments hang together.
///
/// A class, since the evidence of each of its commitments refers to it.
public final class ForumDay: Sendable {
    /// Who is what in the forum.
    public let roll: RollCall
    /// What the forum's words say.
    public let words: WordReader
    /// The rank of the scale's highest level.
    public let scaleTop: Int
    /// How the forum's commitments hang together.
    public let ties: CommitmentTies
    let reports: EvidenceIndex
    /// The organs among the parties.
    let organs: [PartyIndex]

    /// Puts together what is known of the forum whose roll was called.
    public init(roll: RollCall, scaleTop: Int, reports: EvidenceIndex, ties: CommitmentTies = .none) {
        self.roll = roll
        self.scaleTop = scaleTop
        self.reports = reports
        self.ties = ties
        words = WordReader(roll.forum)
        organs = roll.forum.organs.compactMap { roll.forum.parties.index(of: $0.id) }
    }

    /// What a module is given to read one commitment, as far as it declares to read it.
    public func evidence(
        of commitment: Commitment, at index: CommitmentIndex, reads scope: EvidenceScope = .own
    ) -> CommitmentEvidence {
        CommitmentEvidence(
            commitment: commitment, index: index, addressed: roll.addressees(of: commitment), scope: scope, day: self)
    }
}

/// Everything a module needs to read one commitment: the commitment, who is a party, and their reports.
public struct CommitmentEvidence: Sendable {
    /// The commitment.
    public let commitment: Commitment
    /// The commitment's place in its forum.
    public let index: CommitmentIndex
    /// The parties that the commitment addresses on the as-of day, in order.
    public let addressed: [PartyIndex]
    let scope: EvidenceScope
    let day: ForumDay

    /// Who is what in the forum on the as-of day.
    public var roll: RollCall { day.roll }
    /// What the forum's words say.
    public var words: WordReader { day.words }
    /// The rank of the scale's highest level.
    public var scaleTop: Int { day.scaleTop }
    /// How the commitment hangs together with the others of its forum.
    public var ties: CommitmentTies { day.ties }
    /// The as-of day.
    public var asOf: CalendarDay { day.reports.asOf }
    /// The forum's definition.
    public var forum: ForumDefinition { day.roll.forum }

    /// The reports on the forum itself that may speak, oldest first, such as a secretariat's notice.
    public var reportsOnForum: [Report] { reports(onOrgans: day.organs) }

    func reports(onOrgans organs: [PartyIndex]) -> [Report] {
        organs.flatMap { reports(on: $0) }
            .sorted { $0.date == $1.date ? $0.index < $1.index : $0.date < $1.date }
    }

    /// Dates that a report sets for a party ahead of time, such as a due date fixed by a committee, oldest first.
    ///
    /// Such a report is dated on the day that it sets, so it is given whatever the as-of day is.
    public func deadlines(on party: PartyIndex) -> [Report] { day.reports.deadlines(of: index, party: party) }

    /// The reports on one party that may speak, oldest first.
    public func reports(on party: PartyIndex) -> ReportSlice { day.reports.slice(of: index, party: party) }

    /// The reports on one party that may speak of another commitment of the forum, oldest first; nil when the forum has
    /// no such commitment or the module doesn't declare to read it (``ModuleMetadata/reads``).
    public func reports(on party: PartyIndex, of commitment: String) -> ReportSlice? {
        guard let other = ties.index(of: commitment) else { return nil }
        let isGiven =
            switch scope {
            case .own: other == index
            case .linked: other == index || ties.linked(to: index).contains(other)
            case .forum: true
            }
        return isGiven ? day.reports.slice(of: other, party: party) : nil
    }
}
