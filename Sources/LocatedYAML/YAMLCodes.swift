public import Diagnostics

// What each code means stands in the file Codes.md of this target.
extension DiagnosticCode {
    /// Every code that reading YAML can raise.
    public static let yamlCodes = codes(of: "LocatedYAML")

    // Structure

    package static let yamlSyntax = DiagnosticCode("yaml-syntax")
    package static let tabIndentation = DiagnosticCode("tab-indentation")
    package static let duplicateKey = DiagnosticCode("duplicate-key")
    package static let emptyKey = DiagnosticCode("empty-key")
    package static let nonScalarKey = DiagnosticCode("non-scalar-key")
    package static let mergeKey = DiagnosticCode("merge-key")
    package static let explicitTag = DiagnosticCode("explicit-tag")
    package static let yamlDirective = DiagnosticCode("yaml-directive")
    package static let secondDocument = DiagnosticCode("second-document")

    // Anchors and aliases

    package static let undefinedAlias = DiagnosticCode("undefined-alias")
    package static let recursiveAlias = DiagnosticCode("recursive-alias")
    package static let duplicateAnchor = DiagnosticCode("duplicate-anchor")

    // Characters

    package static let invalidUTF8 = DiagnosticCode("invalid-utf8")
    package static let wrongEncoding = DiagnosticCode("wrong-encoding")
    package static let forbiddenCharacter = DiagnosticCode("forbidden-character")
    package static let unusualLineBreak = DiagnosticCode("unusual-line-break")
    package static let mergeConflict = DiagnosticCode("merge-conflict")
    package static let hiddenCharacter = DiagnosticCode("hidden-character")
    package static let commentInText = DiagnosticCode("comment-in-text")
    package static let longText = DiagnosticCode("long-text")

    // Limits

    package static let fileTooLarge = DiagnosticCode("file-too-large")
    package static let nestedTooDeep = DiagnosticCode("nested-too-deep")
    package static let tooManyNodes = DiagnosticCode("too-many-nodes")

    // Shape

    package static let missingKey = DiagnosticCode("missing-key")
    package static let unknownKey = DiagnosticCode("unknown-key")
    package static let wrongKind = DiagnosticCode("wrong-kind")
    package static let emptyValue = DiagnosticCode("empty-value")
    package static let emptyList = DiagnosticCode("empty-list")
    package static let listedTwice = DiagnosticCode("listed-twice")
    package static let lineBreakInText = DiagnosticCode("line-break-in-text")

    // Values

    /// A text that its type refuses.
    public static let invalidValue = DiagnosticCode("invalid-value")
    package static let invalidIdentifier = DiagnosticCode("invalid-identifier")
    package static let unknownWord = DiagnosticCode("unknown-word")
    package static let unknownLanguage = DiagnosticCode("unknown-language")
    package static let notABoolean = DiagnosticCode("not-a-boolean")
    package static let notAnInteger = DiagnosticCode("not-an-integer")
    package static let outOfRange = DiagnosticCode("out-of-range")
}
