import ArgumentParser
import Diagnostics
public import ForumKit
import Localization
import SystemIO

/// The command line of `followup`, as a library: a program with modules of its own is three lines long.
public enum FollowUpCommand {
    /// The version of this program.
    public static let version = "0.1.0"

    /// Runs the command line of this process with these modules and ends the process.
    public static func main(modules: [any ForumModule.Type]) -> Never {
        let registry: ForumRegistry
        do throws(DuplicateModule) {
            registry = try ForumRegistry(modules)
        } catch {
            preconditionFailure("a program's modules have names of their own: \(error)")
        }
        StandardStream.fillGaps()
        FileBytes.guardMapped()
        let environment = CommandEnvironment.process(registry: registry)
        environment.interruption?.listen { texts in
            environment.display?.clear()
            environment.sayStopped(texts)
        }
        let status = run(Array(CommandLine.arguments.dropFirst()), in: environment)
        CurrentProcess.end(status: (environment.interruption?.status ?? status).rawValue)
    }

    /// Runs one command line in an environment and says how it ended; nothing leaves but through the environment.
    public static func run(_ arguments: [String], in environment: CommandEnvironment) -> ExitStatus {
        do {
            try checkName(arguments.first)
            var command = try parse(arguments)
            if let command = command as? any FollowUpSubcommand { return try command.run(in: environment) }
            // The root and ArgumentParser's own help command throw the page that is to be shown.
            try command.run()
            return .success
        } catch let error as UsageError {
            // Who is asked to end while asking a question misses the answer; that is not why it ends.
            if let interruption = environment.interruption, interruption.status != nil {
                return endStopped(in: environment, interruption.texts)
            }
            environment.complaint(error.text)
            return .usageError
        } catch let stopped as Stopped {
            return endStopped(in: environment, stopped.texts)
        } catch {
            return report(error, in: environment)
        }
    }

    /// Says that the work was stopped, where nobody has said it yet.
    private static func endStopped(in environment: CommandEnvironment, _ texts: Texts) -> ExitStatus {
        if environment.interruption?.claimMessage() ?? true { environment.sayStopped(texts) }
        return environment.interruption?.status ?? .stopped
    }

    /// The command that the arguments ask for.
    ///
    /// The one that is named reads them alone, which saves looking into all others; whatever it doesn't take, such as a
    /// call for help or a mistake, is for the root, which knows the names of all.
    private static func parse(_ arguments: [String]) throws -> any ParsableCommand {
        let named = RootCommand.configuration.subcommands.first { $0._commandName == arguments.first }
        if let named, named.configuration.subcommands.isEmpty,
            let command = try? named.parseAsRoot(Array(arguments.dropFirst())), command is any FollowUpSubcommand
        {
            return command
        }
        return try RootCommand.parseAsRoot(arguments)
    }

    /// Refuses a command that doesn't exist, with the nearest one that does.
    private static func checkName(_ name: String?) throws {
        guard let name, !name.hasPrefix("-") else { return }
        let names = RootCommand.commandNames + ["help"]
        if names.contains(name) { return }
        let near = name.nearest(in: names)
        throw UsageError(
            "there is no command '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
            help: "see them all with: followup --help")
    }

    /// Says what ArgumentParser has to say: help and versions as results, the rest as a complaint.
    private static func report(_ error: any Error, in environment: CommandEnvironment) -> ExitStatus {
        let message = RootCommand.fullMessage(for: error, columns: environment.terminal.width) + "\n"
        if RootCommand.exitCode(for: error).isSuccess {
            environment.output(message)
            return .success
        }
        environment.complaint(message)
        return .usageError
    }
}

/// The root of the command line.
struct RootCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "followup",
        abstract: "Follow up what forums of governments have promised about migrants, in one picture.",
        discussion: """
            Begin with followup status, then followup matrix --measure 67, and ask why of any cell with \
            followup explain CRI 67.2. After editing a file, run followup check.
            """,
        version: FollowUpCommand.version,
        subcommands: [
            StatusCommand.self, MatrixCommand.self, CountryCommand.self, MeasureCommand.self, ForumCommand.self,
            ExplainCommand.self, GapsCommand.self, DivergencesCommand.self, DueCommand.self, ForumsCommand.self,
            DiffCommand.self, PublishCommand.self, ServeCommand.self, CheckCommand.self, TestModuleCommand.self,
            InitCommand.self, NewCommand.self, LanguageCommand.self, TrustCommand.self, ExplainCodeCommand.self,
            SchemaCommand.self,
            ManCommand.self,
        ])

    /// The names of the commands, in the order in which help shows them.
    static let commandNames = configuration.subcommands.map { $0._commandName }
}
