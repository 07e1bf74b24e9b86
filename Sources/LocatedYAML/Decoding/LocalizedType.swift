import JSON

extension YAMLType<[YAMLEntry<String>]> {
    /// A text in several languages: a mapping of language codes to texts, in the order written, at least one.
    ///
    /// - Parameters:
    ///   - languages: the codes that editors offer.
    ///   - others: whether any other two- or three-letter code may stand too.
    ///   - text: what each text may be.
    public static func localizedText(
        languages: [String] = ["en", "es", "pt", "fr"], others: Bool = false, text: YAMLType<String> = .prose
    ) -> Self {
        let keys = YAMLType<String>(
            read: { node, context in
                let code = node.text
                if languages.contains(code) || (others && code.isLanguageCode) { return code }
                context.report(.unknownLanguage(node, code, known: languages, others: others))
                return nil
            },
            describe: { _ in [:] })
        return Self(
            read: { node, context in
                guard node.kind == .mapping else {
                    context.report(.notLocalized(node, subject: context.subjectName, language: languages.first ?? "en"))
                    return nil
                }
                if node.count == 0 {
                    context.report(.emptyList(node.range, subject: context.subjectName, "language"))
                    return nil
                }
                let entries = entries(of: node, keys: keys, as: text, in: &context)
                return entries.isEmpty ? nil : entries
            },
            describe: { builder in
                let one = text.describe(&builder)
                var schema: [JSONValue.Member] = [
                    .init("type", "object"),
                    .init("properties", .object(languages.map { .init($0, one) })),
                ]
                if others { schema.append(.init("patternProperties", .object([.init("^[a-z]{2,3}$", one)]))) }
                schema.append(.init("additionalProperties", false))
                schema.append(.init("minProperties", 1))
                return .object(schema)
            })
    }
}

extension String {
    /// Whether it is two or three small letters.
    var isLanguageCode: Bool {
        (2...3).contains(utf8.count) && utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
}
