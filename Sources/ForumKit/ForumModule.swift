public import Diagnostics
public import FollowUpModel

/// Reads one forum's commitments and reports by the forum's own follow-up mechanism.
///
/// A module is a value made once for a forum. It never sees files, YAML or other forums: it is given the forum's
/// definition and, commitment by commitment, the evidence, and returns how every party stands and how far it is.
/// The same input must always give the same output, whatever the order of parties and reports.
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

    /// Whether reading one commitment looks at reports on others; true unless the module says otherwise.
    ///
    /// Where it is false, a changed report has only its own commitment read again.
    var readsOtherCommitments: Bool { get }
}

extension ForumModule {
    /// No program is run.
    public var program: (any ProgramModule)? { nil }

    /// Reports on other commitments may matter.
    public var readsOtherCommitments: Bool { true }

    /// The date that a source tells.
    public func inForce(_ evidence: CommitmentEvidence) -> LegalDate? {
        evidence.commitment.inForce.map(LegalDate.init)
    }
}

/// What a module says about itself.
public struct ModuleMetadata: Sendable {
    /// The name used in forum.yaml, in kebab case.
    public var name: String
    /// What it computes, in one line.
    public var summary: LocalizedText
    /// The options it takes.
    public var options: [ModuleOption]
    /// The rules that its assessments name as their basis.
    public var rules: [ModuleRule]
    /// The problems of its own that it can report.
    public var codes: [DiagnosticCode]

    /// Makes a description.
    public init(
        name: String, summary: LocalizedText, options: [ModuleOption] = [], rules: [ModuleRule],
        codes: [DiagnosticCode] = []
    ) {
        self.name = name
        self.summary = summary
        self.options = options
        self.rules = rules
        self.codes = codes
    }

    /// The rule with this id, or nil.
    public func rule(_ id: String) -> ModuleRule? { rules.first { $0.id == id } }
}

/// A rule by which a module decides, shown where people ask why.
public struct ModuleRule: Hashable, Sendable {
    /// The id, in kebab case.
    public var id: String
    /// What the rule says, for people.
    public var text: LocalizedText
    /// The article or document it comes from; nil for a rule of this program.
    public var source: String?

    /// Makes a rule.
    public init(_ id: String, _ text: LocalizedText, source: String? = nil) {
        self.id = id
        self.text = text
        self.source = source
    }
}

/// An option of a module, as data: the program checks it in forum.yaml and offers it in editors.
public struct ModuleOption: Hashable, Sendable {
    /// What a value may be.
    public enum Kind: Hashable, Sendable {
        /// Any text.
        case text
        /// `true` or `false`.
        case boolean
        /// A whole number in a range.
        case integer(ClosedRange<Int>)
        /// One of these words.
        case choice([String])
        /// A list of texts.
        case texts
    }

    /// The key in `options:`.
    public var name: String
    /// What a value may be.
    public var kind: Kind
    /// The value used when the option is left out, as it would be written; empty for a list.
    public var defaultValue: String
    /// What it does.
    public var description: String
    /// A value, as it would be written.
    public var example: String

    /// Makes an option.
    public init(name: String, kind: Kind, defaultValue: String, description: String, example: String) {
        self.name = name
        self.kind = kind
        self.defaultValue = defaultValue
        self.description = description
        self.example = example
    }
}

/// The options of one forum's module, each checked against its declaration, defaults filled in.
public struct OptionValues: Hashable, Sendable {
    private var values: [String: String]
    private var lists: [String: [String]]
    private var ranges: [String: SourceRange]

    /// Makes values from texts and lists of texts; names are those the module declares.
    ///
    /// - Parameter ranges: where forum.yaml gives each value that it gives.
    public init(
        _ values: [String: String] = [:], lists: [String: [String]] = [:], ranges: [String: SourceRange] = [:]
    ) {
        self.values = values
        self.lists = lists
        self.ranges = ranges
    }

    /// The text of an option that the module declares.
    public func text(_ name: String) -> String? { values[name] }

    /// The texts of a list option that the module declares; none when it is left out.
    public func texts(_ name: String) -> [String] { lists[name] ?? [] }

    /// Where forum.yaml gives the value; nil when the default is used.
    public func range(of name: String) -> SourceRange? { ranges[name] }

    /// The number of an integer option that the module declares.
    public func integer(_ name: String) -> Int? { values[name].flatMap { Int($0) } }

    /// The truth of a boolean option that the module declares.
    public func boolean(_ name: String) -> Bool? { values[name].map { $0 == "true" } }
}
