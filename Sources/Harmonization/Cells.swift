import FollowUpModel
import SystemIO

/// The cells of a picture, target by target and in each country by country.
///
/// The cell of a measure with lines is made of what is aligned to the measure itself and of its lines; the former is kept
/// beside it, as a part of its own.
struct Cells: Sendable {
    /// The cells of all targets, in the order of ``Framework/targets``, where each measure is followed by its lines.
    private(set) var all: [Cell]
    /// What is said of measures with lines themselves, by their places among the targets.
    private var ownRows: [Int: [Cell]]
    private let countryCount: Int

    /// Consolidates the cells of some targets, and of the measures that they are lines of.
    ///
    /// - Parameters:
    ///   - changed: whether a target's own cells are to be made, for each target.
    ///   - unread: whether a forum that can't be read may speak to it, for each target.
    ///   - known: the cells of an earlier picture, which all others are taken from; nil where all are made.
    init(
        of changed: [Bool], framework: Framework, alignments: [[AlignedCommitment]], lists: ContributionLists,
        consolidator: Consolidator, unread: [UnreadMark], known: Cells?
    ) {
        countryCount = lists.countryCount
        all = known?.all ?? [Cell](repeating: Cell(), count: changed.count * countryCount)
        ownRows = known?.ownRows ?? [:]
        let targets = changed.indices.filter { changed[$0] }
        for (target, cells) in zip(targets, Self.rows(of: targets, alignments, lists, consolidator, unread)) {
            if framework.lineCount(of: TargetIndex(target)) > 0 {
                ownRows[target] = cells
            } else {
                all.replaceSubrange(range(of: target), with: cells)
            }
        }
        var ballots = consolidator.ballots
        for target in changed.indices {
            let lineCount = framework.lineCount(of: TargetIndex(target))
            guard lineCount > 0, changed[target...target + lineCount].contains(true) else { continue }
            for country in 0..<countryCount {
                let parts = (0...lineCount).map { part(target, $0, country) }
                all[target * countryCount + country] = consolidator.whole(of: parts, &ballots)
            }
        }
    }

    /// A part of the cell of a measure with lines: the line of this number, or what is said of the measure itself for 0.
    func part(_ measure: Int, _ line: Int, _ country: Int) -> Cell {
        if line == 0, let own = ownRows[measure] { return own[country] }
        return all[(measure + line) * countryCount + country]
    }

    /// The cells of what is aligned to a target itself, one for each country; none for a measure with lines to which
    /// nothing is.
    func own(_ target: Int, isAligned: Bool) -> ArraySlice<Cell> {
        guard let own = ownRows[target] else { return all[range(of: target)] }
        return isAligned ? own[...] : []
    }

    /// Where the cells of a target stand among all.
    func range(of target: Int) -> Range<Int> { target * countryCount..<(target + 1) * countryCount }

    /// The cells of the targets themselves: on each core a share of the targets, one after the other.
    private static func rows(
        of targets: [Int], _ alignments: [[AlignedCommitment]], _ lists: ContributionLists,
        _ consolidator: Consolidator, _ unread: [UnreadMark]
    ) -> [[Cell]] {
        let size = max(1, (targets.count + 15) / 16)
        let shares = stride(from: 0, to: targets.count, by: size).map { targets[$0..<min($0 + size, targets.count)] }
        let made = parallelMap(shares.count) { share in
            var (lists, ballots) = (lists, consolidator.ballots)
            return shares[share].map { target in
                lists.fill(with: alignments[target])
                return (0..<lists.countryCount).map {
                    consolidator.cell(of: lists[$0], unread: unread[target], &ballots)
                }
            }
        }
        return Array(made.joined())
    }
}
