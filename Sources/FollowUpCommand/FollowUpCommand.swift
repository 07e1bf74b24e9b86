import ArgumentParser
public import ForumKit

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The command line of `followup`, as a library: a program with modules of its own is three lines long.
public enum FollowUpCommand {
    /// Runs the command line of this process with these modules and ends the process.
    public static func main(modules: [any ForumModule.Type]) -> Never {
        let registry: ForumRegistry
        do throws(DuplicateModule) {
            registry = try ForumRegistry(modules)
        } catch {
            preconditionFailure("a program's modules have names of their own: \(error)")
        }
        let environment = CommandEnvironment.process(registry: registry)
        exit(run(Array(CommandLine.arguments.dropFirst()), in: environment).rawValue)
    }

    /// Runs one command line in an environment and says how it ended; nothing leaves but through the environment.
    public static func run(_ arguments: [String], in environment: CommandEnvironment) -> ExitStatus {
        do {
            let command = try RootCommand.parseAsRoot(arguments)
            guard let command = command as? any FollowUpSubcommand else {
                environment.output(RootCommand.helpMessage(columns: environment.terminal.width) + "\n")
                return .fine
            }
            return try command.run(in: environment)
        } catch let misuse as Misuse {
            environment.complaint("followup: \(misuse.message)\n" + (misuse.help.map { "  \($0)\n" } ?? ""))
            return .misuse
        } catch {
            return report(error, in: environment)
        }
    }

    /// Says what ArgumentParser has to say: help and versions as results, the rest as a complaint.
    private static func report(_ error: any Error, in environment: CommandEnvironment) -> ExitStatus {
        let message = RootCommand.fullMessage(for: error, columns: environment.terminal.width) + "\n"
        if RootCommand.exitCode(for: error).isSuccess {
            environment.output(message)
            return .fine
        }
        environment.complaint(message)
        return .misuse
    }
}

/// The root of the command line.
struct RootCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "followup",
        abstract: "Follow up what forums of governments have promised about migrants, in one picture.",
        version: "0.1.0",
        subcommands: [StatusCommand.self, MatrixCommand.self, ExplainCommand.self, DueCommand.self, TrustCommand.self])
}
