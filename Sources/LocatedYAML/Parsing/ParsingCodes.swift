public import Diagnostics

extension DiagnosticCode {
    /// Every code that reading YAML can raise.
    public static let yamlCodes: [DiagnosticCode] = yamlParsingCodes + yamlDecodingCodes

    static let yamlParsingCodes: [DiagnosticCode] = [
        .yamlSyntax, .tabIndentation, .duplicateKey, .emptyKey, .nonScalarKey, .mergeKey, .explicitTag, .yamlDirective,
        .secondDocument, .undefinedAlias, .recursiveAlias, .duplicateAnchor, .invalidUTF8, .wrongEncoding,
        .forbiddenCharacter, .unusualLineBreak, .fileTooLarge, .nestedTooDeep, .tooManyNodes,
    ]
}

// MARK: - Structure

extension DiagnosticCode {
    /// The text isn't YAML.
    public static let yamlSyntax = DiagnosticCode(
        "yaml-syntax", summary: "The text is not YAML.",
        explanation: """
            The structure of the file can't be told from this place on, so nothing of the file is used.

            Most often a text contains a colon followed by a space, or begins with a sign that YAML keeps for itself:

                title: Decision 545: migrant workers

            Put such a text in quotes:

                title: 'Decision 545: migrant workers'

            Other usual reasons: a quote or bracket that is never closed (the note shows where it was opened), and a \
            line indented more or less than its neighbours.
            """)

    /// A tab where YAML wants spaces.
    public static let tabIndentation = DiagnosticCode(
        "tab-indentation", summary: "A tab stands where YAML wants spaces.",
        explanation: """
            YAML tells by the indentation what belongs to what. A tab is as wide as each editor likes, so YAML forbids \
            it there and after the '-' of a list.

            Replace the tab with spaces, as many as in the lines around it, and set your editor to insert spaces in \
            YAML files. Inside a text and after the ':' of a key a tab may stand.
            """)

    /// A key stands twice in one mapping.
    public static let duplicateKey = DiagnosticCode(
        "duplicate-key", summary: "A key stands twice in the same mapping.",
        explanation: """
            A key names one value. When it stands twice, nobody can say which of the two is meant, and one would be \
            lost in silence:

                forum: celac
                languages: [es]
                languages: [en, es]

            Take one of them out; the note shows the first. Often an entry was copied and its key not changed. Keys \
            are compared letter by letter: 'Id' and 'id' are two keys.

            The first value is used for the other checks of the same run.
            """)

    /// A key without text.
    public static let emptyKey = DiagnosticCode(
        "empty-key", summary: "A key has no text.",
        explanation: """
            A colon stands without a key before it, or the key is "". Write the key, or take the line out. If the colon \
            belongs to a text, put the whole text in quotes.
            """)

    /// A list, a mapping or an alias as a key.
    public static let nonScalarKey = DiagnosticCode(
        "non-scalar-key", summary: "A key is a list, a mapping or an alias.",
        explanation: """
            YAML allows whole lists and mappings as keys; here a key is always a text. Usually a bracket was meant as \
            part of the text:

                [draft]: limited

            Put it in quotes:

                '[draft]': limited
            """)

    /// A merge key.
    public static let mergeKey = DiagnosticCode(
        "merge-key", summary: "A merge key ('<<') is used.",
        explanation: """
            '<<' would copy the keys of another mapping into this one. It belongs to an old version of YAML, programs \
            differ in how they read it, and an overwritten key can't be seen where it stands. It is not read here.

            Write the keys out. To repeat a whole value, an anchor and an alias may be used:

                sources: &act [https://example.org/act]
                links: *act
            """)

    /// An explicit tag.
    public static let explicitTag = DiagnosticCode(
        "explicit-tag", summary: "A value carries a tag such as !!int.",
        explanation: """
            A tag tells a YAML program which type a value has. Here the type of every value comes from the schema of \
            its key, so a tag could only contradict it:

                days-after-notice: !!str 30

            Take the tag out. If the '!' belongs to the text, put the text in quotes.
            """)

    /// A directive line.
    public static let yamlDirective = DiagnosticCode(
        "yaml-directive", summary: "The file begins with a directive such as %YAML.",
        explanation: """
            '%YAML 1.1' or '%TAG' before the content would change how the rest is read. Files are read in one way \
            here, whatever they say of themselves.

            Take the line out. If a text begins with '%', put it in quotes.
            """)

    /// More than one document in a file.
    public static let secondDocument = DiagnosticCode(
        "second-document", summary: "The file holds more than one YAML document.",
        explanation: """
            A line '---' in the middle of a file begins a second document. A file holds one document here: what \
            follows would otherwise be lost in silence.

            Move it to a file of its own, or take the '---' out. One '---' at the very start may stand.
            """)
}

// MARK: - Anchors and aliases

extension DiagnosticCode {
    /// An alias without its anchor.
    public static let undefinedAlias = DiagnosticCode(
        "undefined-alias", summary: "An alias names an anchor that doesn't stand before it.",
        explanation: """
            '*name' repeats the value that carries '&name' further up in the same file. No such anchor stands above.

            Check the spelling, or move the anchor up. If the '*' belongs to the text, as in a footnote mark, put the \
            text in quotes: '*provisional'.
            """)

    /// An alias inside its own anchor.
    public static let recursiveAlias = DiagnosticCode(
        "recursive-alias", summary: "An alias stands inside the value that it would repeat.",
        explanation: """
            The value would contain itself without end:

                members: &all [ARG, *all]

            An alias repeats a value that is complete above it. Write out what is meant, or move the anchor to the part \
            that is to be repeated.
            """)

    /// An anchor that is declared twice.
    public static let duplicateAnchor = DiagnosticCode(
        "duplicate-anchor", summary: "An anchor is declared twice.",
        explanation: """
            YAML lets a second '&name' replace the first one from there on, so that the same '*name' means different \
            things in different places. That is too easy to overlook.

            Give one of the two another name.
            """)
}

// MARK: - Characters

extension DiagnosticCode {
    /// Bytes that aren't UTF-8.
    public static let invalidUTF8 = DiagnosticCode(
        "invalid-utf8", summary: "The file contains bytes that are not UTF-8.",
        explanation: """
            Files are read as UTF-8, the encoding that every editor knows. This one was likely saved in an older one, \
            such as Windows-1252 (in Excel and Notepad: ANSI), where 'é' is the byte 0xE9.

            Open it in the program it comes from and save it as UTF-8. The place shown is the first such byte.
            """)

    /// UTF-16 or UTF-32.
    public static let wrongEncoding = DiagnosticCode(
        "wrong-encoding", summary: "The file is UTF-16 or UTF-32.",
        explanation: """
            The first bytes say that each character takes two or four bytes (some Windows programs call this \
            "Unicode"). Files are read as UTF-8.

            Save the file as UTF-8; with or without byte-order mark.
            """)

    /// A character that YAML forbids.
    public static let forbiddenCharacter = DiagnosticCode(
        "forbidden-character", summary: "An invisible character stands in the file that YAML forbids.",
        explanation: """
            Control characters (NUL, backspace, escape …) and a byte-order mark inside the text can't be seen, are \
            lost when texts are copied, and are forbidden by YAML. They usually come from a copy out of a PDF or from \
            a damaged file.

            Take them out. In double quotes any character can be written as an escape: "\\u0007".
            """)

    /// A line break that not every editor shows.
    public static let unusualLineBreak = DiagnosticCode(
        "unusual-line-break", summary: "A line ends with a sign that not every editor shows as a line break.",
        explanation: """
            YAML 1.1 ends a line at U+0085, U+2028, U+2029 and at a carriage return alone (U+000D), while editors and \
            YAML 1.2 mostly don't. The same file would have other lines for you than for the program, and line numbers \
            would be wrong.

            They come from word processors and web pages. Replace them with a space or a usual line break (LF, or CR LF \
            as on Windows).
            """)
}

// MARK: - Limits

extension DiagnosticCode {
    /// A file over the limit of bytes.
    public static let fileTooLarge = DiagnosticCode(
        "file-too-large", summary: "The file is larger than the limit.",
        explanation: """
            A YAML file may have 64 MiB. This protects the program from files that were never meant for it: the \
            largest forums need less than one.

            Check that it is the right file, or split it.
            """)

    /// Nesting over the limit.
    public static let nestedTooDeep = DiagnosticCode(
        "nested-too-deep", summary: "Lists and mappings are nested deeper than the limit.",
        explanation: """
            Lists and mappings may stand 64 levels deep in each other, with aliases followed. No file of a workspace \
            needs more than ten: deeper ones are damaged, or made to break programs.

            Look for brackets that are opened again and again.
            """)

    /// Nodes over the limit.
    public static let tooManyNodes = DiagnosticCode(
        "too-many-nodes", summary: "The file has more nodes than the limit.",
        explanation: """
            Each key, value, list and mapping is a node; an alias counts as all that it stands for. A file may have 5 \
            million. A small file can pass the limit when aliases repeat lists of aliases: each level multiplies, and \
            ten levels of ten make ten thousand million (the "billion laughs" attack). They are counted, never written \
            out.

            Use fewer aliases, or split the file.
            """)
}
