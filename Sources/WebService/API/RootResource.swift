import Dashboard
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

/// What there is to ask for.
struct RootRecord: Record {
    /// One thing that can be asked for.
    struct Entry: Record {
        let resource: Resource

        static let schema = RecordSchema<Entry>("resource", "Something that can be asked for.") {
            Field("id", "Its name.") { $0.resource.id }
            Field("path", "Its address; names in braces are to be filled in.") { $0.resource.template }
            Field("summary", "What it is.") { Texts.english[$0.resource.text] }
        }
    }

    let workspace: Workspace

    static let schema = RecordSchema<RootRecord>("root", "What there is to ask for.") {
        Field("name", "The name of the workspace.") { $0.workspace.settings.name }
        Field("framework", "The framework that all is aligned to.") { $0.workspace.framework.id }
        Field("resources", "What can be asked for.") { _ in API.resources.map(Entry.init) }
        Field("openapi", "The address of the OpenAPI document.", .link) { _ in API.root + "/openapi.json" }
        Field("documentation", "The page that describes it.", .link) { _ in "/en/api.html" }
    }
}

/// The picture in a few numbers.
struct OverviewRecord: Record {
    /// What was known on a day.
    struct Point: Record {
        let point: HistoryPoint

        static let schema = RecordSchema<Point>("history-point", "What was known on a day.") {
            Field("as-of", "The day.") { $0.point.asOf }
            Field("addressed", "In how many cells some commitment asked the country.", unit: "cells") {
                $0.point.coverage.addressed
            }
            Field("known", "How many cells had a level.", unit: "cells") { $0.point.coverage.withProgress }
        }
    }

    let picture: Picture

    private var snapshot: Snapshot { picture.snapshot }
    private var tally: Tally {
        picture.history.last?.tally ?? Tally(levelCount: snapshot.workspace.settings.scale.levels.count)
    }

    static let schema = RecordSchema<OverviewRecord>("overview", "The picture in a few numbers.") {
        Field("name", "The name of the workspace.") { $0.snapshot.workspace.settings.name }
        Field("framework", "The framework that all is aligned to.") { $0.snapshot.workspace.framework.id }
        Field("country-count", "How many countries it shows.", unit: "countries") { $0.snapshot.countries.count }
        Field("forum-count", "How many forums it has.", unit: "forums") { $0.snapshot.forums.count }
        Field("measure-count", "How many measures have an alignment.", unit: "measures") { $0.picture.measures.count }
        Field("commitment-count", "How many commitments it has.", unit: "commitments") { row in
            row.snapshot.forums.reduce(0) { $0 + $1.forum.commitments.count }
        }
        Field("report-count", "How many reports it has.", unit: "reports") { row in
            row.snapshot.forums.reduce(0) { $0 + $1.forum.reports.count }
        }
        Field("rejected", "How many rows of reports could not be read.", unit: "rows") { $0.snapshot.rejected }
        Field("overdue", "How much that is owed is overdue.", unit: "obligations") {
            $0.picture.owing.counts[.overdue] ?? 0
        }
        Field("coverage", "How much is known.") { CoverageRecord($0.picture.coverage) }
        Field("levels", "How many cells have which level.", .counts(.levels), unit: "cells") { row in
            row.tally.levelCounts(row.snapshot.workspace.settings.scale)
        }
        Field("missing", "How many cells have no level, by why.", .counts(KindOfNothing.codes), unit: "cells") {
            $0.tally.missingCounts
        }
        Field("history", "What was known year by year, the oldest first.") { $0.picture.history.map(Point.init) }
    }
}

extension Resource {
    static let root = Resource.item("root", [], .apiRoot) { query throws(PageFailure) in
        RootRecord(workspace: query.workspace)
    }
    static let overview = Resource.item("overview", [.literal("overview")], .apiOverview) { query throws(PageFailure) in
        OverviewRecord(picture: query.picture)
    }
}
