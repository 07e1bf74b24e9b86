import FollowUpModel
import Harmonization

/// The marks of all words and flags, made once for the many cells of one page.
struct MarkTable {
    /// How a cell looks and what is said of it.
    struct Look {
        var mark: Mark
        /// Its word and its flags as a sentence.
        var text: String
        /// The signs of its flags; nil for none.
        var flags: String?
    }

    private let levelCount: Int
    /// By the number of the word, and within it by that of the flags.
    private let looks: [Look]

    /// Makes the marks in the language of a page.
    init(_ builder: PageBuilder) {
        levelCount = builder.scale.levels.count
        let words =
            [Progress.contrary] + builder.scale.levels.indices.map { .level(.init(rank: $0)) }
            + KindOfNothing.allCases.map { .nothing($0) }
        let flags = (0..<16).map { number in
            var cell = Cell()
            cell.isDivergent = number & 1 != 0
            cell.isContradicted = number & 2 != 0
            cell.isStale = number & 4 != 0
            cell.isOverdue = number & 8 != 0
            return builder.flags(cell)
        }
        looks = words.flatMap { word in
            let mark = builder.mark(word)
            return flags.map { flags in
                Look(
                    mark: mark, text: ([mark.name] + flags.map(\.name)).joined(separator: ", "),
                    flags: flags.isEmpty ? nil : flags.map(\.sign).joined())
            }
        }
    }

    /// The look of a cell.
    subscript(cell: Cell) -> Look {
        let word =
            switch cell.progress {
            case .contrary: 0
            case .level(let level): 1 + Int(level.rank)
            case .nothing(let kind): 1 + levelCount + Self.number(of: kind)
            }
        let flags =
            (cell.isDivergent ? 1 : 0) + (cell.isContradicted ? 2 : 0) + (cell.isStale ? 4 : 0)
            + (cell.isOverdue ? 8 : 0)
        return looks[16 * word + flags]
    }

    private static func number(of kind: KindOfNothing) -> Int {
        guard let number = KindOfNothing.allCases.firstIndex(of: kind) else {
            preconditionFailure("every kind of nothing is among all of them")
        }
        return number
    }
}
