import Diagnostics
import FollowUpModel
import ForumKit

extension ModelWords {
    /// The words in Spanish.
    package static let spanish = ModelWords(
        language: .spanish,
        standings: [
            .bound: "vinculado", .invited: "invitado", .pending: "en trámite", .exempt: "exento",
            .suspended: "suspendido", .dissociated: "disociado", .notAddressed: "no destinatario",
        ],
        memberships: [
            .member: "miembro", .associate: "asociado", .observer: "observador", .acceding: "en proceso de adhesión",
            .suspended: "suspendido", .notParticipating: "no participante", .withdrawn: "retirado",
        ],
        kindsOfNothing: [
            .notAddressed: "no destinatario", .notYetDue: "plazo aún no vencido", .noReport: "sin informe",
            .reportedWithoutStatus: "con informe, sin indicación de avance", .unmapped: "término sin nivel",
            .withheld: "reservado", .dormant: "foro inactivo",
        ],
        relations: [
            .exact: "exacto", .close: "cercano", .broad: "más amplio", .narrow: "más restringido",
            .related: "relacionado",
        ],
        rules: [
            .weightedMedian: "mediana inferior ponderada", .weakest: "nivel más bajo", .strongest: "nivel más alto",
            .latest: "más reciente", .majority: "mayoría",
        ],
        confidences: [.high: "alta", .medium: "media", .low: "baja", .proposed: "propuesta", .unknown: "desconocida"],
        voices: [
            .reviewBody: "órgano de examen", .secretariat: "secretaría", .government: "gobierno",
            .civilSociety: "sociedad civil", .computed: "cálculo", .unstated: "no indicada",
        ],
        legalForces: [.binding: "vinculante", .political: "político", .voluntary: "voluntario"],
        forumKinds: [
            .treatyOrganisation: "organización creada por tratado", .consensusForum: "foro de consenso",
            .consultativeProcess: "proceso consultivo", .treatyBody: "órgano creado en virtud de un tratado",
            .treatyCollection: "conjunto de tratados", .globalFramework: "marco mundial", .conference: "conferencia",
        ],
        dateKinds: [.event: "en", .asOf: "al", .since: "desde", .deadline: "plazo"],
        wordGivers: [.source: "fuente", .compiler: "compilador"],
        obligationKinds: [
            .commitment: "cumplir el compromiso", .initialReport: "informe inicial",
            .periodicReport: "informe periódico", .followUp: "información de seguimiento",
            .adoption: "adoptar normas anteriores", .notice: "dar razones", .voluntaryReview: "examen voluntario",
        ],
        obligationStates: [
            .upcoming: "por vencer", .due: "vence", .overdue: "vencido", .submitted: "presentado",
            .reviewedInAbsence: "examinado en ausencia", .waived: "eximido", .announced: "anunciado",
        ],
        obligationsInState: [
            .upcoming: "por vencer", .due: "vencen", .overdue: "vencidos", .submitted: "presentados",
            .reviewedInAbsence: "examinados en ausencia", .waived: "eximidos", .announced: "anunciados",
        ],
        severities: [.note: "nota", .warning: "advertencia", .error: "error"],
        fits: [.exact: "exacto", .narrower: "dice menos", .broader: "dice más"])
}
