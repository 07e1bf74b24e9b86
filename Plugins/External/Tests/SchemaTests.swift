import Diagnostics
import ForumWorkspace
import Foundation
import Harmonization
import JSON
import Testing

/// What is really exchanged fits the published schemas, and what doesn't fit is refused by them.
@Suite struct SchemaTests {
    @Test func theExchangeFitsTheSchemas() throws {
        let place = try Place(program: "keeps")
        try place.edit("made-up-forum/commitments.yaml") { text in
            text + """
                  - id: M-3
                    title: {en: With everything}
                    legal-force: binding
                    adopted: 2010-05
                    number: III
                    form: treaty
                    addressees: [members, forum]
                    deadline: {every-months: 6, from: 2014-06-30}
                    exceptions: [{party: PER, kind: reservation, since: 2012, articles: ["4"]}]
                    links: [{to: M-1, as: related}]
                """ + "\n"
        }
        try place.edit("made-up-forum/reports/2020.csv") { text in
            text + ",M-3,forum,done,2021,secretariat,made up\n"
        }
        let snapshot = try place.snapshot()
        #expect(snapshot.workspace.diagnostics.map(\.message) == [])
        #expect(snapshot.failures.map(\.message) == [])
        let requests = try lines(place.text("requests.jsonl"))
        #expect(requests.map { $0["type"] } == ["hello", "forum", "assess", "assess", "assess", "end"])
        let schema = try Schema("requests")
        for request in requests { #expect(schema.problems(of: request) == []) }
        let answers = try lines(place.text("answers.jsonl"))
        #expect(answers.map { $0["type"] } == ["hello", "assessments", "assessments", "assessments"])
        let ofAnswers = try Schema("answers")
        for answer in answers { #expect(ofAnswers.problems(of: answer) == []) }
        // A report without an id is named by its place.
        guard case .array(let reports) = requests[4]["forumReports"] else {
            Issue.record("the forum's own reports are sent")
            return
        }
        #expect(reports.map { $0["id"] } == ["#4"])
    }

    @Test(arguments: [
        "{}", "[]", "{\"type\": \"hello\"}", "{\"type\": \"hello\", \"protocol\": \"followup-module/2\"}",
        "{\"type\": \"assessments\", \"commitment\": 1, \"assessments\": []}",
        "{\"type\": \"assessments\", \"commitment\": \"M\", \"assessments\": [{\"party\": \"ARG\"}]}",
        "{\"type\": \"hello\", \"protocol\": \"followup-module/1\", \"rules\": [{\"id\": \"A B\", \"text\": {\"en\": \"x\"}}]}",
        "{\"type\": \"error\"}",
    ])
    func whatDoesNotFitIsRefused(_ text: String) throws {
        #expect(try Schema("answers").problems(of: JSONValue(parsing: text.utf8)) != [])
    }

    @Test func theDescriptionShowsTheExample() throws {
        let page = try String(
            contentsOf: Place.plugin.appending(path: "../../Sources/Documentation/ExternalModules.md"), encoding: .utf8)
        let program = try String(
            contentsOf: Place.plugin.appending(path: "Examples/made-up-forum/read.py"), encoding: .utf8)
        #expect(page.contains("```python\n" + program + "```"))
        for name in ["hello", "forum", "assess", "end", "assessments", "error"] { #expect(page.contains("`\(name)`")) }
    }

    private func lines(_ text: String) throws -> [JSONValue] {
        try text.split(separator: "\n").map { try JSONValue(parsing: $0.utf8) }
    }
}

/// As much of JSON Schema as the two schemas use; a keyword that it doesn't know is a problem.
private struct Schema {
    private let root: JSONValue

    init(_ name: String) throws {
        let url = Place.plugin.appending(path: "Schemas/\(name).schema.json")
        root = try JSONValue(parsing: Data(contentsOf: url))
    }

    /// What doesn't fit, each with its place.
    func problems(of value: JSONValue) -> [String] { problems(value, root, "") }

    private func problems(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
        guard case .object(let keywords) = schema else { return ["\(place): no schema"] }
        return keywords.flatMap { problems(value, $0, schema, place) }
    }

    private func problems(
        _ value: JSONValue, _ keyword: JSONValue.Member, _ schema: JSONValue, _ place: String
    ) -> [String] {
        func expect(_ fits: Bool) -> [String] {
            fits ? [] : ["\(place): \(keyword.name) \(keyword.value.text(indented: false))"]
        }
        switch (keyword.name, keyword.value) {
        case ("$schema", _), ("title", _), ("description", _), ("$defs", _): return []
        case ("$ref", .string(let name)):
            let target = root["$defs"]?[String(name.dropFirst("#/$defs/".count))]
            return target.map { problems(value, $0, place) } ?? ["\(place): no \(name)"]
        case ("oneOf", .array(let choices)):
            return expect(choices.count { problems(value, $0, place).isEmpty } == 1)
        case ("anyOf", .array(let choices)): return expect(choices.contains { problems(value, $0, place).isEmpty })
        case ("const", let wanted): return expect(value == wanted)
        case ("enum", .array(let wanted)): return expect(wanted.contains(value))
        case ("type", .string(let name)): return expect(name == typeName(value))
        case ("type", .array(let names)): return expect(names.contains(.string(typeName(value))))
        case ("minimum", .integer(let least)):
            if case .integer(let number) = value { return expect(number >= least) } else { return [] }
        case ("minProperties", .integer(let least)):
            if case .object(let members) = value { return expect(members.count >= least) } else { return [] }
        case ("pattern", .string(let pattern)):
            guard case .string(let text) = value, let regex = try? Regex(pattern) else { return [] }
            return expect(text.contains(regex))
        case ("required", .array(let names)):
            guard case .object(let members) = value else { return [] }
            return expect(names.allSatisfy { name in members.contains { .string($0.name) == name } })
        case ("items", let item):
            guard case .array(let elements) = value else { return [] }
            return elements.enumerated().flatMap { problems($1, item, "\(place)[\($0)]") }
        case ("properties", let properties):
            guard case .object(let members) = value else { return [] }
            return members.flatMap { member in
                properties[member.name].map { problems(member.value, $0, "\(place).\(member.name)") } ?? []
            }
        case ("additionalProperties", let rule):
            guard case .object(let members) = value else { return [] }
            let others = members.filter { schema["properties"]?[$0.name] == nil }
            if rule == false { return expect(others.isEmpty) }
            return others.flatMap { problems($0.value, rule, "\(place).\($0.name)") }
        default: return ["\(place): the keyword \(keyword.name) is not known here"]
        }
    }

    private func typeName(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
