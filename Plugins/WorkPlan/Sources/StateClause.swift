import FollowUpModel
import ForumKit

/// How a text that declares its entry into force holds for each State (UNASUR Constitutive Treaty, articles 12 and 26).
///
/// A treaty holds for a State after its own deposit; a norm that has to be incorporated holds for it once it is part of
/// its own legal order. Other clauses leave the standing to membership and words.
struct StateClause {
    /// When the text entered into force at all; nil while it has not or nobody knows.
    let general: LegalDate?
    private let entry: EntryIntoForce
    private let evidence: CommitmentEvidence

    /// Nil for a text that declares no clause by State.
    init?(_ evidence: CommitmentEvidence) {
        guard let entry = evidence.commitment.entryIntoForce, [.deposits, .perState].contains(entry.clause)
        else { return nil }
        self.entry = entry
        self.evidence = evidence
        if let told = evidence.commitment.inForce {
            general = LegalDate(told)
        } else if entry.clause == .perState {
            general = evidence.commitment.adopted.map(LegalDate.init)
        } else {
            // Deposits of States that have left since still count for the day on which it entered into force.
            general = entry.thresholdEntry(
                deposits: evidence.forum.parties.indices.compactMap { party in
                    evidence.words.first([.consent], in: evidence.reports(on: party)).map { LegalDate($0.date) }
                })
        }
    }

    /// How the text holds for a State by its own act; nil where that leaves the standing as it is.
    func standing(of party: PartyIndex) -> StandingReading? {
        let isNorm = entry.clause == .perState && entry.requiresIncorporation
        let acts: Set<LegalAct> = [.consent, .incorporation, .denunciation]
        guard let act = evidence.words.last(acts, in: evidence.reports(on: party)) else {
            return isNorm ? StandingReading(.pending, by: .notIncorporated) : nil
        }
        guard evidence.words.act(of: act) != .denunciation else { return nil }
        guard let effect = entry.effect(ofDeposit: LegalDate(act.date), general: general),
            effect.hasCome(by: evidence.asOf) == .certain
        else { return StandingReading(.pending, by: .effectAhead) }
        return StandingReading(.bound, by: isNorm ? .incorporated : .inForceForTheState)
    }
}
