import Diagnostics
import JSON

extension YAMLType<[YAMLEntry<String>]> {
    /// A text in several languages: a mapping of language codes to texts, in the order written, at least one.
    public static let localizedText = Self(
        read: { node, context in
            guard node.kind == .mapping else {
                context.report(.notLocalized(node, subject: context.subjectName))
                return nil
            }
            if node.count == 0 {
                context.report(.emptyList(node.range, subject: context.subjectName, "language"))
                return nil
            }
            let entries = entries(of: node, keys: .languageTag, as: .prose, in: &context)
            return entries.isEmpty ? nil : entries
        },
        describe: { builder in
            let one = YAMLType<String>.prose.describe(&builder)
            return [
                "type": "object", "properties": .object(offeredLanguages.map { .init($0, one) }),
                "patternProperties": .object([.init(YAMLType<String>.languagePattern, one)]),
                "additionalProperties": false, "minProperties": 1,
            ]
        })
}

extension YAMLType<String> {
    /// A language by its tag (BCP 47), such as `es` or `pt-BR`.
    public static let languageTag = Self(
        read: { node, context in
            // The text as it stands: `no` is Norwegian here.
            if node.text.isLanguageTag { return node.text }
            if scalar(node, in: &context, as: "a language") != nil { context.report(.unknownLanguage(node)) }
            return nil
        },
        describe: { _ in ["type": "string", "pattern": .string(languagePattern)] })

    fileprivate static let languagePattern = "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
}

/// The codes of languages that editors offer; others may stand too.
let offeredLanguages = ["en", "es", "pt", "fr"]
