import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Foundation
import Harmonization
import Testing

@testable import Records

/// What is exported as reports can be put in the place of the reports: nothing is complained of, nothing changes.
@Suite struct ReportRoundTripTests {
    static let folders = [Samples.small, Samples.shipped]

    /// The reports of some forums as CSV.
    private func export(_ snapshot: Snapshot, _ forums: [ForumSnapshot]) -> [UInt8] {
        let source = RecordSource(snapshot, paths: .belowWorkspace)
        let layout = RecordLayout(of: snapshot.workspace, forums: forums.map(\.forum))
        return RecordTable<ReportRecord>(layout).csv(
            forums.flatMap { forum in
                (0..<forum.forum.reports.count).map { ReportRecord(source, forum, ReportIndex($0)) }
            })
    }

    /// Puts a file in the place of all report files of a forum.
    private func put(_ text: String, in forum: String, of folder: String) throws {
        let reports = "\(folder)/\(forum)/reports"
        try? FileManager.default.removeItem(atPath: reports)
        try FileManager.default.createDirectory(atPath: reports, withIntermediateDirectories: true)
        try text.write(toFile: reports + "/all.csv", atomically: true, encoding: .utf8)
    }

    /// Expects the same picture of the same reports, with nothing more to complain of.
    private func expectSame(_ new: Snapshot, as old: Snapshot) {
        // What is said of a row says so wherever the row stands; a row that could not be read is no longer there.
        func complaints(_ workspace: Workspace) -> [String: Int] {
            let rows = workspace.diagnostics.map { diagnostic in
                "\(diagnostic.code.name) " + workspace.sources.belowFolder(diagnostic.message)
            }
            return Dictionary(rows.map { ($0, 1) }, uniquingKeysWith: +)
        }
        let known = complaints(old.workspace)
        for (complaint, count) in complaints(new.workspace) { #expect(count <= known[complaint] ?? 0, "\(complaint)") }
        #expect(new.consolidatedAnew() == old.consolidatedAnew())
        for (left, right) in zip(new.forums, old.forums) {
            #expect(left.assessments == right.assessments, "\(left.forum.definition.id)")
            #expect(left.forum.reports.count == right.forum.reports.count)
            for place in 0..<left.forum.reports.count {
                let (ours, theirs) = (
                    left.forum.texts(of: ReportIndex(place)), right.forum.texts(of: ReportIndex(place))
                )
                #expect(left.forum.reports[ReportIndex(place)] == right.forum.reports[ReportIndex(place)])
                for column in [ReportColumn.id, .wording, .scope, .evidence, .sources, .note].map(\.rawValue)
                    + left.forum.definition.reportFields.map(\.name)
                {
                    #expect(ours[column] == theirs[column], "\(column)")
                }
            }
        }
    }

    @Test(arguments: folders)
    func aForumsExportIsAFileOfItsOwn(_ folder: String) throws {
        let snapshot = try Samples.snapshot(folder)
        try Samples.withCopy(of: folder) { copy in
            for forum in snapshot.forums where forum.forum.reports.count > 0 {
                let text = String(decoding: export(snapshot, [forum]), as: UTF8.self)
                try put(text, in: forum.forum.definition.id, of: copy)
            }
            expectSame(try Samples.snapshot(copy), as: snapshot)
        }
    }

    @Test(arguments: folders)
    func theTableOfAllForumsCanBeTakenApart(_ folder: String) throws {
        let snapshot = try Samples.snapshot(folder)
        let rows = Samples.rows(ofCSV: export(snapshot, snapshot.forums))
        let header = rows[0]
        let place = try #require(header.firstIndex(of: "forum"))
        try Samples.withCopy(of: folder) { copy in
            for (forum, own) in Dictionary(grouping: rows.dropFirst(), by: { $0[place] }) {
                // The own columns of other forums are empty.
                let columns = header.indices.filter { column in
                    ReportColumn.reserved.contains(header[column]) || own.contains { !$0[column].isEmpty }
                        || snapshot.workspace.forum(forum)?.definition.reportFields.contains {
                            $0.name == header[column]
                        }
                            == true
                }
                let file = [columns.map { header[$0] }] + own.map { row in columns.map { row[$0] } }
                try put(Samples.csv(file), in: forum, of: copy)
            }
            expectSame(try Samples.snapshot(copy), as: snapshot)
        }
    }

    @Test func theHeaderOfAFileBeginsTheVocabulary() {
        let columns = RecordTable<ReportRecord>(RecordLayout(reportFields: ["own"])).columns
        // What is accepted of a row is said in its own file alone.
        let files = ReportColumn.allCases.filter { $0 != .accept }.map(\.rawValue)
        #expect(Set(columns) == Set(files + [ReportColumn.forum, "own"] + ReportColumn.derived))
    }
}
