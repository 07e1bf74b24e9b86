import Diagnostics
import JSON

extension RecordReader {
    /// The key under which every record may say which warnings about it are right as they stand, and why.
    static var acceptKey: StaticString { "accept" }

    /// Takes up what the record accepts; at the top of a file it speaks of the whole file.
    @usableFromInline
    mutating func takeAcceptances(in node: YAMLNode) {
        guard let written = find(Self.acceptKey, in: node), !written.isAbsent else { return }
        for entry in (decode(written, Self.acceptKey, .acceptances) ?? []).joined() {
            context.report(
                .acceptance(
                    of: entry.key.value, at: entry.key.range,
                    over: node.index == 0 ? .wholeFile(node.document.file) : node.range, because: entry.value))
        }
    }
}

extension YAMLType<[[YAMLEntry<String>]]> {
    /// Codes of warnings, each with the reason why it is accepted, as `[not-addressed: the annex names it]`.
    static let acceptances = oneOrMany(
        of: .byKind(
            scalar: YAMLType<[YAMLEntry<String>]>.custom(
                name: "a code with a reason", code: .wrongKind, pattern: ":", description: "A code and why.",
                examples: []
            ) { code in
                .failure(
                    InvalidText(
                        "'\(code)' is accepted without a reason", help: "write accept: [\(code): why it is right]"))
            },
            mapping: .dictionary(of: .prose, nonEmpty: true)))

    /// How a schema describes the key, beside those that each record has of its own.
    static let schemaOfAcceptances: JSONValue = [
        "^accept$": [
            "description": "Codes of warnings about it that are right as they stand, each with the reason.",
            "type": ["array", "object"], "items": ["type": "object", "additionalProperties": ["type": "string"]],
            "additionalProperties": ["type": "string"],
        ]
    ]
}
