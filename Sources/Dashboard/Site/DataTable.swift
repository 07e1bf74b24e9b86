import Diagnostics
package import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
package import Records
import SystemIO

/// A table of the picture's data to take away, in no language: the same records as those of the API.
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

    /// The table in some forms, in their order.
    package func files(of picture: PageData, in forms: [TableFormat]) -> [[UInt8]] {
        var files = forms.map { _ in [UInt8]() }
        write(picture, in: forms) { pieces in
            for place in files.indices { files[place] += pieces[place] }
        }
        return files
    }

    /// Hands the table over piece by piece, each in all forms that are asked for: the cells by measure and line, all else
    /// by forum.
    func write<Failure>(
        _ picture: PageData, in forms: [TableFormat], to take: ([[UInt8]]) throws(Failure) -> Void
    ) throws(Failure) {
        let snapshot = picture.snapshot
        let source = RecordSource(snapshot, paths: .belowWorkspace)
        let layout = RecordLayout(of: snapshot.workspace)
        let forums = snapshot.forums
        func each<Rows: Sequence & SendableMetatype>(
            _ pieces: Int, _ rows: @Sendable (Int) -> Rows
        ) throws(Failure) where Rows.Element: Record {
            try RecordTable<Rows.Element>(layout).write(pieces, in: forms, to: take) { piece, table in
                for row in rows(piece) { table.add(row) }
            }
        }
        switch self {
        case .cells: try each(picture.targets.count) { picture.cells(picture.targets[$0], source) }
        case .assessments: try each(forums.count) { source.assessments(of: forums[$0]) }
        case .reports:
            try each(forums.count) { piece in
                (0..<forums[piece].forum.reports.count).lazy.map {
                    ReportRecord(source, forums[piece], ReportIndex($0))
                }
            }
        case .obligations:
            try each(forums.count) {
                picture.owing.items(of: picture.owing.ofForums[$0]).map { ObligationRecord(source, $0) }
            }
        case .commitments: try each(forums.count) { source.commitments(of: forums[$0].forum) }
        case .crosswalk: try each(forums.count) { source.alignments(of: forums[$0].forum) }
        }
    }
}

extension PageData {
    /// The cells of a measure or line, those of all countries in their order.
    ///
    /// - Parameter forum: the id of the forum of the picture that speaks alone; nil for all.
    package func cells(_ target: TargetIndex, _ source: RecordSource, ofForum forum: String? = nil) -> [CellRecord] {
        let shown = forum.flatMap(layer) ?? snapshot
        return zip(shown.countries, zip(shown.row(target), witnesses(target, ofForum: forum))).map { country, said in
            CellRecord(source, target, country, said.0, said.1)
        }
    }
}
