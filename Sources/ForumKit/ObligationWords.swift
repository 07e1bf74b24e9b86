public import Localization

extension Obligation.Kind: Worded {
    /// The message that is its word.
    public var message: Message {
        switch self {
        case .commitment: .obligationKindCommitment
        case .initialReport: .obligationKindInitialReport
        case .periodicReport: .obligationKindPeriodicReport
        case .followUp: .obligationKindFollowUp
        case .adoption: .obligationKindAdoption
        case .notice: .obligationKindNotice
        case .voluntaryReview: .obligationKindVoluntaryReview
        }
    }
}

extension Obligation.State: Worded {
    /// The message that is its word.
    public var message: Message {
        switch self {
        case .upcoming: .obligationUpcoming
        case .due: .obligationDue
        case .overdue: .obligationOverdue
        case .submitted: .obligationSubmitted
        case .reviewedInAbsence: .obligationReviewedInAbsence
        case .waived: .obligationWaived
        case .announced: .obligationAnnounced
        }
    }
}
