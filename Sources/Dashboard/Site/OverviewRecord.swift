import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
package import Records

/// The picture in a few numbers.
package struct OverviewRecord: Record {
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

    private let picture: PageData

    /// Tells a picture.
    package init(picture: PageData) { self.picture = picture }

    private var snapshot: Snapshot { picture.snapshot }
    private var tally: Tally {
        picture.history.last?.tally ?? Tally(levelCount: snapshot.workspace.settings.scale.levels.count)
    }

    package static let schema = RecordSchema<OverviewRecord>("overview", "The picture in a few numbers.") {
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
        countFields("cells", unit: "cells") { ($0.tally, $0.snapshot.workspace.settings.scale) }
        Field("history", "What was known year by year, the oldest first.") { $0.picture.history.map(Point.init) }
    }
}
