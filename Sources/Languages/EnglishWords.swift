import Diagnostics
import FollowUpModel
import ForumKit

extension ModelWords {
    /// The words in English.
    package static let english = ModelWords(
        language: .english,
        standings: [
            .bound: "bound", .invited: "invited", .pending: "pending", .exempt: "exempt", .suspended: "suspended",
            .dissociated: "dissociated", .notAddressed: "not addressed",
        ],
        memberships: [
            .member: "member", .associate: "associate", .observer: "observer", .acceding: "acceding",
            .suspended: "suspended", .notParticipating: "not participating", .withdrawn: "withdrawn",
        ],
        kindsOfNothing: [
            .notAddressed: "not addressed", .notYetDue: "not yet due", .noReport: "no report",
            .reportedWithoutStatus: "reported, no word on progress", .unmapped: "word without a level",
            .withheld: "withheld", .dormant: "dormant forum",
        ],
        relations: [
            .exact: "exact", .close: "close", .broad: "wider", .narrow: "narrower", .related: "related",
        ],
        rules: [
            .weightedMedian: "weighted lower median", .weakest: "weakest", .strongest: "strongest",
            .latest: "latest", .majority: "majority",
        ],
        confidences: [
            .high: "high", .medium: "medium", .low: "low", .proposed: "proposed", .unknown: "unknown",
        ],
        voices: [
            .reviewBody: "review body", .secretariat: "secretariat", .government: "government",
            .civilSociety: "civil society", .computed: "computed", .unstated: "not stated",
        ],
        legalForces: [.binding: "binding", .political: "political", .voluntary: "voluntary"],
        forumKinds: [
            .treatyOrganisation: "organisation founded by treaty", .consensusForum: "consensus forum",
            .consultativeProcess: "consultative process", .treatyBody: "treaty body",
            .treatyCollection: "collection of treaties", .globalFramework: "global framework",
            .conference: "conference",
        ],
        dateKinds: [.event: "on", .asOf: "as of", .since: "since", .deadline: "due"],
        wordGivers: [.source: "source", .compiler: "compiler"],
        obligationKinds: [
            .commitment: "meet the commitment", .initialReport: "initial report", .periodicReport: "periodic report",
            .followUp: "follow-up information", .adoption: "adopt earlier norms", .notice: "give reasons",
            .voluntaryReview: "voluntary review",
        ],
        obligationStates: [
            .upcoming: "upcoming", .due: "due", .overdue: "overdue", .submitted: "submitted",
            .reviewedInAbsence: "reviewed in absence", .waived: "waived", .announced: "announced",
        ],
        obligationsInState: [
            .upcoming: "upcoming", .due: "due", .overdue: "overdue", .submitted: "submitted",
            .reviewedInAbsence: "reviewed in absence", .waived: "waived", .announced: "announced",
        ],
        severities: [.note: "note", .warning: "warning", .error: "error"],
        fits: [.exact: "exact", .narrower: "says less", .broader: "says more"])
}
