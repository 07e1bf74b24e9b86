import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Records
import Testing

@testable import Dashboard

/// What pages are made of, found out once more in the plainest way.
@Suite struct FactsTests {
    private static let pictures = [Samples.small, Samples.shipped]

    @Test(arguments: pictures)
    func theWitnessesOfACellAreThoseWhoCountInIt(_ workspace: String) throws {
        let picture = try Samples.picture(workspace)
        let snapshot = picture.snapshot
        for target in picture.targets {
            for (place, country) in snapshot.countries.enumerated() {
                let parts = snapshot.parts(target, country).map(\.target)
                let items = (parts.isEmpty ? [target] : parts).flatMap { snapshot.explain($0, country).contributions }
                expect(picture.witnesses(target)[place], are: items)
                for forum in snapshot.forums.map(\.forum.definition.id) {
                    let layer = try #require(picture.layer(forum))
                    guard layer.alignedCount(target) > 0 else { continue }
                    let own = layer.parts(target, country).map(\.target)
                    expect(
                        picture.witnesses(target, ofForum: forum)[place],
                        are: (own.isEmpty ? [target] : own).flatMap { layer.explain($0, country).contributions })
                }
            }
        }
    }

    private func expect(_ witnesses: Witnesses, are items: [ExplainedContribution]) {
        let counted = items.filter { if case .counted = $0.use { true } else { false } }
        let reports = counted.map { item in
            item.assessment.basis.report.map { item.forum.forum.reports[$0] }
        }
        #expect(witnesses.voices == Set(reports.map { ($0?.voice ?? .computed).rawValue }).sorted())
        #expect(witnesses.confidence == reports.compactMap { $0?.confidence }.max())
        for voice in Voice.allCases { #expect(witnesses.contains(voice) == witnesses.voices.contains(voice.rawValue)) }
    }

    @Test(arguments: pictures)
    func aCountryIsToAForumWhatItsAssessmentsSay(_ workspace: String) throws {
        let picture = try Samples.picture(workspace)
        let snapshot = picture.snapshot
        for country in snapshot.countries {
            let facts = try #require(CountryFacts(snapshot.workspace.countries[country].code, picture))
            for forum in snapshot.forums {
                let assessments = forum.forum.commitments.indices.compactMap {
                    forum.assessment(of: country, in: CommitmentIndex($0))
                }
                let standing = facts.standings.first { $0.forum === forum }
                #expect(standing?.asked ?? 0 == assessments.count)
                let counted = assessments.filter(\.standing.counts).map(\.progress)
                #expect(standing?.tally.withProgress ?? 0 == counted.count { $0.rank != nil })
                #expect(standing?.tally.total ?? 0 == counted.count)
            }
        }
    }

    /// Every dot of a country's timeline, from the reports themselves; the years before the first stand in it.
    @Test(arguments: pictures, [1990, 2012])
    func aTimelineCountsTheReportsOfEachYear(_ workspace: String, _ first: Int) throws {
        let picture = try Samples.picture(workspace)
        var merged = 0
        for country in picture.snapshot.countries {
            let facts = try #require(CountryFacts(picture.snapshot.workspace.countries[country].code, picture))
            let forums = Set(facts.reports.map(\.forum)).sorted()
            let timelines = ForumTimeline.all(of: facts.reports, in: picture.snapshot, from: first)
            #expect(timelines.map(\.forum) == forums)
            for timeline in timelines {
                let reports = facts.reports.filter { $0.forum == timeline.forum }
                let years = reports.map { max(first, picture.snapshot.date(of: $0).earliest.parts.year) }
                let dots = timeline.years
                #expect(dots.map(\.year) == Set(years).sorted())
                for dot in dots {
                    let ofYear = zip(years, reports).filter { $0.0 == dot.year }.map(\.1)
                    #expect(dot.count == ofYear.count)
                    #expect(dot.newest == ofYear.first?.report)
                }
                if dots.first?.year == first, years.filter({ $0 == first }).count > 1 { merged += 1 }
            }
        }
        if workspace == Samples.shipped, first == 2012 { #expect(merged > 0, "some years are merged") }
    }

    @Test(arguments: pictures)
    func whatMovedIsWhatTwoPicturesShowDifferently(_ workspace: String) throws {
        let picture = try Samples.picture(workspace)
        let snapshot = picture.snapshot
        let framework = snapshot.workspace.framework
        for earlier in picture.earlier {
            var options = snapshot.options
            options.asOf = earlier.cells.asOf
            let old = Snapshot(of: snapshot.workspace, options: options)
            var expected: [MovedCell] = []
            for target in picture.targets {
                // A measure is made of its lines, which are asked themselves.
                if framework[target].line == nil, !framework.measure(of: target).lines.isEmpty { continue }
                for country in snapshot.countries {
                    let (before, after) = (old[target, country], snapshot[target, country])
                    let isSame =
                        before.progress == after.progress && before.isDivergent == after.isDivergent
                        && before.isContradicted == after.isContradicted && before.isStale == after.isStale
                        && before.isOverdue == after.isOverdue
                    if !isSame {
                        let direction = Direction(from: before, to: after) {
                            snapshot.fall(target, country, since: earlier.cells.asOf.latest)
                        }
                        expected.append(
                            MovedCell(
                                target: target, country: country, old: before, new: after, direction: direction))
                    }
                }
            }
            #expect(picture.moved(since: earlier.cells) == expected)
        }
    }

    @Test(arguments: [Language.english, .french])
    func everyCellLooksAsItsWordAndFlagsDo(_ language: Language) throws {
        let builder = PageBuilder(try Samples.picture(), language, .matrix())
        let marks = MarkTable(builder)
        let words =
            [Progress.contrary] + builder.scale.levels.indices.map { .level(.init(rank: $0)) }
            + MissingReason.allCases.map { .missing($0) }
        for word in words {
            for number in 0..<16 {
                var cell = Cell()
                cell.progress = word
                cell.isStale = number & 1 != 0
                cell.isOverdue = number & 2 != 0
                cell.isDivergent = number & 4 != 0
                cell.isContradicted = number & 8 != 0
                let (look, flags) = (marks[cell], builder.flags(cell))
                #expect(look.mark == builder.mark(word))
                #expect(look.text == ([look.mark.name] + flags.map(\.name)).joined(separator: ", "))
                #expect(look.flags ?? "" == flags.map(\.sign).joined())
            }
        }
    }
}
