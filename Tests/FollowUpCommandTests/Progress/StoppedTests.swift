import Diagnostics
import FollowUpModel
import ForumKit
import Foundation
import InstalledModules
import Localization
import Synchronization
import SystemIO
import Testing

@testable import FollowUpCommand

@Suite struct StoppedTests {
    @Test(
        arguments: ["status", "check", "matrix --measure 1", "status --watch"],
        [("en", "stopped"), ("es", "detenido"), ("pt", "interrompido"), ("fr", "arrêté")])
    func aStoppedCommandShowsNothingHalf(_ command: String, _ language: (name: String, word: String)) throws {
        let words = command.split(separator: " ").map(String.init) + ["--workspace", PageRun.small]
        let texts = Mutex(("", ""))
        var environment = CommandEnvironment(
            registry: try ForumRegistry(InstalledModules.all), today: .systemToday, variables: ["LANG": language.name],
            output: { text in texts.withLock { $0.0 += text } }, complaint: { text in texts.withLock { $0.1 += text } })
        environment.changes = { _ in { _ in nil } }
        environment.meter.stop()
        #expect(FollowUpCommand.run(words, in: environment) == .stopped)
        #expect(texts.withLock { $0.0 }.isEmpty)
        #expect(texts.withLock { $0.1 } == "followup: \(language.word)\n")
        #expect(CommandStatus.stopped.rawValue == 130)
        #expect(CommandStatus.terminated.rawValue == 143)
    }

    /// The request may come just before a question is asked: then the missing answer is no fault of the person.
    @Test(arguments: [(EndRequests.Request.interrupt, CommandStatus.stopped), (.terminate, .terminated)])
    func aQuestionThatIsEndedIsNoMisuse(_ request: EndRequests.Request, _ status: CommandStatus) throws {
        let complaints = Mutex("")
        var environment = CommandEnvironment(
            registry: try ForumRegistry(InstalledModules.all), today: .systemToday, variables: ["LANG": "fr"],
            output: { _ in }, complaint: { text in complaints.withLock { $0 += text } })
        let interruption = Interruption(environment.meter, texts: LazyValue { .texts(for: .french) })
        environment.interruption = interruption
        environment.ask = { _ in
            _ = interruption.request(request)
            return nil
        }
        #expect(FollowUpCommand.run(["new", "forum", "--workspace", PageRun.small], in: environment) == status)
        #expect(complaints.withLock { $0 } == "followup: arrêté\n")
    }
}
