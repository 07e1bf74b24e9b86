import JSON

@testable import LocatedYAML

/// A small checker for the part of JSON Schema that this target writes.
///
/// It sees a node as an editor does: plain scalars are numbers, truth values or null where YAML 1.2 takes them so.
struct SchemaCheck {
    let root: JSONValue

    /// Why the node doesn't fit, or nil when it does.
    func fault(_ node: YAMLNode) -> String? { fault(JSONValue(asInEditors: node), root, at: "") }

    private func fault(_ value: JSONValue, _ schema: JSONValue, at path: String) -> String? {
        for member in schema.members {
            if let fault = fault(value, member, of: schema, at: path) { return "\(path): \(fault)" }
        }
        return nil
    }

    private func fault(_ value: JSONValue, _ rule: JSONValue.Member, of schema: JSONValue, at path: String) -> String? {
        switch (rule.name, rule.value, value) {
        case ("$schema", _, _), ("$id", _, _), ("$defs", _, _), ("description", _, _), ("default", _, _),
            ("examples", _, _), ("markdownEnumDescriptions", _, _), ("patternProperties", _, _):
            return nil
        case ("$ref", .string(let reference), _):
            return fault(value, target(of: reference), at: path)
        case ("type", .string(let name), _):
            return value.has(type: name) ? nil : "is no \(name)"
        case ("type", .array(let names), _):
            return names.contains { if case .string(let name) = $0 { value.has(type: name) } else { false } }
                ? nil : "is none of \(names)"
        case ("enum", .array(let values), _): return values.contains(value) ? nil : "is not on the list"
        case ("pattern", .string(let pattern), .string(let text)):
            guard let expression = try? Regex(pattern) else { return "a broken pattern: \(pattern)" }
            return text.firstMatch(of: expression) == nil ? "doesn't match \(pattern)" : nil
        case ("minimum", .integer(let least), .integer(let number)): return number < least ? "too small" : nil
        case ("maximum", .integer(let most), .integer(let number)): return number > most ? "too large" : nil
        case ("minimum", .number(let least), _): return value.double.map { $0 < least } == true ? "too small" : nil
        case ("maximum", .number(let most), _): return value.double.map { $0 > most } == true ? "too large" : nil
        case ("pattern", _, _), ("minimum", _, _), ("maximum", _, _): return nil
        case ("anyOf", .array(let forms), _):
            return forms.contains { fault(value, $0, at: path) == nil } ? nil : "fits no form"
        case ("items", let item, .array(let values)):
            return values.lazy.compactMap { fault($0, item, at: path + "/*") }.first
        case ("minItems", .integer(let least), .array(let values)): return values.count < least ? "too few" : nil
        case ("minProperties", .integer(let least), .object(let members)):
            return members.count < least ? "too few" : nil
        case ("required", .array(let names), .object(let members)):
            return names.first { name in !members.contains { .string($0.name) == name } }.map { "lacks \($0)" }
        case ("properties", let properties, .object(let members)):
            return members.lazy.compactMap { member in
                properties[member.name].flatMap { fault(member.value, $0, at: path + "/" + member.name) }
            }.first
        case ("additionalProperties", let rest, .object(let members)):
            let known = { (name: String) in
                (schema["properties"]?[name] ?? schema["patternProperties"]?["^\(name)$"]) != nil
            }
            return members.lazy.filter { !known($0.name) }.compactMap { member in
                rest == false ? "knows no \(member.name)" : fault(member.value, rest, at: path + "/" + member.name)
            }.first
        case ("propertyNames", let names, .object(let members)):
            return members.lazy.compactMap { fault(.string($0.name), names, at: path) }.first
        case ("items", _, _), ("minItems", _, _), ("minProperties", _, _), ("required", _, _), ("properties", _, _),
            ("patternProperties", _, _), ("additionalProperties", _, _), ("propertyNames", _, _):
            return nil
        default: return "an unknown rule: \(rule.name)"
        }
    }

    private func target(of reference: String) -> JSONValue {
        root["$defs"]?[String(reference.dropFirst("#/$defs/".count))] ?? false
    }
}

extension JSONValue {
    /// The member of an object.
    subscript(name: String) -> JSONValue? { members.first { $0.name == name }?.value }

    /// The value of any number.
    var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }

    func has(type name: String) -> Bool {
        switch (name, self) {
        case ("string", .string), ("boolean", .bool), ("object", .object), ("array", .array), ("integer", .integer),
            ("number", .integer), ("number", .number):
            true
        default: false
        }
    }

    /// The node as a YAML 1.2 program takes it, which guesses the types of plain scalars.
    init(asInEditors node: YAMLNode) {
        switch node.kind {
        case .list: self = .array(node.items.map(JSONValue.init(asInEditors:)))
        case .mapping:
            self = .object(node.pairs.map { Member($0.key.text, JSONValue(asInEditors: $0.value)) })
        case .scalar:
            let text = node.text
            self =
                switch text {
                case _ where !node.isPlain: .string(text)
                case "", "~", "null": .null
                case "true": true
                case "false": false
                default: Int(text).map { .integer($0) } ?? Double(text).map { .number($0) } ?? .string(text)
                }
        }
    }
}
