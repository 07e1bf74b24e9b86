import Foundation
import TerminalText
import Testing

@testable import FollowUpCommand

/// Every command that reads a workspace, in every format and language: what holds for all of them.
@Suite("Every command")
struct CommandMatrixTests {
    /// A deadline that one country has missed, so that every command has something to say.
    private static let owing: [String: String?] = [
        "a/commitments.yaml": """
        commitments:
          - id: a1
            title: {en: Do it}
            legal-force: political
            deadline: 2021-12-31
            crosswalk: [{to: "1", relation: exact}]

        """
    ]

    @Test("ends well, says something, complains of nothing and says the same again", arguments: ReadingCommand.all)
    func isFine(_ command: ReadingCommand) throws {
        let workspace = try MadeUpWorkspace(Self.owing)
        for (language, format) in zip(ReadingCommand.languages, ReadingCommand.formats) {
            let options = ["--lang", language, "--format", format]
            let run = try command.run(on: workspace, options)
            #expect(run.status == .success, "\(options)")
            #expect(run.complaint.isEmpty, "\(options): \(run.complaint)")
            #expect(!run.output.isEmpty, "\(options)")
            #expect(run.output.utf8.last == 0x0A, "\(options)")
            #expect(try command.run(on: workspace, options + ["--strict"]).output == run.output)
        }
    }

    @Test("fits the terminal and leaves no placeholder, colour or blank at a line's end", arguments: ReadingCommand.all)
    func isReadable(_ command: ReadingCommand) throws {
        let workspace = try MadeUpWorkspace(Self.owing)
        for language in ReadingCommand.languages {
            for width in [60, 80, 200] {
                let run = try command.run(on: workspace, ["--lang", language], width: width)
                // The summary of check is one line however narrow the terminal is.
                for line in run.output.split(separator: "\n") where command.words[0] != "check" {
                    #expect(String(line).terminalWidth <= width, "\(language) \(width): \(line)")
                    #expect(line.last != " ", "\(language): '\(line)'")
                }
                #expect(!run.output.contains("\u{1B}"))
                #expect(run.output.firstMatch(of: /\{[a-z]+\}/) == nil, "a placeholder is filled in")
            }
        }
    }

    @Test("speaks each language in words of its own", arguments: ReadingCommand.all)
    func isTranslated(_ command: ReadingCommand) throws {
        let workspace = try MadeUpWorkspace(Self.owing)
        for format in ["table", "markdown"] {
            let texts = try ReadingCommand.languages.map {
                try command.run(on: workspace, ["--lang", $0, "--format", format]).output
            }
            #expect(Set(texts).count == 4, "\(format)")
        }
    }

    @Test("gives programs one JSON document, in the same words for all languages", arguments: ReadingCommand.all)
    func json(_ command: ReadingCommand) throws {
        let workspace = try MadeUpWorkspace(Self.owing)
        let documents = try ReadingCommand.languages.map { language in
            let text = try command.run(on: workspace, ["--lang", language, "--format", "json"]).output
            let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
            return try #require(value as? [String: Any])
        }
        for document in documents {
            #expect(keys(of: document) == keys(of: documents[0]), "names of members are no texts")
            for key in keys(of: document) {
                #expect(key.wholeMatch(of: /[A-Za-z][A-Za-z0-9]*|[a-z0-9]+(-[a-z0-9]+)*|[A-Z]{3}/) != nil, "\(key)")
            }
        }
    }

    /// The names of all members, wherever they stand.
    private func keys(of value: Any) -> Set<String> {
        switch value {
        case let members as [String: Any]:
            members.reduce(into: []) { $0.formUnion(keys(of: $1.value).union([$1.key])) }
        case let elements as [Any]: elements.reduce(into: []) { $0.formUnion(keys(of: $1)) }
        default: []
        }
    }

    @Test(
        "gives spreadsheets a table by RFC 4180, under the same names in all languages", arguments: ReadingCommand.all)
    func csv(_ command: ReadingCommand) throws {
        let workspace = try MadeUpWorkspace(Self.owing)
        var headers: Set<[String]> = []
        for language in ReadingCommand.languages {
            let text = try command.run(on: workspace, ["--lang", language, "--format", "csv"]).output
            let rows = try #require(plainCSV(text), "\(text)")
            let header = try #require(rows.first)
            headers.insert(header)
            #expect(Set(header).count == header.count, "no two columns of one name")
            #expect(header.allSatisfy { !$0.isEmpty })
            #expect(rows.allSatisfy { $0.count == header.count }, "\(text)")
        }
        #expect(headers.count == 1)
    }

    @Test("gives documents tables whose rows are as wide as their heads", arguments: ReadingCommand.all)
    func markdown(_ command: ReadingCommand) throws {
        let workspace = try MadeUpWorkspace(["a/forum.yaml": Self.forumWithBars])
        for language in ReadingCommand.languages {
            let text = try command.run(on: workspace, ["--lang", language, "--format", "markdown"]).output
            for table in plainMarkdownTables(text) {
                #expect(table.count >= 2)
                #expect(Set(table.map(\.count)).count == 1, "\(text)")
                #expect(table.dropFirst().first?.allSatisfy { $0.wholeMatch(of: /:?-+:?/) != nil } == true)
            }
        }
    }

    private static let forumWithBars = """
        forum: a
        module: declarative
        name: {en: "Forum | A *of* <b>bars</b>"}
        kind: conference
        languages: [en]
        members: [{country: AAA}, {country: BBB}]
        statuses: {underway: begun, finished: done}

        """

    @Test("shows what can be read and complains apart, where the data has errors", arguments: ReadingCommand.dated)
    func brokenRow(_ command: ReadingCommand) throws {
        let rows = "commitment,party,status,date\na1,AAA,finished,2020-05\na1,BBB,sunk,2021\n"
        let workspace = try MadeUpWorkspace(Self.owing.merging(["a/reports/one.csv": rows]) { $1 })
        for (language, format) in zip(ReadingCommand.languages, ReadingCommand.formats) {
            let options = ["--lang", language, "--format", format]
            let plain = try command.run(on: workspace, options)
            #expect(plain.status.rawValue == 0)
            #expect(plain.complaint.hasPrefix("followup: "))
            #expect(plain.complaint.contains("followup check"), "it names the command that says more")
            #expect(!plain.output.isEmpty && !plain.output.contains(plain.complaint))
            let strict = try command.run(on: workspace, options + ["--strict"])
            #expect(strict.status.rawValue == 1)
            #expect(strict.output == plain.output)
            #expect(strict.complaint == plain.complaint)
        }
    }

    @Test("prints nothing where the foundations can't be read, and says what is wrong", arguments: ReadingCommand.dated)
    func brokenFoundations(_ command: ReadingCommand) throws {
        let broken: [(file: String, text: String?)] = [
            ("workspace.yaml", nil), ("workspace.yaml", "workspace: [\n"), ("framework.yaml", nil),
            ("countries.yaml", "regions: []\n"),
        ]
        for (file, text) in broken {
            let workspace = try MadeUpWorkspace([file: text])
            for format in ReadingCommand.formats {
                let run = try command.run(on: workspace, ["--format", format])
                #expect(run.status.rawValue == 2, "\(file)")
                #expect(run.output.isEmpty, "\(file)")
                #expect(run.complaint.contains(file), "\(run.complaint)")
            }
        }
    }

    /// Words that no command understands, and one that it quotes back.
    private static let usageErrors: [(options: [String], quoted: String)] = [
        (["--lang", "xx"], "xx"), (["--lang", ""], ""), (["--format", "xml"], "xml"), (["--frob"], "--frob"),
        (["--format"], "--format"), (["surplus"], "surplus"),
    ]

    @Test(
        "ends with 2 where it is misused, prints nothing and quotes what it doesn't understand",
        arguments: ReadingCommand.all)
    func refusesWhatItDoesNotUnderstand(_ command: ReadingCommand) throws {
        let workspace = try MadeUpWorkspace(Self.owing)
        for (options, quoted) in Self.usageErrors {
            // What is surplus for most is the country's line for one of them.
            let run = try command.run(on: workspace, options)
            #expect(run.status.rawValue == 2, "\(options)")
            #expect(run.output.isEmpty, "\(options)")
            #expect(quoted.isEmpty || run.complaint.contains(quoted), "\(options): \(run.complaint)")
        }
        let nowhere = try CommandRun(arguments: command.words + ["--workspace", "/nowhere/at/all"])
        #expect(nowhere.status.rawValue == 2)
        #expect(nowhere.output.isEmpty)
        #expect(nowhere.complaint.contains("/nowhere/at/all"))
    }

    @Test("refuses dates, forums, rules and confidences that don't exist", arguments: ReadingCommand.dated)
    func wrongOptions(_ command: ReadingCommand) throws {
        let workspace = try MadeUpWorkspace(Self.owing)
        let options = [
            ("--as-of", "2020-02-30"), ("--as-of", "30/06/2020"), ("--min-confidence", "sure"),
            ("--rule", "average"),
        ]
        for (option, value) in options + (command.words[0] == "forum" ? [] : [("--forum", "b")]) {
            let run = try command.run(on: workspace, [option, value])
            #expect(run.status.rawValue == 2, "\(option) \(value)")
            #expect(run.output.isEmpty)
            #expect(run.complaint.contains(value), "\(run.complaint)")
        }
    }

    @Test("shows the day that is asked for, and today where none is", arguments: ReadingCommand.dated)
    func dates(_ command: ReadingCommand) throws {
        let workspace = try MadeUpWorkspace(Self.owing)
        let today = try command.run(on: workspace)
        #expect(today.output == (try command.run(on: workspace, ["--as-of", "2026-03-01"]).output))
        #expect(
            today.output != (try command.run(on: workspace, ["--as-of", "2019"]).output), "nothing was reported then")
        for format in ["table", "markdown"] {
            let past = try command.run(on: workspace, ["--as-of", "2020-06", "--format", format])
            #expect(past.output.contains("2020-06"))
        }
    }

    @Test("a workspace without forums is no error and has nothing to show", arguments: ReadingCommand.all)
    func emptyWorkspace(_ command: ReadingCommand) throws {
        guard command.words[0] != "forum" else { return }
        let workspace = try MadeUpWorkspace([
            "a/forum.yaml": nil, "a/commitments.yaml": nil, "a/reports/one.csv": nil,
        ])
        for format in ReadingCommand.formats {
            let run = try command.run(on: workspace, ["--format", format])
            #expect(run.status.rawValue == 0, "\(format): \(run.complaint)")
            #expect(format == "csv" || !run.output.isEmpty)
            #expect(!run.output.contains("nan") && !run.output.contains("inf"), "nothing of nothing is no number")
            if format == "csv" { #expect(plainCSV(run.output) != nil) }
        }
    }
}
