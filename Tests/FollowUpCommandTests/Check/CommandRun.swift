import FollowUpModel
import ForumKit
import Foundation
import InstalledModules
import Testing

@testable import FollowUpCommand

/// The repository that these tests stand in.
enum Repository {
    /// Its folder.
    static let path = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The text of one of its files.
    static func text(of name: String) throws -> String {
        try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
    }

    /// How much forums/ holds: folders with a forum.yaml, commitments that have an id, rows of reports.
    static func shippedTotals() throws -> (forums: Int, commitments: Int, reports: Int) {
        let files = try FileManager.default.subpathsOfDirectory(atPath: "\(path)/forums")
        var totals = (forums: files.count { $0.hasSuffix("/forum.yaml") }, commitments: 0, reports: 0)
        for file in files where file.hasSuffix("/commitments.yaml") {
            totals.commitments += try text(of: "forums/\(file)").split(separator: "\n")
                .count { $0.hasPrefix("  - id:") || $0.hasPrefix("  - {id:") }
        }
        for file in files where file.contains("/reports/") && file.hasSuffix(".csv") {
            var isQuoted = false
            let records = try text(of: "forums/\(file)").unicodeScalars.count { scalar in
                if scalar == "\"" { isQuoted.toggle() }
                return scalar == "\n" && !isQuoted
            }
            totals.reports += records - 1
        }
        return totals
    }
}

/// One run of the command line, without a process: what it printed and how it ended.
struct CommandRun {
    var output = ""
    var complaint = ""
    var status: CommandStatus

    /// Runs a command line on the shipped workspace unless it names another one.
    init(
        _ arguments: String..., variables: [String: String] = [:], width: Int = 80, colour: Bool = false,
        terminal: Terminal? = nil, today: CalendarDay? = CalendarDay(year: 2026, month: 3, day: 1)
    ) throws {
        try self.init(
            arguments: arguments, variables: variables,
            terminal: terminal ?? Terminal(width: width, usesColour: colour), today: today)
    }

    init(
        arguments: [String], variables: [String: String] = [:], terminal: Terminal = Terminal(),
        today: CalendarDay? = CalendarDay(year: 2026, month: 3, day: 1)
    ) throws {
        let texts = Texts()
        let today = try #require(today)
        var environment = CommandEnvironment(
            registry: try ForumRegistry(InstalledModules.all), today: today, variables: variables,
            output: { texts.add($0, isComplaint: false) }, complaint: { texts.add($0, isComplaint: true) })
        environment.terminal = terminal
        var arguments = arguments
        let reads = [
            "check", "forums", "status", "matrix", "explain", "country", "forum", "measure", "gaps", "divergences",
            "due",
        ]
        if let name = arguments.first, reads.contains(name), !arguments.contains("--workspace") {
            arguments += ["--workspace", Repository.path + "/forums"]
        }
        status = FollowUpCommand.run(arguments, in: environment)
        (output, complaint) = texts.all
    }

    /// Collects what a command prints.
    ///
    /// Safe to share: commands print from the thread that runs them, one by one.
    private final class Texts: @unchecked Sendable {
        private var output = ""
        private var complaint = ""

        func add(_ text: String, isComplaint: Bool) {
            if isComplaint { complaint += text } else { output += text }
        }

        var all: (String, String) { (output, complaint) }
    }
}

/// A made-up workspace in a folder of its own, removed when the value goes.
final class MadeUpWorkspace {
    let path: String

    /// Makes a workspace of one forum with two countries; `files` replace or add files, nil leaves one out.
    init(_ files: [String: String?] = [:]) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("followup-\(UUID().uuidString)").path
        for (name, text) in Self.sound.mapValues(Optional.some).merging(files, uniquingKeysWith: { $1 }) {
            guard let text else { continue }
            let file = URL(fileURLWithPath: "\(path)/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    private static let sound: [String: String] = [
        "workspace.yaml": """
        workspace: made-up
        name: {en: Made up}
        framework: framework.yaml
        countries: countries.yaml
        languages: [en]
        region: made-up
        progress:
          - {level: begun, name: {en: Begun}, letter: B, sign: "-"}
          - {level: done, name: {en: Done}, letter: D, sign: "+"}
        contrary: {name: {en: Back}, letter: X, sign: "x"}
        consolidation: {rule: weakest}

        """,
        "framework.yaml": """
        framework: made-up
        name: {en: Made-up framework}
        chapters: [{id: A, title: {en: One}, measures: {from: 1, to: 1}, coverage: full}]
        measures: [{id: "1", code: A.1, chapter: A, title: {en: Do it}, coverage: full}]

        """,
        "countries.yaml": """
        regions: [{id: "001", name: {en: World}}]
        countries:
          - {code: AAA, alpha2: AA, m49: "901", name: {en: Aland}, group: made-up, region: "001", sovereign: true}
          - {code: BBB, alpha2: BB, m49: "902", name: {en: Beland}, group: made-up, region: "001", sovereign: true}

        """,
        "a/forum.yaml": """
        forum: a
        module: declarative
        name: {en: Forum A}
        kind: conference
        languages: [en]
        members: [{country: AAA}, {country: BBB}]
        statuses: {underway: begun, finished: done}

        """,
        "a/commitments.yaml": """
        commitments:
          - {id: a1, title: {en: Do it}, legal-force: political, crosswalk: [{to: "1", relation: exact}]}

        """,
        "a/reports/one.csv": """
        commitment,party,status,date
        a1,AAA,finished,2020-05
        a1,BBB,underway,2021

        """,
    ]
}
