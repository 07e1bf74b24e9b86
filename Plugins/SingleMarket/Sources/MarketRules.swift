import FollowUpModel
import ForumKit

extension RuleID {
    static let outsideTheMarket: RuleID = "outside-the-market"
    static let bindsAtCommunityLevel: RuleID = "binds-at-community-level"
    static let exceptionEnded: RuleID = "exception-ended"
    static let optOutNotAgreed: RuleID = "opt-out-not-agreed"
    static let enacted: RuleID = "enacted"
    static let reasonsWithinSixMonths: RuleID = "reasons-within-six-months"
}

/// The rules that assessments of market commitments name as their basis.
enum MarketRules {
    static let all: [ModuleRule] = [
        ModuleRule(
            .outsideTheMarket,
            LocalizedText(
                en: "The member is outside the single market, whose commitments do not ask it.",
                es: "El miembro está fuera del mercado único, cuyos compromisos no se le piden.",
                pt: "O membro está fora do mercado único, cujos compromissos não lhe são pedidos.",
                fr: "Le membre est hors du marché unique, dont les engagements ne lui sont pas demandés."),
            source: "CSME participation (CAR-R14)"),
        ModuleRule(
            .bindsAtCommunityLevel,
            LocalizedText(
                en: "The decision binds at Community level at once, with or without national law.",
                es: "La decisión obliga de inmediato a nivel comunitario, con o sin ley nacional.",
                pt: "A decisão obriga de imediato no nível comunitário, com ou sem lei nacional.",
                fr: "La décision lie aussitôt au niveau communautaire, avec ou sans loi nationale."),
            source: "Revised Treaty arts. 9 and 240; Caribbean Court of Justice (CAR-R9, CAR-R10)"),
        ModuleRule(
            .exceptionEnded,
            LocalizedText(
                en: "The derogation, deferral or opt-out has ended; the State is bound again.",
                es: "Terminó la derogación, el aplazamiento o la exclusión; el Estado vuelve a estar obligado.",
                pt: "Terminou a derrogação, o adiamento ou a exclusão; o Estado volta a estar obrigado.",
                fr: "La dérogation, le report ou l’exclusion a pris fin\u{00A0}; l’État est de nouveau lié."),
            source: "Revised Treaty art. 27.4 (CAR-R3)"),
        ModuleRule(
            .optOutNotAgreed,
            LocalizedText(
                en: "The State says that it opted out; without the Conference's agreement it stays bound.",
                es: "El Estado dice que se excluyó; sin acuerdo de la Conferencia sigue obligado.",
                pt: "O Estado diz que se excluiu; sem acordo da Conferência continua obrigado.",
                fr: "L’État dit s’être exclu\u{00A0}; sans l’accord de la Conférence il reste lié."),
            source: "Revised Treaty art. 27.4 (CAR-R3)"),
        ModuleRule(
            .enacted,
            LocalizedText(
                en: "The State has given it effect in its own law.",
                es: "El Estado le dio efecto en su derecho interno.",
                pt: "O Estado deu-lhe efeito no seu direito interno.",
                fr: "L’État lui a donné effet dans son droit interne."),
            source: "Revised Treaty arts. 9 and 240 (CAR-R9)"),
        ModuleRule(
            .reasonsWithinSixMonths,
            LocalizedText(
                en:
                    "A State that does not follow the recommendation writes to the secretariat within six months, and why.",
                es: "El Estado que no sigue la recomendación lo comunica con razones en seis meses.",
                pt: "O Estado que não segue a recomendação comunica-o com razões em seis meses.",
                fr: "L’État qui ne suit pas la recommandation l’écrit, avec ses raisons, dans les six mois."),
            source: "Revised Treaty art. 27.6 (CAR-R4)"),
    ]
}
