import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Foundation
import Harmonization
import JSON
import Records
import Testing

@testable import Dashboard

/// The tables to take away say what the files and the picture say.
@Suite struct DataTableTests {
    static let workspaces = [Samples.small, Samples.shipped]

    /// The rows of a table, each as texts by column; nothing is an empty text.
    private func rows(_ table: DataTable, _ picture: PageData) throws -> [[String: String]] {
        let files = table.files(of: picture, in: [.json, .csv])
        guard case .array(let rows) = try JSONValue(parsing: files[0]) else { return [] }
        // Both forms have the same columns, and a row without line breaks for each.
        let lines = String(decoding: files[1], as: UTF8.self).components(separatedBy: "\r\n")
        if case .object(let members)? = rows.first {
            #expect(lines[0] == members.map(\.name).joined(separator: ","))
        }
        #expect(lines.count >= rows.count + 2)
        return rows.map { row in
            guard case .object(let members) = row else { return [:] }
            return Dictionary(
                uniqueKeysWithValues: members.map { member in
                    switch member.value {
                    case .string(let text): (member.name, text)
                    case .integer(let number): (member.name, String(number))
                    case .bool(let value): (member.name, String(value))
                    case .array(let elements):
                        (
                            member.name,
                            elements.map { if case .string(let text) = $0 { text } else { "" } }
                                .joined(separator: " | ")
                        )
                    default: (member.name, "")
                    }
                })
        }
    }

    @Test(arguments: workspaces)
    func reportsStandAsInTheirFiles(_ workspace: String) throws {
        let picture = try Samples.picture(workspace)
        let forums = picture.snapshot.forums.map(\.forum)
        let reports = forums.flatMap { forum in (0..<forum.reports.count).map { (forum, ReportIndex($0)) } }
        let rows = try rows(.reports, picture)
        #expect(rows.count == reports.count)
        for (row, (forum, report)) in zip(rows, reports) {
            let file = forum.texts(of: report)
            #expect(row["forum"] == forum.definition.id)
            for column in [ReportColumn.id, .commitment, .party, .date, .wording, .scope, .note, .sources] {
                #expect(row[column.rawValue] == file[column] ?? "", "\(row)")
            }
            // A file may use another spelling of the word, or that of another language.
            let word = forum.definition.statusWords[Int(forum.reports[report].status.rawValue)]
            #expect(row["status"] == word.word)
            #expect(row["level"] == word.progress.flatMap(picture.snapshot.workspace.settings.scale.code) ?? "")
            #expect(row["missing"] == word.progress?.missing?.rawValue ?? "")
            for field in forum.definition.reportFields { #expect(row[field.name] == file[field.name] ?? "") }
        }
    }

    @Test(arguments: workspaces)
    func obligationsAreThoseOfThePicture(_ workspace: String) throws {
        let picture = try Samples.picture(workspace)
        let expected = picture.snapshot.obligations().map { item in
            let forum = picture.snapshot.forums[item.forum].forum
            let owed = item.obligation
            return [
                forum.definition.id, forum[item.commitment].id, forum.definition.parties[owed.party].id,
                owed.kind.rawValue, owed.state.rawValue, owed.due?.description ?? "",
                owed.due?.earliest.description ?? "", owed.due?.latest.description ?? "",
                owed.submitted?.description ?? "", owed.rule.rawValue,
            ]
        }
        let columns = [
            "forum", "commitment", "party", "kind", "state", "due", "due-earliest", "due-latest", "submitted", "rule",
        ]
        let found = try rows(.obligations, picture).map { row in columns.map { row[$0] ?? "" } }
        #expect(found.map { $0.joined(separator: "|") }.sorted() == expected.map { $0.joined(separator: "|") }.sorted())
    }

    @Test(arguments: workspaces)
    func assessmentsAndCellsAreThoseOfThePicture(_ workspace: String) throws {
        let picture = try Samples.picture(workspace)
        let snapshot = picture.snapshot
        let scale = snapshot.workspace.settings.scale
        let assessments = try rows(.assessments, picture)
        #expect(assessments.count == snapshot.forums.reduce(0) { $0 + $1.assessments.count })
        for row in assessments {
            let forum = try #require(snapshot.forums.first { $0.forum.definition.id == row["forum"] })
            let commitment = try #require(forum.forum.commitments.firstIndex { $0.id == row["commitment"] })
            let party = try #require(
                forum.forum.definition.parties.parties.firstIndex { $0.id == row["party"] }.map(PartyIndex.init))
            let found = try #require(forum.assessment(of: party, in: CommitmentIndex(commitment)))
            #expect(row["standing"] == found.standing.rawValue)
            #expect(row["level"] == scale.code(of: found.progress) ?? "")
            #expect(row["missing"] == found.progress.missing?.rawValue ?? "")
            #expect(row["overdue"] == String(found.isOverdue))
        }
        for row in try rows(.cells, picture) {
            let target = try #require(row["target"].flatMap(picture.snapshot.workspace.framework.target))
            if let forum = row["joint-forum"].flatMap({ picture.place(ofForum: $0) }) {
                let joint = try #require(snapshot.jointCells(target).first { $0.forum == forum })
                #expect(row["country"] == "" && row["level"] == scale.code(of: joint.cell.progress) ?? "")
                continue
            }
            let country = try #require(row["country"].flatMap(picture.country))
            let cell = snapshot[target, country]
            #expect(row["level"] == scale.code(of: cell.progress) ?? "")
            #expect(row["missing"] == cell.progress.missing?.rawValue ?? "")
            #expect(row["newest"] == cell.newest?.description ?? "")
            #expect(row["overdue"] == String(cell.isOverdue))
            let place = try #require(picture.place(of: country))
            #expect(row["voices"] == picture.witnesses(target)[place].voices.joined(separator: " | "))
        }
    }

    @Test(arguments: workspaces)
    func everyCommitmentAndAlignmentHasItsRow(_ workspace: String) throws {
        let picture = try Samples.picture(workspace)
        let forums = picture.snapshot.forums.map(\.forum)
        let commitments = forums.flatMap { forum in forum.commitments.map { (forum.definition.id, $0) } }
        let rows = try rows(.commitments, picture)
        #expect(rows.map { "\($0["forum"] ?? "") \($0["id"] ?? "")" } == commitments.map { "\($0.0) \($0.1.id)" })
        for (row, (_, commitment)) in zip(rows, commitments) {
            #expect(row["title-es"] == commitment.title[.spanish] ?? "")
            #expect(row["legal-force"] == commitment.legalForce.rawValue)
            #expect(row["sources"] == commitment.sources.joined(separator: " | "))
        }
        let ties = commitments.flatMap { forum, commitment in
            commitment.alignments.map { tie in
                "\(forum) \(commitment.id) \(picture.snapshot.workspace.framework[tie.target].id) \(tie.relation.rawValue)"
            }
        }
        let found = try self.rows(.crosswalk, picture).map { row in
            ["forum", "commitment", "target", "relation"].map { row[$0] ?? "" }.joined(separator: " ")
        }
        #expect(found == ties)
    }
}
