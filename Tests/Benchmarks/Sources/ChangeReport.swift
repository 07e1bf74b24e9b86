import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Foundation
import Harmonization
import InstalledModules

/// `change WORKSPACE`: one report is taken out of a copy of the workspace, put back, taken out again; each time until
/// the new picture stands.
///
/// Prints the median of all changes, the fastest and the slowest, without the time that writing the file takes.
func measureChange(_ path: String) {
    let copy = FileManager.default.temporaryDirectory.appendingPathComponent("followup-bench-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: copy) }
    do {
        try FileManager.default.copyItem(at: URL(fileURLWithPath: path), to: copy)
        // Files written a moment ago are looked into every time, as a copy's would be; people's files are older.
        Thread.sleep(forTimeInterval: 0.2)
        let registry = try ForumRegistry(InstalledModules.all)
        var reader = IncrementalReader(copy.path, registry: registry)
        let first = reader.read().reading
        guard let workspace = first.workspace, let change = Change(in: workspace) else {
            fail("\(path): no workspace with reports", code: 1)
        }
        let options = SnapshotOptions(asOf: PartialDate(CalendarDay(number: 20_000)))
        var snapshot = Snapshot(of: workspace, options: options)
        var seconds: [Double] = []
        for round in 0..<20 {
            try change.write(isTakenOut: round.isMultiple(of: 2))
            let (next, time) = timed { () -> Snapshot? in
                let (reading, changed) = reader.read()
                guard changed?.count == 1, let workspace = reading.workspace else { return nil }
                return Snapshot(of: workspace, options: options, reusing: snapshot)
            }
            guard let next else { fail("\(path): the change was not found", code: 1) }
            snapshot = next
            seconds.append(time)
        }
        seconds.sort()
        print("changes \(seconds.count)\nfastest \(seconds[0])\nslowest \(seconds[seconds.count - 1])")
        print("memory \(peakMemory())\nseconds \(seconds[seconds.count / 2])")
    } catch {
        fail("\(path): \(error)", code: 1)
    }
}

/// The report in the middle of the forum with the most reports, and its file with and without it.
private struct Change {
    private let file: URL
    private let whole: Data
    private let shortened: Data

    init?(in workspace: Workspace) {
        guard let forum = workspace.forums.max(by: { $0.reports.count < $1.reports.count }), forum.reports.count > 2
        else { return nil }
        let middle = forum.reports.count / 2
        let (place, next) = (
            forum.reports.place(of: ReportIndex(middle)), forum.reports.place(of: ReportIndex(middle + 1))
        )
        let source = workspace.sources[forum.reportFiles[place.file].file]
        file = URL(fileURLWithPath: source.path)
        whole = source.bytes.withUnsafeBytes { Data($0) }
        let end = next.file == place.file ? next.offset : whole.count
        shortened = whole[..<place.offset] + whole[end...]
    }

    func write(isTakenOut: Bool) throws { try (isTakenOut ? shortened : whole).write(to: file) }
}
