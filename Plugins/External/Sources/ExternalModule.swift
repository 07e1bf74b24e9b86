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
        name: "external",
        summary: LocalizedText(
            en: "A program in the forum's folder reads the forum.",
            es: "Un programa de la carpeta del foro lee el foro.",
            pt: "Um programa da pasta do fórum lê o fórum.",
            fr: "Un programme du dossier du forum lit le forum."),
        options: [
            commandOption.declaration, seconds.declaration, megabytes.declaration,
        ], rules: [], reads: .forum)

    /// The program's file and its arguments.
    static let commandOption = ModuleOption<[String]>(
        "command", example: "[./read.py]", "The program's file, relative to the forum's folder, and its arguments.")
    /// How long the program may take.
    static let seconds = ModuleOption(
        "seconds", in: 1...600, default: 10, example: 30, "How long the program may take for the whole forum.")
    /// How much the program may write.
    static let megabytes = ModuleOption(
        "megabytes", in: 1...256, default: 16, example: 64, "How much the program may write for the whole forum.")

    /// The program's file and its arguments; empty where forum.yaml names none, which has been reported.
    public let command: [String]
    /// Where forum.yaml names them, else where the forum is declared.
    public let commandRange: SourceRange
    /// The rules that every program may name and those that this one has declared.
    public private(set) var rules = Self.metadata.rules
    private let limits: ProgramLimits
    private var answers: [CommitmentIndex: [Assessment]] = [:]

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
            output = try limits.run(permit, input: requests.lines, meter: evidence.meter)
        } catch {
            throw ModuleFailure(limits.diagnostic(error, command: command, at: commandRange))
        }
        var answers = Answers(output, to: requests, place: commandRange)
        try answers.read()
        var module = self
        module.rules += answers.rules
        module.answers = answers.assessments
        return module
    }
}
