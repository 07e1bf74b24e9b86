public import Diagnostics
public import JSON
public import SystemIO

/// A type that is written as a mapping with fixed keys.
///
/// ``read(_:)`` is the one declaration: run over a node it decodes, run without one it describes the keys for the JSON
/// Schema. So that both see the same keys, it asks for *all* of them, without condition, before it first returns.
public protocol YAMLRecord: Sendable {
    /// The name in messages and in the schema, in kebab case, as `commitment`; unique among all records of a schema.
    static var schemaName: String { get }
    /// What it is, in one sentence, for hover texts.
    static var schemaSummary: String { get }
    /// Reads all keys, then makes the value, or returns nil when a required one is missing.
    static func read(_ record: inout RecordReader) -> Self?
}

extension YAMLRecord {
    /// Decodes a whole document; nil when there is no value, and everything that is wrong in `diagnostics`.
    public static func decode(_ document: YAMLDocument, into diagnostics: inout [Diagnostic]) -> Self? {
        YAMLType.record(Self.self).decode(document.root, into: &diagnostics)
    }

    /// Parses and decodes the bytes of a file.
    public static func decode(
        _ bytes: FileBytes, file: FileID, limits: YAMLLimits = .default, into diagnostics: inout [Diagnostic]
    ) -> Self? {
        let (document, problems) = YAMLDocument.parse(bytes, file: file, limits: limits)
        diagnostics += problems
        return document.flatMap { decode($0, into: &diagnostics) }
    }

    /// The JSON Schema (draft 2020-12) of files that hold one such record.
    public static func jsonSchema(id: String? = nil) -> JSONValue {
        YAMLType.record(Self.self).jsonSchema(id: id)
    }
}

extension YAMLType where Value: YAMLRecord {
    /// A record.
    @inlinable
    public static func record(_ type: Value.Type) -> Self {
        record(Value.schemaName, Value.schemaSummary, Value.read)
    }
}

extension YAMLType {
    /// A mapping with fixed keys whose value is any type; what is said of ``YAMLRecord`` holds here too.
    @inlinable
    public static func record(
        _ name: String, _ summary: String, _ read: @escaping @Sendable (inout RecordReader) -> Value?
    ) -> Self {
        Self(
            read: { node, context in RecordReader.decode(node, as: name, in: &context, read) },
            describe: { builder in builder.reference(to: name, summary) { _ = read(&$0) } })
    }
}
