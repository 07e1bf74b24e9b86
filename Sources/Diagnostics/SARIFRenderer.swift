public import JSON
import SystemIO

/// Writes diagnostics in the Static Analysis Results Interchange Format 2.1.0, which code hosts and editors show.
///
/// Every code that occurs becomes a rule with its explanation, notes become related locations, fix-its become fixes.
/// Paths are percent-encoded relative references; absolute paths become `file` URIs.
public struct SARIFRenderer: Sendable {
    private let tool: String
    private let version: String

    /// Makes a renderer that names this program as the author.
    public init(tool: String, version: String) { (self.tool, self.version) = (tool, version) }

    /// The log as text with a line break at its end.
    public func render(_ diagnostics: some Sequence<Diagnostic>, in sources: SourceMap) -> String {
        document(for: diagnostics, in: sources).text() + "\n"
    }

    /// The log as a value; the results stand in the order given.
    public func document(for diagnostics: some Sequence<Diagnostic>, in sources: SourceMap) -> JSONValue {
        var run = SARIFRun(Array(diagnostics), sources: sources)
        return [
            "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                [
                    "tool": [
                        "driver": ["name": .string(tool), "version": .string(version), "rules": run.rules]
                    ],
                    "columnKind": "unicodeCodePoints",
                    "invocations": [["executionSuccessful": true]],
                    "artifacts": run.artifacts,
                    "results": run.results(),
                ]
            ],
        ]
    }
}

/// The parts of one run: its rules and files, which the results refer to by their place.
private struct SARIFRun {
    private let diagnostics: [Diagnostic]
    private let sources: SourceMap
    private let codes: [DiagnosticCode]
    private let codeIndex: [DiagnosticCode: Int]
    private let files: [FileID]
    private let fileIndex: [FileID: Int]
    private var quotes: QuotedText

    init(_ diagnostics: [Diagnostic], sources: SourceMap) {
        self.diagnostics = diagnostics
        self.sources = sources
        codes = Set(diagnostics.map(\.code)).sorted { $0.name < $1.name }
        codeIndex = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
        let ranges = diagnostics.flatMap { diagnostic in
            [diagnostic.range].compactMap { $0 } + diagnostic.notes.compactMap(\.range)
                + diagnostic.fixIts.flatMap(\.edits).map(\.range)
        }
        files = Set(ranges.map(\.file)).sorted()
        fileIndex = Dictionary(uniqueKeysWithValues: zip(files, files.indices))
        quotes = QuotedText(sources: sources)
    }

    var rules: JSONValue {
        .array(
            codes.map { code in
                [
                    "id": .string(code.name),
                    "shortDescription": ["text": .string(code.summary)],
                    "fullDescription": ["text": .string(code.explanation)],
                    "help": ["text": .string(code.explanation)],
                ]
            })
    }

    var artifacts: JSONValue {
        .array(
            files.map { file in
                [
                    "location": ["uri": .string(uriReference(forPath: sources[file].path))],
                    "length": .integer(sources[file].bytes.count),
                    "encoding": "UTF-8",
                ]
            })
    }

    mutating func results() -> JSONValue { .array(diagnostics.map { result(of: $0) }) }

    private mutating func result(of diagnostic: Diagnostic) -> JSONValue {
        let message = diagnostic.message + (diagnostic.help.map { "\n" + $0 } ?? "")
        var members: [JSONValue.Member] = [
            .init("ruleId", .string(diagnostic.code.name)),
            .init("ruleIndex", .count(codeIndex[diagnostic.code])),
            // The format's levels bear the same names as the severities.
            .init("level", .string(diagnostic.severity.rawValue)),
            .init("message", ["text": .string(message)]),
        ]
        if let range = diagnostic.range {
            // A snippet is the file's own text; one that would have to be cut is left out.
            let quote = quotes.text(of: range)
            let place = location(of: range, snippet: quote.isCut ? "" : quote.text)
            members.append(.init("locations", [["physicalLocation": place]]))
        }
        if !diagnostic.notes.isEmpty {
            let notes = diagnostic.notes.enumerated().map { index, note in related(note, id: index + 1) }
            members.append(.init("relatedLocations", .array(notes)))
        }
        // The format wants at least one change in a fix.
        let fixes = diagnostic.fixIts.filter { !$0.edits.isEmpty }.map(fix)
        if !fixes.isEmpty { members.append(.init("fixes", .array(fixes))) }
        return .object(members)
    }

    private func related(_ note: DiagnosticNote, id: Int) -> JSONValue {
        var members: [JSONValue.Member] = [.init("id", .integer(id))]
        if let range = note.range { members.append(.init("physicalLocation", location(of: range, snippet: ""))) }
        members.append(.init("message", ["text": .string(note.message)]))
        return .object(members)
    }

    private func fix(_ fix: FixIt) -> JSONValue {
        let changes = Set(fix.edits.map(\.range.file)).sorted().map { file -> JSONValue in
            let replacements = fix.edits.filter { $0.range.file == file }.map { edit -> JSONValue in
                [
                    "deletedRegion": region(of: edit.range, snippet: ""),
                    "insertedContent": ["text": .string(edit.replacement)],
                ]
            }
            return ["artifactLocation": artifact(file), "replacements": .array(replacements)]
        }
        return ["description": ["text": .string(fix.summary)], "artifactChanges": .array(changes)]
    }

    private func location(of range: SourceRange, snippet: String) -> JSONValue {
        ["artifactLocation": artifact(range.file), "region": region(of: range, snippet: snippet)]
    }

    private func artifact(_ file: FileID) -> JSONValue {
        ["uri": .string(uriReference(forPath: sources[file].path)), "index": .count(fileIndex[file])]
    }

    private func region(of range: SourceRange, snippet: String) -> JSONValue {
        let end = max(range.start, range.end)
        var members: [JSONValue.Member] = [
            .init("startLine", .integer(max(1, Int(range.start.line)))),
            .init("startColumn", .integer(max(1, Int(range.start.column)))),
            .init("endLine", .integer(max(1, Int(end.line)))),
            .init("endColumn", .integer(max(1, Int(end.column)))),
        ]
        if !snippet.isEmpty { members.append(.init("snippet", ["text": .string(snippet)])) }
        return .object(members)
    }
}

/// A path as a URI reference (RFC 3986): relative paths stay relative, absolute ones become `file` URIs, and every byte
/// but letters, digits and `-._~/` is percent-encoded.
func uriReference(forPath path: String) -> String {
    var out = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "/"):
            out.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            let hex = String(byte, radix: 16, uppercase: true)
            out += byte < 0x10 ? "%0" + hex : "%" + hex
        }
    }
    return out
}

/// The texts that ranges quote, with the line tables that were needed for them.
struct QuotedText {
    private let sources: SourceMap
    private var tables: [FileID: LineTable] = [:]

    init(sources: SourceMap) { self.sources = sources }

    /// The text of a range, cut with `…` after about 200 bytes.
    mutating func text(of range: SourceRange) -> (text: String, isCut: Bool) {
        if range.start >= range.end { return ("", false) }
        let table = tables[range.file] ?? LineTable(sources[range.file].bytes)
        tables[range.file] = table
        let (first, last) = (table.byteOffset(of: range.start), table.byteOffset(of: range.end))
        if last - first <= 200 { return (table.text(inBytes: first..<last), false) }
        let end = table.scalarBoundary(atOrBefore: first + 200, after: first)
        return (table.text(inBytes: first..<end) + "…", true)
    }
}
