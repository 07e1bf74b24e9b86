import Diagnostics
import FollowUpModel
import ForumKit

extension ModelWords {
    /// The words in French.
    package static let french = ModelWords(
        language: .french,
        standings: [
            .bound: "lié", .invited: "invité", .pending: "en instance", .exempt: "exempté", .suspended: "suspendu",
            .dissociated: "dissocié", .notAddressed: "non destinataire",
        ],
        memberships: [
            .member: "membre", .associate: "associé", .observer: "observateur", .acceding: "en cours d’adhésion",
            .suspended: "suspendu", .notParticipating: "non participant", .withdrawn: "retiré",
        ],
        kindsOfNothing: [
            .notAddressed: "non destinataire", .notYetDue: "délai non échu", .noReport: "aucun rapport",
            .reportedWithoutStatus: "rapport sans indication de progrès", .unmapped: "terme sans niveau",
            .withheld: "non public", .dormant: "forum inactif",
        ],
        relations: [
            .exact: "exact", .close: "proche", .broad: "plus large", .narrow: "plus étroit", .related: "apparenté",
        ],
        rules: [
            .weightedMedian: "médiane inférieure pondérée", .weakest: "niveau le plus bas",
            .strongest: "niveau le plus élevé", .latest: "le plus récent", .majority: "majorité",
        ],
        confidences: [
            .high: "élevée", .medium: "moyenne", .low: "faible", .proposed: "proposition", .unknown: "inconnue",
        ],
        voices: [
            .reviewBody: "organe d’examen", .secretariat: "secrétariat", .government: "gouvernement",
            .civilSociety: "société civile", .computed: "calcul", .unstated: "non précisée",
        ],
        legalForces: [.binding: "contraignant", .political: "politique", .voluntary: "volontaire"],
        forumKinds: [
            .treatyOrganisation: "organisation créée par traité", .consensusForum: "forum de consensus",
            .consultativeProcess: "processus consultatif", .treatyBody: "organe conventionnel",
            .treatyCollection: "ensemble de traités", .globalFramework: "cadre mondial", .conference: "conférence",
        ],
        dateKinds: [.event: "en date du", .asOf: "au", .since: "depuis", .deadline: "échéance"],
        wordGivers: [.source: "source", .compiler: "compilateur"],
        obligationKinds: [
            .commitment: "honorer l’engagement", .initialReport: "rapport initial",
            .periodicReport: "rapport périodique", .followUp: "informations de suivi",
            .adoption: "adopter les normes antérieures", .notice: "donner les raisons",
            .voluntaryReview: "examen volontaire",
        ],
        obligationStates: [
            .upcoming: "à venir", .due: "échéance", .overdue: "en retard", .submitted: "présenté",
            .reviewedInAbsence: "examiné en son absence", .waived: "dispensé", .announced: "annoncé",
        ],
        obligationsInState: [
            .upcoming: "à venir", .due: "échéances", .overdue: "en retard", .submitted: "présentés",
            .reviewedInAbsence: "examinés en leur absence", .waived: "dispensés", .announced: "annoncés",
        ],
        severities: [.note: "note", .warning: "avertissement", .error: "erreur"],
        fits: [.exact: "exact", .narrower: "dit moins", .broader: "dit plus"])
}
