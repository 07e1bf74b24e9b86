public import FollowUpModel

/// What a snapshot is asked to show.
public struct SnapshotOptions: Sendable {
    /// The date of the picture; a partial date stands for its last day.
    public var asOf: PartialDate
    /// Reports below this confidence are not heard.
    public var minConfidence: Confidence
    /// The ids of the forums to read; nil for all.
    public var forums: Set<String>?
    /// The consolidation rule, where another one than the workspace's is wanted.
    public var rule: ConsolidationRule?

    /// Makes options.
    public init(
        asOf: PartialDate, minConfidence: Confidence = .unknown, forums: Set<String>? = nil,
        rule: ConsolidationRule? = nil
    ) {
        self.asOf = asOf
        self.minConfidence = minConfidence
        self.forums = forums
        self.rule = rule
    }
}
