public import Diagnostics
public import FollowUpModel
public import ForumKit

/// Reads political declarations: who took part on the day of adoption, who objected, joined later, withdrew or came
/// back, and what a later text did to an earlier one.
///
/// A declaration holds for those who took part when it was adopted and did not object, and for who endorses it from
/// then on. A meeting that was cancelled carries no commitments. A text that is replaced keeps its history; one that is
/// only said again stays as it is. National reports on voluntary texts are never overdue.
public struct DeclarationModule: ForumModule {
    /// Name, summary and rules.
    public static let metadata = ModuleMetadata(
        name: "declaration",
        summary: LocalizedText(
            en: "Political mandates: who adopted, objected, joined, withdrew; replaced by later ones.",
            es: "Mandatos políticos: quién adoptó, objetó, se sumó, se retiró; los posteriores los reemplazan.",
            pt: "Mandatos políticos: quem adotou, objetou, aderiu, se retirou; os posteriores os substituem.",
            fr:
                "Mandats politiques\u{00A0}: qui a adopté, objecté, rejoint, quitté\u{00A0}; les suivants les remplacent."
        ),
        rules: StandingRules.all + WordRules.all + PositionRules.all + ReviewRules.all + DeclarationRules.all
            + [DeadlineRules.deadline])

    private let words: WordReader

    /// Makes the module; it takes no options.
    public init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {
        words = WordReader(forum)
    }

    /// Only the commitment's own reports are looked at.
    public var readsOtherCommitments: Bool { false }

    /// Reads one commitment; see the type's description.
    public func assess(_ evidence: CommitmentEvidence) -> [Assessment] {
        if let cancellation = cancellation(evidence) { return evidence.addressed.map { void($0, cancellation) } }
        let adoption = AdoptionMode(evidence, words)
        return evidence.addressed.map { party in
            var standing = words.position(of: party, in: evidence)
            if standing.rule == "addressed" { standing = adoption.standing(of: party) }
            var assessment = words.assess(party, standing: standing, evidence)
            if evidence.isForumDormant { assessment.isOverdue = false }
            assessment = VoluntaryReview(of: party, in: evidence, words).explaining(assessment)
            return evidence.succession == nil ? assessment : assessment.replaced()
        }
    }

    /// Deadlines of political texts; of voluntary ones only what States have announced or presented themselves.
    public func obligations(_ evidence: CommitmentEvidence, _ assessments: [Assessment]) -> [Obligation] {
        guard !evidence.isForumDormant, evidence.succession == nil else { return [] }
        guard evidence.commitment.legalForce == .voluntary else { return evidence.deadlineObligations(assessments) }
        let sessions = evidence.forum.sessions.filter { $0.kind == .ordinary || $0.kind == .review }
            .sorted { $0.date < $1.date }
        return assessments.filter(\.standing.counts).flatMap { assessment in
            VoluntaryReview(of: assessment.party, in: evidence, words).obligations(at: sessions, asOf: evidence.asOf)
        }
    }

    /// The report that the meeting was cancelled, unless the text was adopted after all.
    private func cancellation(_ evidence: CommitmentEvidence) -> Report? {
        let acts = evidence.reportsOnForum.filter { report in
            let act = words.act(of: report)
            return !report.isPartial && (act == .cancellation || act == .adoption)
        }
        return acts.last.flatMap { words.act(of: $0) == .cancellation ? $0 : nil }
    }

    private func void(_ party: PartyIndex, _ cancellation: Report) -> Assessment {
        Assessment(
            party: party, standing: .notAddressed, progress: .nothing(.notAddressed),
            basis: Basis(
                standingRule: "meeting-cancelled", progressRule: "does-not-count", report: cancellation.index))
    }
}
