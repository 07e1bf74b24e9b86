public import ForumKitTesting
public import Localization

extension ContractProperty: Worded {
    /// The message that is its word.
    public var message: Message {
        switch self {
        case .completeTexts: .contractCompleteTexts
        case .acceptedOptions: .contractAcceptedOptions
        case .answers: .contractAnswers
        case .deterministic: .contractDeterministic
        case .orderOfReports: .contractOrderOfReports
        case .orderOfParties: .contractOrderOfParties
        case .addressedOnly: .contractAddressedOnly
        case .laterReports: .contractLaterReports
        case .basis: .contractBasis
        case .obligationBasis: .contractObligationBasis
        case .onTheScale: .contractOnTheScale
        case .noReportNoProgress: .contractNoReportNoProgress
        case .voluntaryNeverOverdue: .contractVoluntaryNeverOverdue
        case .inForceAsTold: .contractInForceAsTold
        case .linear: .contractLinear
        }
    }
}

extension ForumAdvice.TextKind: Worded {
    var message: Message {
        switch self {
        case .name: .textKindName
        case .status: .textKindStatus
        case .title: .textKindTitle
        case .reason: .textKindReason
        case .rule: .textKindRule
        }
    }
}

extension Edit.Subject: Worded {
    var message: Message {
        switch self {
        case .report: .editSubjectReport
        case .commitment: .editSubjectCommitment
        case .statusWord: .editSubjectStatusWord
        case .membership: .editSubjectMembership
        case .forum: .editSubjectForum
        case .workspace: .editSubjectWorkspace
        case .deadline: .editSubjectDeadline
        case .age: .editSubjectAge
        }
    }
}

extension Edit.Change: Worded {
    var message: Message {
        switch self {
        case .added: .editChangeAdded
        case .removed: .editChangeRemoved
        case .changed: .editChangeChanged
        }
    }
}
