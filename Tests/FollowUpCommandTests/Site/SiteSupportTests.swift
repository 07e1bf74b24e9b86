import Diagnostics
import ForumKit
import ForumWorkspace
import Harmonization
import InstalledModules
import Synchronization
import Testing

@testable import FollowUpCommand

/// Who makes the sites of a program, and what it says where nobody does.
@Suite struct SiteSupportTests {
    @Test(arguments: ["publish nowhere", "serve --port 0"])
    func aProgramWithoutSitesSaysHowToHaveThem(_ line: String) throws {
        let run = try run(line, site: .none)
        #expect(run.status == .misuse)
        #expect(run.complaint.hasPrefix("followup: this program was built without what makes a site\n"))
        #expect(run.complaint.contains("add FollowUpSite"))
    }

    @Test(arguments: ["publish nowhere", "serve --port 0"])
    func aMissingProgramIsNamedWithItsPlace(_ line: String) throws {
        let run = try run(line, site: .programBeside("no-such-program"))
        #expect(run.status == .misuse)
        #expect(run.complaint.hasPrefix("followup: the site is made by the program 'no-such-program', "))
        #expect(run.complaint.hasSuffix("/no-such-program\n"))
    }

    @Test func theMakerGetsThePictureAndItsOutcomeIsTold() throws {
        let maker = FakeMaker()
        let run = try run("publish somewhere --lang en --as-of 2020-06-30", site: .maker(maker))
        #expect(run.status == .fine)
        #expect(run.output == "Published in somewhere: 12 files (3 MB), 4 written, 1 removed\n")
        #expect(maker.asked.withLock { $0 } == ["somewhere 2020-06-30"])
    }

    @Test func aFolderThatCannotBeWrittenIsMisuse() throws {
        let run = try run("publish refused --lang en", site: .maker(FakeMaker()))
        #expect(run.status == .misuse)
        #expect(run.complaint == "followup: refused: Permission denied\n  name a folder that you may write to\n")
    }

    @Test(arguments: [
        ("--port 70000", "--port takes a number from 0 to 65535"), ("--connections 0", "--connections takes a number"),
        ("--rate-limit -1", "--rate-limit"), ("--log-level loud", "debug, info, notice, warning, error"),
    ])
    func aServerRefusesWhatItCannotDo(_ option: String, _ words: String) throws {
        let run = try run("serve \(option) --lang en", site: .maker(FakeMaker()))
        #expect(run.status == .misuse)
        #expect(run.complaint.contains(words))
    }

    /// Which commands another program takes over: those that make sites, and no others.
    @Test func onlySitesAreTakenOver() {
        let names = RootCommand.commandNames.filter(RootCommand.needsSite)
        #expect(names == ["publish", "serve"])
        #expect(ProgramBeside("x").path.hasSuffix("/x"))
    }

    private func run(
        _ line: String, site: SiteSupport
    ) throws -> (status: CommandStatus, output: String, complaint: String) {
        let texts = Mutex(("", ""))
        var environment = CommandEnvironment(
            registry: try ForumRegistry(InstalledModules.all), today: .systemToday, variables: [:],
            output: { text in texts.withLock { $0.0 += text } }, complaint: { text in texts.withLock { $0.1 += text } })
        environment.site = site
        let words = line.split(separator: " ").map(String.init) + ["--workspace", PageRun.small]
        let status = FollowUpCommand.run(words, in: environment)
        return (status, texts.withLock { $0.0 }, texts.withLock { $0.1 })
    }
}

/// A maker that makes nothing, and notes what it was asked for.
private final class FakeMaker: SiteMaker {
    let asked = Mutex<[String]>([])

    func publish(
        _ snapshot: Snapshot, to folder: String, stamp: String, progress: @escaping @Sendable (Int, Int) -> Void
    ) throws(FileError) -> PublishedSite {
        if folder == "refused" { throw FileError(path: folder, errno: 13) }
        asked.withLock { $0.append("\(folder) \(snapshot.asOf)") }
        progress(1, 1)
        return PublishedSite(files: 12, written: 4, removed: 1, bytes: 3_000_000)
    }

    func server(
        of reading: WorkspaceReading, _ snapshot: Snapshot?, _ options: ServingOptions,
        log: @escaping @Sendable (String) -> Void
    ) -> (any SiteServer)? { nil }
}
