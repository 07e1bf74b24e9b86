public import JSON

/// Gathers the records that a JSON Schema refers to.
public struct SchemaBuilder {
    private var names: [String] = []
    private var definitions: [String: JSONValue] = [:]

    /// The schema that points to a record, whose definition is added the first time.
    @usableFromInline
    mutating func reference(to name: String, _ summary: String, _ read: (inout RecordReader) -> Void) -> JSONValue {
        if !names.contains(name) {
            names.append(name)
            var reader = RecordReader(describing: name, with: self)
            read(&reader)
            let (fields, builder) = reader.description()
            self = builder
            definitions[name] = Self.object(fields, summary: summary)
        }
        return ["$ref": .string("#/$defs/\(name)")]
    }

    /// The whole document around `root`.
    func document(_ root: JSONValue, id: String?) -> JSONValue {
        var members: [JSONValue.Member] = [.init("$schema", "https://json-schema.org/draft/2020-12/schema")]
        if let id { members.append(.init("$id", .string(id))) }
        members += root.members
        if !names.isEmpty {
            members.append(.init("$defs", .object(names.map { .init($0, definitions[$0] ?? true) })))
        }
        return .object(members)
    }

    private static func object(_ fields: [FieldDescription], summary: String) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("description", .string(summary)),
            .init("type", "object"),
            .init("properties", .object(fields.map { .init($0.name, $0.schema) })),
        ]
        let required = fields.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { members.append(.init("required", .array(required))) }
        members.append(.init("patternProperties", YAMLType.schemaOfAcceptances))
        members.append(.init("additionalProperties", false))
        return .object(members)
    }
}

/// One field of a record, as its schema tells it.
struct FieldDescription {
    var name: String
    var summary: String
    var type: JSONValue
    var isRequired: Bool
    var defaultValue: JSONValue?

    /// The schema of the value, led by the field's own summary.
    var schema: JSONValue {
        var members = type.members
        var description = summary
        if let index = members.firstIndex(where: { $0.name == "description" }) {
            if case .string(let text) = members[index].value { description += "\n\n" + text }
            members.remove(at: index)
        }
        members.insert(.init("description", .string(description)), at: 0)
        if let defaultValue { members.append(.init("default", defaultValue)) }
        return .object(members)
    }
}

extension JSONValue {
    /// The members of an object; none for other values.
    var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }
}
