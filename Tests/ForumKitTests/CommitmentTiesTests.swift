import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing

private func commitment(_ id: String, _ adopted: PartialDate?, replaces older: String...) -> Commitment {
    var commitment = Commitment(id: id, title: text("Made up"), legalForce: .political, origin: nowhere)
    commitment.adopted = adopted
    commitment.links = older.map { CommitmentLink(to: $0, kind: .supersedes, note: nil, origin: nowhere) }
    return commitment
}

@Suite("How commitments hang together")
struct CommitmentTiesTests {
    @Test("a newer text replaces an older one on its adoption")
    func replaces() {
        let ties = CommitmentTies([commitment("A", "2010"), commitment("B", "2025-11-19", replaces: "A")], forum: "f")
        #expect(ties.succession(of: "A")?.by == "B")
        #expect(ties.succession(of: "A")?.since == LegalDate("2025-11-19" as PartialDate))
        #expect(ties.succession(of: "B") == nil)
        #expect(ties.index(of: "B") == CommitmentIndex(1))
        #expect(ties.index(of: "C") == nil)
    }

    @Test("of several newer texts the one adopted first counts, in any order")
    func several() {
        let newer = [commitment("B", "2025", replaces: "A"), commitment("C", "2022-05", replaces: "f/A")]
        for order in [newer, newer.reversed()] {
            #expect(CommitmentTies([commitment("A", "2010")] + order, forum: "f").succession(of: "A")?.by == "C")
        }
    }

    @Test("texts of other forums, unknown ones, itself and newer texts without a date replace nothing")
    func nothing() {
        let ties = CommitmentTies(
            [
                commitment("A", "2010", replaces: "A"), commitment("B", nil, replaces: "A"),
                commitment("C", "2020", replaces: "g/A", "Z"),
            ], forum: "f")
        #expect(ties.succession(of: "A") == nil)
        #expect(ties.succession(of: "Z") == nil)
    }
}
