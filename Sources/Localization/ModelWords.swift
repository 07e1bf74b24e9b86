public import Diagnostics
public import FollowUpModel

extension Standing: Worded {
    /// The message that is its word.
    public var message: Message {
        switch self {
        case .bound: .standingBound
        case .invited: .standingInvited
        case .pending: .standingPending
        case .exempt: .standingExempt
        case .suspended: .standingSuspended
        case .dissociated: .standingDissociated
        case .notAddressed: .standingNotAddressed
        }
    }
}

extension MembershipStanding: Worded {
    /// The message that is its word.
    public var message: Message {
        switch self {
        case .member: .membershipMember
        case .associate: .membershipAssociate
        case .observer: .membershipObserver
        case .acceding: .membershipAcceding
        case .suspended: .membershipSuspended
        case .notParticipating: .membershipNotParticipating
        case .withdrawn: .membershipWithdrawn
        }
    }
}

extension MissingReason: Worded {
    /// The message that is its word.
    public var message: Message {
        switch self {
        case .notAddressed: .missingNotAddressed
        case .notYetDue: .missingNotYetDue
        case .noReport: .missingNoReport
        case .reportedWithoutStatus: .missingReportedWithoutStatus
        case .unmapped: .missingUnmapped
        case .withheld: .missingWithheld
        case .dormant: .missingDormant
        }
    }
}

extension Relation: Worded {
    /// The message that is its word.
    public var message: Message {
        switch self {
        case .exact: .relationExact
        case .close: .relationClose
        case .broad: .relationBroad
        case .narrow: .relationNarrow
        case .related: .relationRelated
        }
    }
}

extension ConsolidationRule: Worded {
    /// The message that is its word.
    public var message: Message {
        switch self {
        case .weightedMedian: .ruleWeightedMedian
        case .weakest: .ruleWeakest
        case .strongest: .ruleStrongest
        case .latest: .ruleLatest
        case .majority: .ruleMajority
        }
    }
}

extension Confidence: Worded {
    /// The message that is its word.
    public var message: Message {
        switch self {
        case .high: .confidenceHigh
        case .medium: .confidenceMedium
        case .low: .confidenceLow
        case .proposed: .confidenceProposed
        case .unknown: .confidenceUnknown
        }
    }
}

extension Voice: Worded {
    /// The message that is its word.
    public var message: Message {
        switch self {
        case .reviewBody: .voiceReviewBody
        case .secretariat: .voiceSecretariat
        case .government: .voiceGovernment
        case .civilSociety: .voiceCivilSociety
        case .computed: .voiceComputed
        case .unstated: .voiceUnstated
        }
    }
}

extension LegalForce: Worded {
    /// The message that is its word.
    public var message: Message {
        switch self {
        case .binding: .legalForceBinding
        case .political: .legalForcePolitical
        case .voluntary: .legalForceVoluntary
        }
    }
}

extension ForumKind: Worded {
    /// The message that is its word.
    public var message: Message {
        switch self {
        case .treatyOrganisation: .forumKindTreatyOrganisation
        case .consensusForum: .forumKindConsensusForum
        case .consultativeProcess: .forumKindConsultativeProcess
        case .treatyBody: .forumKindTreatyBody
        case .treatyCollection: .forumKindTreatyCollection
        case .globalFramework: .forumKindGlobalFramework
        case .conference: .forumKindConference
        }
    }
}

extension DateKind: Worded {
    /// The message that is its word.
    public var message: Message {
        switch self {
        case .event: .dateKindEvent
        case .asOf: .dateKindAsOf
        case .since: .dateKindSince
        case .deadline: .dateKindDeadline
        }
    }
}

extension WordGiver: Worded {
    /// The message that is its word.
    public var message: Message {
        switch self {
        case .source: .wordGiverSource
        case .compiler: .wordGiverCompiler
        }
    }
}

extension Severity: Worded {
    /// The message that is its word.
    public var message: Message {
        switch self {
        case .note: .severityNote
        case .warning: .severityWarning
        case .error: .severityError
        }
    }
}

extension StatusWord.Fit: Worded {
    /// The message that is its word.
    public var message: Message {
        switch self {
        case .exact: .fitExact
        case .narrower: .fitNarrower
        case .broader: .fitBroader
        }
    }
}
