import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace

let reading = Workspace.load("forums", registry: try ForumRegistry([DeclarativeModule.self]))
print(TextRenderer().render(reading.diagnostics, in: reading.sources))
print(DiagnosticCount(reading.diagnostics))
for f in reading.workspace?.forums ?? [] { print(f.definition.id, f.commitments.count, f.reports.count, f.rejected) }
