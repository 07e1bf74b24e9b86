import FollowUpModel
import ForumKit

extension SeededNumbers {
    /// Commitments of every legal force, binding, clause and deadline; the first ones bear the given names.
    mutating func commitments(of forum: ForumDefinition, named names: [String]) -> [Commitment] {
        let ids = names + ["C1", "C2", "C3"]
        return ids.map { id in
            var commitment = Commitment(
                id: id, title: Self.text(id), legalForce: one(of: LegalForce.allCases), origin: MadeUpCases.nowhere)
            commitment.binding = once(in: 3) ? .consenting : .addressees
            commitment.form = once(in: 2) ? one(of: ["treaty", "decision", "recommendation", "declaration"]) : nil
            commitment.addressees = addressees(of: forum)
            commitment.adopted = once(in: 5) ? nil : date(1990...2028)
            commitment.deadline = once(in: 3) ? nil : Deadline(reading)
            commitment.inForce = once(in: 5) ? date(MadeUpCases.years) : nil
            commitment.entryIntoForce = once(in: 3) ? nil : clause
            commitment.round = once(in: 2) ? one(of: forum.rounds.map(\.id)) : nil
            commitment.exceptions = exceptions(of: forum)
            if once(in: 3) {
                let kind = one(of: CommitmentLink.Kind.allCases)
                let others = ids.filter { $0 != id }
                commitment.links = [
                    CommitmentLink(to: one(of: others), kind: kind, note: nil, origin: MadeUpCases.nowhere)
                ]
            }
            return commitment
        }
    }

    private mutating func addressees(of forum: ForumDefinition) -> [String] {
        let names =
            ["members", "associates", "observers", "acceding"] + forum.groups.map(\.id)
            + forum.parties.parties.map(\.id)
        guard once(in: 2) else { return ["members"] }
        return (0..<number(1...3)).map { _ in one(of: names) }
    }

    private var reading: Deadline.Reading {
        mutating get {
            switch number(0...3) {
            case 0: .recurring(Recurrence(anchor: date(1995...2028), months: one(of: [1, 6, 12, 48])))
            case 1: .horizon(date(1995...2030))
            case 2 where once(in: 3): .unread
            default: .date(date(1995...2030))
            }
        }
    }

    private var clause: EntryIntoForce {
        mutating get {
            var entry = EntryIntoForce(clause: one(of: EntryIntoForce.Clause.allCases))
            if entry.clause == .deposits { entry.deposits = number(1...4) }
            entry.rule = once(in: 3) ? nil : rule
            entry.later = once(in: 2) ? nil : rule
            entry.withdrawal = once(in: 2) ? nil : rule
            if once(in: 4) { entry.requiresIncorporation.toggle() }
            if once(in: 3) { entry.published = date(1992...2030) }
            if once(in: 5) { entry.deferredTo = date(1992...2030) }
            if once(in: 4) { entry.notice = date(1992...2030) }
            return entry
        }
    }

    private var rule: CalendarRule {
        mutating get {
            switch number(0...3) {
            case 0: .days(number(0...400))
            case 1: .months(number(1...24))
            case 2: .firstOfMonthAfterMonths(number(1...6))
            default: .firstOfNthMonth(number(1...6))
            }
        }
    }

    private mutating func exceptions(of forum: ForumDefinition) -> [CommitmentException] {
        guard once(in: 3) else { return [] }
        let codes = forum.parties.parties.filter { $0.country != nil }.map(\.id)
        return [
            CommitmentException(
                party: one(of: codes), kind: one(of: CommitmentException.Kind.allCases),
                interval: interval(1995...2030), origin: MadeUpCases.nowhere)
        ]
    }

    /// Reports of all voices, kinds of date and precisions, most of them on the commitments that are read.
    mutating func rows(of trial: ContractCase, count: Int) -> [ContractCase.Row] {
        guard !trial.focus.isEmpty, !trial.forum.parties.parties.isEmpty, !trial.forum.statusWords.isEmpty else {
            return []
        }
        return (0..<count).map { place in
            let commitment = one(of: trial.focus)
            let round = trial.commitments[Int(commitment.rawValue)].round
            let vocabulary = trial.forum.vocabulary(ofRound: round)
            let words = vocabulary.words.isEmpty ? trial.forum.vocabulary : vocabulary
            let report = ReportRow(
                commitment: commitment, party: one(of: trial.forum.parties.indices),
                status: StatusIndex(words.firstIndex + number(0...max(0, words.words.count - 1))),
                date: date(MadeUpCases.years), dateKind: one(of: [.event, .event, .event, .asOf, .since, .deadline]),
                voice: one(of: Voice.allCases), wordGiver: once(in: 3) ? .compiler : .source,
                confidence: one(of: Confidence.allCases), isPartial: once(in: 6))
            return ContractCase.Row(number: place + 1, report: report)
        }
    }
}
