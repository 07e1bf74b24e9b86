import FollowUpModel
import ForumKit

/// Who is listed as having taken part when a text was adopted (SACM-R1, SACM-R3, RCM-R2).
struct Attendance {
    /// Whether the names make up a list, so that who isn't on it was absent.
    let isList: Bool
    private let names: Set<PartyIndex>

    /// Reads the names from the words of adoption.
    ///
    /// One name alone is no list: often only the host of the meeting is told. A forum whose list is known to be
    /// incomplete says so in the commitment's own field `attendance: partial`; `attendance: complete` makes even one
    /// name a list.
    init(_ evidence: CommitmentEvidence) {
        names = Set(
            evidence.addressed.filter { party in
                evidence.forum.parties[party].country != nil && evidence.roll.standing(of: party) != .observer
                    && evidence.words.first([.adoption, .endorsement], in: evidence.reports(on: party)) != nil
            })
        switch evidence.commitment.fields.first(where: { $0.name == "attendance" })?.value {
        case "partial": isList = false
        case "complete": isList = !names.isEmpty
        default: isList = names.count > 1
        }
    }

    /// Whether a party is listed.
    func includes(_ party: PartyIndex) -> Bool { names.contains(party) }
}
