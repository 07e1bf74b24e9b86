import FollowUpModel

// What holds for every mechanism: a forum that no longer works, a text that a newer one has replaced, a meeting that was
// cancelled. Modules say nothing of it; it is added to what they say.

extension ForumModule {
    /// The assessments of one commitment: what the module says, and what holds for every mechanism.
    ///
    /// - A meeting that was cancelled carries no commitments, whatever was planned for it.
    /// - In a forum that no longer works nothing is overdue.
    /// - A text that a newer one has replaced keeps what was reported on it, and nothing on it is overdue.
    public func reading(of evidence: CommitmentEvidence) -> [Assessment] {
        if let cancellation = evidence.cancellation {
            let basis = Basis(
                standingRule: .meetingCancelled, progressRule: .doesNotCount, report: cancellation.index)
            return evidence.addressed.map {
                Assessment(party: $0, standing: .notAddressed, progress: .missing(.notAddressed), basis: basis)
            }
        }
        let isReplaced = evidence.succession != nil
        guard isReplaced || evidence.isForumDormant else { return assess(evidence) }
        return assess(evidence).map { assessment in
            var copy = assessment
            copy.isOverdue = false
            if isReplaced, copy.standing.counts { copy.basis.standingRule = .superseded }
            return copy
        }
    }

    /// What the parties owe: what the module says, and nothing once the forum no longer works, the text has been
    /// replaced or its meeting was cancelled.
    public func owed(_ evidence: CommitmentEvidence, _ assessments: [Assessment]) -> [Obligation] {
        guard !evidence.isForumDormant, evidence.succession == nil, evidence.cancellation == nil else { return [] }
        return obligations(evidence, assessments)
    }
}

extension CommitmentEvidence {
    /// The newer text that has taken this one's place by the as-of day, or nil.
    public var succession: Succession? {
        guard let succession = ties.succession(of: commitment.id), succession.since.hasCome(by: asOf) == .certain
        else { return nil }
        return succession
    }

    /// Whether the forum no longer works on the as-of day.
    public var isForumDormant: Bool { forum.dormantSince?.hasPassed(by: asOf) == true }

    /// The report that the meeting was cancelled at which the text was to be adopted, unless it was adopted after all.
    ///
    /// What an organ reports that the commitment itself asks is on that organ's own work; what is reported on the forum as
    /// a whole is on the meeting.
    public var cancellation: Report? {
        guard words.tellsCancellation else { return nil }
        let whole = forum.organs.first { $0.kind == .forum }.flatMap { forum.parties.index(of: $0.id) }
        let told = reports(onOrgans: day.organs.filter { $0 == whole || !addressed.contains($0) }).last {
            !$0.isPartial && [.cancellation, .adoption].contains(words.act(of: $0))
        }
        return told.flatMap { words.act(of: $0) == .cancellation ? $0 : nil }
    }
}

extension RuleID {
    /// A newer text has taken its place; what was reported on it stays, and nothing is overdue.
    public static let superseded: RuleID = "superseded"
    /// The meeting was cancelled; it carries no commitments.
    public static let meetingCancelled: RuleID = "meeting-cancelled"
}

/// The rules that every module has without listing them.
public enum CommonRules {
    /// The rules, in the order in which they are tried.
    public static let all: [ModuleRule] =
        StandingRules.all + WordRules.all + [DeadlineRules.deadline] + [
            ModuleRule(
                .superseded,
                LocalizedText(
                    en: "A newer text has taken its place; what was reported on it stays, and nothing is overdue.",
                    es: "Un texto más nuevo ocupa su lugar; lo informado se conserva y nada está vencido.",
                    pt: "Um texto mais novo ocupa o seu lugar; o informado permanece e nada está vencido.",
                    fr:
                        "Un texte plus récent l’a remplacé\u{00A0}; ce qui a été rapporté demeure et rien n’est en retard."
                )
            ),
            ModuleRule(
                .meetingCancelled,
                LocalizedText(
                    en: "The meeting was cancelled; it carries no commitments.",
                    es: "La reunión se canceló; no genera compromisos.",
                    pt: "A reunião foi cancelada; não gera compromissos.",
                    fr: "La réunion a été annulée\u{00A0}; elle ne crée aucun engagement."),
                source: "CELAC-R3, after the summit cancelled in January 2025"),
        ]
}
