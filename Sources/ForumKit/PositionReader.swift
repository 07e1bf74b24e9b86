public import FollowUpModel

/// The acts by which a State takes its place in a text that holds by taking part in it, and leaves it.
private let positionActs: Set<LegalAct> = [
    .adoption, .endorsement, .consent, .dissociation, .withdrawal, .return, .denunciation,
]

extension WordReader {
    /// How a party stands towards a text that holds by taking part: membership and exceptions first; where they leave
    /// the party free, or only say that it once dissociated itself, the newest word on its place.
    ///
    /// A word that a party objected or withdrew also says more than that it takes no part.
    ///
    /// - Parameter wholes: other commitments of the forum whose words on a party's place hold for this one too, such
    ///   as the text of which it is a part.
    public func position(
        of party: PartyIndex, in evidence: CommitmentEvidence, toldOf wholes: [String] = []
    ) -> StandingReading {
        let byMembership = evidence.roll.standing(of: party, in: evidence.commitment)
        let isOpen = byMembership.standing.counts
        guard isOpen || [.dissociation, .absence].contains(byMembership.ground) else { return byMembership }
        var newest: Report? = evidence.reports(on: party).last(where: tellsPlace)
        for whole in wholes {
            guard let told = evidence.reports(on: party, of: whole)?.last(where: tellsPlace) else { continue }
            if newest.map({ ($0.date, $0.index) < (told.date, told.index) }) ?? true { newest = told }
        }
        guard let newest else { return byMembership }
        let told = reading(of: newest, otherwise: byMembership, evidence)
        if isOpen { return told }
        if byMembership.ground != .dissociation { return told.standing == .dissociated ? told : byMembership }
        return comesBack(newest, for: evidence.forum.parties[party].id, evidence) ? told : byMembership
    }

    /// Whether a word undoes a dissociation that the commitment declares: what was said before it or with it doesn't.
    private func comesBack(_ report: Report, for party: String, _ evidence: CommitmentEvidence) -> Bool {
        let declared = evidence.commitment.exceptions.filter { $0.party == party && $0.kind == .dissociation }
            .compactMap { $0.interval.since?.latest }
        guard let act = act(of: report), [.return, .endorsement, .consent].contains(act),
            let since = declared.max() ?? evidence.commitment.adopted?.latest
        else { return false }
        return report.date.earliest > since
    }

    private func tellsPlace(_ report: Report) -> Bool {
        !report.isPartial && (standing(of: report) != nil || act(of: report).map(positionActs.contains) ?? false)
    }

    private func reading(
        of report: Report, otherwise byMembership: StandingReading, _ evidence: CommitmentEvidence
    ) -> StandingReading {
        let told = standing(of: report)
        guard let act = act(of: report) else {
            return told.map { StandingReading($0, by: .wordOfReport, on: .word) } ?? byMembership
        }
        switch act {
        case .adoption: return StandingReading(told ?? .bound, by: .tookPartInAdoption, on: .act(act))
        case .endorsement: return StandingReading(told ?? .bound, by: .endorsed, on: .act(act))
        case .consent: return StandingReading(told ?? .bound, by: .consented, on: .act(act))
        case .return: return StandingReading(told ?? .bound, by: .cameBack, on: .act(act))
        case .dissociation: return StandingReading(told ?? .dissociated, by: .objected, on: .act(act))
        case .withdrawal: return StandingReading(told ?? .dissociated, by: .withdrew, on: .act(act))
        case .denunciation:
            let notice = LegalDate(report.date)
            let effect = evidence.commitment.entryIntoForce?.withdrawalEffect(ofNotice: notice) ?? notice
            return effect.hasCome(by: evidence.asOf) == .certain
                ? StandingReading(.notAddressed, by: .denunciationEffective, on: .act(act))
                : StandingReading(.bound, by: .denunciationAhead, on: .act(act))
        default: return told.map { StandingReading($0, by: .wordOfReport, on: .act(act)) } ?? byMembership
        }
    }
}

extension RuleID {
    /// The country took part when the text was adopted.
    public static let tookPartInAdoption: RuleID = "took-part-in-adoption"
    /// The country joined the text; it holds for it from that day.
    public static let endorsed: RuleID = "endorsed"
    /// The country consented to be bound.
    public static let consented: RuleID = "consented"
    /// The country came back to the text.
    public static let cameBack: RuleID = "came-back"
    /// The country spoke against the text; it is not counted for it.
    public static let objected: RuleID = "objected"
    /// The country withdrew from the text and has not come back.
    public static let withdrew: RuleID = "withdrew"
    /// The country denounced the text; until the denunciation takes effect it still holds.
    public static let denunciationAhead: RuleID = "denunciation-ahead"
    /// The country's denunciation has taken effect.
    public static let denunciationEffective: RuleID = "denunciation-effective"
}

/// The rules that ``WordReader/position(of:in:toldOf:)`` names; modules that ask for it list them in their metadata.
public enum PositionRules {
    /// The rules.
    public static let all: [ModuleRule] = [
        ModuleRule(
            .tookPartInAdoption,
            LocalizedText(
                en: "The country took part when the text was adopted.",
                es: "El país participó en la adopción del texto.", pt: "O país participou da adoção do texto.",
                fr: "Le pays a pris part à l’adoption du texte.")),
        ModuleRule(
            .endorsed,
            LocalizedText(
                en: "The country joined the text; it holds for it from that day.",
                es: "El país se sumó al texto; rige para él desde ese día.",
                pt: "O país aderiu ao texto; vale para ele desde esse dia.",
                fr: "Le pays s’est joint au texte\u{00A0}; il vaut pour lui depuis ce jour.")),
        ModuleRule(
            .consented,
            LocalizedText(
                en: "The country consented to be bound.", es: "El país consintió en obligarse.",
                pt: "O país consentiu em obrigar-se.", fr: "Le pays a consenti à être lié.")),
        ModuleRule(
            .cameBack,
            LocalizedText(
                en: "The country came back to the text.", es: "El país volvió al texto.",
                pt: "O país voltou ao texto.", fr: "Le pays est revenu au texte.")),
        ModuleRule(
            .objected,
            LocalizedText(
                en: "The country spoke against the text; it is not counted for it.",
                es: "El país se opuso al texto; no se cuenta para él.",
                pt: "O país opôs-se ao texto; não é contado para ele.",
                fr: "Le pays s’est opposé au texte\u{00A0}; il n’est pas compté.")),
        ModuleRule(
            .withdrew,
            LocalizedText(
                en: "The country withdrew from the text and has not come back.",
                es: "El país se retiró del texto y no ha vuelto.", pt: "O país retirou-se do texto e não voltou.",
                fr: "Le pays s’est retiré du texte et n’est pas revenu.")),
        ModuleRule(
            .denunciationAhead,
            LocalizedText(
                en: "The country denounced the text; until the denunciation takes effect it still holds.",
                es: "El país denunció el texto; hasta que la denuncia surta efecto sigue vigente para él.",
                pt: "O país denunciou o texto; até a denúncia produzir efeito, ele continua a valer.",
                fr: "Le pays a dénoncé le texte\u{00A0}; il vaut encore jusqu’à l’effet de la dénonciation.")),
        ModuleRule(
            .denunciationEffective,
            LocalizedText(
                en: "The country's denunciation has taken effect.", es: "La denuncia del país ya surtió efecto.",
                pt: "A denúncia do país já produziu efeito.", fr: "La dénonciation du pays a pris effet.")),
    ]
}
