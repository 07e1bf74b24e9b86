public import Diagnostics

extension DiagnosticCode {
    /// A file of texts that is not written as it should be.
    public static let languageFile = DiagnosticCode(
        "language-file", summary: "a file of texts is not written as it should be",
        explanation: """
            The files below `languages/` hold the program's texts in further languages, one file a language, in the format \
            PO of gettext. The file has the language's tag as its name, `nl.po`, and in its head; the head gives the \
            plural rule, and each text has as many forms as the rule says.

            Write a new file with `followup language new nl`, and edit it with a translator's tool such as Poedit.
            """)
    /// A text that a language lacks.
    public static let missingText = DiagnosticCode(
        "missing-text", summary: "a language lacks a text, which is shown in English",
        explanation: """
            The file of the language has no translation of this text, or one that is marked as fuzzy, so the English text \
            stands in its place on pages and terminals. Translate it; `followup language check` lists all that are missing.
            """)
    /// A text of which the English wording is another now.
    public static let staleText = DiagnosticCode(
        "stale-text", summary: "a translation is of a text that is gone or has changed",
        explanation: """
            Each translation stands beside the English wording that was translated. Where the program's wording is another \
            now, somebody should look at the translation; where the program has no such text, the entry can go. \
            `followup language new` writes the file with the present wordings and keeps what is translated.
            """)
    /// A translation with other placeholders than the English text.
    public static let textPlaceholders = DiagnosticCode(
        "text-placeholders", summary: "a translation has other placeholders than the English text",
        explanation: """
            Names in braces, as `{country}`, are filled in by the program. A translation must have the same names as the \
            English text, in any order; only `{count}` may be left out of the form for one.
            """)

    /// The codes that files of texts can raise.
    public static let languageCodes: [DiagnosticCode] = [languageFile, missingText, staleText, textPlaceholders]
}
