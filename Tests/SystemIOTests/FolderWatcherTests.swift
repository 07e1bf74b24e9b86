import Foundation
import Testing

@testable import SystemIO

/// Real changes of real folders.
@Suite struct FolderWatcherTests {
    /// A folder with one file in a subfolder, removed when the value goes.
    final class Playground: Sendable {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("followup-\(UUID().uuidString)").path

        init() throws {
            try make("a/reports")
            try write("a/reports/one.csv", "1\n")
        }

        deinit { for path in [path, path + "-away"] { try? FileManager.default.removeItem(atPath: path) } }

        func make(_ folder: String) throws {
            try FileManager.default.createDirectory(atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
        }

        func write(_ name: String, _ text: String, atomically: Bool = false) throws {
            try text.write(toFile: "\(path)/\(name)", atomically: atomically, encoding: .utf8)
        }

        func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }

        func move(_ name: String, _ target: String) throws {
            guard rename("\(path)/\(name)", "\(path)/\(target)") == 0 else { throw CocoaError(.fileWriteUnknown) }
        }

        func moveAway() throws { try FileManager.default.moveItem(atPath: path, toPath: path + "-away") }
        func moveBack() throws { try FileManager.default.moveItem(atPath: path + "-away", toPath: path) }
    }

    @Test(arguments: [
        ("a/reports/one.csv", false), (".one.csv.swp", true), ("one.csv~", true), ("#one.csv#", true), ("4913", true),
        ("one.csv.4711", true), ("one.tmp", true), ("sub.csv", false), ("README", false), ("__pycache__", true),
    ])
    func draftsOfEditorsAreKnown(_ name: String, _ isTransient: Bool) {
        #expect(FolderListing.isTransient(name) == isTransient)
    }

    @Test func lookingFindsWhatDiffers() throws {
        let folder = try Playground()
        let watcher = FolderWatcher(folder.path)
        try folder.write("a/reports/two.csv", "2\n")
        #expect(watcher.next() == ["a/reports/two.csv"])
        try folder.remove("a")
        #expect(watcher.next() == ["a", "a/reports", "a/reports/one.csv", "a/reports/two.csv"])
        try folder.write(".hidden", "x")
        try folder.write("b.yaml", "x")
        #expect(watcher.next() == ["b.yaml"])
    }

    /// A link to a folder beside it has files of its own names; what is named is looked at wherever it lies, whatever
    /// it is called.
    @Test func linksAndNamedFilesAreFollowed() throws {
        let folder = try Playground()
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/b", withDestinationPath: "a")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/a/loop", withDestinationPath: "..")
        try folder.make("review.2024")
        try FileManager.default.createDirectory(
            atPath: folder.path + "-away", withIntermediateDirectories: true)
        try folder.write("../\(URL(fileURLWithPath: folder.path).lastPathComponent)-away/framework.tmp", "1\n")
        let named = "../\(URL(fileURLWithPath: folder.path).lastPathComponent)-away/framework.tmp"
        let watcher = FolderWatcher(folder.path)
        try folder.write("a/reports/one.csv", "2\n")
        #expect(watcher.next().isSuperset(of: ["a/reports/one.csv", "b/reports/one.csv"]))
        try folder.write("review.2024/new.csv", "2\n")
        #expect(watcher.next().contains("review.2024/new.csv"))
        Thread.sleep(forTimeInterval: 0.2)
        #expect(watcher.next(with: [named]) { true } == [])
        try folder.write(named, "2\n")
        #expect(watcher.next(with: [named]) == [named])
    }

    @Test func aWaitThatIsOverGivesNothing() throws {
        #expect(try FolderWatcher(Playground().path).next { true } == [])
    }

    @Test func whoMayReadAFileIsAChange() throws {
        let folder = try Playground()
        let watcher = FolderWatcher(folder.path)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o400], ofItemAtPath: "\(folder.path)/a/reports/one.csv")
        #expect(watcher.next() == ["a/reports/one.csv"])
    }

    @Test func everyWayOfSavingIsOneChange() throws {
        let folder = try Playground()
        let watcher = FolderWatcher(folder.path)
        let one: Set = ["a/reports/one.csv"]
        try folder.write("a/reports/one.csv", "in place\n")
        #expect(watcher.next() == one)
        try folder.write("a/reports/.one.csv.swp", "a lock\n")
        try folder.write("a/reports/one.csv.tmp", "renamed over\n")
        try folder.move("a/reports/one.csv.tmp", "a/reports/one.csv")
        #expect(watcher.next() == one)
        try folder.move("a/reports/one.csv", "a/reports/one.csv~")
        try folder.write("a/reports/one.csv", "made anew\n")
        try folder.remove("a/reports/one.csv~")
        #expect(watcher.next() == one)
        try folder.remove("a/reports/one.csv")
        try folder.write("a/reports/one.csv", "deleted and made\n")
        #expect(watcher.next() == one)
        try folder.write("a/reports/sedXYZ", "a draft of another name\n")
        try folder.move("a/reports/sedXYZ", "a/reports/one.csv")
        #expect(watcher.next() == one)
        try folder.remove("a/reports/one.csv")
        #expect(watcher.next() == one)
    }

    @Test func manyFilesAreOneChange() throws {
        let folder = try Playground()
        let watcher = FolderWatcher(folder.path)
        let names = (0..<200).map { "a/reports/\($0).csv" }
        for name in names { try folder.write(name, "x\n") }
        #expect(watcher.next() == Set(names))
    }

    @Test func foldersComeAndGo() throws {
        let folder = try Playground()
        let watcher = FolderWatcher(folder.path)
        try folder.make("b/reports")
        try folder.write("b/forum.yaml", "x\n")
        try folder.write("b/reports/one.csv", "x\n")
        #expect(watcher.next().isSuperset(of: ["b", "b/forum.yaml", "b/reports/one.csv"]))
        try folder.write("b/reports/one.csv", "y\n")
        #expect(watcher.next() == ["b/reports/one.csv"])
        try folder.move("b", "c")
        #expect(watcher.next().isSuperset(of: ["b", "c", "c/forum.yaml", "c/reports/one.csv"]))
        try folder.write("c/reports/one.csv", "z\n")
        #expect(watcher.next() == ["c/reports/one.csv"])
        try folder.remove("a")
        #expect(watcher.next().contains("a"))
    }

    @Test func theWholeFolderVanishesAndComesBack() throws {
        let folder = try Playground()
        let watcher = FolderWatcher(folder.path)
        try folder.moveAway()
        #expect(watcher.next() == ["."])
        try folder.moveBack()
        #expect(watcher.next() == ["."])
        try folder.write("a/reports/one.csv", "still told\n")
        #expect(watcher.next() == ["a/reports/one.csv"])
        // Another folder of the same name.
        try folder.moveAway()
        try folder.make("b")
        #expect(watcher.next().contains("."))
        try folder.write("b/new.yaml", "x\n")
        #expect(watcher.next() == ["b/new.yaml"])
    }
}
