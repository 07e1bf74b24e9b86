import Foundation
import Testing

@testable import FollowUpCommand

@Suite struct ManualTests {
    @Test func everyCommandAndOptionHasItsEntry() throws {
        let page = try CommandRun("man").output
        #expect(page.hasPrefix(".TH FOLLOWUP 1 \"\" \"followup \(FollowUpCommand.version)\""))
        for name in RootCommand.commandNames {
            #expect(page.contains(".SS \"followup \(name.replacingOccurrences(of: "-", with: "\\-"))"))
            let help = try CommandRun(name, "--help").output
            for option in help.split(whereSeparator: { " \n[](),.".contains($0) }) where option.hasPrefix("--") {
                if ["--help", "--version"].contains(option) { continue }
                #expect(page.contains(option.replacingOccurrences(of: "-", with: "\\-")), "\(name) \(option)")
            }
        }
    }

    @Test func itTellsStatusEnvironmentFilesAndExamples() throws {
        let page = try CommandRun("man").output
        for section in ["EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES", "COMMON OPTIONS"] {
            #expect(page.contains("\n.SH \"\(section)\"\n"))
        }
        for word in ["NO_COLOR", "COLUMNS", "LC_ALL", "\\fB0\\fR", "\\fB1\\fR", "\\fB2\\fR"] {
            #expect(page.contains(word))
        }
    }

    @Test func itIsPureASCIIAndNoTextLooksLikeARequest() throws {
        let page = try CommandRun("man").output
        #expect(page.utf8.allSatisfy { $0 < 0x80 })
        let requests: Set = ["TH", "SH", "SS", "TP", "PP", "B", "I", "RI"]
        for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
            let request = line.dropFirst().prefix { $0.isLetter }
            #expect(requests.contains(String(request)), "\(line)")
        }
    }

    @Test(.enabled(if: Program.exists("groff")))
    func groffHasNoComplaint() throws {
        let result = try Program.run("groff", ["-man", "-Tutf8", "-ww"], input: CommandRun("man").output)
        #expect(result.complaint.isEmpty)
        #expect(result.status == 0)
        #expect(result.output.contains("--min-confidence"))
    }
}

@Suite struct CompletionTests {
    @Test(arguments: ["bash", "zsh", "fish"])
    func theScriptNamesEveryCommandAndOption(_ shell: String) throws {
        let script = try CommandRun("--generate-completion-script", shell).output
        for name in RootCommand.commandNames { #expect(script.contains(name)) }
        for option in ["workspace", "as-of", "min-confidence", "strict", "measure"] { #expect(script.contains(option)) }
    }

    @Test(.enabled(if: Program.exists("bash")))
    func bashUnderstandsItsScript() throws {
        let script = try CommandRun("--generate-completion-script", "bash").output
        let result = try Program.run("bash", ["-n"], input: script)
        #expect(result.complaint.isEmpty)
        #expect(result.status == 0)
    }

    @Test(.enabled(if: Program.exists("zsh")))
    func zshUnderstandsItsScript() throws {
        let script = try CommandRun("--generate-completion-script", "zsh").output
        #expect(try Program.run("zsh", ["-n"], input: script).status == 0)
    }

    @Test(.enabled(if: Program.exists("fish")))
    func fishUnderstandsItsScript() throws {
        let script = try CommandRun("--generate-completion-script", "fish").output
        #expect(try Program.run("fish", ["--no-execute"], input: script).status == 0)
    }

    @Test func wordsOfTheWorkspaceAreOffered() throws {
        let words = WorkspaceCompletions(["followup", "matrix", "--workspace", Repository.path + "/forums", "--forum"])
        #expect(try words.forums.count == Repository.shippedTotals().forums)
        #expect(words.forums.contains("un-treaties"))
        #expect(words.countries.count == 33)
        #expect(words.countries.contains("CRI"))
        #expect(words.measures.contains("67"))
        #expect(words.lines.contains("67.2"))
    }

    @Test func withoutAWorkspaceNothingIsOffered() {
        let words = WorkspaceCompletions(["followup", "matrix", "--workspace", "/nowhere"])
        #expect(words.forums.isEmpty)
        #expect(words.countries.isEmpty)
        #expect(words.measures.isEmpty)
        #expect(words.lines.isEmpty)
    }

    @Test func anOptionWithoutItsValueReadsTheUsualFolder() {
        // Tests run in the package's folder or elsewhere; either way the names are those of `forums`, or none.
        #expect(WorkspaceCompletions(["--workspace"]).forums == WorkspaceCompletions([]).forums)
    }
}

/// A program of the system, where it is installed.
enum Program {
    static func exists(_ name: String) -> Bool { path(of: name) != nil }

    private static func path(of name: String) -> String? {
        ["/usr/bin", "/bin", "/usr/local/bin"].map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs a program on an input that fits a file; its output must fit a pipe.
    static func run(
        _ name: String, _ arguments: [String], input: String
    ) throws -> (output: String, complaint: String, status: Int32) {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("followup-\(UUID().uuidString)")
        try input.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(path(of: name)))
        process.arguments = arguments + [file.path]
        let (output, complaint) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, complaint)
        try process.run()
        let texts = [output, complaint].map {
            String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        }
        process.waitUntilExit()
        return (texts[0], texts[1], process.terminationStatus)
    }
}
