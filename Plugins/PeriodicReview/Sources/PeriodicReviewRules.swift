import FollowUpModel
import ForumKit

extension RuleID {
    static let noVoteInFavour: RuleID = "no-vote-in-favour"
    static let reviewForum: RuleID = "review-forum"
    static let regionalReview: RuleID = "regional-review"
    static let reportBeforeForum: RuleID = "report-before-forum"
    static let nominalNextReview: RuleID = "nominal-next-review"
}

/// The rules that only this module names.
enum PeriodicReviewRules {
    static let all: [ModuleRule] = [
        ModuleRule(
            .noVoteInFavour,
            LocalizedText(
                en: "The country did not vote for the text nor against it: it may join and has not.",
                es: "El país no votó a favor ni en contra del texto: puede sumarse y no lo ha hecho.",
                pt: "O país não votou a favor nem contra o texto: pode aderir e não o fez.",
                fr: "Le pays n’a voté ni pour ni contre le texte\u{00A0}: il peut s’y joindre et ne l’a pas fait."),
            source: "vote of 19 December 2018 on A/RES/73/195; our reading, since the text has no parties"),
        ModuleRule(
            .reviewForum,
            LocalizedText(
                en:
                    "The forum meets at a fixed interval; a year without a date is an estimate, and reviews are voluntary.",
                es:
                    "El foro se reúne a intervalos fijos; un año sin fecha es una estimación y los exámenes son voluntarios.",
                pt:
                    "O fórum reúne-se a intervalos fixos; um ano sem data é uma estimativa e os exames são voluntários.",
                fr:
                    "Le forum se réunit à intervalle fixe ; une année sans date est une estimation, l'examen est volontaire."
            ),
            source: "gcm-imrf: A/RES/73/195, paragraph 49 (c)"),
        ModuleRule(
            .regionalReview,
            LocalizedText(
                en: "Regional bodies are invited to review between two forums; a year without a date is an estimate.",
                es:
                    "Se invita a los órganos regionales a examinar entre dos foros; un año sin fecha es una estimación.",
                pt:
                    "Os órgãos regionais são convidados a examinar entre dois fóruns; um ano sem data é uma estimativa.",
                fr:
                    "Les organes régionaux sont invités à un examen entre deux forums\u{00A0}; l’année sans date est estimée."
            ),
            source: "gcm-regional: A/RES/73/195, paragraph 50"),
        ModuleRule(
            .reportBeforeForum,
            LocalizedText(
                en: "The Secretary-General reports at least twelve weeks before the forum.",
                es: "El Secretario General informa al menos doce semanas antes del foro.",
                pt: "O Secretário-Geral relata pelo menos doze semanas antes do fórum.",
                fr: "Le Secrétaire général fait rapport au moins douze semaines avant le forum."),
            source: "gcm-sg-report: A/RES/73/195 and A/RES/73/326"),
        ModuleRule(
            .nominalNextReview,
            LocalizedText(
                en: "So long after the last review, for information only; no period is laid down.",
                es: "Tanto tiempo después del último examen, solo como información; no hay plazo fijado.",
                pt: "Tanto tempo depois do último exame, só para informação; não há prazo fixado.",
                fr: "Autant de temps après le dernier examen, pour information\u{00A0}; aucun délai n’est fixé."),
            source: "hlpf-vnr: A/RES/70/1, paragraphs 79 and 84"),
    ]
}
