import Diagnostics
import ForumKit
import ForumWorkspace
import Harmonization
import Localization

/// A workspace that is read again and again while its files change; what a change doesn't touch is kept.
struct LiveWorkspace {
    /// What reads and assesses.
    let environment: CommandEnvironment
    /// The texts for whoever waits.
    private let texts: Texts
    private var reader: IncrementalReader
    private var last: Snapshot?
    /// The files that were read, by their paths from the folder.
    private(set) var files: Set<String> = []

    /// Begins with a folder that hasn't been read yet.
    init(root: String, environment: CommandEnvironment, texts: Texts) {
        self.environment = environment
        self.texts = texts
        reader = IncrementalReader(root, registry: environment.registry)
    }

    /// The workspace and its picture as they are now.
    ///
    /// - Parameters:
    ///   - changed: the paths below the folder that have changed since the last time; nil to look at all.
    ///   - options: what the picture is to show of the workspace that was read; nil for no picture.
    /// - Returns: the reading, and the picture where there is a workspace and one was asked for.
    mutating func refresh(
        changed: Set<String>? = nil, options: (Workspace) throws -> SnapshotOptions?
    ) throws -> (reading: WorkspaceReading, snapshot: Snapshot?) {
        reader.today = environment.todayNow?() ?? environment.today
        let reading = try environment.working(texts) { reader.read(changed: changed, meter: $0).reading }
        files = Set(reading.sources.files.map(reading.sources.pathBelowFolder))
        guard let workspace = reading.workspace, let options = try options(workspace) else { return (reading, nil) }
        let snapshot = try environment.working(texts) {
            Snapshot(of: workspace, options: options, reusing: last, meter: $0)
        }
        last = snapshot
        return (reading, snapshot)
    }
}
