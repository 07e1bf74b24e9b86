public import Localization

extension Obligation.Kind: Worded {
    /// Its words.
    public static let words = Words<Self>("obligationKind")
}

extension Obligation.State: Worded {
    /// Its words.
    public static let words = Words<Self>("obligation")
}
