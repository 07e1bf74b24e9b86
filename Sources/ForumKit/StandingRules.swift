public import FollowUpModel

/// How a party stands, and by which rule.
public struct StandingReading: Hashable, Sendable {
    /// The standing.
    public var standing: Standing
    /// The id of the rule behind it.
    public var rule: String

    /// Makes a reading.
    public init(_ standing: Standing, by rule: String) {
        self.standing = standing
        self.rule = rule
    }
}

extension RollCall {
    /// How a party stands towards a commitment by membership and exceptions alone, before any report is read.
    ///
    /// The first rule that applies decides: not adopted yet; an exception of the party; its membership on the day;
    /// its absence when the text was adopted; consent to be bound still missing; else it is bound.
    public func standing(of party: PartyIndex, in commitment: Commitment) -> StandingReading {
        if let adopted = commitment.adopted, adopted.earliest > day {
            return StandingReading(.notAddressed, by: "not-adopted-yet")
        }
        let id = forum.parties[party].id
        if let exception = exception(of: id, in: commitment) { return exception }
        guard forum.parties[party].country != nil else { return StandingReading(.bound, by: "asked-by-name") }
        switch standing(of: party) {
        case .suspended: return StandingReading(.suspended, by: "membership-suspended")
        case .notParticipating: return StandingReading(.exempt, by: "takes-no-part")
        case .withdrawn: return StandingReading(.notAddressed, by: "no-longer-a-member")
        case .acceding: return StandingReading(.pending, by: "acceding")
        case .member, .associate, .observer, nil: break
        }
        if let adopted = commitment.adopted, wasAbsent(party, on: adopted) {
            return StandingReading(.notAddressed, by: "absent-at-adoption")
        }
        return commitment.binding == .consenting
            ? StandingReading(.invited, by: "consent-needed") : StandingReading(.bound, by: "addressed")
    }

    /// The exception that holds for a party on the day; reservations and declarations leave it bound.
    private func exception(of party: String, in commitment: Commitment) -> StandingReading? {
        for exception in commitment.exceptions where exception.party == party && exception.interval.covers(day) {
            switch exception.kind {
            case .dissociation: return StandingReading(.dissociated, by: "dissociated")
            case .optOut, .derogation, .deferral: return StandingReading(.exempt, by: exception.kind.rawValue)
            case .reservation, .declaration: continue
            }
        }
        return nil
    }
}

/// The rules that ``RollCall/standing(of:in:)`` names; modules that call it list them in their metadata.
public enum StandingRules {
    /// The rules, in the order in which they are tried.
    public static let all: [ModuleRule] = [
        ModuleRule(
            "not-adopted-yet",
            LocalizedText(
                en: "The text had not been adopted by this date.",
                es: "El texto aún no se había adoptado en esta fecha.",
                pt: "O texto ainda não havia sido adotado nesta data.",
                fr: "Le texte n’était pas encore adopté à cette date.")),
        ModuleRule(
            "dissociated",
            LocalizedText(
                en: "The country did not give its consent to the text.",
                es: "El país no dio su consentimiento al texto.",
                pt: "O país não deu o seu consentimento ao texto.",
                fr: "Le pays n’a pas donné son consentement au texte.")),
        ModuleRule(
            "opt-out",
            LocalizedText(
                en: "The country has opted out.", es: "El país optó por no participar.",
                pt: "O país optou por não participar.", fr: "Le pays a choisi de ne pas participer.")),
        ModuleRule(
            "derogation",
            LocalizedText(
                en: "The country has a derogation.", es: "El país tiene una derogación temporal.",
                pt: "O país tem uma derrogação.", fr: "Le pays bénéficie d’une dérogation.")),
        ModuleRule(
            "deferral",
            LocalizedText(
                en: "The country has a deferral.", es: "El país tiene un aplazamiento.",
                pt: "O país tem um adiamento.", fr: "Le pays bénéficie d’un report.")),
        ModuleRule(
            "asked-by-name",
            LocalizedText(
                en: "The text asks this organ by name.", es: "El texto se dirige expresamente a este órgano.",
                pt: "O texto dirige-se expressamente a este órgão.",
                fr: "Le texte s’adresse nommément à cet organe.")),
        ModuleRule(
            "membership-suspended",
            LocalizedText(
                en: "The country's membership is suspended.", es: "La membresía del país está suspendida.",
                pt: "A participação do país como membro está suspensa.",
                fr: "La qualité de membre du pays est suspendue.")),
        ModuleRule(
            "takes-no-part",
            LocalizedText(
                en: "The member takes no part, by its own decision.",
                es: "El miembro no participa, por decisión propia.",
                pt: "O membro não participa, por decisão própria.",
                fr: "Le membre ne participe pas, de sa propre décision.")),
        ModuleRule(
            "no-longer-a-member",
            LocalizedText(
                en: "The country is no longer a member.", es: "El país ya no es miembro.",
                pt: "O país já não é membro.", fr: "Le pays n’est plus membre.")),
        ModuleRule(
            "acceding",
            LocalizedText(
                en: "The country is still becoming a member.", es: "El país está en proceso de ser miembro.",
                pt: "O país está em processo de tornar-se membro.", fr: "Le pays est en voie de devenir membre.")),
        ModuleRule(
            "absent-at-adoption",
            LocalizedText(
                en: "The member took no part when the text was adopted.",
                es: "El miembro no participaba cuando se adoptó el texto.",
                pt: "O membro não participava quando o texto foi adotado.",
                fr: "Le membre ne participait pas lors de l’adoption du texte.")),
        ModuleRule(
            "consent-needed",
            LocalizedText(
                en: "The text binds only who consents to it; no consent is reported.",
                es: "El texto obliga solo a quien consiente; no se informa consentimiento.",
                pt: "O texto obriga apenas quem consente; não há consentimento informado.",
                fr: "Le texte ne lie que ceux qui y consentent\u{00A0}; aucun consentement n’est signalé.")),
        ModuleRule(
            "addressed",
            LocalizedText(
                en: "The text addresses this country.", es: "El texto se dirige a este país.",
                pt: "O texto dirige-se a este país.", fr: "Le texte s’adresse à ce pays.")),
    ]
}
