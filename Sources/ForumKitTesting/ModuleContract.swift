public import Diagnostics
public import FollowUpModel
public import ForumKit
import Localization

/// What every forum module has to keep, tried over a range of made-up forums, commitments and reports.
///
/// In a test, of Swift Testing or XCTest:
///
///     try ModuleContract(MyModule.self).check()
///
/// Every input comes from a seed; a violation names its seed and the smallest set of reports that still shows it.
public struct ModuleContract: Sendable {
    /// What the module says about itself.
    public let metadata: ModuleMetadata
    /// The number of inputs that are tried.
    public let caseCount: Int
    private(set) var subject: ContractSubject
    /// Makes an input of a seed, always the same one.
    let makeCase: @Sendable (UInt64) -> ContractCase

    /// Makes the contract of a module, tried on made-up forums.
    ///
    /// Groups and commitments of these forums bear the names that the module's options give as default or example, so
    /// that options which name one find it.
    ///
    /// - Parameters:
    ///   - cases: the number of made-up forums.
    ///   - adjusting: gives each made-up forum what the module can't do without, such as a further group.
    public init<Module: ForumModule>(
        _ module: Module.Type, cases: Int = 150,
        adjusting: @escaping @Sendable (inout ForumDefinition) -> Void = { _ in }
    ) {
        metadata = Module.metadata
        caseCount = cases
        let cases = MadeUpCases(
            options: Module.metadata.options, reads: Module.metadata.reads, adjusting: adjusting)
        makeCase = cases.makeCase
        subject = ContractSubject(metadata: Module.metadata) { forum, options, diagnostics in
            Module(forum: forum, options: options, diagnostics: &diagnostics)
        }
    }

    /// Makes the contract of the module of one forum, tried on the forum's own commitments with made-up reports.
    ///
    /// - Parameters:
    ///   - reports: the forum's reports, which are tried as well.
    ///   - scaleTop: the rank of the scale's highest level.
    ///   - make: the module made for the forum or one with its parties in another order.
    ///   - prepare: what a module needs before it reads, such as a run of its program on the evidence.
    public init(
        forum: ForumDefinition, commitments: [Commitment], reports: ReportTable, scaleTop: Int, asOf: CalendarDay,
        metadata: ModuleMetadata, cases: Int = 60,
        prepare: @escaping @Sendable (any ForumModule, [CommitmentEvidence]) throws -> PreparedModule = { module, _ in
            PreparedModule(module)
        },
        make: @escaping @Sendable (ForumDefinition, inout [Diagnostic]) -> any ForumModule
    ) {
        self.metadata = metadata
        caseCount = cases
        let rows = reports.indices.map { place in
            ContractCase.Row(number: Int(place) + 1, report: reports[ReportIndex(Int(place))])
        }
        let actual = ContractCase(
            seed: 0, forum: forum, commitments: commitments,
            focus: commitments.indices.filter { commitments[$0].isTracked }.map(CommitmentIndex.init),
            scaleTop: scaleTop, asOf: asOf, reads: metadata.reads, rows: rows)
        makeCase = { seed in seed == 0 ? actual : actual.withMadeUpReports(seed) }
        subject = ContractSubject(metadata: metadata) { forum, _, diagnostics in
            make(forum, &diagnostics)
        }
        subject.prepare = prepare
    }

    /// Everything that the module breaks: of each property the first counter-example.
    public func violations() -> [ContractViolation] {
        var violations = subject.textViolations() + subject.optionViolations()
        var broken = Set(violations.map(\.property))
        for seed in 0..<UInt64(max(0, caseCount)) {
            let trial = makeCase(seed)
            for property in ContractProperty.allCases where !broken.contains(property) {
                guard subject.finding(property, trial) != nil else { continue }
                broken.insert(property)
                violations.append(subject.violation(of: property, in: trial))
            }
        }
        return violations
    }

    /// Tries everything.
    ///
    /// - Throws: ``BrokenContract`` with all violations.
    public func check() throws(BrokenContract) {
        let violations = violations()
        if !violations.isEmpty { throw BrokenContract(module: metadata.name, violations: violations) }
    }
}

/// One property that a module broke, with an input that shows it.
public struct ContractViolation: Error, Hashable, Sendable, CustomStringConvertible {
    /// The property.
    public var property: ContractProperty
    /// The seed of the input; nil where the metadata alone shows it.
    public var seed: UInt64?
    /// What went wrong, in one sentence.
    public var finding: String
    /// The input, line by line: as-of day, commitment, parties, reports.
    public var counterExample: [String]

    /// Property, finding and counter-example for people.
    public var description: String {
        let head = "\(property.rawValue)\(seed.map { " (seed \($0))" } ?? ""): \(Texts.english[property])"
        return ([head, "  but \(finding)"] + counterExample.map { "    \($0)" }).joined(separator: "\n")
    }
}

/// A module that doesn't keep the contract.
public struct BrokenContract: Error, Hashable, Sendable, CustomStringConvertible {
    /// The module's name.
    public var module: String
    /// The violations, at least one.
    public var violations: [ContractViolation]

    /// All violations for people.
    public var description: String {
        "the module '\(module)' breaks the contract\n" + violations.map(\.description).joined(separator: "\n")
    }
}
