import FollowUpModel
import ForumKit

/// One forum as it is, with its own reports first and then with made-up ones, on many days.
struct ForumCases: CaseSource {
    var forum: ForumDefinition
    var commitments: [Commitment]
    var reports: ReportTable
    var scaleTop: Int
    var asOf: CalendarDay
    var reads: EvidenceScope

    private static let mostCommitments = 4

    func makeCase(seed: UInt64) -> ContractCase {
        var numbers = SeededNumbers(seed: seed)
        let tracked = commitments.indices.filter { commitments[$0].isTracked }.map(CommitmentIndex.init)
        var trial = ContractCase(
            seed: seed, forum: forum, commitments: commitments, focus: tracked, scaleTop: scaleTop, asOf: asOf,
            reads: reads)
        guard seed > 0 else {
            trial.rows = reports.indices.map { place in
                ContractCase.Row(number: Int(place) + 1, report: reports[ReportIndex(Int(place))])
            }
            return trial
        }
        trial.asOf = numbers.day(1996...2028)
        trial.focus = Array(tracked.shuffled(using: &numbers).prefix(Self.mostCommitments)).sorted()
        trial.rows = numbers.rows(of: trial, count: numbers.number(0...40))
        return trial
    }
}
