public import Diagnostics

// What each code means stands in the file Codes.md of this target.
extension DiagnosticCode {
    /// The codes of modules that run a program.
    public static let moduleCodes = codes(of: "ForumKit")

    package static let moduleNotTrusted = DiagnosticCode("module-not-trusted")
    package static let moduleProgram = DiagnosticCode("module-program")
    package static let moduleCrashed = DiagnosticCode("module-crashed")
    package static let moduleTimeout = DiagnosticCode("module-timeout")
    package static let moduleFlood = DiagnosticCode("module-flood")
    package static let moduleProtocol = DiagnosticCode("module-protocol")
    package static let moduleAnswer = DiagnosticCode("module-answer")
}
