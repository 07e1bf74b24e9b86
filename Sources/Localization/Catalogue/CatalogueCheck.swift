public import Diagnostics

extension MessageCatalogue {
    /// What is wrong with a file of texts, by its lines: how it is written, and how it stands to the English texts.
    ///
    /// - Parameter isWhole: whether the file must hold every text; one that only says some texts otherwise need not.
    public func diagnostics(in file: FileID, against template: MessageCatalogue, isWhole: Bool) -> [Diagnostic] {
        var found = problems.map { Diagnostic.error(.languageFile, at: Self.range(file, $0.line), $0.message) }
        let (english, forms) = (template.byKey, pluralRule.formCount)
        for entry in entries {
            let place = Self.range(file, entry.line)
            guard let source = english[entry.key] else {
                let near = entry.key.nearest(in: template.entries.map(\.key))
                found.append(
                    .warning(
                        .staleText, at: place,
                        "the program has no text '\(entry.key)'"
                            + (near.map { "; did you mean '\($0)'?" } ?? "")))
                continue
            }
            guard entry.isTranslated else { continue }
            if entry.sourceForms != source.sourceForms {
                found.append(
                    .warning(
                        .staleText, at: place, "the English wording of '\(entry.key)' has changed since",
                        help: "it is now: \(source.source)"))
            }
            let wanted = source.sourcePlural == nil ? 1 : forms
            if entry.forms.count != wanted {
                found.append(
                    .error(
                        .languageFile, at: place,
                        "'\(entry.key)' has \(entry.forms.count) forms; it must have \(wanted)"))
            }
            found += Self.placeholders(of: entry, as: source, at: place)
        }
        if isWhole { found += missing(in: file, against: template) }
        return found.sorted { ($0.range?.start.line ?? 0) < ($1.range?.start.line ?? 0) }
    }

    /// The texts that are shown in English, each at its own entry or after that of the text before it.
    private func missing(in file: FileID, against template: MessageCatalogue) -> [Diagnostic] {
        let own = byKey
        var line = 1
        return template.entries.compactMap { source in
            let entry = own[source.key]
            line = entry?.line ?? line
            guard entry?.isTranslated != true else { return nil }
            return .warning(
                .missingText, at: Self.range(file, line),
                "the text '\(source.key)' is \(entry?.isUnsure == true ? "marked as fuzzy" : "missing") and is shown in "
                    + "English: \(source.source)")
        }
    }

    private static func placeholders(of entry: Entry, as source: Entry, at place: SourceRange) -> [Diagnostic] {
        let wanted = Set(source.sourceForms.flatMap(\.placeholders))
        return entry.forms.enumerated().flatMap { form, text in
            let given = Set(text.placeholders)
            let unknown = given.subtracting(wanted).map { "has {\($0)}, which nothing is put in for" }
            // A form for one number alone may say it in letters.
            let lost = wanted.subtracting(given).filter { entry.forms.count == 1 || $0 != "count" }
                .map { "lacks {\($0)}, which the English text has" }
            return (unknown + lost).sorted().map {
                Diagnostic.error(.textPlaceholders, at: place, "'\(entry.key)' \($0)")
            }
        }
    }

    private static func range(_ file: FileID, _ line: Int) -> SourceRange {
        let place = SourcePosition(line: line, column: 1)
        return SourceRange(file: file, start: place, end: place)
    }
}

extension String {
    /// The names in braces; code in braces, which a colon shows, is none.
    package var placeholders: [String] {
        var (names, rest) = ([String](), self[...])
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            if !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) {
                names.append(String(name))
            }
            rest = rest[rest.index(after: close)...]
        }
        return names
    }
}
