import FollowUpModel
import ForumKit
import ForumWorkspace
import Foundation
import InstalledModules
import Synchronization
import SystemIO
import Testing

@testable import FollowUpCommand

/// The note of the programs that may run, on a disk that fails; the programs are made up.
@Suite struct TrustStoreTests {
    private static func store(below home: String, in files: FileSystem = .real) throws -> TrustStore {
        var environment = CommandEnvironment(
            registry: try ForumRegistry(InstalledModules.all),
            today: try #require(CalendarDay(year: 2026, month: 3, day: 1)), variables: ["HOME": home],
            output: { _ in }, complaint: { _ in })
        environment.files = files
        return try TrustStore(in: environment)
    }

    private static func program(_ folder: String) -> ForumProgram {
        ForumProgram(
            folder: folder, program: folder + "/read.py", command: ["./read.py"], interpreter: ["/usr/bin/python3"],
            interpreterFile: "/usr/bin/python3.11", files: [ForumProgram.File(path: "read.py", hash: "0")])
    }

    /// One call after the other fails: the note that was there stands whole, or the new one, and nothing else beside it.
    @Test(arguments: [ENOSPC, EIO, EMFILE, EINTR])
    func aNoteIsWrittenWholeOrNotAtAll(_ code: Int32) throws {
        let home = NSTemporaryDirectory() + "followup-home-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: home) }
        let (old, new) = (Self.program("/made-up/old"), Self.program("/made-up/new"))
        let store = try Self.store(below: home)
        var failures = 0
        for wanted in 1...100 {
            try? FileManager.default.removeItem(atPath: home)
            try store.add(old)
            let calls = Atomic(0)
            let broken = FileSystem { call, _ in
                // A file is closed also where a signal came in between.
                let counts = code != EINTR || call != .close
                return counts && calls.add(1, ordering: .relaxed).newValue == wanted ? code : nil
            }
            do {
                try Self.store(below: home, in: broken).add(new)
            } catch is UsageError {
                failures += 1
            }
            let after = try store.read()
            #expect(after == [old] || after == [old, new])
            #expect(try FileManager.default.contentsOfDirectory(atPath: home + "/.config/followup") == ["trust.json"])
            if calls.load(ordering: .relaxed) < wanted {
                #expect(after == [old, new])
                break
            }
        }
        // To open and read the old note, to open, write, sync, close and rename the new one.
        #expect(code == EINTR ? failures == 0 : failures >= 7)
    }
}
