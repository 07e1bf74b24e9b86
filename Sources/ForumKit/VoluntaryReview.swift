public import FollowUpModel

/// Where a party stands in a review that it offers of its own accord: what it presented last and what it has said of
/// the next one.
public struct VoluntaryReview: Sendable {
    /// The newest report that tells of a presentation.
    public let last: Report?
    /// The newest word on the next one: an announcement, a place on the list, a postponement; nil when none came after
    /// the last presentation, or when it was cancelled.
    public let next: Report?
    private let party: PartyIndex
    private let evidence: CommitmentEvidence

    private static let ruleOfAct: [LegalAct: RuleID] = [
        .announced: .reviewAnnounced, .listed: .reviewListed, .postponed: .reviewPostponed,
        .presented: .reviewPresented, .reportReceived: .reviewPresented,
    ]

    /// Reads the words on one party.
    public init(of party: PartyIndex, in evidence: CommitmentEvidence) {
        var (last, next): (Report?, Report?)
        for report in evidence.reports(on: party) where !report.isPartial {
            switch evidence.words.act(of: report) {
            case .presented, .reportReceived: (last, next) = (report, nil)
            case .announced, .listed, .postponed:
                // A word of the same year as a presentation that is known by its year only is on that one.
                if last.map({ $0.date.latest < report.date.earliest }) ?? true { next = report }
            case .cancellation: next = nil
            default: continue
            }
        }
        (self.party, self.evidence, self.last, self.next) = (party, evidence, last, next)
    }

    /// The rule that a report's word on the review names; nil when it says nothing of it.
    private func rule(of report: Report) -> RuleID? { evidence.words.act(of: report).flatMap { Self.ruleOfAct[$0] } }

    /// This assessment with the state of the review as its reason, where a word on the review gave it.
    public func explaining(_ assessment: Assessment) -> Assessment {
        guard let index = assessment.basis.report,
            let report = evidence.reports(on: party).last(where: { $0.index == index }), let rule = rule(of: report)
        else { return assessment }
        var copy = assessment
        copy.basis.progressRule = rule
        return copy
    }

    /// What was presented, and what is announced, listed or put off; never overdue.
    ///
    /// A word on a meeting that has passed without a presentation is no longer expected.
    ///
    /// - Parameters:
    ///   - sessions: the meetings at which reviews are presented, in time order; the first that had not ended before
    ///     the day of the word is the one meant, and without any the date stays open.
    ///   - months: how long a word on a meeting without a date is good for; nil for as long as nothing else is said.
    public func obligations(at sessions: [ForumSession], goodFor months: Int? = nil) -> [Obligation] {
        var owed: [Obligation] = []
        if let last {
            owed.append(
                Obligation(
                    party: party, kind: .voluntaryReview, due: nil, state: .met, submitted: last.date,
                    rule: .reviewPresented, report: last.index))
        }
        if let next, let rule = rule(of: next) {
            // A postponement names no new meeting.
            let session =
                evidence.words.act(of: next) == .postponed
                ? nil : sessions.first { $0.end.latest >= next.date.earliest }
            let lastDay = session?.end.latest ?? months.map { next.date.latest.adding(months: $0) }
            if lastDay.map({ $0 >= evidence.asOf }) ?? true {
                owed.append(
                    Obligation(
                        party: party, kind: .voluntaryReview, due: session.map { LegalDate($0.date) },
                        state: .notYetDue, rule: rule, report: next.index))
            }
        }
        return owed
    }
}

extension ForumSession {
    /// Its last day, as well as it is known.
    public var end: PartialDate { until ?? date }
}

extension RuleID {
    /// The country has announced a voluntary review; nothing has been presented yet.
    public static let reviewAnnounced: RuleID = "review-announced"
    /// The country is on the list of those who will present; listed is not presented.
    public static let reviewListed: RuleID = "review-listed"
    /// The country has put its voluntary review off.
    public static let reviewPostponed: RuleID = "review-postponed"
    /// The country has presented a voluntary review; there is no period by which the next is due.
    public static let reviewPresented: RuleID = "review-presented"
}

/// The rules that ``VoluntaryReview`` names.
public enum ReviewRules {
    /// The rules.
    public static let all: [ModuleRule] = [
        ModuleRule(.reviewAnnounced),
        ModuleRule(.reviewListed, source: "hlpf-list: letters of the President of the Economic and Social Council"),
        ModuleRule(.reviewPostponed),
        ModuleRule(.reviewPresented),
    ]
}
