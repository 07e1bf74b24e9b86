import FollowUpModel
import ForumKit
import ForumWorkspace
import Testing

@testable import Harmonization

/// What is owed by when, and what an explanation leaves out, in random workspaces.
@Suite("Lists of a picture")
struct DueListTests {
    private func snapshot(_ seed: Int, _ day: String = "2016-06-30") throws -> Snapshot {
        var generator = Generator(seed: 8200 + seed)
        return Snapshot(of: try generator.workspace().load(), options: SnapshotOptions(asOf: try date(day)))
    }

    /// Everything that is owed, told by asking each forum for each of its commitments.
    private func plain(_ snapshot: Snapshot) -> [DueItem] {
        snapshot.forums.enumerated().flatMap { place, forum in
            forum.forum.commitments.indices.flatMap { number in
                forum.obligations(CommitmentIndex(number)).map {
                    DueItem(forum: place, commitment: CommitmentIndex(number), obligation: $0)
                }
            }
        }
    }

    @Test("lists everything that is owed once, what is due first comes first", arguments: 0..<3)
    func everything(seed: Int) throws {
        let snapshot = try snapshot(seed)
        let items = snapshot.obligations()
        #expect(Set(items) == Set(plain(snapshot)))
        #expect(items.count == plain(snapshot).count)
        for (item, next) in zip(items, items.dropFirst()) {
            // What has no date comes last.
            guard let due = next.obligation.due else { continue }
            let first = try #require(item.obligation.due)
            #expect((first.latest, first.earliest) <= (due.latest, due.earliest))
            if first == due { #expect(item.forum <= next.forum, "of one day in the order of the forums") }
        }
        let counts = snapshot.obligationCounts()
        for (place, count) in counts.enumerated() {
            let own = items.filter { $0.forum == place }.map(\.obligation.state)
            #expect(count == Dictionary(own.map { ($0, 1) }, uniquingKeysWith: +))
        }
    }

    @Test("for some countries, or up to some day, lists just what everything holds of them", arguments: 0..<3)
    func some(seed: Int) throws {
        let snapshot = try snapshot(seed)
        let all = snapshot.obligations()
        func country(_ item: DueItem) -> CountryIndex? {
            snapshot.forums[item.forum].forum.definition.parties[item.obligation.party].country
        }
        let chosen = Set(snapshot.countries.enumerated().filter { $0.offset % 2 == 0 }.map(\.element))
        #expect(
            snapshot.obligations(of: chosen) == all.filter { country($0).map(chosen.contains) ?? false },
            "an organ is no country")
        #expect(snapshot.obligations(of: []).isEmpty)
        for text in ["2012-01-01", "2017-06-30", "2050-01-01"] {
            let horizon = try date(text).earliest
            let expected = all.filter { item in
                // What is late or due today is never left out, however near the horizon.
                guard item.obligation.state == .upcoming, let due = item.obligation.due else { return true }
                return due.earliest <= horizon
            }
            #expect(snapshot.obligations(until: horizon) == expected)
        }
    }

    @Test("owes what has a date and binds or is political, once for each party that is bound", arguments: 0..<3)
    func whoOwes(seed: Int) throws {
        let day = ["2012-01-01", "2016-06-30", "2020-12-31"][seed % 3]
        let snapshot = try snapshot(seed, day)
        let items = snapshot.obligations()
        for (place, forum) in snapshot.forums.enumerated() where forum.forum.definition.dormantSince == nil {
            for (number, commitment) in forum.forum.commitments.enumerated() {
                let owed = items.filter { $0.forum == place && $0.commitment == CommitmentIndex(number) }
                let isOwed = commitment.legalForce != .voluntary && commitment.deadline?.reading ?? .unread != .unread
                let bound = forum.assessments(of: CommitmentIndex(number)).filter { $0.standing == .bound }
                #expect(Set(owed.map(\.obligation.party)) == (isOwed ? Set(bound.map(\.party)) : []))
                #expect(owed.count == (isOwed ? bound.count : 0))
                for item in owed { try check(item.obligation, bound, day, snapshot) }
            }
        }
    }

    /// Whether an obligation's state is that of its date, compared as texts.
    private func check(_ owed: Obligation, _ bound: [Assessment], _ day: String, _ snapshot: Snapshot) throws {
        let reading = try #require(bound.first { $0.party == owed.party })
        let due = try #require(owed.due)
        let isMet = reading.progress.rank == Int(snapshot.workspace.settings.scale.top.rank)
        let expected: Obligation.State =
            isMet
            ? .submitted
            : due.latest.description < day ? .overdue : due.earliest.description > day ? .upcoming : .due
        #expect(owed.state == expected, "\(due) on \(day)")
    }

    // MARK: Explanations

    @Test("an explanation that may tell only so much tells the weightiest and counts the rest", arguments: 0..<2)
    func shortExplanations(seed: Int) throws {
        let snapshot = try snapshot(seed)
        func weight(_ item: ExplainedContribution) -> Int {
            if case .counted(let weight) = item.use { weight } else { -1 }
        }
        func name(_ item: ExplainedContribution) -> String {
            "\(item.forum.forum.definition.id)/\(item.commitment.id)"
        }
        for target in snapshot.workspace.framework.targets.indices.map({ TargetIndex($0) }) {
            for country in snapshot.countries.prefix(3) {
                let whole = snapshot.explain(target, country)
                #expect(whole.omitted == 0)
                for most in [0, 1, 2, 100] {
                    let short = snapshot.explain(target, country, most: most)
                    #expect(short.cell == whole.cell, "what isn't told still counts")
                    #expect(short.contributions.count == min(most, whole.contributions.count))
                    #expect(short.omitted == whole.contributions.count - short.contributions.count)
                    let told = short.contributions.map(name)
                    let all = whole.contributions.map(name)
                    #expect(told == all.filter(told.contains), "in the order of the whole")
                    let lightest = short.contributions.map(weight).min() ?? .max
                    let left = whole.contributions.filter { !told.contains(name($0)) }.map(weight).max() ?? .min
                    #expect(left <= lightest)
                }
            }
        }
    }
}
