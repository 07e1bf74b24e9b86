public import Diagnostics

extension DiagnosticCode {
    /// The codes of modules that run a program.
    public static let moduleCodes = codes(of: "ForumKit")

    /// A program that the person doesn't trust, or not any more.
    public static let moduleNotTrusted = DiagnosticCode("module-not-trusted")

    /// A program that can't be run at all.
    public static let moduleProgram = DiagnosticCode("module-program")

    /// A program that ended badly.
    public static let moduleCrashed = DiagnosticCode("module-crashed")

    /// A program that took too long.
    public static let moduleTimeout = DiagnosticCode("module-timeout")

    /// A program that wrote too much.
    public static let moduleFlood = DiagnosticCode("module-flood")

    /// A program of another protocol.
    public static let moduleProtocol = DiagnosticCode("module-protocol")

    /// A program that answers what can't be used.
    public static let moduleAnswer = DiagnosticCode("module-answer")
}
