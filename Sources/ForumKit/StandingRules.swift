public import FollowUpModel

/// How a party stands, by which rule, and what that rests on.
public struct StandingReading: Hashable, Sendable {
    /// What a standing rests on, as far as a module may go on from it.
    public enum Ground: Hashable, Sendable {
        /// Nothing but that the text addresses the party: nobody has said anything of its place.
        case addressed
        /// The party takes no part, or took none when the text was adopted; it may have spoken against it besides.
        case absence
        /// The commitment declares that the party dissociated itself; it may have come back since.
        case dissociation
        /// The word of a report that tells of no act.
        case word
        /// The act that a report tells of.
        case act(LegalAct)
        /// Something that nobody's word changes, such as membership.
        case law
    }

    /// The standing.
    public var standing: Standing
    /// The rule behind it.
    public var rule: RuleID
    /// What it rests on.
    public var ground: Ground

    /// Makes a reading.
    public init(_ standing: Standing, by rule: RuleID, on ground: Ground = .law) {
        self.standing = standing
        self.rule = rule
        self.ground = ground
    }
}

extension RollCall {
    /// How a party stands towards a commitment by membership and exceptions alone, before any report is read.
    ///
    /// The first rule that applies decides: not adopted yet; an exception of the party; its membership on the day;
    /// its absence when the text was adopted; consent to be bound still missing; else it is bound.
    public func standing(of party: PartyIndex, in commitment: Commitment) -> StandingReading {
        if let adopted = commitment.adopted, adopted.earliest > day {
            return StandingReading(.notAddressed, by: .notAdoptedYet)
        }
        let id = forum.parties[party].id
        if let exception = exception(of: id, in: commitment) { return exception }
        guard forum.parties[party].country != nil else { return StandingReading(.bound, by: .askedByName) }
        switch standing(of: party) {
        case .suspended: return StandingReading(.suspended, by: .membershipSuspended)
        case .notParticipating: return StandingReading(.exempt, by: .takesNoPart, on: .absence)
        case .withdrawn: return StandingReading(.notAddressed, by: .noLongerAMember)
        case .acceding: return StandingReading(.pending, by: .acceding)
        case .member, .associate, .observer, nil: break
        }
        if let adopted = commitment.adopted, wasAbsent(party, on: adopted) {
            return StandingReading(.notAddressed, by: .absentAtAdoption, on: .absence)
        }
        return commitment.binding == .consenting
            ? StandingReading(.invited, by: .consentNeeded)
            : StandingReading(.bound, by: .addressed, on: .addressed)
    }

    /// The exception that holds for a party on the day; reservations and declarations leave it bound.
    private func exception(of party: String, in commitment: Commitment) -> StandingReading? {
        for exception in commitment.exceptions where exception.party == party && exception.interval.covers(day) {
            switch exception.kind {
            case .dissociation: return StandingReading(.dissociated, by: .dissociated, on: .dissociation)
            case .optOut: return StandingReading(.exempt, by: .optOut)
            case .derogation: return StandingReading(.exempt, by: .derogation)
            case .deferral: return StandingReading(.exempt, by: .deferral)
            case .reservation, .declaration: continue
            }
        }
        return nil
    }
}

extension RuleID {
    /// The text had not been adopted by this date.
    public static let notAdoptedYet: RuleID = "not-adopted-yet"
    /// The country did not give its consent to the text.
    public static let dissociated: RuleID = "dissociated"
    /// The country has opted out.
    public static let optOut: RuleID = "opt-out"
    /// The country has a derogation.
    public static let derogation: RuleID = "derogation"
    /// The country has a deferral.
    public static let deferral: RuleID = "deferral"
    /// The text asks this organ by name.
    public static let askedByName: RuleID = "asked-by-name"
    /// The country's membership is suspended.
    public static let membershipSuspended: RuleID = "membership-suspended"
    /// The member takes no part, by its own decision.
    public static let takesNoPart: RuleID = "takes-no-part"
    /// The country is no longer a member.
    public static let noLongerAMember: RuleID = "no-longer-a-member"
    /// The country is still becoming a member.
    public static let acceding: RuleID = "acceding"
    /// The member took no part when the text was adopted.
    public static let absentAtAdoption: RuleID = "absent-at-adoption"
    /// The text binds only who consents to it; no consent is reported.
    public static let consentNeeded: RuleID = "consent-needed"
    /// The text addresses this country.
    public static let addressed: RuleID = "addressed"
}

/// The rules that ``RollCall/standing(of:in:)`` names.
public enum StandingRules {
    /// The rules, in the order in which they are tried.
    public static let all: [ModuleRule] = [
        ModuleRule(
            .notAdoptedYet,
            LocalizedText(
                en: "The text had not been adopted by this date.",
                es: "El texto aún no se había adoptado en esta fecha.",
                pt: "O texto ainda não havia sido adotado nesta data.",
                fr: "Le texte n’était pas encore adopté à cette date.")),
        ModuleRule(
            .dissociated,
            LocalizedText(
                en: "The country did not give its consent to the text.",
                es: "El país no dio su consentimiento al texto.",
                pt: "O país não deu o seu consentimento ao texto.",
                fr: "Le pays n’a pas donné son consentement au texte.")),
        ModuleRule(
            .optOut,
            LocalizedText(
                en: "The country has opted out.", es: "El país optó por no participar.",
                pt: "O país optou por não participar.", fr: "Le pays a choisi de ne pas participer.")),
        ModuleRule(
            .derogation,
            LocalizedText(
                en: "The country has a derogation.", es: "El país tiene una derogación temporal.",
                pt: "O país tem uma derrogação.", fr: "Le pays bénéficie d’une dérogation.")),
        ModuleRule(
            .deferral,
            LocalizedText(
                en: "The country has a deferral.", es: "El país tiene un aplazamiento.",
                pt: "O país tem um adiamento.", fr: "Le pays bénéficie d’un report.")),
        ModuleRule(
            .askedByName,
            LocalizedText(
                en: "The text asks this organ by name.", es: "El texto se dirige expresamente a este órgano.",
                pt: "O texto dirige-se expressamente a este órgão.",
                fr: "Le texte s’adresse nommément à cet organe.")),
        ModuleRule(
            .membershipSuspended,
            LocalizedText(
                en: "The country's membership is suspended.", es: "La membresía del país está suspendida.",
                pt: "A participação do país como membro está suspensa.",
                fr: "La qualité de membre du pays est suspendue.")),
        ModuleRule(
            .takesNoPart,
            LocalizedText(
                en: "The member takes no part, by its own decision.",
                es: "El miembro no participa, por decisión propia.",
                pt: "O membro não participa, por decisão própria.",
                fr: "Le membre ne participe pas, de sa propre décision.")),
        ModuleRule(
            .noLongerAMember,
            LocalizedText(
                en: "The country is no longer a member.", es: "El país ya no es miembro.",
                pt: "O país já não é membro.", fr: "Le pays n’est plus membre.")),
        ModuleRule(
            .acceding,
            LocalizedText(
                en: "The country is still becoming a member.", es: "El país está en proceso de ser miembro.",
                pt: "O país está em processo de tornar-se membro.", fr: "Le pays est en voie de devenir membre.")),
        ModuleRule(
            .absentAtAdoption,
            LocalizedText(
                en: "The member took no part when the text was adopted.",
                es: "El miembro no participaba cuando se adoptó el texto.",
                pt: "O membro não participava quando o texto foi adotado.",
                fr: "Le membre ne participait pas lors de l’adoption du texte.")),
        ModuleRule(
            .consentNeeded,
            LocalizedText(
                en: "The text binds only who consents to it; no consent is reported.",
                es: "El texto obliga solo a quien consiente; no se informa consentimiento.",
                pt: "O texto obriga apenas quem consente; não há consentimento informado.",
                fr: "Le texte ne lie que ceux qui y consentent\u{00A0}; aucun consentement n’est signalé.")),
        ModuleRule(
            .addressed,
            LocalizedText(
                en: "The text addresses this country.", es: "El texto se dirige a este país.",
                pt: "O texto dirige-se a este país.", fr: "Le texte s’adresse à ce pays.")),
    ]
}
