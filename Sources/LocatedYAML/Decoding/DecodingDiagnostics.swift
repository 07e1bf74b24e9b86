public import Diagnostics

extension YAMLKind {
    /// The kind with its article, for messages.
    var phrase: String {
        switch self {
        case .scalar: "a single value"
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }
}

extension Diagnostic {
    static func missingKey(_ key: StaticString, of record: String, summary: String, at range: SourceRange) -> Self {
        // A summary that begins with an abbreviation, as "ISO …", keeps its capitals.
        let startsWithWord = summary.dropFirst().first.map { !$0.isUppercase } ?? true
        let start = startsWithWord ? summary.prefix(1).lowercased() : String(summary.prefix(1))
        return .error(
            .missingKey, at: range, "\(record) needs the key '\(key)'", help: "\(key): \(start + summary.dropFirst())")
    }

    static func unknownKey(_ key: YAMLNode, of record: String, known: [String], present: [String]) -> Self {
        let text = key.text
        return .unknown(
            .unknownKey, text, at: key.range, "\(record) has no key '\(text.excerpt)'",
            known: known.filter { !present.contains($0) },
            notes: [DiagnosticNote("its keys are \(known.joined(separator: ", "))")],
            fix: { .replace(key.range, with: $0.asYAML) })
    }

    @usableFromInline
    static func wrongKind(_ node: YAMLNode, expected: String, subject: String) -> Self {
        .error(.wrongKind, at: node.range, "\(subject) must be \(expected), not \(node.kind.phrase)")
    }

    @usableFromInline
    static func notAList(_ node: YAMLNode, subject: String) -> Self {
        var diagnostic = wrongKind(node, expected: "a list", subject: subject)
        if node.kind == .scalar, node.style != .literal, node.style != .folded {
            let (start, end) = (node.range.start, node.range.end)
            // Inside brackets a plain text can't hold every sign, so it is quoted where needed.
            let bracketed = FixIt(
                "put it in brackets",
                edits: node.isPlain && node.text.asYAML != node.text
                    ? [TextEdit(range: node.range, replacement: "[\(node.text.asYAML)]")]
                    : [
                        TextEdit(range: SourceRange(file: node.range.file, start: start, end: start), replacement: "["),
                        TextEdit(range: SourceRange(file: node.range.file, start: end, end: end), replacement: "]"),
                    ])
            diagnostic.fixIts = [bracketed]
        }
        return diagnostic
    }

    static func notLocalized(_ node: YAMLNode, subject: String) -> Self {
        var diagnostic = wrongKind(node, expected: "a mapping of languages to texts", subject: subject)
        diagnostic.help = "write it as {en: text}"
        return diagnostic
    }

    @usableFromInline
    static func emptyValue(_ range: SourceRange, subject: String) -> Self {
        .error(.emptyValue, at: range, "\(subject) must not be empty")
    }

    @usableFromInline
    static func emptyList(_ range: SourceRange, subject: String, _ what: String) -> Self {
        .error(.emptyList, at: range, "\(subject) needs at least one \(what)")
    }

    static func lineBreak(_ node: YAMLNode, subject: String) -> Self {
        .error(.lineBreakInText, at: node.range, "\(subject) must be a text of one line")
    }

    @usableFromInline
    static func refused(_ node: YAMLNode, _ reason: InvalidText, code: DiagnosticCode) -> Self {
        .error(
            code, at: node.range, reason.message,
            fixIts: reason.suggestions.map { .replace(node.range, with: $0.asYAML) }, help: reason.help)
    }

    static func invalidIdentifier(
        _ node: YAMLNode, _ text: String, rule: String, accepts: (UInt8, Bool) -> Bool
    ) -> Self {
        let near = String(decoding: text.utf8.map { $0 == 0x20 ? 0x2D : $0 }, as: UTF8.self)
        let fits = { (text: String) in
            !text.isEmpty && zip(text.utf8, 0...).allSatisfy { byte, offset in accepts(byte, offset == 0) }
        }
        let suggestion = [near, near.lowercased()].first(where: fits)
        return .error(
            .invalidIdentifier, at: node.range, "'\(text.excerpt)' is not an id; an id has only \(rule)",
            fixIts: suggestion.map { [.replace(node.range, with: $0)] } ?? [])
    }

    static func longIdentifier(_ node: YAMLNode, _ text: String) -> Self {
        .error(
            .invalidIdentifier, at: node.range,
            "'\(text.excerpt)' has \(text.count) characters; an id has at most \(YAMLLimits.idLength)")
    }

    @usableFromInline
    static func unknownWord(_ node: YAMLNode, _ text: String, known: [String], in subject: String) -> Self {
        .unknown(
            .unknownWord, text, at: node.range, "\(subject) can't be '\(text.excerpt)'", known: known,
            notes: [DiagnosticNote("it is one of \(known.joined(separator: ", "))")],
            fix: { .replace(node.range, with: $0.asYAML) })
    }

    static func unknownLanguage(_ node: YAMLNode) -> Self {
        let offered = offeredLanguages.joined(separator: ", ")
        return .unknown(
            .unknownLanguage, node.text, at: node.range, "'\(node.text.excerpt)' is not a language code here",
            known: offeredLanguages,
            notes: [
                DiagnosticNote("texts are written in \(offered), or another language by its tag, such as nl or pt-BR")
            ])
    }

    static func notABoolean(_ node: YAMLNode, _ text: String) -> Self {
        let meant: String? =
            switch text.lowercased() {
            case "true", "yes", "on", "y", "1": "true"
            case "false", "no", "off", "n", "0": "false"
            default: nil
            }
        return .error(
            .notABoolean, at: node.range,
            "'\(text.excerpt)' is neither true nor false" + (node.isPlain || meant == nil ? "" : " in quotes"),
            fixIts: meant.map { [.replace(node.range, with: $0)] } ?? [], help: "write true or false, without quotes")
    }

    static func notAnInteger(_ node: YAMLNode, _ text: String) -> Self {
        .error(
            .notAnInteger, at: node.range, "'\(text.excerpt)' is not a whole number",
            fixIts: text.isInteger ? [.replace(node.range, with: text)] : [],
            help: "write digits only, without quotes, signs of thousands or leading zeros")
    }

    static func outOfRange(_ node: YAMLNode, _ text: String, least: String?, most: String?) -> Self {
        let bounds =
            switch (least, most) {
            case (let least?, let most?): "it must be \(least) to \(most)"
            case (let least?, nil): "it must be at least \(least)"
            case (nil, let most?): "it must be at most \(most)"
            case (nil, nil): "no number of this size can be kept"
            }
        return .error(.outOfRange, at: node.range, "\(text.excerpt) is out of range; \(bounds)")
    }
}

extension String {
    /// The text for a message: its first line, at most 60 characters.
    var excerpt: String {
        let line = prefix { !$0.isNewline }
        return line.count == count && count <= 60 ? self : line.prefix(59) + "…"
    }

    /// The text as a YAML scalar that stands anywhere: plain where it can be, in single quotes otherwise.
    package var asYAML: String {
        let signs = "-?:,[]{}#&*!|>'\"%@`"
        let needsQuotes =
            isEmpty || self == "~" || self == "null" || first == " " || last == " "
            || unicodeScalars.first.map { signs.unicodeScalars.contains($0) } == true
            || unicodeScalars.contains { ",[]{}\n\t".unicodeScalars.contains($0) }
            || contains(": ") || contains(" #") || last == ":"
        return needsQuotes ? "'" + map { $0 == "'" ? "''" : String($0) }.joined() + "'" : self
    }
}
