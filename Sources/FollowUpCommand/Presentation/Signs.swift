import FollowUpModel
import Harmonization
import Localization
import Records

/// How words on progress are shown: a sign, a letter, a colour, so that each reads without the others.
struct Signs: Sendable {
    let scale: ProgressScale
    let texts: Texts
    private var language: Language { texts.language }

    /// The name for people.
    func name(_ progress: Progress) -> String {
        scale.level(of: progress)?.name.text(for: language) ?? progress.missing.map { texts[$0] } ?? ""
    }

    /// The name used in files and exports.
    func code(_ progress: Progress) -> String { scale.code(of: progress) ?? progress.missing?.rawValue ?? "" }

    /// Sign and letter.
    func mark(_ progress: Progress) -> String {
        scale.level(of: progress).map { $0.sign + $0.letter } ?? progress.missing.map(Self.marks) ?? ""
    }

    /// The sign and letter of a kind of nothing; letters are small, so that none is taken for a level.
    static func marks(of kind: MissingReason) -> String {
        kind.sign + (kind.letter.isEmpty ? " " : kind.letter)
    }

    /// The colour of a word on progress.
    func style(_ progress: Progress) -> Cell.Style {
        switch progress {
        case .contrary: .bad
        case .missing: .none
        case .level(let level): level == scale.top ? .good : level.rank == 0 ? .bad : .limited
        }
    }

    /// A word on progress in a cell: sign and letter, then flags, then the name or a forum's own word.
    func cell(_ progress: Progress, flags: String = "", word: String? = nil) -> Cell {
        Cell("\(mark(progress).trimmingEnd)\(flags) \(word ?? name(progress))", style(progress))
    }

    /// The marks of a cell that needs a second look: forums differ, voices differ, stale, overdue.
    func flags(_ cell: Harmonization.Cell) -> String {
        (cell.isDivergent ? "≠" : "") + (cell.isContradicted ? "±" : "") + (cell.isStale ? "°" : "")
            + (cell.isOverdue ? "!" : "")
    }

    /// The key to all marks, as one line for levels and one for the rest.
    func legend(staleAfterMonths months: Int, kinds: Set<MissingReason>) -> [String] {
        let levels = scale.levels.map { "\($0.sign)\($0.letter) \($0.name.text(for: language))" }
        let nothing = MissingReason.allCases.filter(kinds.contains).map {
            "\(Self.marks(of: $0).trimmingEnd) \(texts[$0])"
        }
        let flags = [
            "≠ \(texts[.divergentMark])", "± \(texts[.contradictedMark])",
            "° " + texts[.staleMark, count: months], "! \(texts[.overdueMark])",
        ]
        return [
            "\(texts[.legend])\(texts[.colon])" + (levels + nothing).joined(separator: "  "),
            flags.joined(separator: "  "),
        ]
    }
}

extension String {
    /// The text without spaces at its end.
    var trimmingEnd: String {
        guard let last = utf8.lastIndex(where: { $0 != 0x20 }) else { return "" }
        return String(self[..<utf8.index(after: last)])
    }
}
