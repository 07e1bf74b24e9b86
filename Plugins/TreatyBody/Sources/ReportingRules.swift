import FollowUpModel
import ForumKit

extension RuleID {
    static let partyToTheTreaty: RuleID = "party-to-the-treaty"
    static let perhapsAParty: RuleID = "perhaps-a-party"
    static let initialReport: RuleID = "initial-report"
    static let periodicReport: RuleID = "periodic-report"
    static let dateFixedByTheBody: RuleID = "date-fixed-by-the-body"
    static let combinedReport: RuleID = "combined-report"
    static let followUpInformation: RuleID = "follow-up-information"
    static let allDueReportsCame: RuleID = "all-due-reports-came"
    static let lastDueReportCame: RuleID = "last-due-report-came"
    static let someDueReportsCame: RuleID = "some-due-reports-came"
    static let noDueReportCame: RuleID = "no-due-report-came"
    static let firstReportAhead: RuleID = "first-report-ahead"
}

/// The rules that this module names itself.
enum ReportingRules {
    /// The rules.
    static let all: [ModuleRule] = [
        ModuleRule(
            .partyToTheTreaty,
            LocalizedText(
                en: "The treaty is in force for the State, which so owes reports.",
                es: "El tratado está en vigor para el Estado, que por ello debe informes.",
                pt: "O tratado está em vigor para o Estado, que por isso deve relatórios.",
                fr: "Le traité est en vigueur pour l’État, qui doit donc des rapports."),
            source: "ICRMW article 87; rule cmw-state-entry"),
        ModuleRule(
            .perhapsAParty,
            LocalizedText(
                en: "Whether the treaty is in force for the State already can't be told from the dates known.",
                es: "Por las fechas conocidas no se sabe si el tratado ya está en vigor para el Estado.",
                pt: "Pelas datas conhecidas não se sabe se o tratado já está em vigor para o Estado.",
                fr: "Les dates connues ne disent pas si le traité est déjà en vigueur pour l’État.")),
        ModuleRule(
            .initialReport,
            LocalizedText(
                en:
                    "The first report is due within a set time after the treaty entered into force for the State.",
                es:
                    "El primer informe se debe dentro de un plazo desde la entrada en vigor para el Estado.",
                pt:
                    "O primeiro relatório é devido num prazo após a entrada em vigor para o Estado.",
                fr:
                    "Le premier rapport est dû dans un délai après l'entrée en vigueur pour l'État."
            ), source: "ICRMW article 73(1)(a), one year; rules icrmw_73_1_a and cmw-initial"),
        ModuleRule(
            .periodicReport,
            LocalizedText(
                en: "The next report is due a set time after the previous one was due.",
                es:
                    "El siguiente informe se debe un plazo después de la fecha del anterior.",
                pt: "O relatório seguinte é devido um prazo após a data do anterior.",
                fr:
                    "Le rapport suivant est dû un certain temps après la date du précédent."
            ), source: "ICRMW article 73(1)(b), five years; rules icrmw_73_1_b and cmw-periodic"),
        ModuleRule(
            .dateFixedByTheBody,
            LocalizedText(
                en: "The body has fixed this date itself, which replaces the computed one.",
                es: "El propio órgano fijó esta fecha, que sustituye a la calculada.",
                pt: "O próprio órgão fixou esta data, que substitui a calculada.",
                fr: "L’organe a fixé lui-même cette date, qui remplace la date calculée."),
            source: "ICRMW article 73(1)(b), five years; rules icrmw_73_1_b and cmw-periodic"),
        ModuleRule(
            .combinedReport,
            LocalizedText(
                en: "This report fell due before the former one was dealt with, and is combined with it.",
                es: "Este informe venció antes de que se tratara el anterior y se combina con él.",
                pt: "Este relatório venceu antes de o anterior ser tratado e é combinado com ele.",
                fr: "Ce rapport est venu à échéance avant que le précédent soit traité et lui est joint."),
            source:
                "Practice of the Committee: 'initial-2nd combined', 'initial-3rd combined'"
        ),
        ModuleRule(
            .followUpInformation,
            LocalizedText(
                en: "The body asked for written information on some recommendations by this date.",
                es: "El órgano pidió información escrita sobre algunas recomendaciones para esta fecha.",
                pt: "O órgão pediu informações escritas sobre algumas recomendações até esta data.",
                fr: "L’organe a demandé des renseignements écrits sur certaines recommandations pour cette date."),
            source: "Practice of the Committee; rule follow_up"),
        ModuleRule(
            .allDueReportsCame,
            LocalizedText(
                en:
                    "Every report due so far has come; replies to a list of issues before it count as the report.",
                es:
                    "Han llegado todos los informes debidos; las respuestas a una lista previa cuentan como informe.",
                pt:
                    "Chegaram todos os relatórios devidos; as respostas a uma lista prévia contam como relatório.",
                fr:
                    "Tous les rapports dus sont arrivés ; les réponses à une liste préalable valent rapport."
            ), source: "ICRMW article 73(1); CMW/C/2, rules 33-34; rules simplified_procedure and cmw-simplified"),
        ModuleRule(
            .lastDueReportCame,
            LocalizedText(
                en: "The last report due has come, but the State was once reviewed without a report.",
                es: "Ha llegado el último informe debido, pero el Estado fue examinado alguna vez sin informe.",
                pt: "Chegou o último relatório devido, mas o Estado foi alguma vez examinado sem relatório.",
                fr: "Le dernier rapport dû est arrivé, mais l’État a déjà été examiné sans rapport."),
            source: "CMW/C/2, rules 33-34; rules absence_review and cmw-absence"),
        ModuleRule(
            .someDueReportsCame,
            LocalizedText(
                en: "Some reports have come, but the last one due has not.",
                es: "Han llegado algunos informes, pero no el último debido.",
                pt: "Chegaram alguns relatórios, mas não o último devido.",
                fr: "Des rapports sont arrivés, mais pas le dernier dû."), source: "ICRMW article 73(1)"),
        ModuleRule(
            .noDueReportCame,
            LocalizedText(
                en: "No report that was due has come; a review in the absence of a report does not replace it.",
                es: "No ha llegado ningún informe debido; un examen en ausencia de informe no lo sustituye.",
                pt: "Não chegou nenhum relatório devido; um exame na ausência de relatório não o substitui.",
                fr: "Aucun rapport dû n’est arrivé\u{00A0}; un examen en l’absence de rapport ne le remplace pas."),
            source: "ICRMW article 73(1); CMW/C/2, rules 33-34; rules absence_review and cmw-absence"),
        ModuleRule(
            .firstReportAhead,
            LocalizedText(
                en: "The first report is not due yet.",
                es: "El primer informe aún no se debe.",
                pt: "O primeiro relatório ainda não é devido.",
                fr: "Le premier rapport n’est pas encore dû."), source: "ICRMW article 73(1)(a)"),
    ]
}
