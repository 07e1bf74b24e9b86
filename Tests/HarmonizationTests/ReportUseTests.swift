import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Testing

/// Why each report of one made-up case does or doesn't speak.
@Suite("Uses of reports")
struct ReportUseTests {
    private static let plain = SmallWorkspace.make([
        SmallWorkspace.report("later", "ABA", "done", "2021"),
        SmallWorkspace.report("same-day-above", "ABA", "not begun", "2019-05-01"),
        SmallWorkspace.report("speaks", "ABA", "begun", "2019-05-01"),
        SmallWorkspace.report("coarse", "ABA", "done", "2019"),
        SmallWorkspace.report("part", "ABA", "done", "2019-12-01", scope: "article 3"),
        SmallWorkspace.report("doubtful", "ABA", "done", "2020-01-01", confidence: "low"),
        SmallWorkspace.report("others", "ABA", "done", "2020-02-01", voice: "civil-society"),
        SmallWorkspace.report("others-before", "ABA", "gone back", "2018", voice: "civil-society"),
        SmallWorkspace.report("court", "ABA", "spoken of", "2020-03-01", voice: "review-body"),
        SmallWorkspace.report("this-year", "ABA", "done", "2020"),
        SmallWorkspace.report("due", "ABA", "not begun", "2020-05-01", dateKind: "deadline"),
        SmallWorkspace.report("neighbour", "BAB", "spoken of", "2020-03-01"),
    ])

    private func snapshot(_ asOf: String = "2020-06-30", _ confidence: Confidence = .medium) throws -> Snapshot {
        Snapshot(
            of: try Self.plain.load(), options: SnapshotOptions(asOf: try date(asOf), minConfidence: confidence))
    }

    /// The report that only sets a due date, `due`, is none of them and takes no voice's place.
    @Test func eachReportHasItsUse() throws {
        let explanation = try snapshot().explain("1.1", "ABA")
        let item = try #require(explanation.contributions.first)
        #expect(
            item.reports.map { $0.texts[.id] ?? "" } == [
                "later", "court", "others", "doubtful", "this-year", "part", "speaks", "same-day-above", "coarse",
                "others-before",
            ])
        #expect(
            item.reports.map(\.use) == [
                .afterAsOf, .otherVoice, .otherVoice, .belowConfidence, .afterAsOf, .partial, .contradicts, .spoke,
                .older,
                .older,
            ])
        #expect(item.progressRule?.id == "most-trusted-voice")
        #expect(item.standingRule?.id == "addressed")
        // The court is trusted more and says nothing about progress; of two words of one day the lower one holds.
        #expect(explanation.cell.progress == .level(ProgressScale.Level(rank: 0)))
        #expect(explanation.cell.spread == 0...3)
        #expect(explanation.cell.isContradicted)
        #expect(explanation.cell.newest?.description == "2019-05-01")
    }

    @Test func moreIsHeardWithLessConfidenceAndLater() throws {
        let unsure = try snapshot("2020-06-30", .unknown).explain("1.1", "ABA")
        let spoke = unsure.contributions.flatMap(\.reports).first { $0.use == .spoke }
        #expect(spoke?.texts[.id] == "doubtful")
        let later = try snapshot("2021-12-31").explain("1.1", "ABA")
        #expect(later.contributions.flatMap(\.reports).first?.use == .spoke)
        let dayBefore = try snapshot("2021-12-30").explain("1.1", "ABA")
        #expect(dayBefore.contributions.flatMap(\.reports).first?.use == .afterAsOf)
        #expect(later.cell.progress == .level(ProgressScale.Level(rank: 3)))
    }

    /// A report without a word on progress is what the kind of nothing rests on.
    @Test func aReportThatSaysNothingIsNamed() throws {
        let explanation = try snapshot().explain("1.1", "BAB")
        let item = try #require(explanation.contributions.first)
        #expect(item.use == .silent)
        #expect(item.reports.map(\.use) == [.spoke])
        #expect(item.progressRule?.id == "word-without-level")
        #expect(explanation.cell.progress == .missing(.reportedWithoutStatus))
        let other = try #require(explanation.contributions.last)
        #expect(other.reports.isEmpty)
        #expect(other.progressRule?.id == "no-report")
    }

    @Test func whoIsNotAskedIsTold() throws {
        let explanation = try snapshot().explain("1.1", "CAC")
        #expect(explanation.contributions.isEmpty)
        #expect(explanation.notAsked.map(\.forum.forum.definition.id) == ["first", "second"])
        #expect(explanation.cell.progress == .missing(.notAddressed))
    }

    /// A measure is explained by its lines, asked or not; a line by its commitments.
    @Test func aMeasureIsExplainedByItsParts() throws {
        let snapshot = try snapshot()
        let measure = try snapshot.explain("1", "ABA")
        #expect(measure.parts.map { snapshot.workspace.framework[$0.target].id } == ["1.1", "1.2", "1.3"])
        #expect(measure.contributions.isEmpty)
        #expect(measure.cell == (try snapshot.cell("1.1", "ABA")))
        #expect(try snapshot.explain("1.1", "ABA").parts.isEmpty)
        #expect(try snapshot.explain("2", "ABA").parts.isEmpty)
    }
}
