import Diagnostics
package import JSON

extension RecordDescription {
    /// The JSON Schema of a document of such a record; what is within it is referred to.
    package func jsonSchema(in layout: RecordLayout, reference: (String) -> String) -> JSONValue {
        [
            "type": "object", "description": .string(doc),
            "properties": .object(
                fields.map { field in
                    .init(field.name, field.jsonSchema(in: layout, reference: reference))
                }),
            "required": .array(fields.map { .string($0.name) }), "additionalProperties": false,
        ]
    }

    /// The same record with one more field.
    package func adding(_ field: FieldDescription, as name: String) -> RecordDescription {
        RecordDescription(name: name, doc: doc, fields: fields + [field])
    }
}

extension FieldDescription {
    fileprivate func jsonSchema(in layout: RecordLayout, reference: (String) -> String) -> JSONValue {
        let text = doc + (unit.map { " Unit: \($0)." } ?? "")
        let schema = type.jsonSchema(in: layout, reference: reference)
        guard case .object(var members) = schema else { return schema }
        if isOptional {
            guard let place = members.firstIndex(where: { $0.name == "type" }) else {
                return ["anyOf": [schema, ["type": "null"]], "description": .string(text)]
            }
            if case .array(let types) = members[place].value {
                members[place].value = .array(types + ["null"])
            } else {
                members[place].value = [members[place].value, "null"]
            }
            if let codes = members.firstIndex(where: { $0.name == "enum" }),
                case .array(let words) = members[codes].value
            {
                members[codes].value = .array(words + [.null])
            }
        }
        return .object(members + [.init("description", .string(text))])
    }
}

extension FieldType {
    fileprivate func jsonSchema(in layout: RecordLayout, reference: (String) -> String) -> JSONValue {
        switch self {
        case .text, .interval, .place: return ["type": "string"]
        case .date: return ["type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"]
        case .link: return ["type": "string", "format": "uri-reference"]
        case .integer: return ["type": "integer"]
        case .number: return ["type": "number"]
        case .boolean: return ["type": "boolean"]
        case .code(let list):
            return ["type": "string", "enum": .array(list.codes(in: layout).map(JSONValue.string))]
        case .wordings where layout.language != nil: return ["type": "string"]
        // All languages, or one that a reader asks for.
        case .wordings: return ["type": ["object", "string"], "additionalProperties": ["type": "string"]]
        case .ownFields: return ["type": "object", "additionalProperties": ["type": "string"]]
        case .counts(let list):
            let codes = list.codes(in: layout)
            return [
                "type": "object", "properties": .object(codes.map { .init($0, ["type": "integer"]) }),
                "required": .array(codes.map(JSONValue.string)), "additionalProperties": false,
            ]
        case .list(let element):
            return ["type": "array", "items": element.jsonSchema(in: layout, reference: reference)]
        case .record(let record): return ["$ref": .string(reference(record.name))]
        }
    }
}
