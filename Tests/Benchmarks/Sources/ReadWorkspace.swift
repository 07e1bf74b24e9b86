import FollowUpModel
import ForumKit
import ForumWorkspace
import InstalledModules

/// `read WORKSPACE`: the whole folder to a workspace, all files checked.
func measureReading(_ path: String) {
    let (workspace, seconds) = timed { readWorkspace(path) }
    print("reports \(reportCount(workspace))\nmemory \(peakMemory())\nseconds \(seconds)")
}

/// A sound enough workspace; problems of rows don't stop it.
func readWorkspace(_ path: String) -> Workspace {
    guard let registry = try? ForumRegistry(InstalledModules.all),
        let workspace = Workspace.load(path, registry: registry).workspace
    else { fail("\(path): not a sound workspace", code: 1) }
    return workspace
}

func reportCount(_ workspace: Workspace) -> Int { workspace.forums.reduce(0) { $0 + $1.reports.count } }

/// The day that a command is asked for.
func date(_ text: String) -> PartialDate {
    guard let date = PartialDate(text) else { fail("'\(text)' is no date", code: 2) }
    return date
}
