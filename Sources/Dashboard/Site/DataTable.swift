import Diagnostics
package import FollowUpModel
import Harmonization

/// A table of the picture's data to take away, in no language.
package enum DataTable: String, Hashable, Sendable, CaseIterable {
    /// Every cell of measures and lines that a commitment is aligned to.
    case cells
    /// What each module says of each commitment and party.
    case assessments
    /// Every report.
    case reports
    /// What every party owes, and what it has submitted.
    case obligations
    /// Every commitment.
    case commitments
    /// What each commitment is aligned to.
    case crosswalk

    /// The names of the columns.
    package var columns: [String] {
        switch self {
        case .cells:
            [
                "country", "target", "progress", "nothing", "lowest", "highest", "divergent", "contradicted", "stale",
                "overdue", "newest", "contributions", "addressed",
            ]
        case .assessments:
            [
                "forum", "commitment", "party", "standing", "standing-rule", "progress", "nothing", "progress-rule",
                "report-date", "overdue",
            ]
        case .reports:
            [
                "forum", "id", "commitment", "party", "status", "read-as", "date", "date-kind", "voice", "given-by",
                "confidence", "wording", "scope", "evidence", "note", "sources",
            ]
        case .obligations:
            [
                "forum", "commitment", "party", "kind", "state", "due-earliest", "due-latest", "submitted", "rule",
            ]
        case .commitments:
            [
                "forum", "id", "number", "title-en", "title-es", "title-pt", "title-fr", "legal-force", "adopted",
                "deadline", "every-months", "followed-up", "confidence", "sources",
            ]
        case .crosswalk: ["forum", "commitment", "target", "relation", "confidence", "note"]
        }
    }
}

extension DataTable {
    /// In which form a table is taken away.
    package enum Form: String, CaseIterable, Sendable {
        /// By RFC 4180, with a header.
        case csv
        /// A list of objects with the columns as members.
        case json
    }

    /// The table in some forms, in their order.
    package func files(of picture: Picture, in forms: [Form]) -> [[UInt8]] {
        var files = forms.map { _ in [UInt8]() }
        write(picture, in: forms) { pieces in
            for place in files.indices { files[place] += pieces[place] }
        }
        return files
    }

    /// Hands the table over piece by piece, each in all forms that are asked for.
    ///
    /// The rows are made side by side, a few pieces at a time: the cells by measure and line, all else by forum.
    func write<Failure>(
        _ picture: Picture, in forms: [Form], to take: ([[UInt8]]) throws(Failure) -> Void
    ) throws(Failure) {
        try take(forms.map { $0 == .csv ? CSVText.header(columns) : [UInt8(ascii: "[")] })
        let count = self == .cells ? picture.targets.count : picture.snapshot.forums.count
        let width = 2 * parallelWidth()
        let json = forms.firstIndex(of: .json)
        var isEmpty = true
        for start in stride(from: 0, to: count, by: width) {
            let pieces = parallelMap(min(width, count - start)) { offset in
                var rows = TableRows(picture, TableWriter(columns: columns, forms: forms))
                rows.write(self, piece: start + offset)
                return rows.writer.pieces
            }
            for var piece in pieces where piece.contains(where: { !$0.isEmpty }) {
                // The comma before the very first row.
                if isEmpty, let json { piece[json].removeFirst() }
                isEmpty = false
                try take(piece)
            }
        }
        try take(forms.map { $0 == .csv ? [] : Array("]\n".utf8) })
    }
}

extension ProgressScale {
    /// The level's id, or that of a step back; nil where nothing is known.
    package func code(of progress: Progress) -> String? { progress.rank.map(code) }

    /// The id of a rank, -1 being a step back.
    package func code(rank: Int) -> String { rank < 0 ? contrary.id : levels[rank].id }
}
