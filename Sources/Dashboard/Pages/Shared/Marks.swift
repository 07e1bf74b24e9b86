import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization
import Records

extension PageBuilder {
    /// A word on progress by sign, letter, name and look.
    func mark(_ progress: Progress) -> Mark {
        if let kind = progress.missing {
            return Mark(
                code: kind.rawValue, sign: kind.sign, letter: kind.letter, name: texts[kind],
                look: kind == .notAddressed ? "none" : "none asked", rank: nil)
        }
        let (rank, level) = (progress.rank ?? -1, scale.level(of: progress) ?? scale.contrary)
        return Mark(
            code: level.id, sign: level.sign, letter: level.letter, name: level.name.text(for: language),
            look: rank < 0 ? "lx" : Self.look(rank, of: scale.levels.count), rank: rank)
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

    private var divergent: Flag { Flag(code: "divergent", sign: "≠", name: texts[.divergentMark]) }
    private var contradicted: Flag { Flag(code: "contradicted", sign: "±", name: texts[.contradictedMark]) }
    private var overdue: Flag { Flag(code: "overdue", sign: "!", name: texts[.overdueMark]) }
    private var stale: Flag {
        let months = snapshot.workspace.settings.consolidation.staleAfterMonths
        return Flag(code: "stale", sign: "°", name: texts[.staleMark, count: months])
    }

    /// The key to all levels, the kinds of nothing that occur, and the flags.
    func legend(_ kinds: Set<MissingReason> = Set(MissingReason.allCases)) -> Legend {
        Legend(
            levels: scale.levels.indices.map { mark(.level(.init(rank: $0))) } + [mark(.contrary)],
            missing: MissingReason.allCases.filter(kinds.contains).map { mark(.missing($0)) },
            flags: [divergent, contradicted, stale, overdue])
    }

    /// How many words of each kind, as one bar; what is not addressed is left out.
    func tallied(_ tally: Tally) -> Tallied {
        var counts: [(Progress, Int)] = [(.contrary, tally.contrary)]
        counts += tally.levels.enumerated().map { (.level(.init(rank: $0)), $1) }
        counts += MissingReason.allCases.filter { $0 != .notAddressed }.map { (.missing($0), tally.missing[$0] ?? 0) }
        let shown = counts.filter { $0.1 > 0 }.map { (mark: mark($0), count: $1) }
        let total = shown.reduce(0) { $0 + $1.count }
        var before = 0
        return Tallied(
            parts: shown.map { mark, count in
                defer { before += count }
                return Tallied.Part(
                    look: mark.look, x: Self.hundredth(before, of: total), width: Self.hundredth(count, of: total))
            },
            text: texts.list(shown.map { "\($0.mark.name)\(texts[.colon])\($0.count.written(in: texts))" }))
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

/// The marks of words and flags, each made once for the many cells of one page; a class, since it remembers them.
final class MarkTable {
    /// How a cell looks and what is said of it.
    struct Look {
        var mark: Mark
        /// Its word and its flags as a sentence.
        var text: String
        /// The signs of its flags; nil for none.
        var flags: String?
    }

    private let builder: PageBuilder
    private var looks: [CellLook: Look] = [:]

    /// Prepares marks in the language of a page.
    init(_ builder: PageBuilder) { self.builder = builder }

    /// The look of a cell.
    subscript(cell: Cell) -> Look {
        let key = CellLook(cell)
        if let known = looks[key] { return known }
        let (mark, flags) = (builder.mark(cell.progress), builder.flags(cell))
        let look = Look(
            mark: mark, text: builder.texts.list([mark.name] + flags.map(\.name)),
            flags: flags.isEmpty ? nil : flags.map(\.sign).joined())
        looks[key] = look
        return look
    }
}
