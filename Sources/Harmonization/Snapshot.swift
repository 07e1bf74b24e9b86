public import Diagnostics
public import FollowUpModel
import ForumKit
public import ForumWorkspace

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
    private let alignments: [[AlignedCommitment]]
    private let evidence: EvidenceNumbers
    private let ownCells: [Cell]
    private let cells: [Cell]
    private let consolidator: Consolidator

    /// Makes the picture: every module reads its forum, then every cell is consolidated.
    ///
    /// - Parameter meter: is told how many forums are assessed; once it is stopped, the picture is not whole.
    public init(of workspace: Workspace, options: SnapshotOptions, meter: WorkMeter? = nil) {
        self.options = options
        self.workspace = workspace
        let chosen = workspace.forums.filter { options.forums?.contains($0.definition.id) ?? true }
        let top = Int(workspace.settings.scale.top.rank)
        meter?.begin(.assessing, of: chosen.count)
        let forums = parallelMap(chosen.count) { index in
            defer { meter?.advance(by: 1) }
            return ForumSnapshot(chosen[index], in: workspace, options: options, meter: meter)
        }
        let countries = workspace.region
        let alignments = AlignedCommitment.byTarget(forums: forums.map(\.forum), framework: workspace.framework)
        let evidence = EvidenceNumbers(forums.map(\.forum.reports))
        let consolidator = Consolidator(
            settings: workspace.settings.consolidation, rule: options.rule ?? workspace.settings.consolidation.rule,
            asOf: options.asOf.latest, top: top)
        self.forums = forums
        self.countries = countries
        self.alignments = alignments
        self.evidence = evidence
        self.consolidator = consolidator
        ownCells = parallelMap(alignments.count) { target in
            countries.map { country in
                consolidator.cell(
                    of: AlignedCommitment.contributions(
                        alignments[target], of: country, forums: forums, evidence: evidence)
                ).cell
            }
        }.flatMap(\.self)
        cells = Self.wholes(
            of: ownCells, framework: workspace.framework, countryCount: countries.count, consolidator: consolidator)
    }

    /// The cells, those of a measure with lines made of its own alignments and its lines together.
    ///
    /// Each measure is followed by its lines, see ``Framework/targets``.
    private static func wholes(
        of own: [Cell], framework: Framework, countryCount: Int, consolidator: Consolidator
    ) -> [Cell] {
        var cells = own
        for (place, target) in framework.targets.enumerated() where target.line == nil {
            let lineCount = framework.measures[target.measure].lines.count
            guard lineCount > 0 else { continue }
            for country in 0..<countryCount {
                let parts = (place...place + lineCount).map { own[$0 * countryCount + country] }
                cells[place * countryCount + country] = consolidator.whole(of: parts)
            }
        }
        return cells
    }

    /// The as-of day.
    public var asOf: CalendarDay { options.asOf.latest }

    /// The rule by which cells are consolidated.
    public var rule: ConsolidationRule { consolidator.rule }

    /// The cell of a measure or line and a country of the picture.
    public subscript(target: TargetIndex, country: CountryIndex) -> Cell {
        guard let place = countries.firstIndex(of: country) else {
            preconditionFailure("a cell is asked for with a country of the picture")
        }
        return cells[Int(target.rawValue) * countries.count + place]
    }

    /// The cells of a measure or line, one for each country of the picture, in their order.
    public func row(_ target: TargetIndex) -> ArraySlice<Cell> {
        let start = Int(target.rawValue) * countries.count
        return cells[start..<start + countries.count]
    }

    /// The parts of a measure's cell: its own alignments, if it has any, and each of its lines.
    ///
    /// Empty for lines, and for measures without lines, whose cells have no parts.
    public func parts(_ target: TargetIndex, _ country: CountryIndex) -> [(target: TargetIndex, cell: Cell)] {
        let framework = workspace.framework
        let lineCount = framework[target].line == nil ? framework.measure(of: target).lines.count : 0
        guard lineCount > 0, let place = countries.firstIndex(of: country) else { return [] }
        return (0...lineCount).compactMap { offset in
            let part = TargetIndex(Int(target.rawValue) + offset)
            guard offset > 0 || alignments[Int(part.rawValue)].count > 0 else { return nil }
            return (part, ownCells[Int(part.rawValue) * countries.count + place])
        }
    }

    /// What every commitment that is aligned to a target itself contributes for a country, and how it is used.
    public func contributions(
        _ target: TargetIndex, _ country: CountryIndex
    ) -> [(contribution: Contribution, use: ContributionUse)] {
        let contributions = AlignedCommitment.contributions(
            alignments[Int(target.rawValue)], of: country, forums: forums, evidence: evidence)
        return Array(zip(contributions, consolidator.cell(of: contributions).uses))
    }

    /// The number of alignments to a target; for a measure those to its lines are among them.
    public func alignedCount(_ target: TargetIndex) -> Int { aligned(target).count }

    /// The forums that have a commitment aligned to a target, by their place; for a measure also through its lines.
    public func forums(alignedTo target: TargetIndex) -> [Int] { Set(aligned(target).map(\.forum)).sorted() }

    private func aligned(_ target: TargetIndex) -> [AlignedCommitment] {
        let framework = workspace.framework
        let lineCount = framework[target].line == nil ? framework.measure(of: target).lines.count : 0
        return (0...lineCount).flatMap { alignments[Int(target.rawValue) + $0] }
    }

    /// The forums whose module could not read them, so that they contribute nothing.
    public var failedForums: [ForumSnapshot] { forums.filter { $0.failure != nil } }

    /// Why they could not, in the order of the forums.
    public var failures: [Diagnostic] { forums.compactMap(\.failure) }

    /// The number of report rows that could not be read, over the forums of the picture.
    public var rejected: Int { forums.reduce(0) { $0 + $1.forum.rejected } }
}

/// One commitment's alignment to one target.
struct AlignedCommitment: Sendable {
    var forum: Int
    var commitment: CommitmentIndex
    var relation: Relation

    /// The tracked commitments aligned to each target itself.
    static func byTarget(forums: [LoadedForum], framework: Framework) -> [[AlignedCommitment]] {
        var result = [[AlignedCommitment]](repeating: [], count: framework.targets.count)
        for (forumPlace, forum) in forums.enumerated() {
            for (place, commitment) in forum.commitments.enumerated() where commitment.isTracked {
                for alignment in commitment.alignments {
                    result[Int(alignment.target.rawValue)].append(
                        AlignedCommitment(
                            forum: forumPlace, commitment: CommitmentIndex(place), relation: alignment.relation))
                }
            }
        }
        return result
    }

    /// What the aligned commitments say about one country.
    static func contributions(
        _ aligned: [AlignedCommitment], of country: CountryIndex, forums: [ForumSnapshot], evidence: EvidenceNumbers
    ) -> [Contribution] {
        aligned.compactMap { aligned in
            // The forum is a large value: it is used where it stands and never copied in this loop.
            guard let assessment = forums[aligned.forum].assessment(of: country, in: aligned.commitment) else {
                return nil
            }
            let report = assessment.basis.report
            return Contribution(
                forum: aligned.forum, commitment: aligned.commitment, relation: aligned.relation,
                standing: assessment.standing, progress: assessment.progress, voices: assessment.voices,
                date: report.map { forums[aligned.forum].forum.reports.dates[Int($0.rawValue)] },
                evidence: report.map { evidence.number(of: $0, inForum: aligned.forum) } ?? 0,
                isDurable: report.map { forums[aligned.forum].forum.reports[$0].dateKind.isDurable } ?? false,
                isOverdue: assessment.isOverdue)
        }
    }
}

/// Numbers for evidence names that are the same in all forums.
struct EvidenceNumbers: Sendable {
    private let tables: [ReportTable]
    private let numbers: [[Int]]

    init(_ tables: [ReportTable]) {
        self.tables = tables
        var known: [String: Int] = [:]
        numbers = tables.map { table in
            table.evidenceNames.map { name in
                let number = known[name] ?? known.count + 1
                known[name] = number
                return number
            }
        }
    }

    /// The number of the evidence that a report cites; 0 for none.
    func number(of report: ReportIndex, inForum forum: Int) -> Int {
        guard !numbers[forum].isEmpty else { return 0 }
        let own = Int(tables[forum][report].evidence)
        return own == 0 ? 0 : numbers[forum][own - 1]
    }
}
