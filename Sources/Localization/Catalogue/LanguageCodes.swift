public import Diagnostics

// What each code means stands in the file Codes.md of this target.
extension DiagnosticCode {
    /// The codes that files of texts can raise.
    public static let languageCodes = codes(of: "Localization")

    package static let languageFile = DiagnosticCode("language-file")
    package static let missingText = DiagnosticCode("missing-text")
    package static let staleText = DiagnosticCode("stale-text")
    package static let textPlaceholders = DiagnosticCode("text-placeholders")
}
