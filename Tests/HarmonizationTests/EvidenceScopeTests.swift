import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Foundation
import Harmonization
import Testing

/// A made-up module: a commitment is done where a report is on it or on one that it may look at.
private protocol Neighbourly: ForumModule {}

extension Neighbourly {
    func assess(_ evidence: CommitmentEvidence) -> [Assessment] {
        evidence.addressed.map { party in
            let count = ["C-0", "C-1", "C-2"].reduce(0) { $0 + (evidence.reports(on: party, of: $1)?.count ?? 0) }
            return Assessment(
                party: party, standing: .bound, progress: .level(.init(rank: min(count, 3))),
                basis: Basis(standingRule: .addressed, progressRule: .newestReport))
        }
    }
}

private struct Own: Neighbourly {
    static let metadata = ModuleMetadata(name: "made-up", summary: LocalizedText([]), rules: [])
    init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {}
}

private struct Linked: Neighbourly {
    static let metadata = ModuleMetadata(name: "made-up", summary: LocalizedText([]), rules: [], reads: .linked)
    init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {}
}

private struct Whole: Neighbourly {
    static let metadata = ModuleMetadata(name: "made-up", summary: LocalizedText([]), rules: [], reads: .forum)
    init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {}
}

/// What a module reads decides which commitments are read again after a change.
@Suite struct EvidenceScopeTests {
    /// A forum in which C-0 is part of C-1, and C-2 stands alone.
    ///
    /// Each line of a report file is one report.
    private func folder() throws -> Folder {
        var plain = SmallWorkspace.make([SmallWorkspace.report("R", "ABA", "done", "2015-01-01")])
        plain.forums = [plain.forums[0]]
        var files = PlainWriter(workspace: plain).files()
        let id = plain.forums[0].id
        files["\(id)/forum.yaml"] = files["\(id)/forum.yaml"]?.replacing("module: declarative", with: "module: made-up")
        files["\(id)/commitments.yaml"] =
            "commitments:\n"
            + (0...2).map { number in
                "  - {id: C-\(number), title: {en: Made up}, legal-force: political"
                    + (number == 0 ? ", links: [{to: C-1, as: part-of}]" : "") + "}\n"
            }.joined()
        files["\(id)/reports/reports.csv"] = "commitment,party,status,date\nC-2,ABA,done,2015\n"
        return try Folder(files)
    }

    /// The ranks of ABA in the three commitments before and after a report on C-1 is added.
    private func readings(_ module: any ForumModule.Type) throws -> [[Int?]] {
        let folder = try folder()
        let file = "\(folder.path)/first/reports/reports.csv"
        let options = SnapshotOptions(asOf: try #require(PartialDate("2018-06-30")))
        var reader = IncrementalReader(folder.path, registry: try ForumRegistry([module]))
        let first = Snapshot(of: try #require(reader.read().reading.workspace), options: options)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try (text + "C-1,ABA,done,2016\n").write(toFile: file, atomically: false, encoding: .utf8)
        let second = Snapshot(of: try #require(reader.read().reading.workspace), options: options, reusing: first)
        let ranks = [first, second].map { snapshot in
            (0...2).map { snapshot.forums[0].assessments(of: CommitmentIndex($0)).first?.progress.rank }
        }
        return ranks
    }

    @Test func onlyItsOwnCommitment() throws {
        #expect(try readings(Own.self) == [[0, 0, 1], [0, 1, 1]])
    }

    @Test func thoseThatAreLinkedToo() throws {
        #expect(try readings(Linked.self) == [[0, 0, 1], [1, 1, 1]])
    }

    @Test func theWholeForum() throws {
        #expect(try readings(Whole.self) == [[1, 1, 1], [2, 2, 2]])
    }
}
