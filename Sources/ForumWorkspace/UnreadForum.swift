public import Diagnostics
import LocatedYAML

/// A forum of which nothing can be read, so that nothing it says is in the picture.
public struct UnreadForum: Hashable, Sendable {
    /// The name of its folder, which is its id.
    public var id: String
    /// Why: the first error in its files.
    public var problem: Diagnostic
    /// How many rows its report files have; nil where that isn't known.
    public var rows: Int?
}

extension WorkspaceParts {
    /// The forums of which nothing can be read, in the order of their ids.
    var unread: [UnreadForum] {
        let undefined = zip(folders, readings).compactMap { folder, reading -> UnreadForum? in
            guard reading.forum == nil, let problem = reading.ruleDiagnostics.first(where: { $0.severity == .error })
            else { return nil }
            let rows = folder.reports.reduce(0) { $0 + ReportReader.countRows(of: $1.bytes) }
            return UnreadForum(id: folder.name, problem: problem, rows: rows)
        }
        return (unopened + undefined).sorted { $0.id < $1.id }
    }

    /// Notes the forums that workspace.yaml declares and that have no folder here.
    mutating func check(declared: [Located<String>]) {
        for forum in declared where !names.contains(forum.value) {
            let problem = Diagnostic.unknown(
                .missingForum, forum.value, at: forum.range, "the forum '\(forum.value)' has no folder here",
                known: names.filter { name in !declared.contains { $0.value == name } },
                help: "put its folder back, or take it out of forums:")
            diagnostics.append(problem)
            unopened.append(UnreadForum(id: forum.value, problem: problem, rows: nil))
        }
    }
}

extension Workspace {
    /// How many rows of reports could not be read, those of forums that can't be read among them.
    public var rejected: Int {
        forums.reduce(0) { $0 + $1.rejected } + unread.reduce(0) { $0 + ($1.rows ?? 0) }
    }
}
