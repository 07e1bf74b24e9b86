import Dashboard
import Diagnostics
import FollowUpModel

/// The interface as an OpenAPI 3.1 document, made of the resources and the shapes of their rows.
struct OpenAPI {
    let picture: Picture
    private let texts = InterfaceTexts.english

    init(_ picture: Picture) { self.picture = picture }

    var document: JSONValue {
        [
            "openapi": "3.1.0",
            "info": [
                "title": "followup", "version": "1.0.0", "description": .string(texts.description),
            ],
            "servers": [["url": "/"]],
            "paths": .object(API.resources.map { .init($0.template, path($0)) }),
            "components": [
                "schemas": .object(
                    API.resources.map { .init($0.id, schema($0.shape)) } + [.init("problem", problem)]),
                "responses": ["problem": response(texts.problem, [("application/problem+json", reference("problem"))])],
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
        let names = resource.path.compactMap { if case .name(let parameter) = $0 { parameter } else { nil } }
        let problem: JSONValue = ["$ref": "#/components/responses/problem"]
        var responses: [JSONValue.Member] = [
            .init("200", response(texts[keyPath: resource.text], contents)),
            .init("304", ["description": .string(texts.notModified)]), .init("400", problem),
        ]
        if !names.isEmpty { responses.append(.init("404", problem)) }
        responses += ["405", "406", "413", "414", "429", "431", "503"].map { .init($0, problem) }
        return [
            "get": [
                "operationId": .string(resource.id), "summary": .string(texts[keyPath: resource.text]),
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
            "description": .string(texts[keyPath: parameter.text]), "schema": schema(parameter.takes),
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

    /// The schema of what a view type holds.
    private func schema(_ shape: Shape, isOptional: Bool = false) -> JSONValue {
        func type(_ name: String) -> JSONValue {
            isOptional ? ["type": [.string(name), "null"]] : ["type": .string(name)]
        }
        switch shape {
        case .text: return type("string")
        case .integer: return type("integer")
        case .number: return type("number")
        case .bool: return type("boolean")
        case .list(let element): return ["type": "array", "items": schema(element)]
        case .object(let members):
            let object: JSONValue = [
                "type": "object",
                "properties": .object(members.map { .init($0.name, schema($0.shape, isOptional: $0.isOptional)) }),
                "required": .array(members.map { .string($0.name) }), "additionalProperties": false,
            ]
            return isOptional ? ["anyOf": [object, ["type": "null"]]] : object
        }
    }

    private func object(_ members: [(name: String, schema: JSONValue)]) -> JSONValue {
        [
            "type": "object", "properties": .object(members.map { .init($0.name, $0.schema) }),
            "required": .array(members.map { .string($0.name) }), "additionalProperties": false,
        ]
    }

    private var link: JSONValue { ["type": "string", "format": "uri-reference"] }
    private var optionalLink: JSONValue { ["type": ["string", "null"], "format": "uri-reference"] }

    private func envelope(of resource: Resource) -> JSONValue {
        object([
            ("asOf", ["type": "string"]), ("links", object([("self", link), ("root", link)])),
            ("data", reference(resource.id)),
        ])
    }

    private func page(of resource: Resource) -> JSONValue {
        let links = object([
            ("self", link), ("first", link), ("prev", optionalLink), ("next", optionalLink), ("last", link),
            ("root", link),
        ])
        let count: JSONValue = ["type": "integer", "minimum": 0]
        return object([
            ("asOf", ["type": "string"]), ("total", count), ("limit", count), ("offset", count), ("links", links),
            ("data", ["type": "array", "items": reference(resource.id)]),
        ])
    }

    private var problem: JSONValue {
        object([
            ("type", link), ("title", ["type": "string"]), ("status", ["type": "integer"]),
            ("detail", ["type": "string"]), ("code", ["type": "string"]),
        ])
    }
}
