import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Testing

/// Gaps, divergences, and the numbers that stand beside every total.
@Suite("Gaps and totals")
struct GapsTests {
    private func snapshot(_ plain: PlainWorkspace, _ asOf: String = "2020-06-30") throws -> Snapshot {
        Snapshot(of: try plain.load(), options: SnapshotOptions(asOf: try date(asOf)))
    }

    private func targets(_ snapshot: Snapshot) -> [TargetIndex] {
        snapshot.workspace.framework.targets.indices.map { TargetIndex($0) }
    }

    /// Two forums of which the first has a word on ABA, none on BAB; CAC is asked by nobody.
    private static let plain = SmallWorkspace.make(
        [
            SmallWorkspace.report("a", "ABA", "not begun", "2019"),
            SmallWorkspace.report("b", "BAB", "done", "2012", dateKind: "as-of"),
            SmallWorkspace.report("o", "council", "done", "2012"),
        ],
        [
            SmallWorkspace.report("c", "ABA", "done", "2019"),
            SmallWorkspace.report("d", "ABA", "gone back", "2019", voice: "review-body", scope: "a part"),
        ])

    @Test func gapsOfASmallPicture() throws {
        let snapshot = try snapshot(Self.plain)
        let framework = snapshot.workspace.framework
        let gaps = snapshot.gaps(among: targets(snapshot), countries: snapshot.countries)
        #expect(gaps.uncovered.map { framework[$0].id } == ["1.2", "1.3", "2"])
        let silences = gaps.silences.map {
            "\(framework[$0.target].id) \(snapshot.workspace.countries[$0.country].code) \($0.kind.rawValue)"
        }
        #expect(silences == ["1 CAC not-addressed", "1.1 CAC not-addressed"])
        let early = try self.snapshot(Self.plain, "2012-12-30")
        let before = early.gaps(among: [try #require(framework.target("1.1"))], countries: early.countries)
        #expect(before.silences.map(\.kind) == [.noReport, .noReport, .notAddressed])
        #expect(before.uncovered.isEmpty)
        #expect(early.gaps(among: [], countries: early.countries).silences.isEmpty)
    }

    @Test func coverageOfASmallPicture() throws {
        let snapshot = try snapshot(Self.plain)
        let line = try #require(snapshot.workspace.framework.target("1.1"))
        var expected = Coverage()
        #expect(expected == Coverage(of: [Cell]()))
        expected.cells = 3
        expected.addressed = 2
        expected.withProgress = 2
        expected.stale = 1
        expected.divergent = 1
        #expect(Coverage(of: snapshot.row(line)) == expected)
        #expect(snapshot.alignedCount(line) == 2)
        #expect(snapshot.forums(alignedTo: line) == [0, 1])
        let measure = try #require(snapshot.workspace.framework.target("1"))
        #expect(snapshot.alignedCount(measure) == 2)
        #expect(snapshot.forums(alignedTo: measure) == [0, 1])
        let other = try #require(snapshot.workspace.framework.target("2"))
        #expect(snapshot.alignedCount(other) == 0)
        #expect(snapshot.forums(alignedTo: other) == [])
    }

    @Test func divergencesOfASmallPicture() throws {
        let snapshot = try snapshot(Self.plain)
        let divergences = snapshot.differingCells(among: targets(snapshot), countries: snapshot.countries)
        #expect(divergences.map { snapshot.workspace.framework[$0.target].id } == ["1.1"])
        #expect(divergences.map { snapshot.workspace.countries[$0.country].code } == ["ABA"])
        #expect(divergences.map(\.width) == [3])
        #expect(divergences.map(\.cell) == [try snapshot.cell("1.1", "ABA")])
    }

    @Test func tallyOfASmallForum() throws {
        let snapshot = try snapshot(Self.plain)
        let tally = snapshot.forums[0].tally(levelCount: 4)
        #expect(tally.levels == [1, 0, 0, 1])
        #expect(tally.contrary == 0)
        #expect(tally.missing == [:])
        #expect(tally.withProgress == 2)
        #expect(tally.total == 2)
        let second = snapshot.forums[1].tally(levelCount: 4)
        #expect(second.levels == [0, 0, 0, 1])
        #expect(second.missing == [.noReport: 1])
        #expect(second.total == 2)
    }

    @Test func tallyAddsWords() {
        var tally = Tally(levelCount: 2)
        for progress in [
            Progress.level(ProgressScale.Level(rank: 1)), .contrary, .contrary, .missing(.withheld), .missing(.dormant),
            .missing(.withheld),
        ] {
            tally.add(progress)
        }
        #expect(tally.levels == [0, 1])
        #expect(tally.contrary == 2)
        #expect(tally.missing == [.withheld: 2, .dormant: 1])
        #expect(tally.withProgress == 3)
        #expect(tally.total == 6)
    }

    // MARK: Random pictures

    @Test(arguments: 0..<16)
    func totalsAgreeWithTheReference(seed: Int) throws {
        var generator = Generator(seed: 7000 + seed)
        let plain = generator.workspace()
        let snapshot = try snapshot(plain, "2016-06-30")
        for (forum, plainForum) in zip(snapshot.forums, plain.forums) {
            let reader = PlainReader(workspace: plain, forum: plainForum, day: "2016-06-30")
            var expected = Tally(levelCount: plain.levels.count)
            for (place, commitment) in plainForum.commitments.enumerated() {
                let assessments = reader.assessments(of: commitment)
                #expect(forum.assessments(of: CommitmentIndex(place)).count == assessments.count)
                for (party, assessment) in assessments {
                    add(assessment, reader, to: &expected)
                    let index = try #require(forum.forum.definition.parties.index(of: party))
                    let mine = forum.assessment(of: index, in: CommitmentIndex(place))
                    #expect(mine?.standing.rawValue == assessment.standing)
                    #expect(mine?.isOverdue == assessment.isOverdue)
                    #expect(mine?.progress.rank == assessment.progress.map(reader.rank))
                }
            }
            #expect(forum.tally(levelCount: plain.levels.count) == expected)
        }
    }

    private func add(_ assessment: PlainAssessment, _ reader: PlainReader, to tally: inout Tally) {
        if assessment.isOverdue { tally.overdue += 1 }
        guard assessment.counts else {
            if let standing = Standing(rawValue: assessment.standing) { tally.outside[standing, default: 0] += 1 }
            return
        }
        if let level = assessment.progress {
            if level == "contrary" { tally.contrary += 1 } else { tally.levels[reader.rank(level)] += 1 }
        } else if let kind = assessment.missing.flatMap(MissingReason.init) {
            tally.missing[kind, default: 0] += 1
        }
    }

    @Test(arguments: 0..<16)
    func gapsAndDivergencesAgreeWithTheCells(seed: Int) throws {
        var generator = Generator(seed: 7100 + seed)
        let plain = generator.workspace()
        let snapshot = try snapshot(plain, "2017")
        let cells = PlainPicture(workspace: plain, day: "2017-12-31").cells()
        let all = targets(snapshot)
        func name(_ target: TargetIndex, _ country: CountryIndex) -> String {
            snapshot.workspace.framework[target].id + " " + snapshot.workspace.countries[country].code
        }
        let gaps = snapshot.gaps(among: all, countries: snapshot.countries)
        let aligned = plain.targets.filter { target in
            plain.forums.flatMap(\.commitments).contains { commitment in
                commitment.isTracked
                    && commitment.crosswalk.contains {
                        $0.to == target || !target.contains(".") && $0.to.hasPrefix(target + ".")
                    }
            }
        }
        #expect(
            gaps.uncovered.map { plain.targets[Int($0.rawValue)] } == plain.targets.filter { !aligned.contains($0) })
        let silences = aligned.flatMap { target in
            plain.countries.compactMap { country in
                (cells[target]?[country]?.word).flatMap { word in
                    PlainPicture.kinds.contains(word) ? "\(target) \(country) \(word)" : nil
                }
            }
        }
        #expect(gaps.silences.map { "\(name($0.target, $0.country)) \($0.kind.rawValue)" } == silences)
    }

    // MARK: Rejected rows

    /// A row that can't be read is counted with the picture and only in its own forum.
    @Test func rejectedRowsAreCounted() throws {
        let plain = SmallWorkspace.make(
            [
                SmallWorkspace.report("a", "ABA", "done", "2019"), SmallWorkspace.report("b", "ABA", "dnoe", "2019"),
                SmallWorkspace.report("c", "ABA", "done", "19 May"),
            ], [SmallWorkspace.report("d", "XXX", "done", "2019")])
        let folder = try Folder(PlainWriter(workspace: plain).files())
        let reading = Workspace.load(folder.path, registry: try ForumRegistry([DeclarativeModule.self]))
        let workspace = try #require(reading.workspace)
        let asOf = try date("2020")
        let snapshot = Snapshot(of: workspace, options: SnapshotOptions(asOf: asOf))
        #expect(snapshot.rejected == 3)
        #expect(snapshot.asOf.description == "2020-12-31")
        #expect(try snapshot.cell("1.1", "ABA").progress.rank == 3)
        let second = Snapshot(of: workspace, options: SnapshotOptions(asOf: asOf, forums: ["second", "nowhere"]))
        #expect(second.rejected == 1)
        #expect(second.forums.map(\.forum.definition.id) == ["second"])
        #expect(second.rule == .weightedMedian)
    }

    /// A word whose level is misspelt is unmapped, which says more than no report and is never a level.
    @Test func aMisspeltLevelIsUnmapped() throws {
        var plain = SmallWorkspace.make([SmallWorkspace.report("a", "ABA", "begun", "2019")])
        plain.forums[0].words[1].level = "smoe"
        let folder = try Folder(PlainWriter(workspace: plain).files())
        let reading = Workspace.load(folder.path, registry: try ForumRegistry([DeclarativeModule.self]))
        let snapshot = Snapshot(
            of: try #require(reading.workspace), options: SnapshotOptions(asOf: try date("2020")))
        #expect(reading.diagnostics.contains { $0.severity == .error })
        #expect(try snapshot.cell("1.1", "ABA").progress == .missing(.unmapped))
    }

    @Test func countriesFindTheirParty() throws {
        let snapshot = try snapshot(Self.plain)
        let forum = snapshot.forums[0]
        let countries = snapshot.workspace.countries
        let (member, stranger) = (try #require(countries.index(of: "BAB")), try #require(countries.index(of: "CAC")))
        let party = try #require(forum.party(of: member))
        #expect(forum.forum.definition.parties[party].id == "BAB")
        #expect(forum.party(of: stranger) == nil)
        #expect(forum.assessment(of: stranger, in: CommitmentIndex(0)) == nil)
        #expect(forum.assessment(of: member, in: CommitmentIndex(0))?.party == party)
    }
}
