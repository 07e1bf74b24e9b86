import FollowUpModel
public import ForumKit
public import JSON
import LocatedYAML

/// The kinds of YAML files that a workspace has, each with a JSON Schema for editors.
public enum WorkspaceSchema: String, CaseIterable, Sendable {
    /// workspace.yaml.
    case workspace
    /// The framework's file.
    case framework
    /// The countries' file.
    case countries
    /// forum.yaml.
    case forum
    /// commitments.yaml.
    case commitments

    /// The name of the schema's file, as the shipped files refer to it.
    public var fileName: String { "\(rawValue).schema.json" }

    /// The JSON Schema (draft 2020-12); a forum's knows the installed modules and their options.
    public func document(registry: ForumRegistry) -> JSONValue {
        switch self {
        case .workspace: WorkspaceFile.jsonSchema(id: fileName)
        case .framework: FrameworkFile.jsonSchema(id: fileName)
        case .countries: CountriesFile.jsonSchema(id: fileName)
        case .forum: ForumFile.jsonSchema(id: fileName).withModules(registry)
        case .commitments: CommitmentsFile.jsonSchema(id: fileName)
        }
    }
}

extension JSONValue {
    /// A forum's schema in which `module` lists the installed modules and `options` follow the one that is chosen.
    fileprivate func withModules(_ registry: ForumRegistry) -> JSONValue {
        let names = JSONValue.array(registry.names.map(JSONValue.string))
        let meanings = JSONValue.array(registry.modules.map { .string($0.metadata.summary.text(for: .english)) })
        let rules = registry.modules.map { module -> JSONValue in
            [
                "if": ["properties": ["module": ["const": .string(module.metadata.name)]], "required": ["module"]],
                "then": ["properties": ["options": module.metadata.optionsSchema]],
            ]
        }
        return updating("$defs") { definitions in
            definitions.updating("forum") { forum in
                forum.updating("properties") { properties in
                    properties.updating("module") { module in
                        module.setting("enum", names).setting("markdownEnumDescriptions", meanings)
                    }
                }.setting("allOf", .array(rules))
            }
        }
    }

    private func updating(_ name: String, _ change: (JSONValue) -> JSONValue) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.map { $0.name == name ? Member(name, change($0.value)) : $0 })
    }

    private func setting(_ name: String, _ value: JSONValue) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { $0.name != name } + [Member(name, value)])
    }
}

extension ModuleMetadata {
    /// The JSON Schema of the module's options.
    fileprivate var optionsSchema: JSONValue {
        [
            "type": "object", "additionalProperties": false,
            "properties": .object(options.map { JSONValue.Member($0.name, $0.schema) }),
        ]
    }
}

extension OptionDeclaration {
    fileprivate var schema: JSONValue {
        var members: [JSONValue.Member] = [.init("description", .string(text.text(for: .english)))]
        switch kind {
        case .text: members.append(.init("type", "string"))
        case .boolean: members.append(.init("type", "boolean"))
        case .integer(let range):
            members += [
                .init("type", "integer"), .init("minimum", .integer(range.lowerBound)),
                .init("maximum", .integer(range.upperBound)),
            ]
        case .choice(let words): members.append(.init("enum", .array(words.map(JSONValue.string))))
        case .texts:
            members += [.init("type", "array"), .init("items", ["type": "string"]), .init("minItems", 1)]
        }
        members.append(.init("examples", [json(example)]))
        if kind != .texts { members.append(.init("default", json(defaultValue))) }
        return .object(members)
    }

    /// A value as it would be written, as JSON.
    private func json(_ text: String) -> JSONValue {
        switch kind {
        case .boolean: .bool(text == "true")
        case .integer: Int(text).map(JSONValue.integer) ?? .string(text)
        case .text, .choice: .string(text)
        case .texts:
            .array(
                text.drop { $0 == "[" }.prefix { $0 != "]" }.split(separator: ",").map { item in
                    .string(String(item.drop { $0 == " " }))
                })
        }
    }
}
