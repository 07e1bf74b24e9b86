public import JSON

/// The program that a machine-readable report names as its author.
public struct ToolDescription: Hashable, Sendable {
    /// The program's name.
    public var name: String
    /// Its version, such as `1.2.0`.
    public var version: String
    /// Where people read about it; nil when there is no such page.
    public var informationURI: String?

    /// Describes a program.
    public init(name: String, version: String, informationURI: String? = nil) {
        self.name = name
        self.version = version
        self.informationURI = informationURI
    }
}

/// Writes diagnostics as JSON for other programs.
///
/// The shape is stable; members may be added. Every member is always there, `null` or empty where there is nothing:
/// ```json
/// {"tool": "followup", "version": "1.0.0",
///  "counts": {"errors": 1, "warnings": 0, "notes": 0, "files": 1},
///  "diagnostics": [{
///    "severity": "error", "code": "unknown-level", "message": "…", "file": "forums/mercosur/forum.yaml",
///    "range": {"start": {"line": 14, "column": 16}, "end": {"line": 14, "column": 23}}, "quoted": "complet",
///    "notes": [{"message": "…", "file": "…", "range": {…}}],
///    "fixIts": [{"summary": "…", "edits": [{"file": "…", "range": {…}, "replacement": "complete"}]}],
///    "help": null}]}
/// ```
/// Lines and columns count from 1, columns in Unicode code points; `end` is the first position after the range.
/// `quoted` is the text of the range, cut with `…` after about 200 bytes; null without a range, empty for an empty one.
public struct JSONRenderer: Sendable {
    /// The program that is named.
    public var tool: ToolDescription

    /// Makes a renderer that names `tool`.
    public init(tool: ToolDescription) {
        self.tool = tool
    }

    /// The report as text with a line break at its end.
    public func render(_ diagnostics: some Sequence<Diagnostic>, in sources: SourceMap) -> String {
        document(for: diagnostics, in: sources).text() + "\n"
    }

    /// The report as a value, in the order given, to be written or put into a larger document.
    public func document(for diagnostics: some Sequence<Diagnostic>, in sources: SourceMap) -> JSONValue {
        let diagnostics = Array(diagnostics)
        let count = DiagnosticCount(diagnostics)
        var quotes = QuotedText(sources: sources)
        return [
            "tool": .string(tool.name),
            "version": .string(tool.version),
            "counts": [
                "errors": .integer(count.errors), "warnings": .integer(count.warnings), "notes": .integer(count.notes),
                "files": .integer(count.files),
            ],
            "diagnostics": .array(diagnostics.map { value(of: $0, in: sources, quotes: &quotes) }),
        ]
    }

    private func value(of diagnostic: Diagnostic, in sources: SourceMap, quotes: inout QuotedText) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("severity", .string(diagnostic.severity.rawValue)),
            .init("code", .string(diagnostic.code.name)),
            .init("message", .string(diagnostic.message)),
        ]
        members += Self.place(diagnostic.range, in: sources)
        members += [
            .init("quoted", .text(diagnostic.range.map { quotes.text(of: $0).text })),
            .init("notes", .array(diagnostic.notes.map { Self.value(of: $0, in: sources) })),
            .init("fixIts", .array(diagnostic.fixIts.map { Self.value(of: $0, in: sources) })),
            .init("help", .text(diagnostic.help)),
        ]
        return .object(members)
    }

    private static func value(of note: DiagnosticNote, in sources: SourceMap) -> JSONValue {
        .object([.init("message", .string(note.message))] + place(note.range, in: sources))
    }

    private static func value(of fix: FixIt, in sources: SourceMap) -> JSONValue {
        let edits = fix.edits.map { edit in
            JSONValue.object(place(edit.range, in: sources) + [.init("replacement", .string(edit.replacement))])
        }
        return ["summary": .string(fix.summary), "edits": .array(edits)]
    }

    private static func place(_ range: SourceRange?, in sources: SourceMap) -> [JSONValue.Member] {
        [
            .init("file", .text(range.map { sources[$0.file].path })),
            .init("range", range.map { ["start": value(of: $0.start), "end": value(of: $0.end)] } ?? .null),
        ]
    }

    private static func value(of position: SourcePosition) -> JSONValue {
        ["line": .integer(Int(position.line)), "column": .integer(Int(position.column))]
    }
}

/// The texts that ranges quote, with the line tables that were needed for them.
struct QuotedText {
    private let sources: SourceMap
    private var tables: [FileID: LineTable] = [:]

    init(sources: SourceMap) { self.sources = sources }

    /// The text of a range, cut with `…` after about 200 bytes.
    mutating func text(of range: SourceRange) -> (text: String, isCut: Bool) {
        if range.start >= range.end { return ("", false) }
        let table = tables[range.file] ?? LineTable(sources[range.file])
        tables[range.file] = table
        let (first, last) = (table.byteOffset(of: range.start), table.byteOffset(of: range.end))
        if last - first <= 200 { return (table.text(inBytes: first..<last), false) }
        let end = table.scalarBoundary(atOrBefore: first + 200, after: first)
        return (table.text(inBytes: first..<end) + "…", true)
    }
}
