import Diagnostics
import FollowUpModel
public import ForumKit

/// What a module says of one commitment of a case.
struct Reading {
    var trial: ContractCase
    var evidence: CommitmentEvidence
    var assessments: [Assessment]
    var obligations: [Obligation]
    /// What the module says that parties owe, also where the forum no longer works or the text has been replaced.
    var ownObligations: [Obligation]
    var inForce: LegalDate?
    private let ownRules: [ModuleRule]
    var index: CommitmentIndex { evidence.index }

    init(_ evidence: CommitmentEvidence, of trial: ContractCase, by prepared: PreparedModule) {
        let module = prepared.module
        self.trial = trial
        ownRules = prepared.rules
        self.evidence = evidence
        assessments = module.reading(of: evidence)
        obligations = module.owed(evidence, assessments)
        ownObligations = module.obligations(evidence, assessments)
        inForce = module.inForce(evidence)
    }

    /// Whether the metadata or the module itself declares a rule.
    func knows(_ rule: RuleID, _ metadata: ModuleMetadata) -> Bool {
        metadata.rule(rule) != nil || ownRules.contains { $0.id == rule }
    }

    /// Everything that is said, each fact in one line that doesn't depend on any order.
    var facts: Set<String> {
        Set(assessments.map(text) + obligations.map(text) + ["in force: \(inForce?.description ?? "no")"])
    }

    func text(_ assessment: Assessment) -> String {
        let voices = assessment.voices.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "none"
        return "\(trial.name(assessment.party)): \(assessment.standing.rawValue) (\(assessment.basis.standingRule)), "
            + "\(assessment.progress.text) (\(assessment.basis.progressRule)), voices \(voices)"
            + (assessment.isContradicted ? ", contradicted" : "") + (assessment.isOverdue ? ", overdue" : "")
            + assessment.basis.reports.map(text).joined()
            + (assessment.basis.figure.map { ", \($0.value)\($0.total.map { " of \($0)" } ?? "")" } ?? "")
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
    var text: String { rank.map { "progress \($0)" } ?? missing?.rawValue ?? "nothing" }
}

/// A module ready to read one case, with the rules that it has declared besides those of its metadata.
public struct PreparedModule: Sendable {
    /// The module.
    public var module: any ForumModule
    /// Rules declared for this forum alone, as by a program.
    public var rules: [ModuleRule]

    /// Makes a module that is ready.
    public init(_ module: any ForumModule, rules: [ModuleRule] = []) {
        self.module = module
        self.rules = rules
    }
}

/// The module that is tried, and how it is made.
struct ContractSubject: Sendable {
    var metadata: ModuleMetadata
    var make: @Sendable (ForumDefinition, OptionValues, inout [Diagnostic]) -> any ForumModule
    var prepare: @Sendable (any ForumModule, [CommitmentEvidence]) throws -> PreparedModule = { module, _ in
        PreparedModule(module)
    }

    /// The module made for a case.
    ///
    /// - Throws: what keeps it from reading the case.
    func module(for trial: ContractCase) throws -> PreparedModule {
        var diagnostics: [Diagnostic] = []
        return try prepare(make(trial.forum, OptionValues(trial.options), &diagnostics), trial.evidence)
    }

    /// What a module made for the case says of it; nothing when it can't read the case, which is a property of its own.
    func readings(of trial: ContractCase) -> [Reading] {
        guard let prepared = try? module(for: trial) else { return [] }
        return trial.evidence.map { Reading($0, of: trial, by: prepared) }
    }
}
