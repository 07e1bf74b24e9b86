public import Diagnostics
public import FollowUpModel
public import ForumKit

/// Reads a framework that States review of their own accord: who stands by it, and what each has announced, been
/// listed for and presented.
///
/// Nothing here is ever overdue. Where a vote is recorded, who voted for the text is counted as bound by its own
/// political word, who voted against or withdrew is dissociated until it comes back, and everybody else (abstained,
/// vote not cast, no word) is invited: it may join and has not.
public struct PeriodicReviewModule: ForumModule {
    /// Name, summary, options and rules.
    public static let metadata = ModuleMetadata(
        name: "periodic-review", options: [reviewCommitment.declaration, everyMonths.declaration],
        rules: PositionRules.all + ReviewRules.all + PeriodicReviewRules.all, reads: .forum)

    /// The commitment on which reviews and votes are reported.
    static let reviewCommitment = ModuleOption<String?>("review-commitment", example: "gcm-review")
    /// Months between two reviews.
    static let everyMonths = ModuleOption("every-months", in: 0...240, default: 0, example: 48)

    private let reviewCommitment: String?
    private let calendar: ReviewCalendar

    /// Makes the module from its options and the forum's meetings.
    public init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {
        reviewCommitment = options[Self.reviewCommitment]
        calendar = ReviewCalendar(forum.sessions, everyMonths: options[Self.everyMonths])
    }

    /// Reads one commitment; see the type's description.
    public func assess(_ evidence: CommitmentEvidence) -> [Assessment] {
        let wholes = wholes(of: evidence)
        let isVoteKnown = evidence.addressed.contains { hasJoined($0, evidence, wholes) }
        return evidence.addressed.map { party in
            var standing = evidence.words.position(of: party, in: evidence, toldOf: wholes)
            if isVoteKnown, standing.ground == .addressed {
                standing = StandingReading(.invited, by: .noVoteInFavour)
            }
            var assessment = evidence.words.assess(party, standing: standing, evidence)
            assessment.isOverdue = false
            return VoluntaryReview(of: party, in: evidence).explaining(assessment)
        }
    }

    /// Reviews of States, and of organs what the calendar of the forum asks; all of it without a breach.
    public func obligations(_ evidence: CommitmentEvidence, _ assessments: [Assessment]) -> [Obligation] {
        guard isReviewed(evidence) else { return [] }
        return assessments.filter(\.standing.counts).flatMap { assessment in
            let review = VoluntaryReview(of: assessment.party, in: evidence)
            switch evidence.forum.parties[assessment.party] {
            case .country:
                let told = review.obligations(at: calendar.forums, goodFor: calendar.turn)
                let isNextTold = told.contains { $0.state != .submitted }
                return told + (isNextTold ? [] : nominal(assessment.party, review, evidence))
            case .organ(let id):
                let isSecretariat = evidence.forum.organs.contains { $0.id == id && $0.kind == .secretariat }
                return isSecretariat
                    ? calendar.report(by: assessment.party, review, evidence)
                    : calendar.regionalReview(by: assessment.party, asOf: evidence.asOf)
            }
        }
    }

    /// The next review by the calendar alone, for information; none once the State has presented for that meeting.
    private func nominal(
        _ party: PartyIndex, _ review: VoluntaryReview, _ evidence: CommitmentEvidence
    ) -> [Obligation] {
        guard let (due, rule) = calendar.next(after: review.last?.date, asOf: evidence.asOf) else { return [] }
        return [Obligation(party: party, kind: .voluntaryReview, due: due, state: .upcoming, rule: rule)]
    }

    /// Whether reviews are told on a commitment: the one named by the option, else every one that is no part of another.
    private func isReviewed(_ evidence: CommitmentEvidence) -> Bool {
        if let reviewCommitment, evidence.ties.index(of: reviewCommitment) != nil {
            return evidence.commitment.id == reviewCommitment
        }
        return !evidence.commitment.links.contains { $0.kind == .partOf }
    }

    /// The commitments whose words on a State's place hold for this one too.
    private func wholes(of evidence: CommitmentEvidence) -> [String] {
        let own = evidence.commitment
        let named = (reviewCommitment.map { [$0] } ?? []) + own.links.filter { $0.kind == .partOf }.map(\.to)
        return named.filter { $0 != own.id }
    }

    private func hasJoined(_ party: PartyIndex, _ evidence: CommitmentEvidence, _ wholes: [String]) -> Bool {
        let acts: Set<LegalAct> = [.adoption, .endorsement]
        return evidence.words.first(acts, in: evidence.reports(on: party)) != nil
            || wholes.contains { whole in
                evidence.reports(on: party, of: whole).map { evidence.words.first(acts, in: $0) != nil } ?? false
            }
    }
}
