public import Diagnostics
public import FollowUpModel
import ForumKit
public import ForumWorkspace
import SystemIO

/// The harmonised picture of a workspace on one day; all that is shown or exported comes from it.
public struct Snapshot: Sendable {
    /// What was asked for.
    public let options: SnapshotOptions
    /// The workspace.
    public let workspace: Workspace
    /// The forums that were read, in the order of their ids.
    public let forums: [ForumSnapshot]
    /// The countries of the picture, in the order of their codes.
    public let countries: [CountryIndex]
    /// The commitments aligned to each target itself.
    let alignments: [[AlignedCommitment]]
    /// Empty lists, to be filled with what is said about one target.
    private let lists: ContributionLists
    let cells: Cells
    private let consolidator: Consolidator
    private let farthest: LazyValue<PartialDate?>
    /// The forums asked for of which nothing can be read.
    package let unread: [UnreadForum]

    /// Makes the picture: every module reads its forum, then every cell is consolidated.
    ///
    /// - Parameters:
    ///   - previous: a picture of an earlier reading of the same folder, or of other forums of this one; what hasn't
    ///     changed since is taken over from it, and the answer is the same as without it. Where it was asked for another
    ///     date, confidence or rule it is of no use.
    ///   - meter: is told how many forums are assessed; once it is stopped, the picture is not whole.
    public init(
        of workspace: Workspace, options: SnapshotOptions, reusing previous: Snapshot? = nil, meter: WorkMeter? = nil
    ) {
        self.options = options
        self.workspace = workspace
        let previous = previous.flatMap { $0.canServe(workspace, options) ? $0 : nil }
        let chosen = workspace.forums.filter { options.forums?.contains($0.definition.id) ?? true }
        let known = chosen.map { forum in previous?.forums.first { $0.forum.rules == forum.rules } }
        // A program may have been changed without the forum's files.
        let isKept = chosen.indices.map { place in
            known[place]?.forum.revision == chosen[place].revision && chosen[place].module.program == nil
        }
        let open = chosen.indices.filter { !isKept[$0] }
        meter?.begin(.assessing, of: open.count)
        let made = parallelMap(open.count) { number in
            defer { meter?.advance(by: 1) }
            let place = open[number]
            return ForumSnapshot(
                chosen[place], in: workspace, options: options, reusing: known[place], meter: meter)
        }
        var fresh = made.makeIterator()
        let forums = chosen.indices.compactMap { isKept[$0] ? known[$0] : fresh.next() }
        // The forums' places and rules are as before: then so is what is aligned to what.
        let isAligned = previous.map { $0.forums.map(\.forum.rules) == forums.map(\.forum.rules) } ?? false
        let countries = workspace.region
        let alignments =
            (isAligned ? previous?.alignments : nil)
            ?? AlignedCommitment.byTarget(
                forums: forums.map(\.forum), framework: workspace.framework,
                covers: workspace.settings.consolidation.covers)
        let consolidator = Consolidator(
            settings: workspace.settings.consolidation, rule: options.rule ?? workspace.settings.consolidation.rule,
            asOf: options.asOf.latest, top: Int(workspace.settings.scale.top.rank))
        let lists = ContributionLists(
            of: forums, countryCount: countries.count, evidence: EvidenceNumbers(forums.map(\.forum.reports)),
            settings: workspace.settings.consolidation, top: consolidator.top)
        let unread = workspace.unread.filter { options.forums?.contains($0.id) ?? true }
        self.unread = unread
        let isSure = previous.map { $0.unread.isEmpty == unread.isEmpty } ?? false
        let changes = isAligned && isSure ? previous.flatMap { Self.changes(from: $0.forums, to: forums) } : nil
        let changed = alignments.map { aligned in
            guard let changes else { return true }
            return aligned.contains { changes[$0.forum]?[Int($0.commitment.rawValue)] ?? false }
        }
        self.forums = forums
        farthest = LazyValue { forums.compactMap(\.dataUntil).max { $0.latest < $1.latest } }
        self.countries = countries
        self.consolidator = consolidator
        self.alignments = alignments
        self.lists = lists
        cells = Cells(
            of: changed, framework: workspace.framework, alignments: alignments, lists: lists,
            consolidator: consolidator, unread: Self.marks(forums, unread, alignments),
            known: changes == nil ? nil : previous?.cells)
    }

    /// Whether this picture was asked for likewise, of whichever forums, and stands on the same settings, framework and
    /// countries: then what a forum says alone is what it says among others.
    private func canServe(_ newer: Workspace, _ asked: SnapshotOptions) -> Bool {
        var own = options
        own.forums = asked.forums
        return workspace.foundations == newer.foundations && own == asked
    }

    /// Of each commitment of the forums that have changed whether something else is said about it; nil when that isn't
    /// known of some forum.
    private static func changes(from old: [ForumSnapshot], to new: [ForumSnapshot]) -> [[Bool]?]? {
        var changes = [[Bool]?](repeating: nil, count: new.count)
        for (place, forum) in new.enumerated() where forum !== old[place] {
            guard let changed = forum.changed else { return nil }
            var isChanged = [Bool](repeating: false, count: forum.forum.commitments.count)
            for commitment in changed { isChanged[Int(commitment.rawValue)] = true }
            changes[place] = isChanged
        }
        return changes
    }

    /// All cells consolidated once more from what the forums say, whatever was taken over from an earlier picture.
    package func consolidatedAnew() -> [Cell] {
        Cells(
            of: alignments.map { _ in true }, framework: workspace.framework, alignments: alignments, lists: lists,
            consolidator: consolidator, unread: Self.marks(forums, unread, alignments), known: nil
        ).all
    }

    /// Until when the data reach: the day that the workspace declares, else that of the forum that reaches farthest.
    public var dataUntil: PartialDate? { workspace.settings.dataUntil ?? farthest.value }

    /// The as-of day.
    public var asOf: CalendarDay { options.asOf.latest }

    /// The rule by which cells are consolidated.
    public var rule: ConsolidationRule { consolidator.rule }

    /// The cell of a measure or line and a country of the picture.
    public subscript(target: TargetIndex, country: CountryIndex) -> Cell {
        guard let place = countries.firstIndex(of: country) else {
            preconditionFailure("a cell is asked for with a country of the picture")
        }
        return cells.all[Int(target.rawValue) * countries.count + place]
    }

    /// The cells of a measure or line, one for each country of the picture, in their order.
    public func row(_ target: TargetIndex) -> ArraySlice<Cell> {
        cells.all[cells.range(of: Int(target.rawValue))]
    }

    /// The parts of a measure's cell: its own alignments, if it has any, and each of its lines.
    ///
    /// Empty for lines, and for measures without lines, whose cells have no parts.
    public func parts(_ target: TargetIndex, _ country: CountryIndex) -> [(target: TargetIndex, cell: Cell)] {
        let lineCount = workspace.framework.lineCount(of: target)
        guard lineCount > 0, let place = countries.firstIndex(of: country) else { return [] }
        return (0...lineCount).compactMap { offset in
            let part = TargetIndex(Int(target.rawValue) + offset)
            guard offset > 0 || alignments[Int(part.rawValue)].count > 0 else { return nil }
            return (part, cells.part(Int(target.rawValue), offset, place))
        }
    }

    /// What every commitment that is aligned to a target itself contributes for a country, and how it is used.
    public func contributions(
        _ target: TargetIndex, _ country: CountryIndex
    ) -> [(contribution: Contribution, use: ContributionUse)] {
        guard countries.contains(country) else { return [] }
        return used(lists.contributions(of: alignments[Int(target.rawValue)], to: country)[...])
    }

    /// The same for all countries of the picture, in their order, which takes little more than for one.
    package func contributions(
        _ target: TargetIndex
    ) -> [[(contribution: Contribution, use: ContributionUse)]] {
        var lists = lists
        lists.fill(with: alignments[Int(target.rawValue)])
        return countries.indices.map { used(lists[$0]) }
    }

    /// What a forum says of itself as a whole on a target, by the commitments that its members owe as one.
    func jointContributions(_ target: TargetIndex, _ forum: Int) -> [Contribution] {
        lists.jointContributions(of: alignments[Int(target.rawValue)], forum)
    }

    /// The cell of parts that are each made of contributions.
    func consolidated(_ parts: [[Contribution]]) -> Cell {
        var ballots = consolidator.ballots
        let cells = parts.map { consolidator.cell(of: $0[...], &ballots) }
        return cells.count == 1 ? cells[0] : consolidator.whole(of: cells, &ballots)
    }

    func used(_ contributions: ArraySlice<Contribution>) -> [(contribution: Contribution, use: ContributionUse)] {
        // Not an array of the zipped: that has other labels, and each pair would be cast.
        zip(contributions, consolidator.uses(of: contributions)).map { (contribution: $0, use: $1) }
    }

    /// The number of alignments to a target; for a measure those to its lines are among them.
    public func alignedCount(_ target: TargetIndex) -> Int {
        places(ofTargetsIn: target).reduce(0) { $0 + alignments[$1].count }
    }

    /// The forums that have a commitment aligned to a target, by their place; for a measure also through its lines.
    public func forums(alignedTo target: TargetIndex) -> [Int] {
        Set(places(ofTargetsIn: target).flatMap { alignments[$0].map(\.forum) }).sorted()
    }

    /// The places of a target and, for a measure, of its lines.
    func places(ofTargetsIn target: TargetIndex) -> ClosedRange<Int> {
        Int(target.rawValue)...Int(target.rawValue) + workspace.framework.lineCount(of: target)
    }

    /// Why the modules of forums could not read them, in the order of the forums; what is wrong with files stands among
    /// the workspace's diagnostics.
    public var failures: [Diagnostic] { forums.filter { $0.forum.problem == nil }.compactMap(\.failure) }

    /// The number of report rows that could not be read, over the forums of the picture.
    public var rejected: Int {
        forums.reduce(0) { $0 + $1.forum.rejected } + unread.reduce(0) { $0 + ($1.rows ?? 0) }
    }
}
