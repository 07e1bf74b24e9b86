import Diagnostics
import SystemIO

/// Made-up codes and files for the tests of this target.
enum Sample {
    static let unknownLevel = DiagnosticCode(
        "unknown-level", summary: "A status names a level that the progress scale lacks.",
        explanation: "The progress scale lists every level.\n\nWrite one of them.")
    static let missingKey = DiagnosticCode(
        "missing-key", summary: "A key that must be there is missing.", explanation: "Add the key.")
    static let missingFile = DiagnosticCode(
        "missing-file", summary: "A file that must be there is missing.", explanation: "Create the file.")

    /// A map with one file of that text, and the file's handle.
    static func map(_ text: String, path: String = "forum.yaml") -> (sources: SourceMap, file: FileID) {
        map(Array(text.utf8), path: path)
    }

    static func map(_ bytes: [UInt8], path: String = "forum.yaml") -> (sources: SourceMap, file: FileID) {
        var sources = SourceMap()
        let file = sources.add(path: path, bytes: FileBytes(bytes))
        return (sources, file)
    }

    static func table(_ text: String) -> LineTable { table(Array(text.utf8)) }

    static func table(_ bytes: [UInt8]) -> LineTable {
        LineTable(FileBytes(bytes))
    }

    /// Two files and three diagnostics with everything a diagnostic can have.
    static func report() -> (diagnostics: [Diagnostic], sources: SourceMap) {
        var sources = SourceMap()
        let lines = Array(repeating: "#", count: 13) + ["  incorporada: complet", "  años: [1,", "    2]", ""]
        let forum = sources.add(
            path: "forums/mercosur/forum.yaml", bytes: FileBytes(lines.joined(separator: "\n")))
        let workspace = sources.add(
            path: "forums/mi área/workspace.yaml",
            bytes: FileBytes(String(repeating: "#\n", count: 8) + "    scale: [a]\n"))
        let level = forum.range(14, 16, 14, 23)
        let diagnostics: [Diagnostic] = [
            .error(
                missingFile, at: nil, "the workspace has no folder 'reference'", help: "run 'followup new workspace'"),
            .error(
                unknownLevel, at: level, "the progress scale has no level 'complet'; did you mean 'complete'?",
                notes: [
                    DiagnosticNote("the scale is declared here", at: workspace.range(9, 5, 9, 10)),
                    DiagnosticNote("levels are the workspace's own"),
                ],
                fixIts: [
                    .replace(level, with: "complete"),
                    FixIt("take the line out", edits: [TextEdit(range: forum.range(14, 1, 15, 1), replacement: "")]),
                ]),
            .warning(missingKey, at: forum.range(15, 3, 16, 7), "'años' has no key 'since'"),
        ]
        return (diagnostics, sources)
    }
}

extension FileID {
    /// A range of this file from a line and column to another.
    func range(_ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int) -> SourceRange {
        SourceRange(
            file: self, start: SourcePosition(line: line, column: column),
            end: SourcePosition(line: endLine, column: endColumn))
    }
}

/// Numbers that look random and are the same in every run.
struct FixedRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
