public import Diagnostics
public import FollowUpModel
public import ForumKit

/// Reads a treaty body: what its parties report to it, by when, and how that went.
///
/// A member is a State for which the treaty is in force; its `since` is that day. The commitment named in the options
/// is the duty to report: its obligations are the reporting cycles, and it is met when every report due has come. For
/// the other articles only words speak; what the body recommends says nothing of progress.
public struct TreatyBodyModule: ForumModule {
    /// Name, summary, options and rules.
    public static let metadata = ModuleMetadata(
        name: "treaty-body",
        options: [reportingCommitment.declaration, firstReportMonths.declaration, thenEveryMonths.declaration],
        rules: ReportingRules.all)

    /// The commitment that is the duty to report.
    static let reportingCommitment = ModuleOption<String?>("reporting-commitment", example: "icrmw-73")
    /// Months to the first report.
    static let firstReportMonths = ModuleOption("first-report-months", in: 1...120, default: 12, example: 12)
    /// Months between two reports.
    static let thenEveryMonths = ModuleOption("then-every-months", in: 1...240, default: 60, example: 60)

    private let reportingCommitment: String?
    private let calendar: ReportingCalendar

    /// Makes the module.
    public init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {
        reportingCommitment = options[Self.reportingCommitment]
        calendar = ReportingCalendar(
            firstReportMonths: options[Self.firstReportMonths], thenEveryMonths: options[Self.thenEveryMonths])
    }

    /// Reads one article; see the type's description.
    public func assess(_ evidence: CommitmentEvidence) -> [Assessment] {
        evidence.addressed.map { party in
            let standing = standing(of: party, evidence)
            guard evidence.commitment.id == reportingCommitment, standing.standing == .bound,
                let history = history(of: party, evidence)
            else { return evidence.words.assess(party, standing: standing, evidence) }
            return ReportingRecord(history.cycles, asOf: evidence.asOf, dataUntil: evidence.dataUntil)
                .assessment(of: party, standing, evidence)
        }
    }

    /// A member is bound from the day on which the treaty is in force for it.
    private func standing(of party: PartyIndex, _ evidence: CommitmentEvidence) -> StandingReading {
        let base = evidence.roll.standing(of: party, in: evidence.commitment)
        guard base.standing.counts, evidence.roll.standing(of: party) == .member else { return base }
        guard let entry = entry(of: party, evidence) else {
            return StandingReading(.bound, by: .partyToTheTreaty)
        }
        return entry.hasCome(by: evidence.asOf) == .certain
            ? StandingReading(.bound, by: .partyToTheTreaty) : StandingReading(.pending, by: .perhapsAParty)
    }

    /// When the treaty entered into force for a member; nil when that is not known.
    private func entry(of party: PartyIndex, _ evidence: CommitmentEvidence) -> LegalDate? {
        let id = evidence.forum.parties[party].id
        return evidence.forum.memberships.last {
            $0.country == id && $0.standing == .member && $0.interval.covers(evidence.asOf)
        }?.interval.since.map(LegalDate.init)
    }

    /// The reporting cycles of a member; nil when the day of its entry is not known.
    private func history(of party: PartyIndex, _ evidence: CommitmentEvidence) -> ReportingHistory? {
        guard let entry = entry(of: party, evidence) else { return nil }
        return ReportingHistory(
            entry: entry, events: acts(on: party, evidence),
            fixed: evidence.deadlines(on: party).filter { evidence.words.act(of: $0) == .reportDue },
            calendar: calendar,
            asOf: evidence.asOf)
    }

    private func acts(on party: PartyIndex, _ evidence: CommitmentEvidence) -> [(act: LegalAct, report: Report)] {
        evidence.reports(on: party).compactMap { report in
            guard !report.isPartial, let act = evidence.words.act(of: report) else { return nil }
            return (act, report)
        }
    }

    /// What the parties of the day owe: their reports, and the information that the body asked for.
    public func obligations(_ evidence: CommitmentEvidence, _ assessments: [Assessment]) -> [Obligation] {
        guard evidence.commitment.id == reportingCommitment else { return evidence.deadlineObligations(assessments) }
        return assessments.filter { $0.standing == .bound }.flatMap { assessment -> [Obligation] in
            let party = assessment.party
            let cycles = history(of: party, evidence)?.cycles ?? []
            let followUp = FollowUpInformation(
                asked: evidence.deadlines(on: party).filter { evidence.words.act(of: $0) == .followUpDue },
                events: acts(on: party, evidence), asOf: evidence.asOf)
            let owed = cycles.indices.map { place in
                cycles[place].obligation(of: party, evidence, before: cycles[(place + 1)...])
            }
            return owed + followUp.obligations(of: party, evidence)
        }
    }
}
