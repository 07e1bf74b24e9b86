import FollowUpModel
import ForumKit

extension RuleID {
    static let adoptedByConsensus: RuleID = "adopted-by-consensus"
    static let adoptedOverObjections: RuleID = "adopted-over-objections"
    static let joinedAfterAdoption: RuleID = "joined-after-adoption"
}

/// The rules that only this module names.
enum DeclarationRules {
    static let all: [ModuleRule] = [
        ModuleRule(
            .adoptedByConsensus,
            LocalizedText(
                en: "The text was adopted by consensus: no member objected.",
                es: "El texto se adoptó por consenso: ningún miembro objetó.",
                pt: "O texto foi adotado por consenso: nenhum membro objetou.",
                fr: "Le texte a été adopté par consensus\u{00A0}: aucun membre n’a objecté."),
            source: "CELAC-R1 for CELAC; elsewhere the practice of the forum"),
        ModuleRule(
            .adoptedOverObjections,
            LocalizedText(
                en: "The text was declared adopted although members objected; it holds for the others.",
                es: "El texto se declaró adoptado aunque hubo miembros que objetaron; rige para los demás.",
                pt: "O texto foi declarado adotado embora membros tenham objetado; vale para os demais.",
                fr: "Le texte a été déclaré adopté malgré des objections\u{00A0}; il vaut pour les autres."),
            source: "CELAC-R2, after the declaration of Tegucigalpa of 2025"),
        ModuleRule(
            .joinedAfterAdoption,
            LocalizedText(
                en: "The country joined after the text was adopted; it holds for it from then on.",
                es: "El país se sumó después de la adopción; el texto rige para él desde entonces.",
                pt: "O país aderiu depois da adoção; o texto vale para ele desde então.",
                fr: "Le pays a rejoint le texte après son adoption\u{00A0}; il vaut pour lui depuis lors.")),
    ]
}
