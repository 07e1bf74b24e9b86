import Diagnostics
import FollowUpModel
import ForumKit

/// What is wrong with the reading of one commitment of a case.
struct Finding {
    var commitment: CommitmentIndex?
    var text: String
}

/// Tries one property on one case; nil when it holds.
typealias PropertyCheck = @Sendable (ContractCase) -> Finding?

extension ContractSubject {
    /// The properties that are tried on cases.
    static let checks: [(ContractProperty, @Sendable (ContractSubject) -> PropertyCheck)] = [
        (.acceptedOptions, { subject in { subject.refusedOptions($0) } }),
        (.answers, { subject in { subject.failure($0) } }),
        (.deterministic, { subject in { subject.isDeterministic($0) } }),
        (
            .orderOfReports,
            { subject in
                { trial in
                    let distinct = trial.withDistinctDates
                    return subject.compare(distinct, distinct.withShuffledRows, "with the rows in another order")
                }
            }
        ),
        (
            .orderOfParties,
            { subject in
                { subject.compare($0, $0.withShuffledParties, "with the parties in another order") }
            }
        ),
        (.addressedOnly, { subject in { subject.first($0, Self.addressedOnly) } }),
        (
            .laterReports,
            { subject in { subject.compare($0, $0.withoutLaterReports, "without the reports dated after the day") } }
        ),
        (.basis, { subject in { subject.first($0, subject.basis) } }),
        (.obligationBasis, { subject in { subject.first($0, subject.obligationBasis) } }),
        (.onTheScale, { subject in { subject.first($0, Self.onTheScale) } }),
        (.noReportNoProgress, { subject in { subject.first($0, Self.noReportNoProgress) } }),
        (.voluntaryNeverOverdue, { subject in { subject.first($0, Self.voluntaryNeverOverdue) } }),
        (.inForceAsTold, { subject in { subject.first($0, Self.inForceAsTold) } }),
    ]

    private func first(_ trial: ContractCase, _ check: (Reading) -> String?) -> Finding? {
        for reading in readings(of: trial) {
            if let text = check(reading) { return Finding(commitment: reading.index, text: text) }
        }
        return nil
    }

    /// Whether the module has errors to report on a forum to which its own defaults and examples were given.
    private func refusedOptions(_ trial: ContractCase) -> Finding? {
        var diagnostics: [Diagnostic] = []
        _ = make(trial.forum, OptionValues(trial.options), &diagnostics)
        return diagnostics.first { $0.severity == .error }.map {
            Finding(commitment: nil, text: "the module refuses them: \($0.message)")
        }
    }

    /// Why the module can't read the case, as when its program fails.
    private func failure(_ trial: ContractCase) -> Finding? {
        do {
            _ = try module(for: trial)
            return nil
        } catch {
            return Finding(commitment: nil, text: "it could not read the input: \(error)")
        }
    }

    private func isDeterministic(_ trial: ContractCase) -> Finding? {
        guard let module = try? module(for: trial), let again = try? self.module(for: trial) else { return nil }
        let others = [module, again]
        for evidence in trial.evidence {
            let first = Reading(evidence, of: trial, by: module)
            for other in others {
                let again = Reading(evidence, of: trial, by: other)
                guard
                    first.assessments != again.assessments || first.obligations != again.obligations
                        || first.inForce != again.inForce
                else { continue }
                return Finding(commitment: evidence.index, text: first.difference(from: again, "asked again"))
            }
        }
        return nil
    }

    /// Whether a case says the same in another shape.
    private func compare(_ trial: ContractCase, _ other: ContractCase, _ how: String) -> Finding? {
        for (left, right) in zip(readings(of: trial), readings(of: other)) where left.facts != right.facts {
            return Finding(commitment: left.index, text: left.difference(from: right, how))
        }
        return nil
    }
}

// The properties of one reading.
extension ContractSubject {
    private static func addressedOnly(_ reading: Reading) -> String? {
        var addressed = reading.evidence.addressed[...]
        for assessment in reading.assessments {
            let name = reading.trial.name(assessment.party)
            guard reading.evidence.addressed.contains(assessment.party) else {
                return "\(name) is assessed and not addressed"
            }
            guard let place = addressed.firstIndex(of: assessment.party) else {
                return "\(name) is assessed twice or out of order"
            }
            addressed = addressed[(place + 1)...]
        }
        return nil
    }

    private func basis(_ reading: Reading) -> String? {
        for assessment in reading.assessments {
            let name = reading.trial.name(assessment.party)
            for rule in [assessment.basis.standingRule, assessment.basis.progressRule]
            where !reading.knows(rule, metadata) {
                return "the basis for \(name) names '\(rule)', which is no rule of the metadata"
            }
            for report in assessment.basis.reports {
                if let fault = reading.fault(in: report, on: assessment.party, deadlines: false) {
                    return "the basis for \(name) is \(fault)"
                }
            }
        }
        return nil
    }

    private func obligationBasis(_ reading: Reading) -> String? {
        let assessed = Set(reading.assessments.map(\.party))
        for owed in reading.obligations {
            let name = reading.trial.name(owed.party)
            guard assessed.contains(owed.party) else { return "\(name) owes something and is not assessed" }
            guard reading.knows(owed.rule, metadata) else {
                return "the obligation of \(name) names '\(owed.rule)', which is no rule of the metadata"
            }
            if let fault = reading.fault(in: owed.report, on: owed.party, deadlines: true) {
                return "the obligation of \(name) rests on \(fault)"
            }
        }
        return nil
    }

    private static func onTheScale(_ reading: Reading) -> String? {
        let scale = -1...reading.trial.scaleTop
        for assessment in reading.assessments {
            if let rank = assessment.progress.rank, !scale.contains(rank) {
                return
                    "\(reading.trial.name(assessment.party)) has progress \(rank) on a scale from 0 to \(scale.upperBound)"
            }
            if let voices = assessment.voices, !scale.contains(voices.lowerBound) || !scale.contains(voices.upperBound)
            {
                return "the voices on \(reading.trial.name(assessment.party)) go from \(voices.lowerBound) to "
                    + "\(voices.upperBound) on a scale from 0 to \(scale.upperBound)"
            }
        }
        return nil
    }

    private static func noReportNoProgress(_ reading: Reading) -> String? {
        let tied = reading.trial.tied(to: reading.index)
        let reported = Set(
            reading.trial.rows.map(\.report).filter { tied.contains($0.commitment) && reading.trial.speaks($0) }
                .map(\.party))
        for assessment in reading.assessments where !reported.contains(assessment.party) {
            if reading.owesReport(assessment.party), assessment.progress.rank == 0 { continue }
            if assessment.progress.rank != nil || assessment.voices != nil {
                return "nobody has reported on \(reading.text(assessment))"
            }
        }
        return nil
    }

    private static func voluntaryNeverOverdue(_ reading: Reading) -> String? {
        guard reading.evidence.commitment.legalForce == .voluntary else { return nil }
        if let late = reading.assessments.first(where: \.isOverdue) {
            return "the commitment is voluntary and it is said: \(reading.text(late))"
        }
        // To follow a recommendation is voluntary; to give reasons for not following it is owed by the treaty.
        if let late = reading.obligations.first(where: { $0.state == .overdue && $0.kind != .notice }) {
            return "the commitment is voluntary and it is said: \(reading.text(late))"
        }
        return nil
    }

    private static func inForceAsTold(_ reading: Reading) -> String? {
        let commitment = reading.evidence.commitment
        guard let told = commitment.inForce, reading.inForce != LegalDate(told) else { return nil }
        // Of a voluntary text a forum's law may say that it never enters into force.
        if commitment.legalForce == .voluntary, reading.inForce == nil { return nil }
        return "the source tells \(told) and the module says \(reading.inForce?.description ?? "not in force")"
    }
}

extension Reading {
    /// The facts that another reading has not, one at a time.
    fileprivate func difference(from other: Reading, _ how: String) -> String {
        let mine = facts.subtracting(other.facts).sorted()
        let theirs = other.facts.subtracting(facts).sorted()
        if mine.isEmpty, theirs.isEmpty { return "the order of what is said differs \(how)" }
        return
            "it says \u{201C}\(mine.first ?? "nothing")\u{201D}, and \(how) \u{201C}\(theirs.first ?? "nothing")\u{201D}"
    }

    /// Whether reporting is itself the duty and the party's report is late: then its absence is what is known.
    fileprivate func owesReport(_ party: PartyIndex) -> Bool {
        ownObligations.contains { owed in
            owed.party == party && [.initialReport, .periodicReport].contains(owed.kind) && owed.submitted == nil
                && [.overdue, .due].contains(owed.state) && owed.due.map { $0.latest < trial.asOf } ?? false
        }
    }

    /// Why a report can't be the basis of what is said on a party.
    fileprivate func fault(in report: ReportIndex?, on party: PartyIndex, deadlines: Bool) -> String? {
        guard let report else { return nil }
        guard let row = trial.row(report) else { return "a report that does not exist" }
        let isOnForum = trial.forum.parties[row.report.party].country == nil
        if row.report.party != party, !isOnForum {
            return "report \(row.number), which is on \(trial.name(row.report.party))"
        }
        if !trial.tied(to: index).contains(row.report.commitment) {
            return "report \(row.number), which is on another commitment"
        }
        if trial.speaks(row.report) || (deadlines && row.report.dateKind == .deadline) { return nil }
        return row.report.dateKind == .deadline
            ? "report \(row.number), whose date is only due" : "report \(row.number), which is of a later date"
    }
}
