import JSON
import Testing

@testable import Diagnostics

@Suite struct MachineRendererTests {
    private let renderer = SARIFRenderer(tool: "followup", version: "0.0-made-up")

    @Test func longQuotesAreCut() {
        let (sources, file) = Sample.map(String(repeating: "é", count: 500))
        let diagnostic = Diagnostic.error(Sample.missingKey, at: file.range(1, 1, 1, 501), "made up")
        var quotes = QuotedText(sources: sources)
        let quoted = quotes.text(of: file.range(1, 1, 1, 501))
        #expect(quoted.text == String(repeating: "é", count: 100) + "…" && quoted.isCut)
        // A snippet is the file's own text or nothing.
        let log = renderer.document(for: [diagnostic], in: sources)
        let region = log["runs"]?[0]?["results"]?[0]?["locations"]?[0]?["physicalLocation"]?["region"]
        #expect(region == ["startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 501])
    }

    @Test func sarifHasTheDocumentedShape() {
        let (diagnostics, sources) = Sample.report()
        #expect(renderer.render(diagnostics, in: sources) == Golden.sarif)
    }

    @Test func sarifHasWhatTheStandardAsksFor() throws {
        let (diagnostics, sources) = Sample.report()
        let log = renderer.document(for: diagnostics, in: sources)
        #expect(log["version"] == "2.1.0")
        let run = try #require(log["runs"]?[0])
        #expect(run["columnKind"] == "unicodeCodePoints")
        let rules = try #require(run["tool"]?["driver"]?["rules"]?.elements)
        #expect(rules.compactMap { $0["id"] } == ["missing-file", "missing-key", "unknown-level"])
        #expect(rules[2]["help"]?["text"] == .string(Sample.unknownLevel.explanation))
        let artifacts = try #require(run["artifacts"]?.elements)
        #expect(
            artifacts.compactMap { $0["location"]?["uri"] } == [
                "forums/mercosur/forum.yaml", "forums/mi%20%C3%A1rea/workspace.yaml",
            ])
        let results = try #require(run["results"]?.elements)
        #expect(results.count == diagnostics.count)
        for (result, diagnostic) in zip(results, diagnostics) {
            guard case .integer(let index)? = result["ruleIndex"] else { throw Missing() }
            #expect(rules[index]["id"] == result["ruleId"])
            #expect(result["level"] == .string(diagnostic.severity.rawValue))
            #expect(result["fixes"]?.elements.count ?? 0 == diagnostic.fixIts.count)
            #expect(result["relatedLocations"]?.elements.count ?? 0 == diagnostic.notes.count)
            for location in (result["locations"]?.elements ?? []) + (result["relatedLocations"]?.elements ?? []) {
                guard let place = location["physicalLocation"] else { continue }
                guard case .integer(let file)? = place["artifactLocation"]?["index"] else { throw Missing() }
                #expect(artifacts[file]["location"]?["uri"] == place["artifactLocation"]?["uri"])
            }
        }
    }

    private struct Missing: Error {}

    @Test func sarifRegionsStayInBounds() {
        let (sources, file) = Sample.map("abc")
        let range = SourceRange(
            file: file, start: SourcePosition(line: 0, column: 0), end: SourcePosition(line: -1, column: 0))
        let fix = FixIt("nothing to edit", edits: [])
        let log = renderer.document(
            for: [.error(Sample.missingKey, at: range, "made up", fixIts: [fix])], in: sources)
        let result = log["runs"]?[0]?["results"]?[0]
        #expect(
            result?["locations"]?[0]?["physicalLocation"]?["region"]
                == ["startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1])
        #expect(result?["fixes"] == nil)
    }

    @Test(arguments: [
        ("forums/a/forum.yaml", "forums/a/forum.yaml"), ("mi área/x:y.csv", "mi%20%C3%A1rea/x%3Ay.csv"),
        ("/tmp/a b", "file:///tmp/a%20b"), ("100%#?.yaml", "100%25%23%3F.yaml"), ("a\u{1}", "a%01"),
        ("../up.yaml", "../up.yaml"),
    ])
    func pathsBecomeURIs(path: String, uri: String) {
        #expect(uriReference(forPath: path) == uri)
    }
}

extension JSONValue {
    /// The member of that name, of an object.
    fileprivate subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// An element of an array.
    fileprivate subscript(index: Int) -> JSONValue? { elements.indices.contains(index) ? elements[index] : nil }

    /// The elements of an array; empty for anything else.
    fileprivate var elements: [JSONValue] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }
}
