package import Diagnostics

extension Diagnostic {
    static func fileTooLarge(_ file: FileID, bytes: Int, limit: Int) -> Self {
        .error(
            .fileTooLarge, at: .wholeFile(file), "the file has \(bytes) bytes; the limit is \(limit)",
            help: "split it into several files")
    }

    /// Makes the error of a file in UTF-16 or UTF-32.
    package static func wrongEncoding(_ file: FileID, _ name: String) -> Self {
        .error(
            .wrongEncoding, at: .wholeFile(file), "the file is \(name); only UTF-8 is read", help: "save it as UTF-8")
    }

    static func invalidUTF8(_ range: SourceRange, byte: UInt8, count: Int) -> Self {
        .error(
            .invalidUTF8, at: range, "the byte 0x\(hex(UInt32(byte), 2)) is not UTF-8", notes: more(count, "byte"),
            help: "save the file as UTF-8")
    }

    static func forbiddenCharacter(_ range: SourceRange, _ scalar: UInt32, count: Int) -> Self {
        let name =
            switch scalar {
            case 0: "the NUL character (U+0000)"
            case 0xFEFF: "a byte-order mark (U+FEFF) inside the text"
            default: "the invisible character U+\(hex(scalar, 4))"
            }
        return .error(
            .forbiddenCharacter, at: range, "\(name) can't stand in YAML", notes: more(count, "character"),
            fixIts: count == 1 ? [FixIt("take it out", edits: [TextEdit(range: range, replacement: "")])] : [])
    }

    /// What a program for versions has left where two of them differ.
    package static func mergeConflict(at range: SourceRange) -> Self {
        .error(
            .mergeConflict, at: range, "two versions of the file were merged and left to be decided here",
            help: "keep what is right between <<<<<<< and >>>>>>>, and take out these lines and the one with =======")
    }

    /// A character that can't be seen stands in a text: an error where it is a control, which no page may hold.
    package static func hiddenCharacter(_ scalar: Unicode.Scalar, at range: SourceRange, fix: FixIt? = nil) -> Self {
        let isControl = scalar.properties.generalCategory == .control
        let message = "the text holds the character U+\(hex(scalar.value, 4)), which can't be seen"
        let fixes = fix.map { [$0] } ?? []
        return isControl
            ? .error(.hiddenCharacter, at: range, message, fixIts: fixes)
            : .warning(.hiddenCharacter, at: range, message, fixIts: fixes)
    }

    static func unusualLineBreak(_ range: SourceRange, _ scalar: UInt32, all: [SourceRange], count: Int) -> Self {
        .error(
            .unusualLineBreak, at: range, "the line break U+\(hex(scalar, 4)) is not shown as one by every editor",
            notes: more(count, "line break"),
            fixIts: [FixIt("replace with a space", edits: all.map { TextEdit(range: $0, replacement: " ") })])
    }

    private static func more(_ count: Int, _ what: String) -> [DiagnosticNote] {
        switch count {
        case ...1: []
        case 2: [DiagnosticNote("1 more such \(what) follows")]
        default: [DiagnosticNote("\(count - 1) more such \(what)s follow")]
        }
    }

    private static func hex(_ value: UInt32, _ width: Int) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Diagnostic {
    static func duplicateKey(_ range: SourceRange, _ key: String, first: SourceRange) -> Self {
        .error(
            .duplicateKey, at: range, "the key '\(key)' stands twice in this mapping",
            notes: [DiagnosticNote("it stands here first", at: first)])
    }

    static func emptyKey(_ range: SourceRange) -> Self {
        .error(.emptyKey, at: range, "a key must not be empty")
    }

    static func nonScalarKey(_ range: SourceRange, _ what: String) -> Self {
        .error(
            .nonScalarKey, at: range, "a key must be a text, not \(what)",
            help: "quote a text that begins with '[', '{' or '*'")
    }

    static func mergeKey(_ range: SourceRange) -> Self {
        .error(.mergeKey, at: range, "merge keys ('<<') are not read", help: "write the merged keys out")
    }

    static func explicitTag(_ range: SourceRange, content: SourcePosition) -> Self {
        let end = content.line == range.start.line ? content : range.end
        let whole = SourceRange(file: range.file, start: range.start, end: end)
        return .error(
            .explicitTag, at: range, "tags ('!' before a value) are not read",
            fixIts: [FixIt("take the tag out", edits: [TextEdit(range: whole, replacement: "")])],
            help: "types come from the schema; quote a text that begins with '!'")
    }

    static func directive(_ range: SourceRange) -> Self {
        .error(
            .yamlDirective, at: range, "directives ('%' at the start of a line) are not read",
            fixIts: [FixIt("take the line out", edits: [TextEdit(range: range, replacement: "")])])
    }

    static func secondDocument(_ range: SourceRange) -> Self {
        .error(
            .secondDocument, at: range, "a second document begins here; a file holds one",
            help: "move what follows to a file of its own")
    }

    static func undefinedAlias(_ range: SourceRange, _ name: String, known: [String]) -> Self {
        let near = name.nearest(in: known)
        return .error(
            .undefinedAlias, at: range,
            "no anchor '&\(name)' stands before this alias" + (near.map { "; did you mean '*\($0)'?" } ?? ""),
            fixIts: near.map { [.replace(range, with: "*\($0)")] } ?? [],
            help: near == nil ? "quote a text that begins with '*'" : nil)
    }

    static func recursiveAlias(_ range: SourceRange, _ name: String, anchor: SourceRange) -> Self {
        .error(
            .recursiveAlias, at: range, "the alias '*\(name)' stands inside its own anchor",
            notes: [DiagnosticNote("the anchor begins here", at: anchor)])
    }

    static func duplicateAnchor(_ range: SourceRange, _ name: String, first: SourceRange) -> Self {
        .error(
            .duplicateAnchor, at: range, "the anchor '&\(name)' is declared twice",
            notes: [DiagnosticNote("it is declared here first", at: first)])
    }

    static func tooDeep(_ range: SourceRange, limit: Int) -> Self {
        .error(.nestedTooDeep, at: range, "lists and mappings are nested more than \(limit) levels deep")
    }

    static func tooManyNodes(_ range: SourceRange, limit: Int) -> Self {
        .error(
            .tooManyNodes, at: range, "the file has more than \(limit) nodes, aliases written out",
            help: "split it into several files, or use fewer aliases")
    }
}
