import Diagnostics
import ForumKit
import Synchronization
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

/// What programs have answered, by the content of the question; a class because all pictures of a forum share it.
final class KeptAnswers: Sendable {
    private typealias Answer = Result<[UInt8], ProgramRun.Problem>
    /// How many answers are kept, and how long one is that went wrong.
    private static let (most, grace) = (64, Duration.seconds(30))
    private let answers = Mutex<[String: (answer: Answer, time: ContinuousClock.Instant)]>([:])

    /// The answer to a question, as it was or from a run; there is one run at a time.
    func answer(
        to input: [UInt8], of permit: ProgramPermit, _ run: () throws(ProgramRun.Problem) -> [UInt8],
        isStopped: () -> Bool
    ) throws(ProgramRun.Problem) -> [UInt8] {
        // Without the content of its files nothing tells whether a program is the same.
        guard !permit.files.isEmpty else { return try run() }
        var hash = SHA256()
        let files = permit.files.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
        for text in [permit.folder, permit.program] + permit.interpreter + [""] + permit.arguments + [""] + files {
            hash.add(Array(text.utf8) + [0])
        }
        hash.add(input)
        return try answers.withLock { answers -> Answer in
            let now = ContinuousClock.now
            if let (answer, time) = answers[hash.digits] {
                if case .success = answer { return answer }
                if now - time < Self.grace { return answer }
            }
            let answer = Result { () throws(ProgramRun.Problem) in try run() }
            if answers.count >= Self.most { answers.removeAll() }
            if !isStopped() { answers[hash.digits] = (answer, ContinuousClock.now) }
            return answer
        }.get()
    }
}

extension ProgramLimits {
    /// Runs a program to its end and returns what it wrote; when the work is to stop, its time is over.
    ///
    /// What runs is a copy of the files that were looked at, in the forum's folder.
    func run(_ permit: ProgramPermit, input: [UInt8], meter: WorkMeter?) throws(ProgramRun.Problem) -> [UInt8] {
        let copy: PrivateCopy
        do throws(FileError) { copy = try PrivateCopy(of: permit.files, in: permit.folder) } catch {
            throw .notStarted("\(error)")
        }
        let name = permit.program.dropFirst(permit.folder.count)
        let program = permit.files[String(name.dropFirst())] == nil ? permit.program : copy.folder + name
        let words = permit.interpreter + [program] + permit.arguments
        let run = ProgramRun(
            words[0], arguments: Array(words.dropFirst()), in: permit.folder, input: input, time: .seconds(seconds),
            limits: (bytes, Self.complaintBytes))
        do throws(ProgramRun.Problem) {
            return try withExtendedLifetime(copy) { () throws(ProgramRun.Problem) in
                try run.output { meter?.isStopped == true }
            }
        } catch {
            guard case .ended(let how, let complaint) = error else { throw error }
            throw .ended(how: how, complaint: complaint.replacing(copy.folder + "/", with: permit.folder + "/"))
        }
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
