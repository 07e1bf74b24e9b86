import FollowUpModel
import Harmonization

/// `snapshot WORKSPACE AS-OF`: a workspace in memory to the whole picture; also what reading it took before.
func measureSnapshot(_ path: String, asOf: PartialDate) {
    let (workspace, reading) = timed { readWorkspace(path) }
    let memory = peakMemory()
    let (snapshot, seconds) = timed { Snapshot(of: workspace, options: SnapshotOptions(asOf: asOf)) }
    print("read \(reading)\nread-memory \(memory)\nforums \(snapshot.forums.count)")
    print("memory \(peakMemory())\nseconds \(seconds)")
}

/// `consolidate WORKSPACE AS-OF`: assessments to the cells of all targets and countries.
func measureConsolidating(_ path: String, asOf: PartialDate) {
    let snapshot = Snapshot(of: readWorkspace(path), options: SnapshotOptions(asOf: asOf))
    let (cells, seconds) = repeated { snapshot.consolidatedAnew() }
    print("cells \(cells.count)\nseconds \(seconds)")
}
