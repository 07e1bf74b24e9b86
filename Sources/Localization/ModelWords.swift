public import Diagnostics
public import FollowUpModel

extension Standing: Worded {
    /// Its words.
    public static let words = Words<Self>("standing")
}

extension MembershipStanding: Worded {
    /// Its words.
    public static let words = Words<Self>("membership")
}

extension MissingReason: Worded {
    /// Its words.
    public static let words = Words<Self>("missing")
}

extension Relation: Worded {
    /// Its words.
    public static let words = Words<Self>("relation")
}

extension Ceiling: Worded {
    /// Its words.
    public static let words = Words<Self>("ceiling")
}

extension ConsolidationRule: Worded {
    /// Its words.
    public static let words = Words<Self>("rule")
}

extension Confidence: Worded {
    /// Its words.
    public static let words = Words<Self>("confidence")
}

extension Voice: Worded {
    /// Its words.
    public static let words = Words<Self>("voice")
}

extension LegalForce: Worded {
    /// Its words.
    public static let words = Words<Self>("legalForce")
}

extension ForumKind: Worded {
    /// Its words.
    public static let words = Words<Self>("forumKind")
}

extension DateKind: Worded {
    /// Its words.
    public static let words = Words<Self>("dateKind")
}

extension WordGiver: Worded {
    /// Its words.
    public static let words = Words<Self>("wordGiver")
}

extension Severity: Worded {
    /// Its words.
    public static let words = Words<Self>("severity")
}

extension StatusWord.Fit: Worded {
    /// Its words.
    public static let words = Words<Self>("fit")
}
