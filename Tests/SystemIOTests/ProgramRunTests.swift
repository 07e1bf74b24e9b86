import SystemIO
import Testing

/// Programs that are run to their end.
@Suite struct ProgramRunTests {
    private func run(
        _ script: String, input: String = "", time: Duration = .seconds(20), output: Int = 1 << 20
    ) throws(ProgramRun.Problem) -> String {
        let run = ProgramRun(
            "/bin/sh", arguments: ["-c", script], in: "/tmp", input: Array(input.utf8), time: time,
            limits: (output, 1 << 16))
        return String(decoding: try run.output(), as: UTF8.self)
    }

    @Test func readsItsInputInItsFolder() throws {
        #expect(try run("pwd; cat", input: "given\n") == "/tmp\ngiven\n")
    }

    @Test func knowsNothingOfThisProcess() throws {
        let names = try run("env").split(separator: "\n").compactMap { $0.split(separator: "=").first }
        #expect(
            Set(names).isSubset(of: [
                "PATH", "LANG", "TZ", "PYTHONDONTWRITEBYTECODE", "PYTHONSAFEPATH", "PYTHONPYCACHEPREFIX",
                "FOLLOWUP_RUN",
                "PWD", "SHLVL", "_", "OLDPWD",
            ]))
    }

    @Test func saysHowItEnded() {
        #expect(throws: ProgramRun.Problem.ended(how: "with status 3", complaint: "one ⏎ two")) {
            try run("echo one >&2; echo two >&2; exit 3")
        }
        #expect(throws: ProgramRun.Problem.ended(how: "by signal 9 (Killed)", complaint: "")) { try run("kill -9 $$") }
    }

    @Test func isStoppedAtItsLimits() {
        #expect(throws: ProgramRun.Problem.outOfTime) { try run("sleep 30", time: .milliseconds(200)) }
        #expect(throws: ProgramRun.Problem.overLimit(1000)) { try run("yes", output: 1000) }
        let unwanted = ProgramRun(
            "/bin/sh", arguments: ["-c", "sleep 30"], in: "/tmp", input: [], time: .seconds(20), limits: (1, 1))
        #expect(throws: ProgramRun.Problem.outOfTime) { try unwanted.output { true } }
    }

    @Test func aProgramThatIsNotThereCanNotBeStarted() {
        let missing = ProgramRun(
            "/no/such/program", arguments: [], in: "/tmp", input: [], time: .seconds(1), limits: (1, 1))
        #expect(throws: ProgramRun.Problem.notStarted("No such file or directory")) { try missing.output() }
    }
}

/// What the system tells of this process.
@Suite struct CurrentProcessTests {
    @Test func itHasMemoryAndVariables() throws {
        #expect(try #require(CurrentProcess.residentMemory) > 1 << 20)
        #expect(CurrentProcess.environment["PATH"] != nil)
    }

    @Test func theDateIsOneOfTheCalendar() {
        let date = SystemClock.localDate
        #expect(date.year >= 2024 && (1...12).contains(date.month) && (1...31).contains(date.day))
        #expect(abs(SystemClock.seconds - SystemClock.milliseconds / 1000) <= 1)
    }

    @Test func gzipIsAlwaysTheSame() throws {
        let content = Array(String(repeating: "packed ", count: 1000).utf8)
        let packed = try #require(Gzip.packed(content))
        #expect(packed.count < content.count / 10)
        #expect(packed.prefix(4) == [0x1F, 0x8B, 8, 0])
        #expect(Gzip.packed(content) == packed)
    }
}
