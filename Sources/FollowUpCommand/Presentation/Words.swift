import Localization

extension ForumAdvice.TextKind: Worded {
    static let words = Words<Self>("textKind")
}

extension Edit.Subject: Worded {
    static let words = Words<Self>("editSubject")
}

extension Edit.Change: Worded {
    static let words = Words<Self>("editChange")
}
