public import FollowUpModel

/// Why a module says what it says: the rules it went by and the report that spoke.
public struct Basis: Hashable, Sendable {
    /// The id of the rule behind the standing; one of ``ModuleMetadata/rules``.
    public var standingRule: String
    /// The id of the rule behind the progress; one of ``ModuleMetadata/rules``.
    public var progressRule: String
    /// The report that gave the progress, if one did.
    public var report: ReportIndex?
    /// The day of legal effect that the standing turns on, such as a treaty's entry into force for the party.
    public var effect: LegalDate?

    /// Makes a basis.
    public init(
        standingRule: String, progressRule: String, report: ReportIndex? = nil, effect: LegalDate? = nil
    ) {
        self.standingRule = standingRule
        self.progressRule = progressRule
        self.report = report
        self.effect = effect
    }
}

/// A module's reading of one party's place in one commitment on the as-of date.
public struct Assessment: Hashable, Sendable {
    /// The party.
    public var party: PartyIndex
    /// How it stands.
    public var standing: Standing
    /// How far it is, or which kind of nothing is known.
    public var progress: Progress
    /// The lowest and highest rank that any voice gives; nil when none gives a level.
    public var voices: ClosedRange<Int>?
    /// Whether the deadline has passed without a word that the commitment was met.
    public var isOverdue: Bool
    /// Why.
    public var basis: Basis

    /// Makes an assessment; `voices` defaults to the rank of `progress` alone.
    public init(
        party: PartyIndex, standing: Standing, progress: Progress, voices: ClosedRange<Int>? = nil,
        isOverdue: Bool = false, basis: Basis
    ) {
        self.party = party
        self.standing = standing
        self.progress = progress
        self.voices = voices ?? progress.rank.map { $0...$0 }
        self.isOverdue = isOverdue
        self.basis = basis
    }
}

extension CommitmentEvidence {
    /// The level so many steps below the highest one, or the lowest level where the scale has no more steps.
    ///
    /// A scale of one level can't tell apart what is met and what is not: there the answer is that nothing is said.
    public func level(belowTop steps: Int) -> Progress {
        guard steps > 0, scaleTop == 0 else { return .level(.init(rank: max(0, scaleTop - steps))) }
        return .nothing(.reportedWithoutStatus)
    }
}
