import Foundation
import Testing

@testable import FollowUpCommand

/// A command line that reads a workspace, without the words that say which, how and in what language.
struct ReadingCommand: CustomTestStringConvertible, Sendable {
    var words: [String]
    /// The options that the command takes besides those of all commands.
    var takesDates = true

    var testDescription: String { words.joined(separator: " ") }

    /// Every command that reads a workspace and prints what it says, with the things of ``MadeUpWorkspace``.
    static let all = [
        ReadingCommand(words: ["status"]), ReadingCommand(words: ["matrix"]),
        ReadingCommand(words: ["matrix", "--measure", "1"]), ReadingCommand(words: ["country", "AAA"]),
        ReadingCommand(words: ["measure", "1"]), ReadingCommand(words: ["forum", "a"]),
        ReadingCommand(words: ["explain", "AAA", "1"]), ReadingCommand(words: ["gaps"]),
        ReadingCommand(words: ["divergences"]), ReadingCommand(words: ["due"]),
        ReadingCommand(words: ["forums"], takesDates: false), ReadingCommand(words: ["check"], takesDates: false),
    ]
    static let dated = all.filter(\.takesDates)

    static let languages = ["en", "es", "pt", "fr"]
    static let formats = ["table", "json", "csv", "markdown"]

    /// Runs the command on a workspace.
    func run(on workspace: MadeUpWorkspace, _ options: [String] = [], width: Int = 80) throws -> CommandRun {
        try CommandRun(
            arguments: words + ["--workspace", workspace.path] + options, terminal: Terminal(width: width))
    }
}

/// Reads CSV by RFC 4180, one character after the other; nil where the text isn't CSV.
func plainCSV(_ text: String) -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    enum State { case start, plain, quoted, closed }
    var state = State.start
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
        switch (state, scalar) {
        case (.quoted, "\""): state = .closed
        case (.quoted, _): field.append(scalar)
        case (.closed, "\""):
            field.append("\"")
            state = .quoted
        case (.start, "\""): state = .quoted
        case (.plain, "\""): return nil
        case (_, ","):
            row.append(String(field))
            (field, state) = (.init(), .start)
        case (_, "\r"):
            guard scalars.popFirst() == "\n" else { return nil }
            rows.append(row + [String(field)])
            (row, field, state) = ([], .init(), .start)
        case (.closed, _), (_, "\n"): return nil
        default:
            field.append(scalar)
            state = .plain
        }
    }
    // Every record, the last one too, has its line end.
    return state == .start && row.isEmpty && field.isEmpty ? rows : nil
}

/// The tables of a Markdown page, each as its rows of cells; a `\|` is part of a cell.
func plainMarkdownTables(_ text: String) -> [[[String]]] {
    var tables: [[[String]]] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        guard line.hasPrefix("|") else {
            isInside = false
            continue
        }
        if !isInside { tables.append([]) }
        isInside = true
        let marked = line.replacing("\\|", with: "\u{0}")
        let cells = marked.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
        tables[tables.count - 1].append(
            cells.map { $0.replacing("\u{0}", with: "|").trimmingCharacters(in: .whitespaces) })
    }
    return tables
}
