public import Diagnostics

extension DiagnosticCode {
    static let yamlDecodingCodes: [DiagnosticCode] = [
        .missingKey, .unknownKey, .wrongKind, .emptyValue, .emptyList, .lineBreakInText, .invalidValue,
        .invalidIdentifier, .unknownWord, .unknownLanguage, .notABoolean, .notAnInteger, .notANumber, .outOfRange,
    ]
}

// MARK: - Shape

extension DiagnosticCode {
    /// A required key isn't there.
    public static let missingKey = DiagnosticCode(
        "missing-key", summary: "A key that must be there is missing.",
        explanation: """
            Some keys say what a record is, and nothing can be done without them, such as the 'id' of a commitment.

            Add the key; the help line says what belongs there. The place shown is the record's first key. If the key \
            is there, check its spelling and that it has the same indentation as its neighbours.
            """)

    /// A key that the record doesn't have.
    public static let unknownKey = DiagnosticCode(
        "unknown-key", summary: "A record has no key of this name.",
        explanation: """
            A misspelt key would be passed over in silence, and what stands there would be lost. So every key must be \
            known:

                mebers: [ARG, BRA]

            Correct the spelling (the nearest known key is offered), or take the key out. The note lists all keys of \
            the record. Is the key right but its indentation wrong? Then it belongs to the record above or below.
            """)

    /// A list, a mapping or a single value where another of them must stand.
    public static let wrongKind = DiagnosticCode(
        "wrong-kind", summary: "A list, a mapping or a single value stands where another of them must.",
        explanation: """
            A value is one of three things: a single value (text, number, date), a list ([a, b], or lines with '-'), or \
            a mapping ({key: value}, or lines with 'key: value'). The schema says which one belongs to each key:

                languages: es

            must be a list, even of one:

                languages: [es]
            """)

    /// Nothing stands where a value must.
    public static let emptyValue = DiagnosticCode(
        "empty-value", summary: "A value is empty.",
        explanation: """
            Nothing, '~', 'null' or a text of spaces stands where a value must: in a required key, in a list, in a \
            mapping of free keys.

            Write the value. An optional key may be left empty and counts as not written then. If the very word 'null' \
            or '~' is meant, put it in quotes.
            """)

    /// A list or mapping without content.
    public static let emptyList = DiagnosticCode(
        "empty-list", summary: "A list or mapping has nothing in it.",
        explanation: """
            The list or mapping must hold at least one entry to mean something: a text in no language can't be shown. \
            Add an entry, or take the key out where it is optional.
            """)

    /// A line break in a text of one line.
    public static let lineBreakInText = DiagnosticCode(
        "line-break-in-text", summary: "A text that must be one line has several.",
        explanation: """
            The text is shown in tables and headings, where it must be one line. The sign '|' keeps the line breaks; \
            with '>' lines are joined:

                topic: >
                  Regular migration
                  and border workers
            """)
}

// MARK: - Values

extension DiagnosticCode {
    /// A text that its type refuses.
    public static let invalidValue = DiagnosticCode(
        "invalid-value", summary: "A text can't be read as the value it must be.",
        explanation: """
            The schema gives the key a type with rules of its own, and the text doesn't follow them. The message says \
            which rule; in an editor with YAML support the key's hover text shows how the value is written, with an \
            example.
            """)

    /// An id with signs that ids don't have.
    public static let invalidIdentifier = DiagnosticCode(
        "invalid-identifier", summary: "An id contains signs that ids don't have.",
        explanation: """
            Ids stand in file names, in addresses and in other files. So they have only the letters a to z without \
            accents, digits and a few signs, and no spaces: 'mercosur', '67.2', 'MER-03'.

            Choose such an id; what people are to read belongs in a title or a name.
            """)

    /// A word that isn't on the list.
    public static let unknownWord = DiagnosticCode(
        "unknown-word", summary: "A word is not one of those that may stand here.",
        explanation: """
            The key takes one of a few words, and programs act by them, so each must be exact:

                kind: treaty-organization

            is not 'treaty-organisation'. The note lists all words; the nearest one is offered as a fix.
            """)

    /// A language code that isn't known.
    public static let unknownLanguage = DiagnosticCode(
        "unknown-language", summary: "A text is given in a language code that is not known here.",
        explanation: """
            Texts in several languages are mappings of language codes to texts:

                name: {es: Conferencia, en: Conference}

            The codes are those of ISO 639-1 in small letters: en, es, pt, fr. 'sp' or 'ES' is not one of them.
            """)

    /// Neither `true` nor `false`.
    public static let notABoolean = DiagnosticCode(
        "not-a-boolean", summary: "A value is neither true nor false.",
        explanation: """
            A yes-or-no value is written true or false: in small letters, without quotes. Old YAML also took yes, no, \
            on and off, which turned Norway's code NO into false; so these are plain texts here and everywhere.
            """)

    /// Not a whole number.
    public static let notAnInteger = DiagnosticCode(
        "not-an-integer", summary: "A value is not a whole number.",
        explanation: """
            A whole number is written in digits, with '-' before it if negative: 30, -5. Not 30.0, 1.000, 1e3, 0x1E, \
            007 or "30".
            """)

    /// Not a number.
    public static let notANumber = DiagnosticCode(
        "not-a-number", summary: "A value is not a number.",
        explanation: """
            A number is written in digits, with a point before the fraction: 12, 0.75, -3.5. A comma makes a list or a \
            text in YAML, never a fraction; '.5', '1e3' and numbers in quotes are not read.
            """)

    /// A number outside its bounds.
    public static let outOfRange = DiagnosticCode(
        "out-of-range", summary: "A number is smaller or larger than it may be.",
        explanation: """
            The schema gives the number a least and a largest value, which the message tells: no month is 13, and no \
            share is over 100. Check for a missing point or a digit too many.
            """)
}
