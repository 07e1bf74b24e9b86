public import Diagnostics

extension DiagnosticCode {
    /// Every code that reading YAML can raise.
    public static let yamlCodes = codes(of: "LocatedYAML")

    // MARK: Structure

    /// The text isn't YAML.
    public static let yamlSyntax = DiagnosticCode("yaml-syntax")

    /// A tab where YAML wants spaces.
    public static let tabIndentation = DiagnosticCode("tab-indentation")

    /// A key stands twice in one mapping.
    public static let duplicateKey = DiagnosticCode("duplicate-key")

    /// A key without text.
    public static let emptyKey = DiagnosticCode("empty-key")

    /// A list, a mapping or an alias as a key.
    public static let nonScalarKey = DiagnosticCode("non-scalar-key")

    /// A merge key.
    public static let mergeKey = DiagnosticCode("merge-key")

    /// An explicit tag.
    public static let explicitTag = DiagnosticCode("explicit-tag")

    /// A directive line.
    public static let yamlDirective = DiagnosticCode("yaml-directive")

    /// More than one document in a file.
    public static let secondDocument = DiagnosticCode("second-document")

    // MARK: Anchors and aliases

    /// An alias without its anchor.
    public static let undefinedAlias = DiagnosticCode("undefined-alias")

    /// An alias inside its own anchor.
    public static let recursiveAlias = DiagnosticCode("recursive-alias")

    /// An anchor that is declared twice.
    public static let duplicateAnchor = DiagnosticCode("duplicate-anchor")

    // MARK: Characters

    /// Bytes that aren't UTF-8.
    public static let invalidUTF8 = DiagnosticCode("invalid-utf8")

    /// UTF-16 or UTF-32.
    public static let wrongEncoding = DiagnosticCode("wrong-encoding")

    /// A character that YAML forbids.
    public static let forbiddenCharacter = DiagnosticCode("forbidden-character")

    /// A line break that not every editor shows.
    public static let unusualLineBreak = DiagnosticCode("unusual-line-break")

    // MARK: Limits

    /// A file over the limit of bytes.
    public static let fileTooLarge = DiagnosticCode("file-too-large")

    /// Nesting over the limit.
    public static let nestedTooDeep = DiagnosticCode("nested-too-deep")

    /// Nodes over the limit.
    public static let tooManyNodes = DiagnosticCode("too-many-nodes")

    // MARK: Shape

    /// A required key isn't there.
    public static let missingKey = DiagnosticCode("missing-key")

    /// A key that the record doesn't have.
    public static let unknownKey = DiagnosticCode("unknown-key")

    /// A list, a mapping or a single value where another of them must stand.
    public static let wrongKind = DiagnosticCode("wrong-kind")

    /// Nothing stands where a value must.
    public static let emptyValue = DiagnosticCode("empty-value")

    /// A list or mapping without content.
    public static let emptyList = DiagnosticCode("empty-list")

    /// A line break in a text of one line.
    public static let lineBreakInText = DiagnosticCode("line-break-in-text")

    // MARK: Values

    /// A text that its type refuses.
    public static let invalidValue = DiagnosticCode("invalid-value")

    /// An id with signs that ids don't have.
    public static let invalidIdentifier = DiagnosticCode("invalid-identifier")

    /// A word that isn't on the list.
    public static let unknownWord = DiagnosticCode("unknown-word")

    /// A language code that isn't known.
    public static let unknownLanguage = DiagnosticCode("unknown-language")

    /// Neither `true` nor `false`.
    public static let notABoolean = DiagnosticCode("not-a-boolean")

    /// Not a whole number.
    public static let notAnInteger = DiagnosticCode("not-an-integer")

    /// Not a number.
    public static let notANumber = DiagnosticCode("not-a-number")

    /// A number outside its bounds.
    public static let outOfRange = DiagnosticCode("out-of-range")
}
