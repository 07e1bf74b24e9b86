public import FollowUpModel

/// Why a module says what it says: the rules it went by, the reports that spoke and what it reckoned from them.
public struct Basis: Hashable, Sendable {
    /// The rule behind the standing; one of ``ModuleMetadata/rules``.
    public var standingRule: RuleID
    /// The rule behind the progress; one of ``ModuleMetadata/rules``.
    public var progressRule: RuleID
    /// The report that gave the progress, if one did.
    public var report: ReportIndex?
    /// Other reports without which it would have been another reading.
    public var otherReports: [ReportIndex]
    /// The day of legal effect that the standing turns on, such as a treaty's entry into force for the party.
    public var effect: LegalDate?
    /// The number that the reading turns on, if it does.
    public var figure: Figure?

    /// Makes a basis.
    public init(
        standingRule: RuleID, progressRule: RuleID, report: ReportIndex? = nil, otherReports: [ReportIndex] = [],
        effect: LegalDate? = nil, figure: Figure? = nil
    ) {
        self.standingRule = standingRule
        self.progressRule = progressRule
        self.report = report
        self.otherReports = otherReports
        self.effect = effect
        self.figure = figure
    }

    /// All reports that it rests on, the one that gave the progress first.
    public var reports: [ReportIndex] { (report.map { [$0] } ?? []) + otherReports }
}

/// A number that a module reckoned, and what it is: 3 of 4 "members that have incorporated it", or 0.58 "score".
public struct Figure: Hashable, Sendable {
    /// The number.
    public var value: Double
    /// Of how many, where it is a count of them; nil for a number that stands alone.
    public var total: Int?
    /// What it is, for people.
    public var name: LocalizedText

    /// Makes a number that stands alone.
    public init(_ value: Double, _ name: LocalizedText) {
        precondition(value.isFinite, "a figure is a number")
        (self.value, self.total, self.name) = (value, nil, name)
    }

    /// Makes a count of so many.
    public init(_ count: Int, of total: Int, _ name: LocalizedText) {
        precondition((0...total).contains(count), "a count lies between 0 and its total")
        (self.value, self.total, self.name) = (Double(count), total, name)
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
        return .missing(.reportedWithoutStatus)
    }
}
