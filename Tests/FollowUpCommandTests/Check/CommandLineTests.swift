import TerminalText
import Testing

@testable import FollowUpCommand

/// How a command line is taken apart, in which language it is answered, and how it ends.
@Suite struct CommandLineTests {
    @Test(arguments: [
        ["status"], ["matrix", "--measure", "67"], ["explain", "CRI", "67.2"], ["forums"], ["forums", "--modules"],
        ["check"], ["explain-code"], ["explain-code", "unknown-country"], ["schema", "forum"], ["man"], ["--help"],
        ["help"], ["help", "check"], ["--version"], [], ["--generate-completion-script", "zsh"],
    ])
    func endsWellWithoutComplaint(_ arguments: [String]) throws {
        let run = try CommandRun(arguments: arguments)
        #expect(run.status == .success)
        #expect(!run.output.isEmpty)
        #expect(run.complaint.isEmpty)
    }

    @Test(arguments: [
        (["chekc"], "there is no command 'chekc'; did you mean 'check'?"),
        (["frobnicate"], "there is no command 'frobnicate'"),
        (["check", "--frob"], "Unknown option '--frob'"),
        (["check", "--format", "xml"], "The value 'xml' is invalid for '--format <format>'"),
        (["check", "surplus"], "Unexpected argument 'surplus'"),
        (["status", "--lang", "xx"], "no texts in the language 'xx'"),
        (["status", "--as-of", "yesterday"], "'yesterday' is not a date"),
        (["status", "--forum", "mercsur"], "did you mean \u{2018}mercosur\u{2019}?"),
        (["matrix", "--measure", "670"], "The framework has no measure \u{2018}670\u{2019}"),
        (["explain", "CR1", "67.2"], "No country has the code \u{2018}CR1\u{2019}"),
        (["explain", "CRI"], "Missing expected argument '<line>'"),
        (["status", "--workspace", "/nowhere"], "the workspace '/nowhere' can't be read"),
        (["explain-code", "unknown-contry"], "did you mean \u{2018}unknown-country\u{2019}?"),
        (["schema"], "name one schema to print it, or give --write alone to write all"),
        (["schema", "forum", "--write"], "name one schema to print it, or give --write alone to write all"),
        (["schema", "forun"], "there is no schema 'forun'; did you mean \u{2018}forum\u{2019}?"),
        (["schema", "--write", "--workspace", "/nowhere"], "the folder '/nowhere' has no workspace.yaml"),
    ])
    func misuseEndsWithTwoAndSaysWhy(_ arguments: [String], _ message: String) throws {
        let run = try CommandRun(arguments: arguments)
        #expect(run.status == .usageError)
        #expect(run.output.isEmpty)
        #expect(run.complaint.contains(message))
    }

    @Test func theChangelogBeginsWithThisVersion() throws {
        let head = try Repository.text(of: "CHANGELOG.md").split(separator: "\n").first { $0.hasPrefix("## ") }
        #expect(head?.hasPrefix("## \(FollowUpCommand.version)") == true)
    }

    @Test func dataErrorsEndOtherCommandsWithOneOnlyWhenStrict() throws {
        let workspace = try MadeUpWorkspace([
            "a/reports/one.csv": "commitment,party,status,date\na1,AAB,finished,2020\n"
        ])
        let plain = try CommandRun("status", "--workspace", workspace.path)
        #expect(plain.status == .success)
        #expect(plain.complaint == "followup: The data has errors; what can be read is shown. Run followup check\n")
        #expect(plain.output.contains("Forum A"))
        let strict = try CommandRun("status", "--strict", "--workspace", workspace.path)
        #expect(strict.status == .dataErrors)
        #expect(strict.output == plain.output)
    }

    @Test func statusCodesAreTheDocumentedOnes() {
        #expect(CommandStatus.success.rawValue == 0)
        #expect(CommandStatus.dataErrors.rawValue == 1)
        #expect(CommandStatus.usageError.rawValue == 2)
    }

    @Test(arguments: [
        (["LANG": "es_AR.UTF-8"], "Foros de este espacio de trabajo"),
        (["LANG": "pt_BR.UTF-8"], "Fóruns deste espaço de trabalho"),
        (["LANG": "fr"], "Forums de cet espace de travail"),
        (["LANG": "en_GB.UTF-8"], "Forums of this workspace"),
        (["LC_ALL": "C", "LANG": "es_AR.UTF-8"], "Forums of this workspace"),
        (["LC_ALL": "", "LC_MESSAGES": "fr_FR", "LANG": "es_AR.UTF-8"], "Forums de cet espace de travail"),
        (["LANG": "est_EE.UTF-8"], "Forums of this workspace"),
        (["LANG": "de_DE.UTF-8"], "Forums of this workspace"),
        ([:], "Forums of this workspace"),
    ])
    func theEnvironmentChoosesTheLanguage(_ variables: [String: String], _ title: String) throws {
        let run = try CommandRun(arguments: ["forums"], variables: variables)
        #expect(run.output.hasPrefix(title + "\n"))
    }

    @Test func theOptionOutweighsTheEnvironment() throws {
        let run = try CommandRun("forums", "--lang", "pt", variables: ["LC_ALL": "es_AR.UTF-8"])
        #expect(run.output.hasPrefix("Fóruns deste espaço de trabalho\n"))
    }

    @Test func withoutUnicodeLinesAreDrawnInASCII() throws {
        let run = try CommandRun(
            "forums", terminal: Terminal(environment: ["LC_ALL": "C"], isInteractive: false, reportedWidth: nil))
        #expect(!run.output.contains("─"))
        #expect(run.output.contains("-----------"))
    }

    @Test(arguments: [["status"], ["matrix", "--measure", "67"], ["forums"], ["explain-code"]])
    func pipesAndNoColorGetPlainText(_ arguments: [String]) throws {
        let noColour = Terminal(
            environment: ["TERM": "xterm", "NO_COLOR": "1"], isInteractive: true, reportedWidth: 100)
        let pipe = Terminal(environment: ["TERM": "xterm"], isInteractive: false, reportedWidth: nil)
        let screen = Terminal(environment: ["TERM": "xterm"], isInteractive: true, reportedWidth: 100)
        #expect(try !CommandRun(arguments: arguments, terminal: noColour).output.contains("\u{1B}"))
        #expect(try !CommandRun(arguments: arguments, terminal: pipe).output.contains("\u{1B}"))
        #expect(try CommandRun(arguments: arguments, terminal: screen).output.contains("\u{1B}["))
    }

    @Test(arguments: RootCommand.commandNames)
    func eachCommandsHelpIsItsOwn(_ name: String) throws {
        let run = try CommandRun(name, "--help")
        #expect(run.status == .success)
        #expect(run.output.hasPrefix("OVERVIEW: "))
        #expect(run.output.contains("USAGE: followup \(name)"))
        #expect(run.output != (try CommandRun("--help").output))
        #expect(run.output == (try CommandRun("help", name).output))
        #expect(run.output.split(separator: "\n").allSatisfy { $0.terminalWidth <= 80 })
    }
}
