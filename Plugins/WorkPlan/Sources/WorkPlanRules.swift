import FollowUpModel
import ForumKit

extension RuleID {
    static let observersNeverCount: RuleID = "observers-never-count"
    static let notListed: RuleID = "not-listed"
    static let onlyTheDecisionAdopts: RuleID = "only-the-decision-adopts"
    static let planLapsed: RuleID = "plan-lapsed"
    static let activityCancelled: RuleID = "activity-cancelled"
    static let notesPerYear: RuleID = "notes-per-year"
    static let effectAhead: RuleID = "effect-ahead"
    static let incorporated: RuleID = "incorporated"
    static let notIncorporated: RuleID = "not-incorporated"
}

/// The rules that only this module names.
enum WorkPlanRules {
    static let all: [ModuleRule] = [
        ModuleRule(
            .observersNeverCount,
            LocalizedText(
                en: "Observers take no part in decisions and are never counted.",
                es: "Los observadores no participan en las decisiones y nunca se cuentan.",
                pt: "Os observadores não participam das decisões e nunca são contados.",
                fr: "Les observateurs ne participent pas aux décisions et ne sont jamais comptés."),
            source: "RCM-R2, SACM-R2: rules of RCM and SACM on observers"),
        ModuleRule(
            .notListed,
            LocalizedText(
                en: "The country isn't listed among those that adopted the text: absent, which is no dissent.",
                es: "El país no figura entre quienes adoptaron el texto: ausente, lo que no es disenso.",
                pt: "O país não consta entre os que adotaram o texto: ausente, o que não é dissenso.",
                fr:
                    "Le pays ne figure pas parmi ceux qui ont adopté le texte\u{00A0}: absent, ce qui n’est pas un refus."
            ),
            source: "SACM-R3, RCM-R2; our reading of adoption by those present"),
        ModuleRule(
            .onlyTheDecisionAdopts,
            LocalizedText(
                en: "No declaration or decision has adopted this text yet; reports and recommendations don't.",
                es:
                    "Ninguna declaración o decisión adoptó aún este texto; los informes y recomendaciones no lo adoptan.",
                pt: "Nenhuma declaração ou decisão adotou ainda este texto; relatórios e recomendações não o adotam.",
                fr:
                    "Aucune déclaration ou décision n’a encore adopté ce texte\u{00A0}; rapports et recommandations non plus."
            ),
            source: "RCM-R3: chain of outputs up to the Vice-Ministers"),
        ModuleRule(
            .planLapsed,
            LocalizedText(
                en: "The plan's time is over and no word says it was done: it lapsed, which is no breach.",
                es: "El plazo del plan terminó y nada dice que se cumplió: caducó, lo que no es incumplimiento.",
                pt: "O prazo do plano terminou e nada diz que foi cumprido: caducou, o que não é descumprimento.",
                fr: "Le temps du plan est écoulé et rien ne dit qu’il est réalisé\u{00A0}: caduc, sans manquement.")),
        ModuleRule(
            .activityCancelled,
            LocalizedText(
                en: "The activity was cancelled.", es: "La actividad se canceló.", pt: "A atividade foi cancelada.",
                fr: "L’activité a été annulée.")),
        ModuleRule(
            .notesPerYear,
            LocalizedText(
                en: "So many notes are expected each calendar year; a missing one is a gap, never a breach.",
                es: "Se espera ese número de notas por año civil; la que falta es una laguna, no un incumplimiento.",
                pt: "Espera-se esse número de notas por ano civil; a que falta é uma lacuna, não um descumprimento.",
                fr:
                    "Tant de notes sont attendues par année civile\u{00A0}; une note absente est une lacune, sans manquement."
            ),
            source: "RCM-R5: two information notes a year on the fund for return"),
        ModuleRule(
            .inForceForTheState,
            LocalizedText(
                en: "The treaty is in force for the State after its own deposit.",
                es: "El tratado está en vigor para el Estado tras su propio depósito.",
                pt: "O tratado está em vigor para o Estado após o seu próprio depósito.",
                fr: "Le traité est en vigueur pour l’État après son propre dépôt."),
            source: "unasur-entry: UNASUR Constitutive Treaty, article 26"),
        ModuleRule(
            .effectAhead,
            LocalizedText(
                en: "The State has acted; its act takes effect later.",
                es: "El Estado ya actuó; su acto surte efecto más adelante.",
                pt: "O Estado já agiu; o seu ato produz efeito mais tarde.",
                fr: "L’État a agi\u{00A0}; son acte prend effet plus tard."),
            source: "unasur-entry: UNASUR Constitutive Treaty, article 26"),
        ModuleRule(
            .incorporated,
            LocalizedText(
                en: "The State has brought the norm into its own legal order.",
                es: "El Estado incorporó la norma a su propio ordenamiento.",
                pt: "O Estado incorporou a norma ao seu ordenamento jurídico.",
                fr: "L’État a intégré la norme dans son ordre juridique."),
            source: "unasur-consensus-incorporation: UNASUR Constitutive Treaty, article 12"),
        ModuleRule(
            .notIncorporated,
            LocalizedText(
                en: "The norm binds the State only once it is part of its own legal order.",
                es: "La norma obliga al Estado solo cuando se incorpora a su propio ordenamiento.",
                pt: "A norma só obriga o Estado quando incorporada ao seu ordenamento jurídico.",
                fr: "La norme ne lie l’État qu’une fois intégrée dans son ordre juridique."),
            source: "unasur-consensus-incorporation: UNASUR Constitutive Treaty, article 12"),
    ]
}
