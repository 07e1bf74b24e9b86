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
    ///
    /// Silence is never a default: only what somebody says, or a complete list shows, was missed.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// The date lies ahead, is this very day or may still lie ahead; or nobody has set one.
        case notYetDue = "not-yet-due"
        /// It was met, whether or not in time.
        case met
        /// The date has passed, and a body, another voice or a complete list says that it was not met.
        case missed = "reported-missed"
        /// The date has passed, and nothing is known of what came of it.
        case passed = "deadline-passed"
        /// It is no longer owed, or a newer text has taken its place.
        case waived
        /// The date has passed, and lies after the day to which the data reach.
        case notYetKnown = "not-yet-known"
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

extension Obligation.State {
    /// Whether something is still to come or to be asked for.
    package var isOpen: Bool {
        switch self {
        case .notYetDue, .missed, .passed, .notYetKnown: true
        case .met, .waived: false
        }
    }

    /// How something with a date stands: met, passed, or not yet due.
    public init(due: LegalDate, met: Bool, asOf: CalendarDay) {
        self = met ? .met : due.latest < asOf ? .passed : .notYetDue
    }
}

extension ForumModule {
    /// What the parties of one commitment owe, by its deadline: the default for all mechanisms.
    ///
    /// Only bound parties owe, and only what is not voluntary; of a recurring deadline every date is owed by itself.
    public func obligations(_ evidence: CommitmentEvidence, _ assessments: [Assessment]) -> [Obligation] {
        evidence.deadlineObligations(assessments)
    }
}

extension CommitmentEvidence {
    /// What a party owes by a date, and whether a report has met it.
    public func obligation(
        of party: PartyIndex, _ kind: Obligation.Kind, due: LegalDate, metBy report: Report?, rule: RuleID
    ) -> Obligation {
        Obligation(
            party: party, kind: kind, due: due, state: Obligation.State(due: due, met: report != nil, asOf: asOf),
            submitted: report?.date, rule: rule, report: report?.index)
    }

    /// What bound parties owe by the commitment's deadline; nothing for voluntary commitments and for deadlines that
    /// are known in words only.
    public func deadlineObligations(_ assessments: [Assessment]) -> [Obligation] {
        guard commitment.legalForce != .voluntary, let deadline = commitment.deadline else { return [] }
        let bound = assessments.filter { $0.standing == .bound }
        switch deadline.reading {
        case .unread: return []
        case .date(let date), .horizon(let date):
            return bound.map { assessment in
                let isMet = assessment.progress.rank == scaleTop
                return Obligation(
                    party: assessment.party, kind: .commitment, due: LegalDate(date),
                    state: Obligation.State(due: LegalDate(date), met: isMet, asOf: asOf),
                    rule: .deadlineOfTheText, report: assessment.basis.report)
            }
        case .recurring(let recurrence):
            let dates = recurrence.dates(through: asOf)
            return bound.flatMap { occurrences(dates, $0.party) }
        }
    }

    /// Every date of a recurring duty by itself: a report answers the date in whose period it falls.
    private func occurrences(_ dates: [PartialDate], _ party: PartyIndex) -> [Obligation] {
        var met = reports(on: party).filter { !$0.isPartial && words.progress(of: $0)?.rank == scaleTop }[...]
        var start: PartialDate?
        return dates.map { date in
            let early = met.prefix { report in start.map { report.date.latest <= $0.latest } ?? false }
            met = met.dropFirst(early.count)
            let answer = met.first.flatMap { $0.date.latest <= date.latest ? $0 : nil }
            start = date
            return obligation(
                of: party, .commitment, due: LegalDate(date), metBy: answer, rule: .deadlineOfTheText)
        }
    }

    /// What is known of something that fell due and of which the module knows nothing more.
    ///
    /// - What fell due after the day to which the data reach is not judged.
    /// - A word for the whole commitment, said after the date and below the highest level, says that it was missed; so
    ///   does a complete list that doesn't name the party.
    /// - Everything else stays what it is: a date that has passed.
    func judged(_ obligation: Obligation) -> Obligation {
        guard obligation.state == .passed, let due = obligation.due else { return obligation }
        var judged = obligation
        if let dataUntil, due.latest > dataUntil.latest {
            judged.state = .notYetKnown
        } else if commitment.legalForce != .voluntary, [.commitment, .adoption].contains(obligation.kind) {
            let word = reports(on: obligation.party).last { report in
                !report.isPartial && report.date.earliest > due.latest
                    && words.progress(of: report)?.rank.map { $0 < scaleTop } == true
            }
            if let word, commitment.deadline?.isRecurring != true {
                (judged.state, judged.report) = (.missed, word.index)
            } else if let record, due.latest <= record.completeUntil.latest {
                judged.state = .missed
            }
        }
        return judged
    }

    /// The list that somebody keeps complete for the commitment; nil where nobody does.
    public var record: ClosedRecord? { forum.record(of: commitment.id) }
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
