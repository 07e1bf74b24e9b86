import Diagnostics
import FollowUpModel
import ForumKit

/// What a module says of one commitment of a case.
struct Reading {
    var trial: ContractCase
    var evidence: CommitmentEvidence
    var assessments: [Assessment]
    var obligations: [Obligation]
    var inForce: LegalDate?
    var index: CommitmentIndex { evidence.index }

    init(_ evidence: CommitmentEvidence, of trial: ContractCase, by module: any ForumModule) {
        self.trial = trial
        self.evidence = evidence
        assessments = module.assess(evidence)
        obligations = module.obligations(evidence, assessments)
        inForce = module.inForce(evidence)
    }

    /// Everything that is said, each fact in one line that doesn't depend on any order.
    var facts: Set<String> {
        Set(assessments.map(text) + obligations.map(text) + ["in force: \(inForce?.description ?? "no")"])
    }

    func text(_ assessment: Assessment) -> String {
        let voices = assessment.voices.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "none"
        return "\(trial.name(assessment.party)): \(assessment.standing.rawValue) (\(assessment.basis.standingRule)), "
            + "\(assessment.progress.text) (\(assessment.basis.progressRule)), voices \(voices)"
            + (assessment.isOverdue ? ", overdue" : "") + text(assessment.basis.report)
    }

    func text(_ obligation: Obligation) -> String {
        "\(trial.name(obligation.party)) owes \(obligation.kind.rawValue) by \(obligation.due?.description ?? "no date"): "
            + "\(obligation.state.rawValue)\(obligation.submitted.map { " \($0)" } ?? "") (\(obligation.rule))"
            + text(obligation.report)
    }

    private func text(_ report: ReportIndex?) -> String {
        guard let report else { return "" }
        return ", by " + (trial.row(report).map { "report \($0.number)" } ?? "a report that does not exist")
    }
}

extension Progress {
    var text: String { rank.map { "progress \($0)" } ?? nothing?.rawValue ?? "nothing" }
}

/// The module that is tried, and how it is made.
struct ContractSubject: Sendable {
    var metadata: ModuleMetadata
    var make: @Sendable (ForumDefinition, OptionValues, inout [Diagnostic]) -> any ForumModule

    func module(for trial: ContractCase) -> any ForumModule {
        var diagnostics: [Diagnostic] = []
        return make(trial.forum, OptionValues(trial.options), &diagnostics)
    }

    /// What a module made for the case says of it.
    func readings(of trial: ContractCase) -> [Reading] {
        let module = module(for: trial)
        return trial.evidence.map { Reading($0, of: trial, by: module) }
    }
}
