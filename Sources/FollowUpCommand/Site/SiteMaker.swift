public import Diagnostics
public import ForumWorkspace
public import Harmonization

/// Makes sites of pictures: what `followup publish` and `followup serve` need, and what no other command does.
///
/// Pages need templates and a server, and these a large library that every start of a program pays for. So this library
/// only knows what is to be done; `FollowUpSite` does it.
public protocol SiteMaker: Sendable {
    /// Writes the site of a picture into a folder.
    ///
    /// - Parameters:
    ///   - stamp: what tells this build of the program from another; pages of another build are made anew.
    ///   - progress: is told how many of how many parts are done, from any thread.
    /// - Throws: ``FileError`` for the first file that can't be written.
    func publish(
        _ snapshot: Snapshot, to folder: String, stamp: String, progress: @escaping @Sendable (Int, Int) -> Void
    ) throws(FileError) -> PublishedSite

    /// A server of the pages of a reading that doesn't listen yet; nil where there is no picture to show.
    ///
    /// - Parameters:
    ///   - snapshot: the picture of the reading; nil where there is no workspace to make one of.
    ///   - log: takes whole lines of the log, from any thread.
    func server(
        of reading: WorkspaceReading, _ snapshot: Snapshot?, _ options: ServingOptions,
        log: @escaping @Sendable (String) -> Void
    ) -> (any SiteServer)?
}

/// What became of a site that was published.
public struct PublishedSite: Hashable, Sendable {
    /// The number of files of the site.
    public var files: Int
    /// The number of those that were written, since they were not as they should be.
    public var written: Int
    /// The number of files of an earlier site that were removed.
    public var removed: Int
    /// The bytes of the site.
    public var bytes: Int

    /// Says what became of a site.
    public init(files: Int, written: Int, removed: Int, bytes: Int) {
        self.files = files
        self.written = written
        self.removed = removed
        self.bytes = bytes
    }
}
