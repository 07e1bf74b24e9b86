import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Foundation
import Harmonization
import InstalledModules
import SystemIO
import Testing

/// What is read and assessed anew after a change is the same as everything from scratch.
@Suite("Incremental")
struct IncrementalTests {
    /// Random edits of made-up workspaces, sound and unsound ones, each followed by a comparison with a fresh reading.
    @Test(arguments: 0..<16)
    func anyEditGivesTheSameAsFromScratch(seed: Int) throws {
        var generator = Generator(seed: 7000 + seed)
        let folder = try Folder(
            PlainWriter(
                workspace: generator.workspace(), hasMark: seed % 3 == 0, lineEnd: seed % 2 == 0 ? "\r\n" : "\n"
            ).files())
        var editor = RandomEditor(folder: folder.path, seed: seed)
        try check(folder.path, edits: 10) { try editor.edit() }
    }

    /// The shipped forums, each read by its own module, one report taken away, doubled or altered at a time.
    @Test(arguments: 0..<2)
    func theShippedForumsToo(seed: Int) throws {
        let files = FileManager.default
        let copy = files.temporaryDirectory.appendingPathComponent("followup-\(UUID().uuidString)")
        try files.copyItem(at: URL(fileURLWithPath: ShippedForums.path), to: copy)
        defer { try? files.removeItem(at: copy) }
        var editor = RandomEditor(folder: copy.path, seed: seed)
        try check(copy.path, edits: 8) { try editor.edit() }
    }

    private func check(_ folder: String, edits: Int, _ edit: () throws -> String) throws {
        let registry = try ForumRegistry(InstalledModules.all)
        let options = SnapshotOptions(asOf: try date("2018-06-30"))
        var reader = IncrementalReader(folder, registry: registry)
        var previous: Snapshot?
        var edits = (0..<edits).makeIterator()
        var told = "nothing yet"
        repeat {
            let (mine, _) = reader.read()
            let fresh = Workspace.load(folder, registry: registry)
            #expect(mine.diagnostics == fresh.diagnostics, "after: \(told)")
            #expect((mine.workspace == nil) == (fresh.workspace == nil), "after: \(told)")
            if let workspace = mine.workspace, let scratch = fresh.workspace {
                let snapshot = Snapshot(of: workspace, options: options, reusing: previous)
                compare(snapshot, with: Snapshot(of: scratch, options: options), after: told)
                let cells = workspace.framework.targets.indices.flatMap { snapshot.row(TargetIndex($0)) }
                #expect(cells == snapshot.consolidatedAnew(), "after: \(told)")
                // What one forum says alone may be taken from what it says among others, but not from another date.
                if let first = workspace.forums.first {
                    var alone = options
                    alone.forums = [first.definition.id]
                    compare(
                        Snapshot(of: workspace, options: alone, reusing: snapshot),
                        with: Snapshot(of: workspace, options: alone), after: told)
                    alone.asOf = try date("2009-06-30")
                    compare(
                        Snapshot(of: workspace, options: alone, reusing: snapshot),
                        with: Snapshot(of: workspace, options: alone), after: told)
                }
                previous = snapshot
            }
            told = try edit()
        } while edits.next() != nil
    }

    private func compare(_ mine: Snapshot, with fresh: Snapshot, after edit: String) {
        #expect(mine.lines() == fresh.lines(), "after: \(edit)")
        #expect(mine.rejected == fresh.rejected, "after: \(edit)")
        for (mine, fresh) in zip(mine.forums, fresh.forums) {
            #expect(mine.assessments == fresh.assessments, "after: \(edit)")
            #expect(mine.forum.reports.indices.count == fresh.forum.reports.count)
            #expect(
                mine.forum.reports.indices.map { mine.forum.reports.place(of: ReportIndex(Int($0))) }
                    == fresh.forum.reports.indices.map { fresh.forum.reports.place(of: ReportIndex(Int($0))) })
            for row in stride(from: 0, to: fresh.forum.reports.count, by: 17).map(ReportIndex.init) {
                #expect(mine.forum.texts(of: row).range == fresh.forum.texts(of: row).range, "after: \(edit)")
                #expect(mine.forum.texts(of: row).byColumn == fresh.forum.texts(of: row).byColumn, "after: \(edit)")
            }
        }
        for target in fresh.workspace.framework.targets.indices.map({ TargetIndex($0) }) {
            for country in fresh.countries.prefix(4) {
                let (mine, fresh) = (mine.contributions(target, country), fresh.contributions(target, country))
                #expect(mine.map(\.use) == fresh.map(\.use), "after: \(edit)")
                #expect(mine.map(\.contribution.date) == fresh.map(\.contribution.date), "after: \(edit)")
            }
        }
    }

    /// One changed word is read again alone: the rest of the snapshot is taken over and not only equal.
    @Test func whatIsUntouchedIsTakenOver() throws {
        var generator = Generator(seed: 7001)
        var plain = generator.workspace()
        while plain.forums.count < 2 || plain.forums[0].files[0].reports.isEmpty { plain = generator.workspace() }
        let folder = try Folder(PlainWriter(workspace: plain).files())
        let registry = try ForumRegistry([DeclarativeModule.self])
        let options = SnapshotOptions(asOf: try date("2018-06-30"))
        var reader = IncrementalReader(folder.path, registry: registry)
        let first = Snapshot(of: try #require(reader.read().reading.workspace), options: options)
        let file = "\(folder.path)/\(plain.forums[0].id)/reports/\(plain.forums[0].files[0].name)"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        try lines.enumerated().filter { $0.offset != 1 }.map(\.element).joined(separator: "\n")
            .write(toFile: file, atomically: false, encoding: .utf8)
        let (reading, changed) = reader.read()
        #expect(changed?.count == 1)
        let second = Snapshot(of: try #require(reading.workspace), options: options, reusing: first)
        #expect(first.forums[0] !== second.forums[0])
        #expect(zip(first.forums.dropFirst(), second.forums.dropFirst()).allSatisfy { $0 === $1 })
        #expect(first.forums[0].forum.rules == second.forums[0].forum.rules)
        // Nothing has changed: the same readings come back.
        let (again, none) = reader.read()
        #expect(none == [])
        #expect(again.workspace?.forums.map(\.revision) == reading.workspace?.forums.map(\.revision))
    }

    /// Who is told what has changed looks at that alone; a name that wasn't read before has everything looked at.
    @Test func onlyWhatHasChangedIsLookedAt() throws {
        var generator = Generator(seed: 7002)
        var plain = generator.workspace()
        while plain.forums.count < 2 || plain.forums[0].files[0].reports.isEmpty { plain = generator.workspace() }
        let folder = try Folder(PlainWriter(workspace: plain).files())
        var reader = IncrementalReader(folder.path, registry: try ForumRegistry([DeclarativeModule.self]))
        _ = reader.read()
        let name = "\(plain.forums[0].id)/reports/\(plain.forums[0].files[0].name)"
        let file = "\(folder.path)/\(name)"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let header = String(text.prefix { $0 != "\n" }) + "\n"
        try header.write(toFile: file, atomically: false, encoding: .utf8)
        #expect(reader.read(changed: ["\(plain.forums[1].id)/forum.yaml"]).changed == [])
        #expect(reader.read(changed: [name]).changed?.count == 1)
        try text.write(toFile: file, atomically: false, encoding: .utf8)
        #expect(reader.read(changed: ["nobody/knows.csv"]).changed?.count == 1)
        try FileManager.default.removeItem(atPath: file)
        #expect(reader.read(changed: [name]).changed == nil)
    }

    /// Files that come and go, and a folder that is no workspace for a while.
    @Test func filesMayComeAndGo() throws {
        var generator = Generator(seed: 7002)
        let plain = generator.workspace()
        let folder = try Folder(PlainWriter(workspace: plain).files())
        let forum = "\(folder.path)/\(plain.forums[0].id)"
        let (settings, aside) = ("\(folder.path)/workspace.yaml", "\(folder.path)/aside")
        let files = FileManager.default
        let steps: [(String, () throws -> Void)] = [
            (
                "a report file more",
                { try files.copyItem(atPath: "\(forum)/reports/file-0.csv", toPath: "\(forum)/reports/x.csv") }
            ),
            ("a report file less", { try files.removeItem(atPath: "\(forum)/reports/x.csv") }),
            ("no workspace.yaml", { try files.moveItem(atPath: settings, toPath: aside) }),
            ("workspace.yaml again", { try files.moveItem(atPath: aside, toPath: settings) }),
            ("no commitments", { try files.removeItem(atPath: "\(forum)/commitments.yaml") }),
            ("no forum", { try files.removeItem(atPath: forum) }),
        ]
        var step = steps.makeIterator()
        try check(folder.path, edits: steps.count) {
            guard let (name, change) = step.next() else { return "the end" }
            try change()
            return name
        }
    }
}

/// Changes the files of a folder at random: rows, words, single bytes, rarely the rules.
private struct RandomEditor {
    let folder: String
    private var numbers: SeededNumbers

    init(folder: String, seed: Int) {
        self.folder = folder
        numbers = SeededNumbers(seed: 31 * seed + 7)
    }

    /// Makes one edit and says which.
    mutating func edit() throws -> String {
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
        let wanted = Int.random(in: 0..<8, using: &numbers) == 0 ? ".yaml" : ".csv"
        guard let file = files.filter({ $0.hasSuffix(wanted) }).randomElement(using: &numbers) else { return "nothing" }
        let path = "\(folder)/\(file)"
        var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        let edit = Int.random(in: 0..<6, using: &numbers)
        switch edit {
        case 0: swapBytes(&bytes)
        case 1: lines(&bytes) { lines, numbers in lines.remove(at: Int.random(in: 0..<lines.count, using: &numbers)) }
        case 2:
            lines(&bytes) { lines, numbers in
                let line = lines[Int.random(in: 0..<lines.count, using: &numbers)]
                lines.insert(line, at: Int.random(in: 0...lines.count, using: &numbers))
            }
        case 3: lines(&bytes) { lines, numbers in lines.shuffle(using: &numbers) }
        case 4: bytes.insert(UInt8(ascii: "\""), at: Int.random(in: 0...bytes.count, using: &numbers))
        default: if bytes.count > 1 { bytes.removeLast(Int.random(in: 1..<min(40, bytes.count), using: &numbers)) }
        }
        try Data(bytes).write(to: URL(fileURLWithPath: path), options: edit % 2 == 0 ? .atomic : [])
        return "edit \(edit) of \(file)"
    }

    private mutating func swapBytes(_ bytes: inout [UInt8]) {
        guard bytes.count > 1 else { return }
        for _ in 0..<2 {
            bytes.swapAt(
                Int.random(in: 0..<bytes.count, using: &numbers), Int.random(in: 0..<bytes.count, using: &numbers))
        }
    }

    /// Changes the lines below the first one.
    private mutating func lines(
        _ bytes: inout [UInt8], _ change: (inout [ArraySlice<UInt8>], inout SeededNumbers) -> Void
    ) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let first = lines.removeFirst()
        if !lines.isEmpty { change(&lines, &numbers) }
        bytes = Array(([first] + lines).joined(separator: [UInt8(ascii: "\n")]))
    }
}
