import Dashboard
public import Diagnostics
public import FollowUpCommand
public import ForumWorkspace
public import Harmonization
import Logging
import WebServer
import WebService

/// The dashboard of the picture as a site; a program that hands it to ``FollowUpCommand`` can `publish` and `serve`.
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

    /// Writes the site of a picture, see ``SiteMaker``.
    public func publish(
        _ snapshot: Snapshot, to folder: String, stamp: String, progress: @escaping @Sendable (Int, Int) -> Void
    ) throws(FileError) -> PublishedSite {
        let dashboard = Dashboard(Picture(snapshot), templates: templates)
        let outcome = try SitePublisher(dashboard, to: folder, stamp: stamp).publish(progress: progress)
        return PublishedSite(
            files: outcome.files, written: outcome.written, removed: outcome.removed, bytes: outcome.bytes)
    }

    /// A server of the pages of a reading, see ``SiteMaker``.
    public func server(
        of reading: WorkspaceReading, _ snapshot: Snapshot?, _ options: ServingOptions,
        log: @escaping @Sendable (String) -> Void
    ) -> (any SiteServer)? {
        var limits = ServiceLimits()
        limits.perSecond = options.requestsPerSecond
        limits.burst = max(limits.burst, 4 * options.requestsPerSecond)
        let service = WebService(
            FreshReading(reading, snapshot), templates: templates, limits: limits, clock: { SystemClock.seconds })
        return service.map { DashboardServer($0, options, log: log) }
    }
}
