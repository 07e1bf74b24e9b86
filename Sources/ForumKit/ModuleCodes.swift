public import Diagnostics

extension DiagnosticCode {
    /// A program that the person doesn't trust, or not any more.
    public static let moduleNotTrusted = DiagnosticCode(
        "module-not-trusted", summary: "the forum's program may not run until you trust it",
        explanation: """
            The forum is read by a program that lies in its folder. A workspace may come from anywhere, so no program of \
            it runs before you have said so: `followup trust <forum>` shows what would run and notes your trust in your \
            own settings. The note holds for the content of forum.yaml, of the program's file and of files that the \
            command names; whoever changes one byte of them makes you look again.

            Until then the forum contributes nothing to the picture. For automation, `--trust-external` lets all \
            programs of a workspace run this once.
            """)
    /// A program that can't be run at all.
    public static let moduleProgram = DiagnosticCode(
        "module-program", summary: "the forum's program can't be run",
        explanation: """
            `command` lists the program's file and its arguments: `command: [./read.py, --strict]`. The file lies in the \
            forum's folder (not reached by `..` or a symbolic link out of it), may be executed (`chmod +x read.py`), \
            and, if it is a script, begins with a line such as `#!/usr/bin/env python3` whose interpreter is installed.
            """)
    /// A program that ended badly.
    public static let moduleCrashed = DiagnosticCode(
        "module-crashed", summary: "the forum's program ended with an error or before it had answered",
        explanation: """
            The program ended with a status other than 0, by a signal, with a message of type `error`, or before it had \
            answered every request. What it wrote to standard error is quoted. None of its answers is used, since half a \
            forum would look like a whole one.
            """)
    /// A program that took too long.
    public static let moduleTimeout = DiagnosticCode(
        "module-timeout", summary: "the forum's program took too long and was stopped",
        explanation: """
            A program has 10 seconds for the whole forum, or as many as the option `seconds` says (at most 600). It was \
            stopped together with the programs it had started. Perhaps it waits for an answer to its own output: \
            standard input ends after the last request, and a program that has read to the end should end too.
            """)
    /// A program that wrote too much.
    public static let moduleFlood = DiagnosticCode(
        "module-flood", summary: "the forum's program wrote too much and was stopped",
        explanation: """
            A program may write 16 megabytes of answers for the whole forum, or as many as the option `megabytes` says \
            (at most 256), and 1 megabyte to standard error. Usually it repeats itself without end.
            """)
    /// A program of another protocol.
    public static let moduleProtocol = DiagnosticCode(
        "module-protocol", summary: "the forum's program doesn't speak followup-module/1",
        explanation: """
            The first line that a program writes is \
            `{"type": "hello", "protocol": "followup-module/1", "rules": […]}`. A program written for another version \
            of the exchange would be misunderstood. Get one that fits this version of followup, or change its first line \
            once you have checked it against the description in ExternalModules.md.
            """)
    /// A program that answers what can't be used.
    public static let moduleAnswer = DiagnosticCode(
        "module-answer", summary: "an answer of the forum's program can't be used",
        explanation: """
            Each request is answered by one line of JSON, in the order of the requests, with exactly one assessment for \
            each party that was asked about. Standing, level, kind of nothing, rule and report are words of this forum \
            and of this request: a level that the scale doesn't have, a rule that nobody declared or a party that was not \
            asked about is an error, and nothing of the program's reading is used. The message names the line of the \
            program's output, from 1.
            """)

    /// The codes of modules that run a program.
    public static let moduleCodes: [DiagnosticCode] = [
        moduleNotTrusted, moduleProgram, moduleCrashed, moduleTimeout, moduleFlood, moduleProtocol, moduleAnswer,
    ]
}
