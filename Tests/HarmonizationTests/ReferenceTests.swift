import FollowUpModel
import Harmonization
import Testing

/// The whole way from files to cells against a simple implementation of the design.
@Suite("Against the reference implementation")
struct ReferenceTests {
    /// Ways of asking for the picture of a made-up workspace.
    private static let questions: [(minConfidence: String, isFiltered: Bool, rule: String?)] = [
        ("unknown", false, nil), ("unknown", false, "weighted-median"), ("medium", false, nil),
        ("unknown", true, nil), ("low", true, "majority"), ("unknown", false, "latest"),
        ("proposed", false, "weakest"), ("unknown", false, "strongest"),
    ]
    private static let dates = ["2008-12-31", "2013", "2016-06", "2018-02-28", "2026-01-01"]

    @Test(arguments: 0..<16)
    func noAnswerDiffers(block: Int) throws {
        for seed in block * 10..<block * 10 + 10 {
            var generator = Generator(seed: seed)
            let plain = generator.workspace()
            let workspace = try plain.load {
                PlainWriter(
                    workspace: $0, hasMark: seed % 2 == 0, lineEnd: seed % 3 == 0 ? "\r\n" : "\n",
                    delimiter: seed % 5 == 0 ? ";" : ",")
            }
            for (place, asOf) in (Self.dates + [generator.partialDate(), generator.day()]).enumerated() {
                let question = Self.questions[(seed + place) % Self.questions.count]
                let forums = question.isFiltered ? Set(plain.forums.dropFirst().map(\.id)) : nil
                let snapshot = Snapshot(
                    of: workspace,
                    options: SnapshotOptions(
                        asOf: try date(asOf), minConfidence: try #require(Confidence(rawValue: question.minConfidence)),
                        forums: forums, rule: question.rule.flatMap(ConsolidationRule.init)))
                let reference = PlainPicture(
                    workspace: plain, day: PlainDates.last(asOf), minConfidence: question.minConfidence,
                    forums: forums, rule: question.rule)
                let (mine, theirs) = (snapshot.lines(), reference.lines())
                #expect(mine.count == theirs.count)
                for (mine, theirs) in zip(mine, theirs) where mine != theirs {
                    Issue.record("seed \(seed), as of \(asOf), \(question): program says \(mine), reference \(theirs)")
                }
            }
        }
    }

    /// The made-up workspaces are worth comparing only when they hold everything there is to get wrong.
    @Test func madeUpWorkspacesHoldEverything() {
        var seen: Set<String> = []
        for seed in 0..<60 {
            var generator = Generator(seed: seed)
            let plain = generator.workspace()
            for cells in PlainPicture(workspace: plain, day: "2016-06-30").cells().values {
                for cell in cells.values {
                    let isLevel = plain.levels.contains(cell.word)
                    seen.insert(isLevel ? "level" : cell.word)
                    if cell.isDivergent { seen.insert("divergent") }
                    if cell.isContradicted { seen.insert("contradicted") }
                    if cell.isOverdue { seen.insert("overdue") }
                    if isLevel { seen.insert(cell.isStale ? "stale" : "fresh") }
                }
            }
        }
        let expected = ["level", "contrary", "divergent", "contradicted", "overdue", "stale", "fresh"]
        #expect(seen == Set(expected + PlainPicture.kinds.filter { $0 != "unmapped" }))
    }
}
