import FollowUpModel
import ForumKit

/// How a text was adopted (CELAC-R1, CELAC-R2): by consensus, which is that no member objected, or over objections.
struct AdoptionMode {
    private let adopted: PartialDate?
    private let isContested: Bool
    private let evidence: CommitmentEvidence

    init(_ evidence: CommitmentEvidence, _ words: WordReader) {
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
                guard let adopted, let objection = words.first([.dissociation], in: evidence.reports(on: party))
                else { return false }
                return objection.date.earliest <= adopted.latest
            }
    }

    /// The rule by which the text holds for a country that has said nothing of its own place in it.
    func rule(for party: PartyIndex) -> String {
        guard let adopted else { return "addressed" }
        if hasJoinedSince(adopted, party) { return "joined-after-adoption" }
        return isContested ? "adopted-over-objections" : "adopted-by-consensus"
    }

    /// Whether every membership of the country began after the text was adopted, as far as dates tell for certain.
    private func hasJoinedSince(_ adopted: PartialDate, _ party: PartyIndex) -> Bool {
        let id = evidence.forum.parties[party].id
        let memberships = evidence.forum.memberships.filter { $0.country == id && $0.interval.covers(evidence.asOf) }
        return !memberships.isEmpty
            && memberships.allSatisfy { $0.interval.since.map { $0.earliest > adopted.latest } ?? false }
    }
}
