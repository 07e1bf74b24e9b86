import FollowUpModel
import ForumKit

extension RuleID {
    static let bindingNorm: RuleID = "binding-norm"
    static let noIncorporationNeeded: RuleID = "no-incorporation-needed"
    static let bindingOnApproval: RuleID = "binding-on-approval"
    static let appliesDirectly: RuleID = "applies-directly"
    static let adoptionPeriod: RuleID = "adoption-period"
    static let adoptionOverdue: RuleID = "adoption-overdue"
    static let incorporationMissing: RuleID = "incorporation-missing"
    static let noticeAwaited: RuleID = "notice-awaited"
    static let daysAfterNotice: RuleID = "days-after-notice"
    static let inForceHere: RuleID = "in-force-here"
    static let repealed: RuleID = "repealed"
}

/// The rules that assessments of norms name as their basis.
enum NormRules {
    static let all: [ModuleRule] = [
        ModuleRule(
            .bindingNorm,
            LocalizedText(
                en: "The norm binds every member, which has to bring it into its own law and tell the secretariat.",
                es: "La norma obliga a todo miembro, que debe incorporarla y avisar a la secretaría.",
                pt: "A norma obriga todo membro, que deve incorporá-la e avisar a secretaria.",
                fr: "La norme lie chaque membre, qui doit l’incorporer et en informer le secrétariat."),
            source: "Ouro Preto Protocol art. 38 and 42 (MER-R1, MER-R5)"),
        ModuleRule(
            .noIncorporationNeeded,
            LocalizedText(
                en: "The norm needs no incorporation; it is in force as its own text says.",
                es: "La norma no requiere incorporación; rige según su propio texto.",
                pt: "A norma não necessita ser incorporada; vigora segundo o seu próprio texto.",
                fr: "La norme n’a pas à être incorporée\u{00A0}; elle vaut selon son propre texte."),
            source: "CMC DEC 23/00 art. 5 (MER-R6)"),
        ModuleRule(
            .bindingOnApproval,
            LocalizedText(
                en:
                    "The act binds every member from its approval; what stops it in one member does not stop the others.",
                es: "El acto obliga a todo miembro desde su aprobación; lo que lo frena en uno no frena a los demás.",
                pt: "O ato obriga todo membro desde a aprovação; o que o detém em um não detém os demais.",
                fr:
                    "L’acte lie chaque membre dès son approbation\u{00A0}; ce qui l’arrête chez l’un n’arrête pas les autres."
            ),
            source: "Andean Court Treaty art. 2 (can-binding-on-approval); Tegucigalpa Protocol arts. 16, 21-22"
                + " (sica-council-binding)"),
        ModuleRule(
            .appliesDirectly,
            LocalizedText(
                en: "The act applies in the member: published, or incorporated where the text asks for it.",
                es: "El acto se aplica en el miembro: publicado, o incorporado si el texto lo exige.",
                pt: "O ato aplica-se no membro: publicado, ou incorporado quando o texto o exige.",
                fr: "L’acte s’applique chez le membre\u{00A0}: publié, ou incorporé si le texte le demande."),
            source: "Andean Court Treaty art. 3 (can-direct-applicability, can-express-incorporation)"),
        ModuleRule(
            .adoptionPeriod,
            LocalizedText(
                en: "The norm is older than the State's membership; the State has time to adopt it.",
                es: "La norma es anterior al ingreso del Estado, que está en plazo de adopción.",
                pt: "A norma é anterior ao ingresso do Estado, que está no prazo de adoção.",
                fr: "La norme précède l’adhésion de l’État, qui est dans le délai d’adoption."),
            source: "Protocol of accession of the State (MER-R10)"),
        ModuleRule(
            .adoptionOverdue,
            LocalizedText(
                en: "The time to adopt norms older than the State's membership has passed; no adoption is reported.",
                es: "Venció el plazo para adoptar las normas anteriores al ingreso; no se informa adopción.",
                pt: "Venceu o prazo para adotar as normas anteriores ao ingresso; não há adoção informada.",
                fr: "Le délai d’adoption des normes antérieures à l’adhésion est passé\u{00A0}; rien n’est signalé."),
            source: "Protocol of accession of the State (MER-R10)"),
        ModuleRule(
            .incorporationMissing,
            LocalizedText(
                en: "Not in force anywhere: not every State that counts has incorporated the norm.",
                es: "No rige en ningún lado: falta la incorporación de algún Estado que cuenta.",
                pt: "Não vigora em nenhum lugar: falta a incorporação de algum Estado que conta.",
                fr: "En vigueur nulle part\u{00A0}: un État qui compte n’a pas encore incorporé la norme."),
            source: "Ouro Preto Protocol art. 40 (MER-R3, MER-R9)"),
        ModuleRule(
            .noticeAwaited,
            LocalizedText(
                en: "All have incorporated the norm; no notice of the secretariat is known, so it is not in force yet.",
                es: "Todos la incorporaron; no se conoce el aviso de la secretaría, así que aún no rige.",
                pt: "Todos a incorporaram; não se conhece o aviso da secretaria, portanto ainda não vigora.",
                fr:
                    "Tous l’ont incorporée\u{00A0}; aucun avis du secrétariat n’est connu\u{00A0}: elle n’est pas en vigueur."
            ),
            source: "Ouro Preto Protocol art. 40 (ii) (MER-R3)"),
        ModuleRule(
            .daysAfterNotice,
            LocalizedText(
                en: "All were told of the incorporations; the days until the entry into force have not passed.",
                es: "Todos fueron avisados; no han pasado los días hasta la entrada en vigor.",
                pt: "Todos foram avisados; não passaram os dias até a entrada em vigor.",
                fr: "Tous ont été avisés\u{00A0}; les jours jusqu’à l’entrée en vigueur ne sont pas écoulés."),
            source: "Ouro Preto Protocol art. 40 (iii) (MER-R3)"),
        ModuleRule(
            .inForceHere,
            LocalizedText(
                en: "In force for the State since its last word, which is what the forum's own word for it says.",
                es: "Vigente para el Estado desde su última palabra; vale lo que dice la palabra propia del foro.",
                pt: "Em vigor para o Estado desde a sua última palavra; vale o que diz a palavra própria do fórum.",
                fr: "En vigueur pour l’État depuis son dernier mot\u{00A0}; vaut ce que dit le mot propre du forum."),
            source: "Ouro Preto Protocol art. 40; Andean Court Treaty art. 3 (can-direct-applicability,"
                + " can-express-incorporation); the agreement's own clause (MER-R7, MER-R11)"),
        ModuleRule(
            .repealed,
            LocalizedText(
                en: "The norm has been repealed.", es: "La norma fue derogada.", pt: "A norma foi revogada.",
                fr: "La norme a été abrogée.")),
    ]
}
