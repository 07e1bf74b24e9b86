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
    /// The commitments aligned to each target, directly or, for a measure, through one of its lines.
    private let alignments: [[AlignedCommitment]]
    private let evidence: EvidenceNumbers
    private let cells: [Cell]
    private let consolidator: Consolidator

    /// Makes the picture: every module reads its forum, then every cell is consolidated.
    public init(of workspace: Workspace, options: SnapshotOptions) {
        self.options = options
        self.workspace = workspace
        let chosen = workspace.forums.filter { options.forums?.contains($0.definition.id) ?? true }
        let top = Int(workspace.settings.scale.top.rank)
        let countryCount = workspace.countries.countries.count
        let forums = parallelMap(chosen.count) { index in
            ForumSnapshot(chosen[index], countryCount: countryCount, scaleTop: top, options: options)
        }
        let countries = workspace.region
        let alignments = AlignedCommitment.byTarget(forums: forums.map(\.forum), framework: workspace.framework)
        let evidence = EvidenceNumbers(forums.map(\.forum.reports))
        let consolidator = Consolidator(
            settings: workspace.settings.consolidation, rule: options.rule ?? workspace.settings.consolidation.rule,
            asOf: options.asOf.latest)
        self.forums = forums
        self.countries = countries
        self.alignments = alignments
        self.evidence = evidence
        self.consolidator = consolidator
        cells = parallelMap(alignments.count) { target in
            countries.map { country in
                consolidator.cell(
                    of: AlignedCommitment.contributions(
                        alignments[target], of: country, forums: forums, evidence: evidence)
                ).cell
            }
        }.flatMap(\.self)
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

    /// What every commitment that is aligned to a target contributes for a country, and how it is used.
    public func contributions(
        _ target: TargetIndex, _ country: CountryIndex
    ) -> [(contribution: Contribution, use: ContributionUse)] {
        let contributions = AlignedCommitment.contributions(
            alignments[Int(target.rawValue)], of: country, forums: forums, evidence: evidence)
        return Array(zip(contributions, consolidator.cell(of: contributions).uses))
    }

    /// The number of commitments aligned to a target, directly or through one of its lines.
    public func alignedCount(_ target: TargetIndex) -> Int { alignments[Int(target.rawValue)].count }

    /// The forums that have a commitment aligned to a target.
    public func forums(alignedTo target: TargetIndex) -> [Int] {
        Set(alignments[Int(target.rawValue)].map(\.forum)).sorted()
    }

    /// The number of report rows that could not be read, over the forums of the picture.
    public var rejected: Int { forums.reduce(0) { $0 + $1.forum.rejected } }
}

/// One commitment's alignment to one target.
struct AlignedCommitment: Sendable {
    var forum: Int
    var commitment: CommitmentIndex
    var relation: Relation

    /// The tracked commitments aligned to each target; a measure also gets those aligned to its lines, each once and
    /// with its closest relation.
    static func byTarget(forums: [LoadedForum], framework: Framework) -> [[AlignedCommitment]] {
        var result = [[AlignedCommitment]](repeating: [], count: framework.targets.count)
        let measureTargets = framework.measures.map { framework.target($0.id) }
        for (forumPlace, forum) in forums.enumerated() {
            for (place, commitment) in forum.commitments.enumerated() where commitment.isTracked {
                var closest: [TargetIndex: Relation] = [:]
                for alignment in commitment.alignments {
                    let target = alignment.target
                    closest[target] = alignment.relation
                    guard framework[target].line != nil, let measure = measureTargets[framework[target].measure]
                    else { continue }
                    let other = commitment.alignments.first { $0.target == measure }?.relation
                    let best = [closest[measure], other, alignment.relation].compactMap(\.self).min {
                        $0.closeness < $1.closeness
                    }
                    closest[measure] = best
                }
                for (target, relation) in closest {
                    result[Int(target.rawValue)].append(
                        AlignedCommitment(forum: forumPlace, commitment: CommitmentIndex(place), relation: relation))
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
            let forum = forums[aligned.forum]
            guard let assessment = forum.assessment(of: country, in: aligned.commitment) else { return nil }
            let report = assessment.basis.report
            return Contribution(
                forum: aligned.forum, commitment: aligned.commitment, relation: aligned.relation,
                standing: assessment.standing, progress: assessment.progress, voices: assessment.voices,
                date: report.map { forum.forum.reports.dates[Int($0.rawValue)] },
                evidence: report.map { evidence.number(of: $0, inForum: aligned.forum) } ?? 0,
                isOverdue: assessment.isOverdue)
        }
    }
}

extension Relation {
    /// The place from the closest relation, 0, to the loosest.
    var closeness: Int {
        switch self {
        case .exact: 0
        case .close: 1
        case .narrow: 2
        case .broad: 3
        case .related: 4
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
