import Diagnostics
import FollowUpModel
import ForumWorkspace

/// Finds the reports of one forum that were added, removed or changed between two workspaces: by their ids, and those
/// without an id by all that they say.
struct ReportEdits {
    /// A forum with its workspace and the folder's name.
    typealias Side = (forum: LoadedForum, workspace: Workspace, root: String)

    let old: Side
    let new: Side

    /// The edits: removed reports first, then the others in file order.
    func find() -> [Edit] {
        // Rows of files that hold the same bytes in both need not be read.
        let before = files(old)
        let same = Set(files(new).filter { name, file in before[name].map(file.isSame) ?? false }.keys)
        return reports(old, except: same).edits(to: reports(new, except: same))
    }

    private func files(_ side: Side) -> [String: SourceFile] {
        Dictionary(
            side.forum.reportFiles.map { file in
                let source = side.workspace.sources[file.file]
                return (String(source.path.dropFirst(side.root.count)), source)
            }, uniquingKeysWith: { first, _ in first })
    }

    private func reports(_ side: Side, except same: Set<String>) -> [ComparedItem] {
        let forum = side.forum
        let names =
            ReportColumn.allCases.map(\.rawValue).filter { $0 != ReportColumn.id.rawValue }
            + forum.definition.reportFields.map(\.name)
        let paths = forum.reportFiles.map { String(side.workspace.sources[$0.file].path.dropFirst(side.root.count)) }
        var seen: [String: Int] = [:]
        return forum.reports.indices.compactMap { row in
            let index = ReportIndex(Int(row))
            guard !same.contains(paths[forum.reports.place(of: index).file]) else { return nil }
            let texts = forum.texts(of: index)
            var facts = Facts([:])
            for name in names { facts.add(name, texts[name]) }
            let id = texts[.id]
            let key = id.map { "id \($0)" } ?? "content \(facts.difference(from: Facts([:])) ?? "")"
            seen[key, default: 0] += 1
            let report = forum.reports[index]
            let edit = Edit(
                subject: .report, forum: forum.definition.id, commitment: forum[report.commitment].id,
                party: forum.definition.parties[report.party].id, item: id,
                place: side.workspace.sources.place(texts.range))
            return ComparedItem("\(key) \(seen[key] ?? 1)", facts, edit)
        }
    }
}
