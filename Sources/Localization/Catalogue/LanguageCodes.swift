public import Diagnostics

extension DiagnosticCode {
    /// The codes that files of texts can raise.
    public static let languageCodes = codes(of: "Localization")

    /// A file of texts that is not written as it should be.
    public static let languageFile = DiagnosticCode("language-file")

    /// A text that a language lacks.
    public static let missingText = DiagnosticCode("missing-text")

    /// A text of which the English wording is another now.
    public static let staleText = DiagnosticCode("stale-text")

    /// A translation with other placeholders than the English text.
    public static let textPlaceholders = DiagnosticCode("text-placeholders")
}
