public import Diagnostics
public import FollowUpModel

/// Reads one forum's commitments and reports by the forum's own follow-up mechanism.
///
/// A module is a value made once for a forum. It never sees files, YAML or other forums: it is given the forum's
/// definition and, commitment by commitment, the evidence that it declares to read, and returns how every party stands
/// and how far it is. The same input must always give the same output, whatever the order of parties and reports.
///
/// What holds for all mechanisms is added to what a module says: see ``reading(of:)`` and ``owed(_:_:)``.
public protocol ForumModule: Sendable {
    /// The name used in forum.yaml, a summary, options and rules, as data.
    static var metadata: ModuleMetadata { get }

    /// Makes the module for one forum.
    ///
    /// - Parameters:
    ///   - forum: the definition, already checked.
    ///   - options: the options of forum.yaml, typed as ``ModuleMetadata/options`` declares them.
    ///   - diagnostics: where to report options that don't fit the forum.
    init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic])

    /// Reads one commitment: one assessment for every party that it addresses, in the order of the parties.
    func assess(_ evidence: CommitmentEvidence) -> [Assessment]

    /// What the parties owe by a date; by default what the commitment's own deadline says.
    func obligations(_ evidence: CommitmentEvidence, _ assessments: [Assessment]) -> [Obligation]

    /// This module, when it reads the forum by running a program; nil for all others, which is the default.
    var program: (any ProgramModule)? { get }

    /// When the commitment entered into force for all, by the module's rules; by default the date that a source tells.
    func inForce(_ evidence: CommitmentEvidence) -> LegalDate?
}

extension ForumModule {
    /// No program is run.
    public var program: (any ProgramModule)? { nil }

    /// The date that a source tells.
    public func inForce(_ evidence: CommitmentEvidence) -> LegalDate? {
        evidence.commitment.inForce.map(LegalDate.init)
    }
}

/// Whose reports a module reads to assess one commitment; reports on others are not given to it.
public enum EvidenceScope: Sendable, CaseIterable {
    /// Those on the commitment itself.
    case own
    /// Also those on the commitments that it links to and that link to it.
    case linked
    /// Those on any commitment of the forum.
    case forum
}

/// What a module says about itself.
public struct ModuleMetadata: Sendable {
    /// The name used in forum.yaml, in kebab case.
    public var name: String
    /// What it computes, in one line.
    public var summary: LocalizedText
    /// The options it takes.
    public var options: [OptionDeclaration]
    /// The rules that its assessments name as their basis, and those that hold for every module.
    public var rules: [ModuleRule]
    /// Whose reports it reads.
    public var reads: EvidenceScope
    /// The problems of its own that it can report.
    public var codes: [DiagnosticCode]

    /// Makes a description; the rules that hold for every module (``CommonRules``) are added to `rules` where it
    /// doesn't word them itself.
    public init(
        name: String, summary: LocalizedText, options: [OptionDeclaration] = [], rules: [ModuleRule],
        reads: EvidenceScope = .own, codes: [DiagnosticCode] = []
    ) {
        self.name = name
        self.summary = summary
        self.options = options
        self.rules = rules + CommonRules.all.filter { common in !rules.contains { $0.id == common.id } }
        self.reads = reads
        self.codes = codes
    }

    /// The rule with this id, or nil.
    public func rule(_ id: RuleID) -> ModuleRule? { rules.first { $0.id == id } }
}
