public import Diagnostics
public import FollowUpModel
public import ForumKit

/// Reads treaties: who has signed, who has consented, for whom the treaty is in force on the day, who has left.
///
/// A State is a party from the day on which the treaty enters into force for it until a denunciation takes effect; for
/// exactly these States the commitment is met. Until then its acts and the forum's words say how far it is, always
/// below the level of a party. The dates come from the commitment's `entry-into-force` and `in-force`.
public struct TreatyParticipationModule: ForumModule {
    /// Name, summary and rules.
    public static let metadata = ModuleMetadata(
        name: "treaty-participation",
        summary: LocalizedText(
            en: "Who is a party to a treaty on the day: consent, entry into force for each State, denunciation.",
            es: "Quién es parte de un tratado en la fecha: consentimiento, entrada en vigor por Estado, denuncia.",
            pt: "Quem é parte de um tratado na data: consentimento, entrada em vigor por Estado, denúncia.",
            fr: "Qui est partie à un traité à la date\u{00A0}: consentement, entrée en vigueur par État, dénonciation."),
        rules: TreatyRules.all)

    /// Makes the module; it takes no options.
    public init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {}

    /// When the treaty entered into force: the date that a source tells, else that of the last deposit needed.
    public func inForce(_ evidence: CommitmentEvidence) -> LegalDate? {
        let commitment = evidence.commitment
        if let told = commitment.inForce { return LegalDate(told) }
        guard let entry = commitment.entryIntoForce else { return nil }
        switch entry.clause {
        case .onSignature: return commitment.adopted.map(LegalDate.init)
        case .deposits, .perState: return entry.thresholdEntry(deposits: deposits(evidence))
        case .onPublication: return entry.publicationEntry
        case .allIncorporated, .none: return nil
        }
    }

    /// The first deposit of each State.
    private func deposits(_ evidence: CommitmentEvidence) -> [LegalDate] {
        evidence.forum.parties.indices.compactMap { party in
            Participation(acts(of: party, evidence), of: evidence.commitment, general: nil).spells.first?.deposit
        }
    }

    /// Reads one treaty; see the type's description.
    public func assess(_ evidence: CommitmentEvidence) -> [Assessment] {
        let (general, words) = (inForce(evidence), evidence.words)
        return evidence.addressed.map { party in
            let base = evidence.roll.standing(of: party, in: evidence.commitment)
            guard base.standing.counts, evidence.commitment.asksForConsent else {
                return words.assess(party, standing: words.standing(of: party, in: evidence), evidence)
            }
            let history = Participation(acts(of: party, evidence), of: evidence.commitment, general: general)
            return TreatyReading(evidence: evidence, party: party).assess(history)
        }
    }

    /// The reports on a party that tell of an act; a word that names none tells it by the standing that it gives.
    private func acts(
        of party: PartyIndex, _ evidence: CommitmentEvidence
    ) -> [(act: LegalAct, report: Report)] {
        let words = evidence.words
        return evidence.reports(on: party).compactMap { report in
            guard !report.isPartial else { return nil }
            if let act = words.act(of: report) { return (act, report) }
            switch words.standing(of: report) {
            case .bound: return (.consent, report)
            case .pending: return (.signature, report)
            default: return nil
            }
        }
    }
}

extension Commitment {
    /// Whether a State is bound only once it has consented.
    fileprivate var asksForConsent: Bool { binding == .consenting || entryIntoForce != nil }
}
