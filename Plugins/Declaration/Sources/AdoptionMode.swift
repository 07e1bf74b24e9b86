import FollowUpModel
import ForumKit

/// How a text was adopted (CELAC-R1, CELAC-R2): by consensus, which is that no member objected, or over objections.
struct AdoptionMode {
    private let adopted: PartialDate?
    private let isContested: Bool
    private let evidence: CommitmentEvidence

    init(_ evidence: CommitmentEvidence) {
        self.evidence = evidence
        let adopted = evidence.commitment.adopted
        self.adopted = adopted
        let declared = evidence.commitment.exceptions.contains { exception in
            guard exception.kind == .dissociation, let adopted else { return false }
            return exception.interval.since.map { $0.earliest <= adopted.latest } ?? true
        }
        // A later withdrawal doesn't change how the text was adopted.
        isContested =
            declared
            || evidence.addressed.contains { party in
                guard let adopted,
                    let objection = evidence.words.first([.dissociation], in: evidence.reports(on: party))
                else { return false }
                return objection.date.earliest <= adopted.latest
            }
    }

    /// How the text holds for a country that has said nothing of its own place in it.
    func standing(of party: PartyIndex) -> StandingReading {
        guard let adopted else { return StandingReading(.bound, by: .addressed, on: .addressed) }
        if wasSuspended(party, on: adopted) { return StandingReading(.notAddressed, by: .absentAtAdoption) }
        if hasJoinedSince(adopted, party) { return StandingReading(.bound, by: .joinedAfterAdoption) }
        return StandingReading(.bound, by: isContested ? .adoptedOverObjections : .adoptedByConsensus)
    }

    /// Whether the country was certainly kept from taking part, suspended or not invited, when the text was adopted.
    private func wasSuspended(_ party: PartyIndex, on adopted: PartialDate) -> Bool {
        let id = evidence.forum.parties[party].id
        return evidence.forum.memberships.contains { membership in
            membership.country == id
                && membership.suspensions.contains {
                    $0.interval.certainty(on: adopted.earliest) == .certain
                        && $0.interval.certainty(on: adopted.latest) == .certain
                }
        }
    }

    /// Whether every membership of the country began after the text was adopted, as far as dates tell for certain.
    private func hasJoinedSince(_ adopted: PartialDate, _ party: PartyIndex) -> Bool {
        let id = evidence.forum.parties[party].id
        let memberships = evidence.forum.memberships.filter { $0.country == id && $0.interval.covers(evidence.asOf) }
        return !memberships.isEmpty
            && memberships.allSatisfy { $0.interval.since.map { $0.earliest > adopted.latest } ?? false }
    }
}
