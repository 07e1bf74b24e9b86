import FollowUpModel
import ForumKit

/// The rules that only this module names.
enum DeclarationRules {
    static let all: [ModuleRule] = [
        ModuleRule(
            "adopted-by-consensus",
            LocalizedText(
                en: "The text was adopted by consensus: no member objected.",
                es: "El texto se adoptó por consenso: ningún miembro objetó.",
                pt: "O texto foi adotado por consenso: nenhum membro objetou.",
                fr: "Le texte a été adopté par consensus\u{00A0}: aucun membre n’a objecté."),
            source: "CELAC-R1 for CELAC; elsewhere the practice of the forum"),
        ModuleRule(
            "adopted-over-objections",
            LocalizedText(
                en: "The text was declared adopted although members objected; it holds for the others.",
                es: "El texto se declaró adoptado aunque hubo miembros que objetaron; rige para los demás.",
                pt: "O texto foi declarado adotado embora membros tenham objetado; vale para os demais.",
                fr: "Le texte a été déclaré adopté malgré des objections\u{00A0}; il vaut pour les autres."),
            source: "CELAC-R2, after the declaration of Tegucigalpa of 2025"),
        ModuleRule(
            "joined-after-adoption",
            LocalizedText(
                en: "The country joined after the text was adopted; it holds for it from then on.",
                es: "El país se sumó después de la adopción; el texto rige para él desde entonces.",
                pt: "O país aderiu depois da adoção; o texto vale para ele desde então.",
                fr: "Le pays a rejoint le texte après son adoption\u{00A0}; il vaut pour lui depuis lors.")),
        ModuleRule(
            "meeting-cancelled",
            LocalizedText(
                en: "The meeting was cancelled; it carries no commitments.",
                es: "La reunión se canceló; no genera compromisos.",
                pt: "A reunião foi cancelada; não gera compromissos.",
                fr: "La réunion a été annulée\u{00A0}; elle ne crée aucun engagement."),
            source: "CELAC-R3, after the summit cancelled in January 2025"),
    ]
}
