import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import InstalledModules

// What is wrong with the folder, as a compiler would say it.
let reading = Workspace.load("forums", registry: try ForumRegistry(InstalledModules.all))
print(TextRenderer().render(reading.diagnostics, in: reading.sources))

// The picture of one day; of one line every country that has a level, with the reports behind it.
guard let workspace = reading.workspace, let day = PartialDate("2025-12-31"),
    let line = workspace.framework.target("67.2")
else { fatalError("forums/ follows the Montevideo Consensus") }
let snapshot = Snapshot(of: workspace, options: SnapshotOptions(asOf: day))
for country in snapshot.countries {
    let explanation = snapshot.explain(line, country)
    guard let level = explanation.cell.progress.level else { continue }
    print(workspace.countries[country].code, workspace.settings.scale[level].id)
    for contribution in explanation.contributions {
        for report in contribution.reports {
            print("  \(contribution.commitment.id): '\(report.word.word)', \(report.row.date)")
        }
    }
}
