import Diagnostics
import FollowUpModel
import ForumWorkspace
import Localization

/// Finds the reports of one forum that were added, removed or changed between two workspaces: by their ids, and those
/// without an id by all that they say.
struct ReportEdits {
    /// A forum with its workspace and the folder's name.
    typealias Side = (forum: LoadedForum, workspace: Workspace, root: String)

    let old: Side
    let new: Side

    private struct Record {
        var key: String
        var facts: Facts
        var commitment: String
        var party: String
        var id: String?
        var place: String
    }

    /// The edits: removed reports first, then the others in file order.
    func find() -> [Edit] {
        let same = sameFiles
        let (before, after) = (records(old, except: same), records(new, except: same))
        let byKey = Dictionary(before.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let newKeys = Set(after.map(\.key))
        var edits = before.filter { !newKeys.contains($0.key) }.map { record in
            edit(.removed, record, old: record.facts.difference(from: Facts([:])))
        }
        for record in after {
            let known = byKey[record.key]
            guard known?.facts != record.facts else { continue }
            edits.append(
                edit(
                    known == nil ? .added : .changed, record, former: known,
                    old: known?.facts.difference(from: record.facts),
                    new: record.facts.difference(from: known?.facts ?? Facts([:]))))
        }
        return edits
    }

    private func edit(
        _ change: Edit.Change, _ record: Record, former: Record? = nil, old: String? = nil, new: String? = nil
    ) -> Edit {
        Edit(
            subject: .report, change: change, forum: self.new.forum.definition.id, commitment: record.commitment,
            party: record.party, former: former.map { Edit.Former(commitment: $0.commitment, party: $0.party) },
            item: record.id, old: old, new: new, place: record.place)
    }

    /// The names of the files that hold the same bytes in both; their rows need not be read.
    private var sameFiles: Set<String> {
        let before = files(old)
        return Set(files(new).filter { name, file in before[name].map(file.isSame) ?? false }.keys)
    }

    private func files(_ side: Side) -> [String: SourceFile] {
        Dictionary(
            side.forum.reportFiles.map { file in
                let source = side.workspace.sources[file.file]
                return (String(source.path.dropFirst(side.root.count)), source)
            }, uniquingKeysWith: { first, _ in first })
    }

    private func records(_ side: Side, except same: Set<String>) -> [Record] {
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
            var key = id.map { "id \($0)" } ?? "content \(facts.difference(from: Facts([:])) ?? "")"
            seen[key, default: 0] += 1
            key += " \(seen[key] ?? 1)"
            let report = forum.reports[index]
            return Record(
                key: key, facts: facts, commitment: forum[report.commitment].id,
                party: forum.definition.parties[report.party].id, id: id,
                place: side.workspace.sources.place(texts.range))
        }
    }
}
