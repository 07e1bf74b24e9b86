import Diagnostics
import Foundation
import JSON
import Records
import Testing

@testable import FollowUpCommand

/// Every example of JSON.md against what the command in its heading prints.
///
/// With `UPDATE_GOLDENS=1` the examples are written anew.
@Suite(.serialized) struct JSONDocumentationTests {
    private static let page = "Sources/Documentation/JSON.md"

    /// One heading with a command and the example below it.
    struct Example: Sendable, CustomTestStringConvertible {
        var command: String
        var json: String
        var testDescription: String { command }
        /// The command line, without the program's name.
        var arguments: [String] { command.split(separator: " ").dropFirst().map(String.init) }
    }

    static let examples: [Example] = ((try? Repository.text(of: page)) ?? "").components(separatedBy: "\n## `")
        .dropFirst().compactMap { section in
            guard let command = section.components(separatedBy: "`").first else { return nil }
            let blocks = section.components(separatedBy: "```")
            let json = blocks.first { $0.hasPrefix("json\n") }?.dropFirst(5) ?? ""
            return Example(command: command, json: String(json))
        }

    @Test func theTablesAreThoseOfTheRecords() throws {
        let text = try Repository.text(of: Self.page)
        let start = try #require(text.firstRange(of: "writes it anew. -->\n")).upperBound
        let end = try #require(text.firstRange(of: "<!-- end of what is made -->")).lowerBound
        guard ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != "1" else {
            try (text[..<start] + DocumentCatalogue.markdown + text[end...])
                .write(toFile: "\(Repository.path)/\(Self.page)", atomically: true, encoding: .utf8)
            return
        }
        #expect(String(text[start..<end]) == DocumentCatalogue.markdown, "run UPDATE_GOLDENS=1 swift test")
    }

    @Test func everyRecordAndFieldHasANameThatIsOneOfTheHouse() {
        let records = DocumentCatalogue.documents.flatMap { $0.document.allRecords + $0.row.allRecords }
        var byName: [String: [String]] = [:]
        for record in records {
            let fields = record.fields.map(\.name)
            #expect(
                byName.updateValue(fields, forKey: record.name) ?? fields == fields, "\(record.name) has two meanings")
            for name in fields + [record.name] {
                #expect(name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(name) is not in kebab case")
            }
            for field in record.fields { #expect(field.doc.hasSuffix("."), "\(record.name).\(field.name)") }
        }
        let commands = Set(DocumentCatalogue.documents.map { String($0.command.prefix { $0 != " " }) })
        #expect(commands.isSuperset(of: Self.examples.map { $0.arguments[0] }))
    }

    @Test func everyCommandWithJSONIsDocumented() {
        let documented = Set(Self.examples.map { $0.arguments[0] })
        // No shipped forum runs a program, so there is nothing that trust could show as an example; what publish writes
        // and serve sends are the documents of the pages.
        let silent: Set = ["schema", "man", "init", "new", "language", "trust", "publish", "serve"]
        #expect(documented == Set(RootCommand.commandNames).subtracting(silent))
    }

    @Test(arguments: examples)
    func theExampleHasTheMembersThatArePrinted(_ example: Example) throws {
        let printed = try Self.printed(by: example)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            let text = try Repository.text(of: Self.page)
            try text.replacingOccurrences(of: example.json, with: printed.abridged.compactText() + "\n")
                .write(toFile: "\(Repository.path)/\(Self.page)", atomically: true, encoding: .utf8)
            return
        }
        let documented = try JSONValue(parsing: example.json)
        let advice: Comment = "describe the members in JSON.md, then run UPDATE_GOLDENS=1 swift test"
        #expect(documented.paths.subtracting(printed.paths) == [], advice)
        #expect(printed.paths.subtracting(documented.paths) == [], advice)
    }
}

extension JSONDocumentationTests {
    /// What the command prints, with paths as somebody sees them who stands in the folder above `forums`.
    ///
    /// The shipped workspace has no error that `check` could show, so a made-up one stands in for it.
    private static func printed(by example: Example) throws -> JSONValue {
        let workspace = try MadeUpWorkspace([
            "a/reports/one.csv": "commitment,commitment,party,status,date\n",
            "a/commitments.yaml": """
            commitments:
              - {id: a1, title: {en: Do it}, legal-force: politcal}

            """,
        ])
        let isCheck = example.arguments.first == "check"
        let folder = isCheck ? workspace.path : Repository.path + "/forums"
        let run = try CommandRun(arguments: example.arguments + (isCheck ? ["--workspace", folder] : []))
        #expect(run.status == (isCheck ? .dataErrors : .success))
        return try JSONValue(parsing: run.output.replacingOccurrences(of: folder, with: "forums"))
    }
}

extension JSONValue {
    /// The paths of all members, those of list elements put together.
    fileprivate var paths: Set<String> {
        switch self {
        case .array(let elements): elements.reduce(into: []) { $0.formUnion($1.paths.map { "[]" + $0 }) }
        case .object(let members):
            members.reduce(into: []) { paths, member in
                paths.insert("." + member.name)
                paths.formUnion(member.value.paths.map { "." + member.name + $0 })
            }
        default: []
        }
    }

    /// The value with its lists cut to the elements that bring a member, or a value where there was only null, that
    /// none before them has.
    fileprivate var abridged: JSONValue {
        switch self {
        case .array(let elements) where elements.allSatisfy(\.isScalar): return self
        case .array(let elements):
            var seen: Set<String> = []
            var kept: [JSONValue] = []
            for element in elements {
                let news = element.shapes.subtracting(seen)
                seen.formUnion(news)
                if kept.isEmpty || !news.isEmpty { kept.append(element.abridged) }
            }
            return .array(kept)
        case .object(let members): return .object(members.map { .init($0.name, $0.value.abridged) })
        default: return self
        }
    }

    private var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }

    /// The paths of all members that hold something.
    private var shapes: Set<String> {
        switch self {
        case .null: []
        case .array(let elements): elements.reduce(into: []) { $0.formUnion($1.shapes.map { "[]" + $0 }) }
        case .object(let members):
            members.reduce(into: []) { $0.formUnion($1.value.shapes.map { [name = $1.name] in ".\(name)\($0)" }) }
        default: [""]
        }
    }

    /// The text in lines of up to 110 characters: what fits stands on one line, small members fill lines.
    fileprivate func compactText(indentation: String = "", prefix: String = "") -> String {
        let flat = prefix + flatText
        if indentation.count + flat.count <= 110 { return flat }
        let inner = indentation + "  "
        switch self {
        case .array(let elements):
            let items = elements.map { $0.compactText(indentation: inner) }
            return prefix + "[\n" + Self.filled(items, inner) + "\n\(indentation)]"
        case .object(let members):
            let items = members.map {
                $0.value.compactText(indentation: inner, prefix: JSONValue.string($0.name).text() + ": ")
            }
            return prefix + "{\n" + Self.filled(items, inner) + "\n\(indentation)}"
        default: return flat
        }
    }

    /// Items behind each other as long as they fit on a line; one that has several lines stands alone.
    private static func filled(_ items: [String], _ indentation: String) -> String {
        var lines: [String] = []
        var isOpen = false
        for (place, item) in items.enumerated() {
            let item = item + (place == items.count - 1 ? "" : ",")
            let isLong = item.contains("\n")
            if isOpen, !isLong, let last = lines.last, last.count + 1 + item.count <= 112 {
                lines[lines.count - 1] = last + " " + item
            } else {
                lines.append(indentation + item)
            }
            isOpen = !isLong
        }
        return lines.joined(separator: "\n")
    }

    private var flatText: String {
        switch self {
        case .array(let elements): "[" + elements.map(\.flatText).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { "\(JSONValue.string($0.name).text()): \($0.value.flatText)" }.joined(separator: ", ")
                + "}"
        default: text()
        }
    }
}
