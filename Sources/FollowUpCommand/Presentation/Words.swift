import Localization

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
