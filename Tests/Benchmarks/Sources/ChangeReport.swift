import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Glibc
import Harmonization
import InstalledModules
import SystemIO

/// `change WORKSPACE AS-OF`: one report of the largest forum gets another date; until the new picture stands.
///
/// Edits a report file of the folder again and again, and leaves it as it was.
func measureChange(_ path: String, asOf: PartialDate) {
    guard let registry = try? ForumRegistry(InstalledModules.all) else { fail("two modules have one name", code: 1) }
    var reader = IncrementalReader(path, registry: registry)
    guard let workspace = reader.read().reading.workspace else { fail("\(path): not a sound workspace", code: 1) }
    guard let (name, before, after) = edit(of: workspace) else { fail("\(path): no plain row with a date", code: 1) }
    // What `--watch` is told by the system.
    let changed: Set<String> = [String(name.dropFirst(path.count + 1))]
    let options = SnapshotOptions(asOf: asOf)
    var snapshot = Snapshot(of: workspace, options: options)
    var times: [(read: Double, picture: Double)] = []
    for round in 0..<22 {
        // Nobody edits a file twice within the time in which two edits can't be told apart by their times.
        usleep(150_000)
        write(round.isMultiple(of: 2) ? after : before, to: name)
        let start = secondsNow()
        let (reading, found) = reader.read(changed: changed)
        let read = secondsNow() - start
        guard let workspace = reading.workspace, found?.count == 1 else {
            write(before, to: name)
            fail("\(path): not one file changed", code: 1)
        }
        snapshot = Snapshot(of: workspace, options: options, reusing: snapshot)
        times.append((read, secondsNow() - start - read))
    }
    let all = times.map { $0.read + $0.picture }.sorted()
    print(
        "reports \(reportCount(workspace))\nread \(median(times.map(\.read)))\npicture \(median(times.map(\.picture)))")
    print("least \(all[0])\nmost \(all[all.count - 1])\nmemory \(peakMemory())\nseconds \(median(all))")
}

/// A report file, what it holds, and what it holds when one row has another date.
///
/// Of the forums with the most reports the largest file that has such a row.
private func edit(of workspace: Workspace) -> (path: String, before: [UInt8], after: [UInt8])? {
    for forum in workspace.forums.sorted(by: { $0.reports.count > $1.reports.count }) {
        for file in forum.reportFiles.sorted(by: { $0.bytes.count > $1.bytes.count }) {
            let before = file.bytes.array
            if let after = withAnotherDate(before) { return (workspace.sources[file.file].path, before, after) }
        }
    }
    return nil
}

/// The file with another year in the date of a row near its middle; nil where no row without quotes has a date.
private func withAnotherDate(_ bytes: [UInt8]) -> [UInt8]? {
    let (comma, lineEnd) = (UInt8(ascii: ","), UInt8(ascii: "\n"))
    let lines = bytes.split(separator: lineEnd, omittingEmptySubsequences: false)
    let names = lines[0].split(separator: comma, omittingEmptySubsequences: false)
    guard let column = names.firstIndex(where: { $0.elementsEqual("date".utf8) }) else { return nil }
    let rows = lines.dropFirst()
    for line in rows.dropFirst(rows.count / 2) + rows where !line.contains(UInt8(ascii: "\"")) {
        let fields = line.split(separator: comma, omittingEmptySubsequences: false)
        guard fields.count == names.count, fields[column].count >= 4 else { continue }
        var changed = bytes
        let digit = fields[column].startIndex + 3
        changed[digit] = changed[digit] == UInt8(ascii: "0") ? UInt8(ascii: "1") : changed[digit] - 1
        return changed
    }
    return nil
}

private func write(_ bytes: [UInt8], to path: String) {
    let file = open(path, O_WRONLY | O_TRUNC)
    var written = 0
    while file >= 0, written < bytes.count {
        let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        guard count > 0 else { break }
        written += count
    }
    guard file >= 0, close(file) == 0, written == bytes.count else { fail("\(path): can't be written", code: 1) }
}

private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
