import Diagnostics
import ForumKit
import SystemIO

/// How much a program may use.
struct ProgramLimits: Hashable, Sendable {
    /// The time for the whole forum, in seconds.
    var seconds: Int
    /// The size of its output.
    var bytes: Int
    /// The size of what it writes to standard error.
    static let complaintBytes = 1 << 20
}

extension ProgramLimits {
    /// Runs a program to its end and returns what it wrote; when the work is to stop, its time is over.
    func run(_ permit: ProgramPermit, input: [UInt8], meter: WorkMeter?) throws(ProgramRun.Problem) -> [UInt8] {
        let run = ProgramRun(
            permit.program, arguments: permit.arguments, in: permit.folder, input: input, time: .seconds(seconds),
            limits: (bytes, Self.complaintBytes))
        return try run.output { meter?.isStopped == true }
    }

    /// What kept a program from answering, located where forum.yaml names the command.
    func diagnostic(_ problem: ProgramRun.Problem, command: [String], at range: SourceRange) -> Diagnostic {
        let name = command.first ?? "the program"
        switch problem {
        case .notStarted(let reason):
            return .error(
                .moduleProgram, at: range, "\(name) can't be started: \(reason)",
                help: "check its first line, which names the interpreter of a script")
        case .ended(let how, let complaint):
            return .error(
                .moduleCrashed, at: range, "\(name) ended \(how)",
                notes: complaint.isEmpty ? [] : [DiagnosticNote("it complained: \(complaint)")])
        case .outOfTime:
            return .error(.moduleTimeout, at: range, "\(name) had not ended after \(seconds) s and was stopped")
        case .overLimit(let limit):
            return .error(.moduleFlood, at: range, "\(name) wrote more than \(limit >> 20) MB and was stopped")
        }
    }
}
