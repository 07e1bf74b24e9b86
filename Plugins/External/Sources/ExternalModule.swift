public import Diagnostics
public import FollowUpModel
public import ForumKit

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
            ModuleOption(
                name: "command", kind: .texts, defaultValue: "",
                description: "The program's file, relative to the forum's folder, and its arguments.",
                example: "[./read.py]"),
            ModuleOption(
                name: "seconds", kind: .integer(1...600), defaultValue: "10",
                description: "How long the program may take for the whole forum.", example: "30"),
            ModuleOption(
                name: "megabytes", kind: .integer(1...256), defaultValue: "16",
                description: "How much the program may write for the whole forum.", example: "64"),
        ], rules: StandingRules.all + WordRules.all + [DeadlineRules.deadline])

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
        guard let seconds = options.integer("seconds"), let megabytes = options.integer("megabytes") else {
            preconditionFailure("options that the module declares have a value")
        }
        command = options.texts("command")
        commandRange = options.range(of: "command") ?? forum.origin
        limits = ProgramLimits(seconds: seconds, bytes: megabytes << 20)
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
        do throws(ProgramProblem) {
            output = try limits.run(permit, input: requests.lines, meter: evidence.meter)
        } catch {
            throw ModuleFailure(error.diagnostic(command: command, at: commandRange))
        }
        var answers = Answers(output, to: requests, place: commandRange)
        try answers.read()
        var module = self
        module.rules += answers.rules
        module.answers = answers.assessments
        return module
    }
}
