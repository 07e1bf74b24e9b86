import FollowUpModel
import ForumKit

/// How the work of a module grows with the number of reports on one party.
public struct ReportGrowth: Hashable, Sendable {
    /// The smaller number of reports.
    public var fewReports: Int
    /// How many times as many reports were read the second time.
    public var reportFactor: Int
    /// How many times as much work they took.
    public var workFactor: Double

    /// Whether that is linear, with eight times the room that a straight line needs; the square has sixteen times.
    public var isLinear: Bool { workFactor <= Double(8 * reportFactor) }
}

extension ModuleContract {
    /// Measures a module with some reports and with sixteen times as many, the least of nine runs each.
    ///
    /// - Parameter measure: the work of running something once; seconds where time is good enough, as in a command,
    ///   and a count of something in a test, where time never is.
    public func growth(measure: (() -> Void) -> Double) -> ReportGrowth {
        let (few, factor) = (500, 16)
        let (trial, party) = crowdedCase
        func work(_ count: Int) -> Double {
            var trial = trial
            var numbers = SeededNumbers(seed: 1)
            trial.rows = numbers.rows(of: trial, count: count)
            for place in trial.rows.indices { trial.rows[place].report.party = party }
            // What can't be read is a property of its own and takes no work here.
            guard let module = try? subject.module(for: trial).module else { return 0 }
            let evidence = trial.evidence
            return (0..<9).map { _ in
                measure {
                    for evidence in evidence {
                        _ = module.owed(evidence, module.reading(of: evidence))
                        _ = module.inForce(evidence)
                    }
                }
            }.min() ?? 0
        }
        let (small, large) = (work(few), work(few * factor))
        return ReportGrowth(fewReports: few, reportFactor: factor, workFactor: small > 0 ? large / small : 1)
    }

    /// A forum with one commitment that asks somebody, on whom all reports will be, on a day by which all have come.
    private var crowdedCase: (trial: ContractCase, party: PartyIndex) {
        for seed in 1...200 {
            var trial = source.makeCase(seed: UInt64(seed))
            trial.asOf = trial.asOf.adding(months: 12 * 50)
            for evidence in trial.evidence {
                guard let party = evidence.addressed.first else { continue }
                trial.focus = [evidence.index]
                return (trial, party)
            }
        }
        return (source.makeCase(seed: 1), PartyIndex(0))
    }

    /// The violation that a measurement shows, if it shows one.
    public func violation(by growth: ReportGrowth) -> ContractViolation? {
        guard !growth.isLinear else { return nil }
        let times = Int(growth.workFactor.rounded())
        return ContractViolation(
            property: .linear, seed: nil,
            finding: "\(growth.reportFactor) times as many reports took \(times) times the work",
            counterExample: [
                "\(growth.fewReports) reports on one party, then \(growth.fewReports * growth.reportFactor)"
            ])
    }
}
