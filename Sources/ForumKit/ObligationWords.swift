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
        case .notYetDue: .obligationNotYetDue
        case .met: .obligationMet
        case .missed: .obligationMissed
        case .passed: .obligationPassed
        case .waived: .obligationWaived
        case .notYetKnown: .obligationNotYetKnown
        }
    }
}
