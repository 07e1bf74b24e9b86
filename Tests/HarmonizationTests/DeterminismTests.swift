import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Testing

/// The same input gives the same picture, and what must not matter doesn't.
@Suite("Determinism")
struct DeterminismTests {
    private func snapshot(_ plain: PlainWorkspace) throws -> Snapshot {
        Snapshot(of: try plain.load(), options: SnapshotOptions(asOf: try date("2018-06-30")))
    }

    /// Forums are read side by side; the picture must not show in which order they were done.
    @Test(arguments: 0..<12)
    func theSameInputGivesTheSamePicture(seed: Int) throws {
        var generator = Generator(seed: 9000 + seed)
        let plain = generator.workspace()
        let first = try snapshot(plain)
        for _ in 0..<3 {
            let again = try snapshot(plain)
            #expect(again.lines() == first.lines())
            #expect(again.forums.map(\.assessments) == first.forums.map(\.assessments))
            #expect(again.forums.map(\.forum.definition.id) == first.forums.map(\.forum.definition.id))
            let targets = first.workspace.framework.targets.indices.map { TargetIndex($0) }
            for target in targets {
                for country in first.countries {
                    let uses = again.contributions(target, country).map(\.use)
                    #expect(uses == first.contributions(target, country).map(\.use))
                }
            }
        }
    }

    @Test func aMeterIsToldOfEveryForumAndChangesNothing() throws {
        var generator = Generator(seed: 9050)
        let workspace = try generator.workspace().load()
        let options = SnapshotOptions(asOf: try date("2018-06-30"))
        let meter = WorkMeter()
        let picture = Snapshot(of: workspace, options: options, meter: meter)
        let count = workspace.forums.count
        #expect(meter.state == WorkState(number: 1, step: .assessing, done: count, total: count))
        #expect(picture.lines() == Snapshot(of: workspace, options: options).lines())
        meter.stop()
        let stopped = Snapshot(of: workspace, options: options, meter: meter)
        #expect(stopped.forums.flatMap(\.assessments) == [])
    }

    /// Rows may stand in any order and in any file as long as no two of one pair have the same date.
    @Test(arguments: 0..<12)
    func theOrderOfRowsDoesNotMatter(seed: Int) throws {
        var generator = Generator(seed: 9100 + seed)
        var numbers = SeededNumbers(seed: seed)
        var plain = generator.workspace()
        var day = PlainDates.first("2009")
        for forum in plain.forums.indices {
            for file in plain.forums[forum].files.indices {
                for row in plain.forums[forum].files[file].reports.indices.shuffled(using: &numbers) {
                    day = nextDay(day)
                    plain.forums[forum].files[file].reports[row].date = day
                }
            }
        }
        var shuffled = plain
        for forum in shuffled.forums.indices {
            let rows = plain.forums[forum].reports.shuffled(using: &numbers)
            let cut = rows.count / 3
            shuffled.forums[forum].files = [
                ("a.csv", Array(rows[..<cut])), ("b.csv", Array(rows[cut...])),
            ]
        }
        #expect(try snapshot(shuffled).lines() == snapshot(plain).lines())
    }

    private func nextDay(_ day: String) -> String {
        PartialDate(day).map { $0.latest.adding(days: 2).description } ?? day
    }

    /// Neither the names of folders nor the order of commitments matters where no evidence is shared.
    @Test(arguments: 0..<12)
    func theNamesOfFoldersDoNotMatter(seed: Int) throws {
        var generator = Generator(seed: 9200 + seed)
        var plain = generator.workspace()
        for forum in plain.forums.indices {
            for file in plain.forums[forum].files.indices {
                for row in plain.forums[forum].files[file].reports.indices {
                    plain.forums[forum].files[file].reports[row].evidence = ""
                }
            }
        }
        var renamed = plain
        for forum in renamed.forums.indices {
            let name = "renamed-\(9 - forum)"
            for cover in renamed.covers.indices {
                renamed.covers[cover].commitments = renamed.covers[cover].commitments.map {
                    $0.replacingPrefix(renamed.forums[forum].id + "/", with: name + "/")
                }
            }
            renamed.forums[forum].id = name
            renamed.forums[forum].commitments.reverse()
        }
        renamed.forums.reverse()
        let (before, after) = (try snapshot(plain), try snapshot(renamed))
        #expect(after.lines() == before.lines())
        #expect(before.forums.map(\.forum.definition.id) == plain.forums.map(\.id))
        #expect(after.forums.map(\.forum.definition.id) == renamed.forums.map(\.id))
    }

    /// Where two forums cite the same evidence with the same weight, the first one's reading counts.
    @Test func sharedEvidenceGoesByTheOrderOfFolders() throws {
        let (low, high) = (
            SmallWorkspace.report("a", "ABA", "begun", "2017", evidence: "ACT"),
            SmallWorkspace.report("b", "ABA", "done", "2017", evidence: "ACT")
        )
        #expect(try snapshot(SmallWorkspace.make([low], [high])).cell("1.1", "ABA").progress.rank == 1)
        #expect(try snapshot(SmallWorkspace.make([high], [low])).cell("1.1", "ABA").progress.rank == 3)
    }
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }
}
