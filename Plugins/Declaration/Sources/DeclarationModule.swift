public import Diagnostics
public import FollowUpModel
public import ForumKit

/// Reads political declarations: who took part on the day of adoption, who objected, joined later, withdrew or came
/// back, and what a later text did to an earlier one.
///
/// A declaration holds for those who took part when it was adopted and did not object, and for who endorses it from
/// then on. A text that is only said again stays as it is. National reports on voluntary texts are never overdue.
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
        rules: PositionRules.all + ReviewRules.all + DeclarationRules.all)

    /// Makes the module; it takes no options.
    public init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {}

    /// Reads one commitment; see the type's description.
    public func assess(_ evidence: CommitmentEvidence) -> [Assessment] {
        let adoption = AdoptionMode(evidence)
        return evidence.addressed.map { party in
            var standing = evidence.words.position(of: party, in: evidence)
            if standing.ground == .addressed { standing = adoption.standing(of: party) }
            return VoluntaryReview(of: party, in: evidence).explaining(
                evidence.words.assess(party, standing: standing, evidence))
        }
    }

    /// Deadlines of political texts; of voluntary ones only what States have announced or presented themselves.
    public func obligations(_ evidence: CommitmentEvidence, _ assessments: [Assessment]) -> [Obligation] {
        guard evidence.commitment.legalForce == .voluntary else { return evidence.deadlineObligations(assessments) }
        let sessions = evidence.forum.sessions.filter { $0.kind == .ordinary || $0.kind == .review }
            .sorted { $0.date < $1.date }
        return assessments.filter(\.standing.counts).flatMap { assessment in
            VoluntaryReview(of: assessment.party, in: evidence).obligations(at: sessions)
        }
    }
}
