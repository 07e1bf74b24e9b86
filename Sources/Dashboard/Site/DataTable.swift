import Diagnostics
import FollowUpModel
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
        let layout = RecordLayout(of: snapshot.workspace, languages: Texts.languages)
        let count = snapshot.forums.count
        switch self {
        case .cells:
            try RecordTable<CellRecord>(layout).write(picture.targets.count, in: forms, to: take) { piece, rows in
                let target = picture.targets[piece]
                let cells = snapshot.row(target)
                for (place, (country, witnesses)) in zip(snapshot.countries, picture.witnesses(target)).enumerated() {
                    rows.add(CellRecord(source, target, country, cells[cells.startIndex + place], witnesses))
                }
            }
        case .assessments:
            try RecordTable<AssessmentRecord>(layout).write(count, in: forms, to: take) { piece, rows in
                let forum = snapshot.forums[piece]
                for place in forum.forum.commitments.indices {
                    let commitment = CommitmentIndex(place)
                    for assessment in forum.assessments(of: commitment) {
                        rows.add(AssessmentRecord(source, forum, commitment, assessment))
                    }
                }
            }
        case .reports:
            try RecordTable<ReportRecord>(layout).write(count, in: forms, to: take) { piece, rows in
                let forum = snapshot.forums[piece]
                for place in 0..<forum.forum.reports.count { rows.add(ReportRecord(source, forum, ReportIndex(place))) }
            }
        case .obligations:
            try RecordTable<ObligationRecord>(layout).write(count, in: forms, to: take) { piece, rows in
                for item in picture.owing.items(ofForumAt: piece) { rows.add(ObligationRecord(source, item)) }
            }
        case .commitments:
            try RecordTable<CommitmentRecord>(layout).write(count, in: forms, to: take) { piece, rows in
                let forum = snapshot.forums[piece].forum
                for commitment in forum.commitments {
                    rows.add(CommitmentRecord(source, forum: forum.definition.id, commitment))
                }
            }
        case .crosswalk:
            try RecordTable<AlignmentRecord>(layout).write(count, in: forms, to: take) { piece, rows in
                let forum = snapshot.forums[piece].forum
                for commitment in forum.commitments {
                    for alignment in commitment.alignments {
                        rows.add(AlignmentRecord(source, forum.definition.id, commitment.id, alignment))
                    }
                }
            }
        }
    }
}
