import JSON

extension YAMLType<[YAMLEntry<String>]> {
    /// A text in several languages: a mapping of language codes to texts, in the order written, at least one.
    public static let localizedText: Self = {
        let keys = YAMLType<String>(
            read: { node, context in
                if node.text.isLanguageCode { return node.text }
                context.report(.unknownLanguage(node))
                return nil
            },
            describe: { _ in [:] })
        return Self(
            read: { node, context in
                guard node.kind == .mapping else {
                    context.report(.notLocalized(node, subject: context.subjectName))
                    return nil
                }
                if node.count == 0 {
                    context.report(.emptyList(node.range, subject: context.subjectName, "language"))
                    return nil
                }
                let entries = entries(of: node, keys: keys, as: .prose, in: &context)
                return entries.isEmpty ? nil : entries
            },
            describe: { builder in
                let one = YAMLType<String>.prose.describe(&builder)
                return [
                    "type": "object", "properties": .object(offeredLanguages.map { .init($0, one) }),
                    "patternProperties": ["^[a-z]{2,3}$": one], "additionalProperties": false, "minProperties": 1,
                ]
            })
    }()
}

/// The codes of languages that editors offer; others may stand too.
let offeredLanguages = ["en", "es", "pt", "fr"]

extension String {
    /// Whether it is two or three small letters.
    var isLanguageCode: Bool {
        (2...3).contains(utf8.count) && utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
}
