import CProcess
import Glibc

/// A program that is run to its end, and how much it may use.
package struct ProgramRun: Sendable {
    /// Why there is no output.
    package enum Problem: Error, Hashable, Sendable {
        /// It could not be started, with the reason.
        case notStarted(String)
        /// It ended with this status, or by this signal, after having complained.
        case ended(how: String, complaint: String)
        /// It took longer than it may, or was not wanted any more.
        case outOfTime
        /// It wrote more bytes than this.
        case overLimit(Int)
    }

    /// The program's file.
    package var program: String
    /// What it is called with, without its own name.
    package var arguments: [String]
    /// The folder in which it runs.
    package var folder: String
    /// What it reads from its standard input.
    package var input: [UInt8]
    /// The time that it may take.
    package var time: Duration
    /// The bytes that it may write to standard output and to standard error.
    package var limits: (output: Int, complaints: Int)

    /// Describes a run.
    package init(
        _ program: String, arguments: [String], in folder: String, input: [UInt8], time: Duration,
        limits: (output: Int, complaints: Int)
    ) {
        self.program = program
        self.arguments = arguments
        self.folder = folder
        self.input = input
        self.time = time
        self.limits = limits
    }

    /// Runs the program to its end and returns what it wrote.
    ///
    /// The program has a process group of its own, which is killed when the program has ended or at a limit, and so are
    /// those of its children that have left the group, which are known by a mark in their environment.
    ///
    /// - Parameter isStopped: whether the output is not wanted any more; asked again and again.
    package func output(until isStopped: () -> Bool = { false }) throws(Problem) -> [UInt8] {
        let deadline = ContinuousClock.now.advanced(by: time)
        var process = try RunningProcess(self)
        let end = process.read(limits: [limits.output, limits.complaints], until: deadline, isStopped)
        let status = process.end()
        switch end {
        case .outOfTime: throw .outOfTime
        case .overLimit(let limit): throw .overLimit(limit)
        case .ended: break
        }
        guard status == 0 else {
            throw .ended(how: Self.words(of: status), complaint: Self.lastWords(process.streams[1].bytes))
        }
        return process.streams[0].bytes
    }

    /// How a process ended, from the number that the system gives.
    private static func words(of status: Int32) -> String {
        let signal = status & 0x7F
        return signal == 0
            ? "with status \(status >> 8 & 0xFF)" : "by signal \(signal) (\(String(cString: strsignal(signal))))"
    }

    /// The last lines of what a program complained, on one line.
    private static func lastWords(_ bytes: [UInt8]) -> String {
        let lines = String(decoding: bytes.suffix(2000), as: UTF8.self).split { $0 == "\n" || $0 == "\r\n" }
        return lines.suffix(3).joined(separator: " ⏎ ")
    }
}

/// A program that was started and has to be ended.
private struct RunningProcess {
    /// What comes from the program on one descriptor.
    struct Stream {
        var descriptor: Int32
        var bytes: [UInt8] = []
        var isOpen = true
    }

    /// Why reading stopped.
    enum End {
        case ended
        case outOfTime
        case overLimit(Int)
    }

    /// Standard output and standard error.
    private(set) var streams: [Stream]
    /// The number of the process, which is also that of its group; the system keeps it until ``end()``.
    private let id: pid_t
    /// What the program and its children have in their environment.
    private let mark: String

    init(_ run: ProgramRun) throws(ProgramRun.Problem) {
        let file = try Self.file(holding: run.input)
        defer { close(file) }
        var (output, complaints): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
        guard pipe2(&output, O_CLOEXEC) == 0 else { throw .notStarted(Self.reason(errno)) }
        guard pipe2(&complaints, O_CLOEXEC) == 0 else {
            let reason = Self.reason(errno)
            output.forEach { close($0) }
            throw .notStarted(reason)
        }
        defer {
            close(output[1])
            close(complaints[1])
        }
        mark = "FOLLOWUP_RUN=\(getpid())-\(UInt64.random(in: .min ... .max))"
        let (id, code) = Self.spawn(run, descriptors: [file, output[1], complaints[1]], mark: mark)
        guard code == 0 else {
            close(output[0])
            close(complaints[0])
            throw .notStarted(Self.reason(code))
        }
        self.id = id
        streams = [Stream(descriptor: output[0]), Stream(descriptor: complaints[0])]
        for stream in streams { _ = fcntl(stream.descriptor, F_SETFL, O_NONBLOCK) }
    }

    /// A file without a name that holds the input and is read from its start.
    ///
    /// A pipe would have to be fed while the program runs, and its end would kill this process if the program stopped
    /// reading.
    private static func file(holding input: [UInt8]) throws(ProgramRun.Problem) -> Int32 {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var path = Array("\(folder)/followup-XXXXXX".utf8CString)
        let file = mkostemp(&path, O_CLOEXEC)
        guard file >= 0 else { throw .notStarted("no file can be made in \(folder): \(reason(errno))") }
        unlink(path)
        var written = 0
        while written < input.count {
            let count = input.span.extracting(written...).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let reason = reason(errno)
                close(file)
                throw .notStarted("its input can't be written to \(folder): \(reason)")
            }
            written += count
        }
        lseek(file, 0, SEEK_SET)
        return file
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

    /// Starts the program with these descriptors as its standard input, output and error.
    private static func spawn(
        _ run: ProgramRun, descriptors: [Int32], mark: String
    ) -> (id: pid_t, code: Int32) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (standard, descriptor) in descriptors.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(standard))
        }
        posix_spawn_file_actions_addclosefrom_np(&actions, Int32(descriptors.count))
        posix_spawn_file_actions_addchdir_np(&actions, run.folder)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
        posix_spawnattr_setpgroup(&attributes, 0)
        // The program hears the signals that this process keeps for a thread of its own.
        var heard = sigset_t()
        sigemptyset(&heard)
        posix_spawnattr_setsigmask(&attributes, &heard)
        var arguments = ([run.program] + run.arguments).map { strdup($0) } + [nil]
        var environment = (Self.environment + [mark]).map { strdup($0) } + [nil]
        defer { for text in arguments + environment { free(text) } }
        var id: pid_t = 0
        // A program that is just being written can't be run for a moment.
        var code = ETXTBSY
        for attempt in 0..<5 where code == ETXTBSY {
            if attempt > 0 { usleep(20_000) }
            code = posix_spawn(&id, run.program, &actions, &attributes, &arguments, &environment)
        }
        return (id, code)
    }

    /// What a program gets to know of this process: where to find interpreters, and nothing that may be secret.
    private static var environment: [String] {
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
        // Python looks for modules beside a program, and takes what it has compiled there, unless it is told not to.
        return [
            "PATH=\(path)", "LANG=C.UTF-8", "TZ=UTC", "PYTHONDONTWRITEBYTECODE=1", "PYTHONSAFEPATH=1",
            "PYTHONPYCACHEPREFIX=/dev/null",
        ]
    }

    /// Reads all streams until the program has ended, its time is over, or one of them gives more than its limit.
    ///
    /// A process that the program leaves behind may keep the streams open; what it would still write is not waited for.
    mutating func read(limits: [Int], until deadline: ContinuousClock.Instant, _ isStopped: () -> Bool) -> End {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let hasEnded = hasEnded
            for place in streams.indices where !streams[place].take(into: &buffer, limit: limits[place]) {
                return .overLimit(limits[place])
            }
            if hasEnded { return .ended }
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero, !isStopped() else { return .outOfTime }
            wait(left)
        }
    }

    /// Waits until something can be read, for a while at most: the end of a program shows in no stream for sure.
    private func wait(_ left: Duration) {
        var polled = streams.filter(\.isOpen).map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        let longest = polled.isEmpty ? 1 : 20
        let milliseconds = left < .milliseconds(longest) ? 1 : Int32(longest)
        poll(&polled, nfds_t(polled.count), milliseconds)
    }

    /// Whether the program has ended; it stays known to the system, so that its number means nobody else.
    private var hasEnded: Bool {
        var state = siginfo_t()
        return waitid(P_PID, id_t(id), &state, WEXITED | WNOHANG | WNOWAIT) == 0 && state.si_signo == SIGCHLD
    }

    /// Kills children that have left the group, until none is found: one may just have started another.
    private func killStrays() {
        for _ in 0..<50 {
            let strays = ((try? FileSystem.real.names(in: "/proc")) ?? []).compactMap { pid_t($0) }.filter { process in
                guard process != id, let bytes = try? FileBytes(reading: "/proc/\(process)/environ") else {
                    return false
                }
                return bytes.array.split(separator: 0).contains { $0.elementsEqual(mark.utf8) }
            }
            if strays.isEmpty { return }
            for stray in strays { kill(stray, SIGKILL) }
        }
    }

    /// Kills what is left of the group, closes the streams, and says how the program ended.
    func end() -> Int32 {
        kill(-id, SIGKILL)
        killStrays()
        for stream in streams { close(stream.descriptor) }
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        return status
    }
}

extension RunningProcess.Stream {
    /// Takes everything that can be read now; false when it is more than the limit.
    fileprivate mutating func take(into buffer: inout [UInt8], limit: Int) -> Bool {
        while isOpen {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN { return true }
            guard count > 0 else {
                isOpen = false
                return true
            }
            bytes += buffer[..<count]
            guard bytes.count <= limit else { return false }
        }
        return true
    }
}
