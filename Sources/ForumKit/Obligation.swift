public import FollowUpModel

/// Something that a party owes by a date: a report, an answer, the commitment itself.
public struct Obligation: Hashable, Sendable {
    /// What is owed.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The commitment is to be met.
        case commitment
        /// The first report to a body.
        case initialReport = "initial-report"
        /// A later report to a body.
        case periodicReport = "periodic-report"
        /// Information that the body asked for.
        case followUp = "follow-up"
        /// Norms of before a State's accession are to be adopted.
        case adoption
        /// A reason is owed for not following a recommendation.
        case notice
        /// A voluntary review.
        case voluntaryReview = "voluntary-review"
    }

    /// How it stands on the as-of day.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// The date lies ahead.
        case upcoming
        /// The date is this very day, may have come, or has passed for something that can't be overdue.
        case due
        /// The date has passed and nothing came.
        case overdue
        /// It came.
        case submitted
        /// The body reviewed the State without it.
        case reviewedInAbsence = "reviewed-in-absence"
        /// It is no longer owed.
        case waived
        /// It was announced or listed; voluntary, so never overdue.
        case announced
    }

    /// The party that owes it.
    public var party: PartyIndex
    /// What is owed.
    public var kind: Kind
    /// By when; nil for voluntary ones without a date.
    public var due: LegalDate?
    /// How it stands.
    public var state: State
    /// When it came, if it did.
    public var submitted: PartialDate?
    /// The rule by which the date is known; one of ``ModuleMetadata/rules``.
    public var rule: RuleID
    /// The report that says so, if one does.
    public var report: ReportIndex?

    /// Makes an obligation.
    public init(
        party: PartyIndex, kind: Kind, due: LegalDate?, state: State, submitted: PartialDate? = nil, rule: RuleID,
        report: ReportIndex? = nil
    ) {
        self.party = party
        self.kind = kind
        self.due = due
        self.state = state
        self.submitted = submitted
        self.rule = rule
        self.report = report
    }
}

extension Obligation {
    /// The full years since it came, at the least and at the most; nil while it has not.
    public func yearsSinceSubmission(asOf day: CalendarDay) -> ClosedRange<Int>? {
        guard let submitted, submitted.latest <= day else { return nil }
        return Self.fullYears(from: submitted.latest, to: day)...Self.fullYears(from: submitted.earliest, to: day)
    }

    private static func fullYears(from start: CalendarDay, to end: CalendarDay) -> Int {
        let years = end.parts.year - start.parts.year
        return start.adding(months: 12 * years) <= end ? years : years - 1
    }
}

extension Obligation.State {
    /// Whether something is still to come.
    package var isOpen: Bool {
        switch self {
        case .upcoming, .due, .overdue, .announced: true
        case .submitted, .reviewedInAbsence, .waived: false
        }
    }

    /// How something that can be overdue stands: submitted, overdue, due today or perhaps due, upcoming.
    public init(due: LegalDate, submitted: Bool, asOf: CalendarDay) {
        if submitted {
            self = .submitted
        } else if due.latest < asOf {
            self = .overdue
        } else {
            self = due.earliest <= asOf ? .due : .upcoming
        }
    }
}

extension ForumModule {
    /// What the parties of one commitment owe, by its deadline: the default for all mechanisms.
    ///
    /// Only bound parties owe, and only what is not voluntary; a recurring deadline owes its next date.
    public func obligations(_ evidence: CommitmentEvidence, _ assessments: [Assessment]) -> [Obligation] {
        evidence.deadlineObligations(assessments)
    }
}

extension CommitmentEvidence {
    /// What a party owes by a date, and whether a report has met it.
    ///
    /// What is voluntary stays due after its date: a gap to show, never a breach. Reasons for not following a text are
    /// owed whatever the text is.
    public func obligation(
        of party: PartyIndex, _ kind: Obligation.Kind, due: LegalDate, metBy report: Report?, rule: RuleID
    ) -> Obligation {
        var state = Obligation.State(due: due, submitted: report != nil, asOf: asOf)
        if state == .overdue, commitment.legalForce == .voluntary, kind != .notice { state = .due }
        return Obligation(
            party: party, kind: kind, due: due, state: state, submitted: report?.date, rule: rule, report: report?.index
        )
    }

    /// What bound parties owe by the commitment's deadline; nothing for voluntary commitments and for deadlines that
    /// are known in words only.
    public func deadlineObligations(_ assessments: [Assessment]) -> [Obligation] {
        guard commitment.legalForce != .voluntary, let deadline = commitment.deadline,
            let due = deadline.due(after: asOf)
        else { return [] }
        return assessments.compactMap { assessment in
            guard assessment.standing == .bound else { return nil }
            let isMet = assessment.progress.rank == scaleTop
            return Obligation(
                party: assessment.party, kind: .commitment, due: LegalDate(due),
                state: Obligation.State(due: LegalDate(due), submitted: isMet, asOf: asOf),
                rule: .deadlineOfTheText, report: assessment.basis.report)
        }
    }
}

extension RuleID {
    /// The text itself sets this date.
    public static let deadlineOfTheText: RuleID = "deadline-of-the-text"
}

/// The rules that obligations by deadline name.
public enum DeadlineRules {
    /// The commitment names a date itself.
    public static let deadline = ModuleRule(.deadlineOfTheText)
}
