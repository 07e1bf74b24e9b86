import FollowUpModel
import Harmonization
import Localization

/// How words on progress are shown: a sign, a letter, a colour, so that each reads without the others.
struct Signs: Sendable {
    let scale: ProgressScale
    let texts: Texts
    var language: Language { texts.language }

    /// Makes the signs of a workspace's scale in a language.
    init(scale: ProgressScale, texts: Texts) {
        self.scale = scale
        self.texts = texts
    }

    /// The name for people.
    func name(_ progress: Progress) -> String {
        switch progress {
        case .level(let level): scale[level].name.text(for: language)
        case .contrary: scale.contrary.name.text(for: language)
        case .missing(let kind): texts[kind]
        }
    }

    /// The name used in files and exports.
    func code(_ progress: Progress) -> String {
        switch progress {
        case .level(let level): scale[level].id
        case .contrary: scale.contrary.id
        case .missing(let kind): kind.rawValue
        }
    }

    /// Sign and letter.
    func mark(_ progress: Progress) -> String {
        switch progress {
        case .level(let level): scale[level].sign + scale[level].letter
        case .contrary: scale.contrary.sign + scale.contrary.letter
        case .missing(let kind): Self.marks(of: kind)
        }
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
        case .level(let level):
            if level == scale.top {
                .good
            } else if level.rank == 0 {
                .bad
            } else {
                .limited
            }
        }
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
