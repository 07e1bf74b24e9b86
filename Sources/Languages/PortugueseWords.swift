import Diagnostics
import FollowUpModel
import ForumKit

extension ModelWords {
    /// The words in Portuguese.
    package static let portuguese = ModelWords(
        language: .portuguese,
        standings: [
            .bound: "vinculado", .invited: "convidado", .pending: "em trâmite", .exempt: "isento",
            .suspended: "suspenso", .dissociated: "dissociado", .notAddressed: "não destinatário",
        ],
        memberships: [
            .member: "membro", .associate: "associado", .observer: "observador", .acceding: "em processo de adesão",
            .suspended: "suspenso", .notParticipating: "não participante", .withdrawn: "retirado",
        ],
        kindsOfNothing: [
            .notAddressed: "não destinatário", .notYetDue: "prazo ainda não vencido", .noReport: "sem relatório",
            .reportedWithoutStatus: "com relatório, sem indicação de avanço", .unmapped: "termo sem nível",
            .withheld: "reservado", .dormant: "fórum inativo",
        ],
        relations: [
            .exact: "exato", .close: "próximo", .broad: "mais amplo", .narrow: "mais restrito", .related: "relacionado",
        ],
        rules: [
            .weightedMedian: "mediana inferior ponderada", .weakest: "nível mais baixo", .strongest: "nível mais alto",
            .latest: "mais recente", .majority: "maioria",
        ],
        confidences: [.high: "alta", .medium: "média", .low: "baixa", .proposed: "proposta", .unknown: "desconhecida"],
        voices: [
            .reviewBody: "órgão de exame", .secretariat: "secretaria", .government: "governo",
            .civilSociety: "sociedade civil", .computed: "cálculo", .unstated: "não indicada",
        ],
        legalForces: [.binding: "vinculante", .political: "político", .voluntary: "voluntário"],
        forumKinds: [
            .treatyOrganisation: "organização criada por tratado", .consensusForum: "fórum de consenso",
            .consultativeProcess: "processo consultivo", .treatyBody: "órgão de tratado",
            .treatyCollection: "conjunto de tratados", .globalFramework: "marco global", .conference: "conferência",
        ],
        dateKinds: [.event: "em", .asOf: "situação em", .since: "desde", .deadline: "prazo"],
        wordGivers: [.source: "fonte", .compiler: "compilador"],
        obligationKinds: [
            .commitment: "cumprir o compromisso", .initialReport: "relatório inicial",
            .periodicReport: "relatório periódico", .followUp: "informações de acompanhamento",
            .adoption: "adotar normas anteriores", .notice: "dar razões", .voluntaryReview: "exame voluntário",
        ],
        obligationStates: [
            .upcoming: "a vencer", .due: "vence", .overdue: "vencido", .submitted: "apresentado",
            .reviewedInAbsence: "examinado na ausência", .waived: "dispensado", .announced: "anunciado",
        ],
        obligationsInState: [
            .upcoming: "a vencer", .due: "vencem", .overdue: "vencidos", .submitted: "apresentados",
            .reviewedInAbsence: "examinados na ausência", .waived: "dispensados", .announced: "anunciados",
        ],
        severities: [.note: "nota", .warning: "aviso", .error: "erro"],
        fits: [.exact: "exato", .narrower: "diz menos", .broader: "diz mais"])
}
