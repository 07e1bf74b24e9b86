public import FollowUpModel

extension MessageCatalogue {
    /// A file for a translator of a language: every text of a template with what is said to translators.
    ///
    /// - Parameters:
    ///   - translated: an older file of the language, whose translations are kept; those of a wording that is another one
    ///     now are marked as fuzzy.
    ///   - pluralForms: the plural rule as the head gives it, where the older file has none.
    public func file(for language: Language, keeping translated: MessageCatalogue?, pluralForms: String) -> String {
        let old = translated?.byKey ?? [:]
        let rule = translated?.pluralHeader ?? pluralForms
        let formCount = PluralRule(rule)?.formCount ?? 2
        var out = """
            # Texts of the program in \(language).
            msgid ""
            msgstr ""
            "Language: \(language)\\n"
            "MIME-Version: 1.0\\n"
            "Content-Type: text/plain; charset=UTF-8\\n"
            "Content-Transfer-Encoding: 8bit\\n"
            "Plural-Forms: \(rule)\\n"

            """
        for entry in entries {
            let kept = old[entry.key]
            let count = entry.sourcePlural == nil ? 1 : formCount
            var forms = kept?.forms ?? []
            if forms.count != count { forms = Array(repeating: "", count: count) }
            let isStale = kept.map { $0.sourceForms != entry.sourceForms && $0.isTranslated } ?? false
            out += "\n"
            for comment in entry.comments { out += "#. \(comment)\n" }
            if isStale || kept?.isUnsure == true { out += "#, fuzzy\n" }
            out += "msgctxt \(entry.key.poQuoted)\nmsgid \(entry.source.poQuoted)\n"
            if let plural = entry.sourcePlural {
                out += "msgid_plural \(plural.poQuoted)\n"
                for (place, form) in forms.enumerated() { out += "msgstr[\(place)] \(form.poQuoted)\n" }
            } else {
                out += "msgstr \(forms[0].poQuoted)\n"
            }
        }
        return out
    }
}

extension String {
    /// The text in double quotes, as PO writes it.
    fileprivate var poQuoted: String {
        var out = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\": out += "\\\(scalar)"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            case "\r": out += "\\r"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
