import FollowUpModel
import ForumWorkspace
import Harmonization
import Languages

extension PageBuilder {
    /// A word on progress by sign, letter, name and look.
    func mark(_ progress: Progress) -> Mark {
        switch progress {
        case .level(let level):
            let entry = scale[level]
            return Mark(
                code: entry.id, sign: entry.sign, letter: entry.letter, name: entry.name.text(for: language),
                look: Self.look(Int(level.rank), of: scale.levels.count), rank: Int(level.rank))
        case .contrary:
            let entry = scale.contrary
            return Mark(
                code: entry.id, sign: entry.sign, letter: entry.letter, name: entry.name.text(for: language),
                look: "lx", rank: -1)
        case .nothing(let kind):
            return Mark(
                code: kind.rawValue, sign: kind.sign, letter: kind.letter, name: words.kindsOfNothing[kind],
                look: kind == .notAddressed ? "none" : "none asked", rank: nil)
        }
    }

    /// The look of a level: the lowest is `l0`, the highest `l3`, those between share `l1` and `l2`.
    static func look(_ rank: Int, of count: Int) -> String {
        if rank == count - 1 { return "l3" }
        if rank == 0 { return "l0" }
        return 2 * rank < count ? "l1" : "l2"
    }

    /// The marks of a cell that needs a second look.
    func flags(_ cell: Cell) -> [Flag] {
        var flags: [Flag] = []
        if cell.isDivergent { flags.append(divergent) }
        if cell.isContradicted { flags.append(contradicted) }
        if cell.isStale { flags.append(stale) }
        if cell.isOverdue { flags.append(overdue) }
        return flags
    }

    private var divergent: Flag { Flag(code: "divergent", sign: "≠", name: texts.divergentMark) }
    private var contradicted: Flag { Flag(code: "contradicted", sign: "±", name: texts.contradictedMark) }
    private var overdue: Flag { Flag(code: "overdue", sign: "!", name: texts.overdueMark) }
    private var stale: Flag {
        let months = snapshot.workspace.settings.consolidation.staleAfterMonths
        return Flag(code: "stale", sign: "°", name: counted(texts.staleMark, months))
    }

    /// The key to all levels, the kinds of nothing that occur, and the flags.
    func legend(_ kinds: Set<KindOfNothing>) -> Legend {
        Legend(
            levels: scale.levels.indices.map { mark(.level(.init(rank: $0))) } + [mark(.contrary)],
            nothing: KindOfNothing.allCases.filter(kinds.contains).map { mark(.nothing($0)) },
            flags: [divergent, contradicted, stale, overdue])
    }

    /// How many words of each kind, as one bar; what is not addressed is left out.
    func tallied(_ tally: Tally) -> Tallied {
        var counts: [(Progress, Int)] = [(.contrary, tally.contrary)]
        counts += tally.levels.enumerated().map { (.level(.init(rank: $0)), $1) }
        counts += KindOfNothing.allCases.filter { $0 != .notAddressed }.map { (.nothing($0), tally.nothing[$0] ?? 0) }
        let shown = counts.filter { $0.1 > 0 }
        let total = shown.reduce(0) { $0 + $1.1 }
        var parts: [Tallied.Part] = []
        var before = 0
        for (progress, count) in shown {
            parts.append(
                Tallied.Part(
                    mark: mark(progress), count: count, x: Self.hundredth(before, of: total),
                    width: Self.hundredth(count, of: total)))
            before += count
        }
        return Tallied(
            parts: parts, total: total,
            text: parts.map { "\($0.mark.name)\(texts.colon)\($0.count.written(in: language))" }.joined(separator: ", ")
        )
    }

    /// A share of 100, to a tenth.
    private static func hundredth(_ part: Int, of whole: Int) -> Double {
        whole == 0 ? 0 : Double((part * 1000 + whole / 2) / whole) / 10
    }

    /// The words of some cells.
    func tally(_ cells: some Sequence<Cell>) -> Tally {
        var tally = Tally(levelCount: scale.levels.count)
        for cell in cells {
            if cell.isOverdue { tally.overdue += 1 }
            tally.add(cell.progress)
        }
        return tally
    }
}
