import Diagnostics
import Dispatch
import ForumKit
import Subprocess
import Synchronization

#if canImport(System)
import System
#else
import SystemPackage
#endif

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How much a program may use.
struct ProgramLimits: Hashable, Sendable {
    /// The time for the whole forum, in seconds.
    var seconds: Int
    /// The size of its output.
    var bytes: Int
    /// The size of what it writes to standard error.
    static let complaintBytes = 1 << 20
}

/// Why a program's output is not there.
enum ProgramProblem: Error, Hashable, Sendable {
    /// It could not be started, with the reason.
    case notStarted(String)
    /// It ended with this status, or by this signal, after having complained.
    case ended(how: String, complaint: String)
    /// It took longer than this.
    case tookTooLong(seconds: Int)
    /// It wrote more than this.
    case wroteTooMuch(megabytes: Int)

    /// The problem in words, located where forum.yaml names the command.
    func diagnostic(command: [String], at range: SourceRange) -> Diagnostic {
        let name = command.first ?? "the program"
        switch self {
        case .notStarted(let reason):
            return .error(
                .moduleProgram, at: range, "\(name) can't be started: \(reason)",
                help: "check its first line, which names the interpreter of a script")
        case .ended(let how, let complaint):
            return .error(
                .moduleCrashed, at: range, "\(name) ended with \(how)",
                notes: complaint.isEmpty ? [] : [DiagnosticNote("it complained: \(complaint)")])
        case .tookTooLong(let seconds):
            return .error(.moduleTimeout, at: range, "\(name) had not ended after \(seconds) s and was stopped")
        case .wroteTooMuch(let megabytes):
            return .error(.moduleFlood, at: range, "\(name) wrote more than \(megabytes) MB and was stopped")
        }
    }
}

extension ProgramLimits {
    /// Runs a program to its end and returns what it wrote.
    ///
    /// The caller waits: modules read forums side by side on threads of their own, see ``parallelMap``. The program has
    /// a process group of its own, which is killed at a limit, so that what it has started ends with it.
    func run(_ permit: ProgramPermit, input: [UInt8]) throws(ProgramProblem) -> [UInt8] {
        let file = try Self.file(holding: input)
        let outcome = Outcome()
        let done = DispatchSemaphore(value: 0)
        let limits = self
        let task = Task.detached {
            let result = await limits.result(of: permit, input: file)
            outcome.value.withLock { $0 = result }
            done.signal()
        }
        let isInTime = done.wait(timeout: .now() + .seconds(seconds)) == .success
        if !isInTime {
            task.cancel()
            // The end of the group takes a moment; without it nobody would be waited for by anybody.
            _ = done.wait(timeout: .now() + .seconds(2))
            throw .tookTooLong(seconds: seconds)
        }
        guard let result = outcome.value.withLock({ $0 }) else {
            preconditionFailure("the result is there before the semaphore is signalled")
        }
        return try result.get()
    }

    /// A place for the result that two threads share.
    private final class Outcome: Sendable {
        let value = Mutex<Result<[UInt8], ProgramProblem>?>(nil)
    }

    /// A file without a name that holds the input and is read from its start.
    ///
    /// A pipe would have to be fed while the program runs, and kill this process if the program ends before it has read
    /// everything.
    private static func file(holding input: [UInt8]) throws(ProgramProblem) -> FileDescriptor {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var path = Array("\(folder)/followup-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw .notStarted("no file can be made in \(folder)") }
        unlink(path)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        let file = FileDescriptor(rawValue: descriptor)
        do {
            try file.writeAll(input)
            try file.seek(offset: 0, from: .start)
        } catch {
            try? file.close()
            throw .notStarted("its input can't be written to \(folder): \(error)")
        }
        return file
    }

    private func result(of permit: ProgramPermit, input: FileDescriptor) async -> Result<[UInt8], ProgramProblem> {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [
            .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(100))
        ]
        do {
            let result = try await Subprocess.run(
                .path(FilePath(permit.program)), arguments: Arguments(permit.arguments),
                environment: .custom(Self.environment), workingDirectory: FilePath(permit.folder),
                platformOptions: options, input: .fileDescriptor(input, closeAfterSpawningProcess: true),
                output: .bytes(limit: bytes), error: .bytes(limit: Self.complaintBytes))
            guard result.terminationStatus.isSuccess else {
                let how = "\(result.terminationStatus)"
                return .failure(.ended(how: how, complaint: Self.lastWords(result.standardError)))
            }
            return .success(result.standardOutput)
        } catch let error as SubprocessError where error.code == .outputLimitExceeded {
            return .failure(.wroteTooMuch(megabytes: bytes >> 20))
        } catch {
            return .failure(.notStarted("\(error)"))
        }
    }

    /// What a program gets to know of this process: where to find interpreters, and nothing that may be secret.
    private static var environment: [Environment.Key: String] {
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
        return ["PATH": path, "LANG": "C.UTF-8", "TZ": "UTC", "PYTHONDONTWRITEBYTECODE": "1"]
    }

    /// The last lines of what a program complained, on one line.
    private static func lastWords(_ bytes: [UInt8]) -> String {
        let lines = String(decoding: bytes.suffix(2000), as: UTF8.self).split { $0 == "\n" || $0 == "\r\n" }
        return lines.suffix(3).joined(separator: " ⏎ ")
    }
}
