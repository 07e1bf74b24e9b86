public import FollowUpModel
public import ForumWorkspace

/// What a snapshot is asked to show.
public struct SnapshotOptions: Hashable, Sendable {
    /// The date of the picture; a partial date stands for its last day.
    public var asOf: PartialDate
    /// Reports below this confidence are not heard.
    public var minConfidence: Confidence
    /// The ids of the forums to read; nil for all.
    public var forums: Set<String>?
    /// The consolidation rule, where another one than the workspace's is wanted.
    public var rule: ConsolidationRule?
    /// Which programs of forums may run.
    public var trust: ProgramTrust

    /// Makes options; no program may run unless `trust` says so.
    public init(
        asOf: PartialDate, minConfidence: Confidence = .unknown, forums: Set<String>? = nil,
        rule: ConsolidationRule? = nil, trust: ProgramTrust = ProgramTrust()
    ) {
        self.asOf = asOf
        self.minConfidence = minConfidence
        self.forums = forums
        self.rule = rule
        self.trust = trust
    }
}
