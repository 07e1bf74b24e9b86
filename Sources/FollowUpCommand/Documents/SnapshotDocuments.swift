import FollowUpModel
import ForumWorkspace
import Harmonization
import Records

/// What `matrix` gives: measures or lines, each with its cells.
struct MatrixDocument: Record {
    /// The cells of a measure or line.
    struct Row: Record {
        let source: RecordSource
        let target: TargetIndex
        let cells: [CellRecord]

        static let schema = RecordSchema<Row>("matrix-row", "The cells of a measure or line.") {
            Field("target", "The measure or line.") { $0.source.snapshot.workspace.framework[$0.target].id }
            Field("title", "Its title.") { $0.source.snapshot.workspace.framework.title(of: $0.target) }
            Field("cells", "One for each country, then one for each forum that owes something on it as a whole.") {
                $0.cells
            }
        }
    }

    let source: RecordSource
    let measure: String?
    let rows: [Row]
    let whole: Row?
    let coverage: Coverage

    static let schema = RecordSchema<MatrixDocument>("matrix", "Every country by every line of a measure.") {
        openingFields { $0.source }
        Field("measure", "The measure whose lines are shown; null where all measures are.") { $0.measure }
        Field("rule", "By which rule contributions become one.") { $0.source.snapshot.rule }
        Field("rows", "The lines of the measure, or all measures.") { $0.rows }
        Field("whole", "The measure with all its lines; null where it has none.") { $0.whole }
        Field("coverage", "How much is known.") { $0.coverage }
        closingFields { $0.source }
    }
}

/// What `forum` gives.
struct ForumPage: Record {
    let source: RecordSource
    let forum: ForumDocument
    let commitments: [ForumCommitmentRecord]
    let coverage: Coverage

    static let schema = RecordSchema<ForumPage>("forum-page", "One forum with what its module says of each party.") {
        openingFields(before: ForumDocument.schema.description) { $0.source }
        ForumDocument.schema.fields { $0.forum }
        Field("commitments", "Its commitments.") { $0.commitments }
        Field("coverage", "How much its reports alone make known of the picture.") { $0.coverage }
    }
}

/// What `diff` gives: the changed cells, and the edits behind them.
struct DiffDocument: Record {
    /// One of the two pictures.
    struct Side: Record {
        let workspace: String
        let asOf: PartialDate

        init(_ snapshot: Snapshot) {
            (workspace, asOf) = (snapshot.workspace.settings.id, snapshot.options.asOf)
        }

        static let schema = RecordSchema<Side>("diff-side", "One of two pictures.") {
            Field("workspace", "The workspace's id.") { $0.workspace }
            Field("as-of", "The date of the picture.") { $0.asOf }
        }
    }

    let before: Side
    let after: Side
    let changes: [CellChange]
    let total: Int
    let edits: [Edit]

    static let schema = RecordSchema<DiffDocument>("diff", "The cells that two pictures show differently, and why.") {
        Field("before", "The old picture.") { $0.before }
        Field("after", "The new picture.") { $0.after }
        Field("changes", "The cells that differ.") { $0.changes }
        Field("total", "How many cells of the new picture a commitment is aligned to.", unit: "cells") { $0.total }
        Field("edits", "What differs in the data, or came with time.") { $0.edits }
    }
}
