import Dashboard
public import Diagnostics
public import FollowUpCommand
public import Harmonization

/// The dashboard of the picture as a site; a program that hands it to ``FollowUpCommand`` can `publish`.
public struct DashboardSite: SiteMaker {
    private let templates: Templates

    /// Checks the templates, which are part of the program.
    public init() {
        do throws(TemplateError) {
            templates = try Templates()
        } catch {
            preconditionFailure("the templates of a program are tested with it: \(error)")
        }
    }

    public func publish(
        _ snapshot: Snapshot, to folder: String, stamp: String, progress: @escaping @Sendable (Int, Int) -> Void
    ) throws(FileError) -> PublishedSite {
        let dashboard = Dashboard(Picture(snapshot), templates: templates)
        let outcome = try SitePublisher(dashboard, to: folder, stamp: stamp).publish(progress: progress)
        return PublishedSite(
            files: outcome.files, written: outcome.written, removed: outcome.removed, bytes: outcome.bytes)
    }
}
