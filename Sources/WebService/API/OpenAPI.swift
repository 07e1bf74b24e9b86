import Dashboard
import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization
import JSON
import Localization
import Records

/// The API as an OpenAPI 3.1 document, made of the resources and the descriptions of their records.
struct OpenAPI {
    let picture: PageData
    /// The texts that describe it.
    let texts: Texts

    var document: JSONValue {
        [
            "openapi": "3.1.0",
            "info": [
                "title": "followup", "version": "1.0.0", "description": .string(texts[.apiDescription]),
            ],
            "servers": [["url": "/"]],
            "paths": .object(API.resources.map { .init($0.template, path($0)) }),
            "components": [
                "schemas": .object(records.map(schema)),
                "responses": [
                    "problem": response(texts[.apiProblem], [("application/problem+json", reference("problem"))])
                ],
            ],
        ]
    }

    private func reference(_ name: String) -> JSONValue { ["$ref": .string("#/components/schemas/" + name)] }

    private func response(_ text: String, _ contents: [(type: String, schema: JSONValue)]) -> JSONValue {
        [
            "description": .string(text),
            "content": .object(contents.map { .init($0.type, ["schema": $0.schema]) }),
        ]
    }

    private func path(_ resource: Resource) -> JSONValue {
        var contents = [(API.json, resource.isList ? page(of: resource) : envelope(of: resource))]
        if resource.isList { contents.append((API.csv, ["type": "string"])) }
        let names = resource.names
        let problem: JSONValue = ["$ref": "#/components/responses/problem"]
        var responses: [JSONValue.Member] = [
            .init("200", response(texts[resource.text], contents)),
            .init("304", ["description": .string(texts[.apiNotModified])]), .init("400", problem),
        ]
        if !names.isEmpty { responses.append(.init("404", problem)) }
        responses += ["405", "406", "413", "414", "429", "431", "503"].map { .init($0, problem) }
        return [
            "get": [
                "operationId": .string(resource.id), "summary": .string(texts[resource.text]),
                "parameters": .array(
                    names.map { parameter($0, isInPath: true) }
                        + resource.allParameters.map { parameter($0, isInPath: false) }),
                "responses": .object(responses),
            ]
        ]
    }

    private func parameter(_ parameter: Parameter, isInPath: Bool) -> JSONValue {
        [
            "name": .string(parameter.name), "in": isInPath ? "path" : "query", "required": .bool(isInPath),
            "description": .string(texts[parameter.text]), "schema": schema(parameter.takes),
        ]
    }

    private func schema(_ takes: Parameter.Values) -> JSONValue {
        switch takes {
        case .text: ["type": "string", "maxLength": .integer(Parameter.longestText)]
        case .date:
            [
                "type": "string",
                // Each month by its length; a server also takes 29 February where there is one.
                "pattern": .string(
                    "^(19|20)[0-9][0-9](-((0[13578]|1[02])(-(0[1-9]|[12][0-9]|3[01]))?"
                        + "|(0[469]|11)(-(0[1-9]|[12][0-9]|30))?|02(-(0[1-9]|1[0-9]|2[0-8]))?))?$"),
            ]
        case .whole(let range):
            ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
        case .bool: ["type": "boolean"]
        case .words(let words): ["type": "string", "enum": .array(words.map(JSONValue.string))]
        case .names(let names): ["type": "string", "enum": .array(names(picture).map(JSONValue.string))]
        case .subregion:
            [
                "type": "string",
                "enum": .array(picture.subregions.flatMap { [.string($0.typedName), .string($0.id)] }),
            ]
        }
    }

    /// The records of all answers, and all that stand in one, each once.
    private var records: [RecordDescription] {
        var found: [RecordDescription] = []
        let others = [
            ItemEnvelope.schema.description, ListEnvelope.schema.description, ProblemRecord.schema.description,
        ]
        for record in (API.resources.map(\.description) + others).flatMap(\.allRecords)
        where !found.contains(where: { $0.name == record.name }) {
            found.append(record)
        }
        return found
    }

    private func schema(_ record: RecordDescription) -> JSONValue.Member {
        let envelopes = ["item-envelope", "list-envelope"]
        var schema = record.jsonSchema(in: layout) { "#/components/schemas/" + $0 }
        // An answer is an envelope with its data beside it.
        if envelopes.contains(record.name), case .object(let members) = schema {
            schema = .object(members.filter { $0.name != "additionalProperties" })
        }
        return .init(record.name, schema)
    }

    private var layout: RecordLayout { RecordLayout(of: picture.snapshot.workspace) }

    /// What stands around an answer, with the answer's data.
    private func answer(_ envelope: RecordDescription, _ data: JSONValue) -> JSONValue {
        [
            "allOf": [
                reference(envelope.name),
                ["type": "object", "properties": ["data": data], "required": ["data"]],
            ],
            "unevaluatedProperties": false,
        ]
    }

    private func envelope(of resource: Resource) -> JSONValue {
        answer(ItemEnvelope.schema.description, reference(resource.description.name))
    }

    private func page(of resource: Resource) -> JSONValue {
        answer(
            ListEnvelope.schema.description,
            ["type": "array", "items": reference(resource.description.name)])
    }
}
