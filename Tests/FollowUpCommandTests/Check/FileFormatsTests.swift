import ForumWorkspace
import Foundation
import JSON
import Testing

@testable import FollowUpCommand

/// FileFormats.md against the schemas: the same records, keys, required keys and words.
@Suite struct FileFormatsTests {
    /// One record of a schema.
    struct Record: Sendable, CustomTestStringConvertible {
        var file: WorkspaceSchema
        var name: String
        var schema: JSONValue
        var testDescription: String { "\(file.rawValue): \(name)" }
    }

    static let records: [Record] = WorkspaceSchema.allCases.flatMap { file -> [Record] in
        guard let run = try? CommandRun("schema", file.rawValue), let schema = try? JSONValue(parsing: run.output),
            case .object(let definitions)? = schema["$defs"]
        else { return [] }
        return definitions.map { Record(file: file, name: $0.name, schema: $0.value) }
    }

    /// The rows of the table below a heading, by the name in their first column.
    private static func rows(below heading: String) throws -> [String: String] {
        let text = try Repository.text(of: "Sources/Documentation/FileFormats.md")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex(of: heading[...]), "FileFormats.md has no heading '\(heading)'")
        var rows: [String: String] = [:]
        for line in lines[(start + 1)...] {
            if line.hasPrefix("#") { break }
            guard line.hasPrefix("| `") else { continue }
            rows[String(line.dropFirst(3).prefix { $0 != "`" })] = String(line)
        }
        return rows
    }

    @Test(arguments: records)
    func everyKeyIsDocumented(_ record: Record) throws {
        let rows = try Self.rows(below: "### \(record.name)")
        guard case .object(let properties)? = record.schema["properties"] else {
            Issue.record("a record has properties")
            return
        }
        #expect(Set(rows.keys) == Set(properties.map(\.name)), "keys of \(record.name) in FileFormats.md")
        let required = Set((record.schema["required"]?.elements ?? []).compactMap(\.string))
        for (key, row) in rows {
            #expect(row.hasPrefix("| `\(key)` * |") == required.contains(key), "the star of \(record.name).\(key)")
            let words = properties.first { $0.name == key }?.value["enum"]?.elements ?? []
            for word in words.compactMap(\.string) {
                #expect(row.contains("`\(word)`"), "the words of \(record.name).\(key)")
            }
            #expect(row.components(separatedBy: " | ").last?.hasSuffix("` |") == true, "\(key) has an example")
        }
    }

    @Test func allFiveFilesAreHeld() {
        #expect(Set(Self.records.map(\.file)) == Set(WorkspaceSchema.allCases))
        #expect(Self.records.count > 25)
    }

    @Test func everyColumnOfReportsIsDocumented() throws {
        let rows = try Self.rows(below: "## reports/*.csv")
        #expect(Set(rows.keys) == Set(ReportColumn.allCases.map(\.rawValue)))
        #expect(Set(rows.filter { $0.value.contains("` * |") }.keys) == ["commitment", "party", "status", "date"])
    }
}
