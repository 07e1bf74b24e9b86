public import Diagnostics
public import JSON

/// How one kind of value is read from a node, and how it is described to editors: both from one declaration.
///
/// Types are values. The usual ones are static members (``text``, ``identifier``, `integer`, `list(of:)`, …); other
/// targets add their own with `custom(name:…)` or from the initializer.
public struct YAMLType<Value>: Sendable {
    /// Reads a node; reports what is wrong into the context and returns nil when there is no value.
    @usableFromInline let read: @Sendable (YAMLNode, inout DecodingContext) -> Value?
    /// Describes the accepted values as a JSON Schema.
    @usableFromInline let describe: @Sendable (inout SchemaBuilder) -> JSONValue
    /// The value as JSON, for defaults in the schema.
    @usableFromInline let json: (@Sendable (Value) -> JSONValue)?

    /// Makes a type from its two halves.
    ///
    /// - Parameters:
    ///   - read: reads a node that isn't absent; whenever it returns nil it has reported why.
    ///   - describe: the JSON Schema of what `read` accepts, as an object.
    ///   - json: the value as JSON, for types whose defaults a schema shows.
    @inlinable
    public init(
        read: @escaping @Sendable (YAMLNode, inout DecodingContext) -> Value?,
        describe: @escaping @Sendable (inout SchemaBuilder) -> JSONValue,
        json: (@Sendable (Value) -> JSONValue)? = nil
    ) {
        self.read = read
        self.describe = describe
        self.json = json
    }

    /// Reads a node, absent ones reported as empty.
    @inlinable
    public func decode(_ node: YAMLNode, in context: inout DecodingContext) -> Value? {
        if node.isAbsent {
            context.report(.emptyValue(node.range, subject: context.subjectName))
            return nil
        }
        return read(node, &context)
    }

    /// Reads a node and adds what is wrong to `diagnostics`; once, though aliases repeat it.
    public func decode(_ node: YAMLNode, into diagnostics: inout [Diagnostic]) -> Value? {
        var context = DecodingContext()
        let value = decode(node, in: &context)
        var seen: Set<Diagnostic> = []
        diagnostics += context.diagnostics.filter { !node.document.hasAliases || seen.insert($0).inserted }
        return value
    }

    /// The JSON Schema of this type alone, with the records it needs in `$defs`.
    public func jsonSchema(id: String? = nil) -> JSONValue {
        var builder = SchemaBuilder()
        let own = describe(&builder)
        return builder.document(own, id: id)
    }
}

extension YAMLType {
    /// A type's value together with its place, as `.located(.identifier)`.
    @inlinable
    public static func located<Inner>(_ type: YAMLType<Inner>) -> Self where Value == Located<Inner> {
        let read = type.read
        return Self(
            read: { node, context in read(node, &context).map { Located($0, at: node.range) } }, describe: type.describe
        )
    }

    /// The same type, with a warning about values that can be read and can hardly be meant so.
    @inlinable
    public func warning(_ problem: @escaping @Sendable (Value, SourceRange) -> Diagnostic?) -> Self {
        let read = read
        return Self(
            read: { node, context in
                let value = read(node, &context)
                if let warning = value.flatMap({ problem($0, node.range) }) { context.report(warning) }
                return value
            }, describe: describe, json: json)
    }

    /// The same type, its value turned into another one, as `YAMLType.record(Period.self).map(\.days)`.
    @inlinable
    public func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> YAMLType<Other> {
        let read = read
        return YAMLType<Other>(read: { node, context in read(node, &context).map(transform) }, describe: describe)
    }
}
