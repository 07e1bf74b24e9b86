import ForumKit
import ForumWorkspace
import Harmonization

/// A workspace that is read again and again while its files change.
struct LiveWorkspace {
    /// The folder, as the person named it.
    let root: String
    /// What reads and assesses.
    let environment: CommandEnvironment
    /// The texts for whoever waits.
    let catalogue: Catalogue

    /// The workspace and its picture as they are now.
    ///
    /// - Parameters:
    ///   - changed: the files and folders that have changed since the last call, by their paths below the root; `.`
    ///     stands for anything, and is what the first call gives.
    ///   - options: what the picture is to show of the workspace that was read; nil for no picture.
    /// - Returns: the reading, and the picture where there is a workspace and one was asked for.
    mutating func refresh(
        _ changed: Set<String>, options: (Workspace) throws -> SnapshotOptions?
    ) throws -> (reading: WorkspaceReading, snapshot: Snapshot?) {
        let reading = try environment.read(root, catalogue)
        guard let workspace = reading.workspace, let options = try options(workspace) else { return (reading, nil) }
        return (reading, try environment.assess(workspace, options, catalogue))
    }
}
