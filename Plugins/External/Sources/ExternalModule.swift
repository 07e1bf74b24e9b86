public import Diagnostics
public import FollowUpModel
public import ForumKit
import SystemIO

/// Lets a program in any language read the forum: `module: external`.
///
/// The program lies in the forum's folder, is run once for the whole forum, and speaks `followup-module/1`: one JSON
/// document a line, requests on standard input, answers on standard output. It runs only once the person trusts it, and
/// whatever it does wrong costs its own forum only.
public struct ExternalModule: ProgramModule {
    /// Name, summary, options, and the rules that every program may name without declaring them.
    public static let metadata = ModuleMetadata(
        name: "external", options: [commandOption.declaration, seconds.declaration, megabytes.declaration], rules: [],
        reads: .forum)

    /// The program's file and its arguments.
    static let commandOption = ModuleOption<[String]>("command", example: "[./read.py]")
    /// How long the program may take.
    static let seconds = ModuleOption("seconds", in: 1...600, default: 10, example: 30)
    /// How much the program may write.
    static let megabytes = ModuleOption("megabytes", in: 1...256, default: 16, example: 64)

    /// The program's file and its arguments; empty where forum.yaml names none, which has been reported.
    public let command: [String]
    /// Where forum.yaml names them, else where the forum is declared.
    public let commandRange: SourceRange
    /// The rules that the program has declared, besides those that every program may name.
    public private(set) var rules: [ModuleRule] = []
    private let limits: ProgramLimits
    private var answers: [CommitmentIndex: [Assessment]] = [:]
    private let kept = KeptAnswers()

    /// Makes the module; nothing runs yet.
    public init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {
        command = options[Self.commandOption]
        commandRange = options.range(of: Self.commandOption) ?? forum.origin
        limits = ProgramLimits(seconds: options[Self.seconds], bytes: options[Self.megabytes] << 20)
        if command.isEmpty {
            diagnostics.append(
                .error(
                    .moduleProgram, at: commandRange, "the module 'external' needs the option 'command'",
                    help: "write options: {command: [./read.py]}"))
        }
    }

    /// What the program has answered for a commitment; nothing before it has run.
    public func assess(_ evidence: CommitmentEvidence) -> [Assessment] { answers[evidence.index] ?? [] }

    /// Runs the program on the whole forum and keeps its answers.
    public func prepared(
        for evidence: ForumEvidence, permit: ProgramPermit
    ) throws(ModuleFailure) -> ExternalModule {
        let requests = Requests(evidence)
        let output: [UInt8]
        do throws(ProgramRun.Problem) {
            output = try kept.answer(to: requests.lines, of: permit) { () throws(ProgramRun.Problem) in
                try limits.run(permit, input: requests.lines, meter: evidence.meter)
            } isStopped: {
                evidence.meter?.isStopped == true
            }
        } catch {
            throw ModuleFailure(limits.diagnostic(error, command: command, at: commandRange))
        }
        var answers = Answers(output, to: requests, place: commandRange)
        try answers.read()
        var module = self
        module.rules = answers.rules
        module.answers = answers.assessments
        return module
    }
}
