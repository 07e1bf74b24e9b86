import Diagnostics
import FollowUpModel
import ForumKit
import Foundation
import InstalledModules
import JSON
import LocatedYAML
import SystemIO
import Testing

@testable import ForumWorkspace

/// The workspace of this repository, `forums/`.
@Suite struct ShippedWorkspaceTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../forums").standardizedFileURL

    private static let forums = [
        "can", "caricom", "celac", "cmw", "gcm", "la-declaration", "mercosur", "montevideo-consensus", "rcm", "sacm",
        "sdg", "sica", "summit-of-the-americas", "un-treaties", "unasur",
    ]

    private var root: String { Self.folder.path(percentEncoded: false) }

    @Test func loadsWithoutAProblem() throws {
        let reading = Workspace.load(root, registry: try ForumRegistry(InstalledModules.all))
        // What is right as it stands is accepted there, with its reason.
        #expect(reading.diagnostics.isEmpty, "\(TextRenderer().render(reading.diagnostics, in: reading.sources))")
        let workspace = try #require(reading.workspace)
        #expect(workspace.forums.map(\.definition.id) == Self.forums)
        #expect(workspace.region.count == 33)
        for forum in workspace.forums { #expect(forum.rejected == 0, "\(forum.definition.id)") }
    }

    @Test func everyForumSaysHowMuchItHolds() throws {
        let workspace = try #require(Workspace.load(root, registry: try ForumRegistry(InstalledModules.all)).workspace)
        for forum in workspace.forums {
            let id = forum.definition.id
            var diagnostics: [Diagnostic] = []
            let bytes = try FileBytes(mapping: "\(root)/\(id)/forum.yaml")
            let file = try #require(ForumFile.decode(bytes, file: FileID(rawValue: 0), into: &diagnostics))
            // New rows may come without a new count; a loss of a tenth is noticed all the same.
            for (least, count) in [
                (file.expect?.commitments?.min, forum.commitments.count),
                (file.expect?.reports?.min, forum.reports.count),
            ] {
                #expect((count * 9 / 10...count).contains(least ?? -1), "\(id): \(count)")
            }
        }
    }

    @Test func everyReportHasItsTexts() throws {
        let workspace = try #require(Workspace.load(root, registry: try ForumRegistry(InstalledModules.all)).workspace)
        for forum in workspace.forums {
            for index in forum.reports.indices {
                let texts = forum.texts(of: .init(Int(index)))
                let row = forum.reports[.init(Int(index))]
                #expect(texts[.commitment] == forum[row.commitment].id)
                #expect(texts[.party] == forum.definition.parties[row.party].id)
                #expect(texts[.date] == row.date.description)
            }
        }
    }

    /// A kind of file, the schema made from its declaration, and the files of this repository.
    private static let kinds: [(name: String, schema: JSONValue, files: [String])] = {
        return [
            ("workspace", WorkspaceFile.jsonSchema(), ["workspace.yaml"]),
            ("countries", CountriesFile.jsonSchema(), ["reference/countries.yaml"]),
            ("framework", FrameworkFile.jsonSchema(), ["reference/montevideo-consensus.yaml"]),
            ("forum", ForumFile.jsonSchema(), forums.map { $0 + "/forum.yaml" }),
            ("commitments", CommitmentsFile.jsonSchema(), forums.map { $0 + "/commitments.yaml" }),
        ]
    }()

    @Test func schemasAreWellFormed() throws {
        for (name, schema, _) in Self.kinds {
            let data = Data(schema.utf8())
            let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            #expect(object["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
            let walk = SchemaWalk(root: schema)
            #expect(walk.danglingReferences == [], "\(name)")
            #expect(walk.propertiesWithoutDescription == [], "\(name)")
        }
    }

    @Test func filesHaveOnlyKeysThatTheirSchemaKnows() throws {
        for (name, schema, files) in Self.kinds {
            for path in files {
                let bytes = try FileBytes(mapping: "\(root)/\(path)")
                let (document, diagnostics) = YAMLDocument.parse(bytes, file: FileID(rawValue: 0))
                #expect(diagnostics.isEmpty)
                let unknown = SchemaWalk(root: schema).problems(in: try #require(document).root)
                #expect(unknown == [], "\(name): \(path)")
            }
        }
    }

    @Test func theWalkFindsWhatASchemaDoesNotAllow() throws {
        let text = "workspace: x\ncolour: green\nprogress: [{level: a, size: 3}]\ncontrary: {name: {english: X}}\n"
        let document = try #require(YAMLDocument.parse(FileBytes(text), file: FileID(rawValue: 0)).document)
        let problems = SchemaWalk(root: WorkspaceFile.jsonSchema()).problems(in: document.root)
        #expect(problems.contains("/colour is no key"))
        #expect(problems.contains("/progress/0/size is no key"))
        #expect(problems.contains("/progress/0 lacks 'name'"))
        #expect(problems.contains("/contrary lacks 'sign'"))
        #expect(problems.contains("/ lacks 'region'"))
    }
}

/// Walks a YAML tree along a JSON Schema and looks at keys, kinds and closed lists of words; patterns are passed over.
private struct SchemaWalk {
    let root: JSONValue

    /// What of the tree the schema doesn't allow, each with its path.
    func problems(in node: YAMLNode) -> [String] { problems(node, root, path: "") }

    private func problems(_ node: YAMLNode, _ schema: JSONValue, path: String) -> [String] {
        if case .string(let reference)? = schema["$ref"] {
            let target = definition(reference).map { problems(node, $0, path: path) }
            return target ?? ["\(path) leads to \(reference)"]
        }
        if case .array(let forms)? = schema["anyOf"] {
            let outcomes = forms.map { problems(node, $0, path: path) }
            return outcomes.min { $0.count < $1.count } ?? []
        }
        if case .array(let words)? = schema["enum"], !words.contains(.string(node.text)) {
            return ["\(path) is none of the words"]
        }
        switch node.kind {
        case .mapping: return entries(node, schema, path: path)
        case .list:
            guard let items = schema["items"] else { return allowsAnything(schema) ? [] : ["\(path) is a list"] }
            return zip(node.items.map { $0 }, 0...).flatMap { problems($0, items, path: "\(path)/\($1)") }
        case .scalar:
            let isOther = schema["type"] == "object" || schema["type"] == "array"
            return isOther && !node.isAbsent ? ["\(path) is a single value"] : []
        }
    }

    private func entries(_ node: YAMLNode, _ schema: JSONValue, path: String) -> [String] {
        guard schema["properties"] != nil || schema["additionalProperties"] != nil else {
            return allowsAnything(schema) ? [] : ["\(path) is a mapping"]
        }
        var found: [String] = []
        for (key, value) in node.pairs {
            let inner = "\(path)/\(key.text)"
            let property = schema["properties"]?[key.text] ?? schema["patternProperties"]?["^\(key.text)$"]
            if let property {
                found += problems(value, property, path: inner)
            } else if let others = schema["additionalProperties"], others != false {
                found += problems(value, others, path: inner)
            } else {
                found.append("\(inner) is no key")
            }
        }
        if case .array(let required)? = schema["required"] {
            for case .string(let key) in required where node[key] == nil {
                found.append("\(path.isEmpty ? "/" : path) lacks '\(key)'")
            }
        }
        return found
    }

    private func allowsAnything(_ schema: JSONValue) -> Bool { schema["type"] == nil && schema["enum"] == nil }

    private func definition(_ reference: String) -> JSONValue? {
        root["$defs"]?[String(reference.dropFirst("#/$defs/".count))]
    }

    /// References that lead nowhere.
    var danglingReferences: [String] {
        all(root).compactMap { value in
            guard case .string(let reference)? = value["$ref"], definition(reference) == nil else { return nil }
            return reference
        }
    }

    /// The names of keys that an editor couldn't explain; those of languages explain themselves.
    var propertiesWithoutDescription: [String] {
        all(root).flatMap { value -> [String] in
            guard case .object(let properties)? = value["properties"] else { return [] }
            return properties.filter { property in
                if ["en", "es", "pt", "fr"].contains(property.name) { return false }
                guard case .string(let text)? = property.value["description"] else { return true }
                return text.isEmpty
            }.map(\.name)
        }
    }

    private func all(_ value: JSONValue) -> [JSONValue] {
        switch value {
        case .object(let members): [value] + members.flatMap { all($0.value) }
        case .array(let items): items.flatMap(all)
        default: []
        }
    }
}

extension JSONValue {
    /// The member of an object with this name, or nil.
    fileprivate subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }
}
