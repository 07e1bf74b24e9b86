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
            Field("cells", "One for each country.") { $0.cells }
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
        Field("coverage", "How much is known.") { CoverageRecord($0.coverage) }
        closingFields { $0.source }
    }
}

/// What `explain` gives.
struct ExplainDocument: Record {
    let source: RecordSource
    let explanation: ExplanationRecord

    static let schema = RecordSchema<ExplainDocument>("explain", "Why a cell says what it says.") {
        openingFields { $0.source }
        ExplanationRecord.schema.fields { $0.explanation }
        closingFields { $0.source }
    }
}

/// What `country` gives.
struct CountryPage: Record {
    let source: RecordSource
    let country: CountryDocument

    static let schema = RecordSchema<CountryPage>("country-page", "One country across all forums.") {
        openingFields { $0.source }
        CountryDocument.schema.fields { $0.country }
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
        openingFields { $0.source }
        ForumDocument.schema.fields { $0.forum }
        Field("commitments", "Its commitments.") { $0.commitments }
        Field("coverage", "How much its reports alone make known of the picture.") { CoverageRecord($0.coverage) }
    }
}

/// What `measure` gives.
struct MeasurePage: Record {
    let source: RecordSource
    let measure: MeasureDocument

    static let schema = RecordSchema<MeasurePage>("measure-page", "One measure with its lines.") {
        openingFields { $0.source }
        MeasureDocument.schema.fields { $0.measure }
        closingFields { $0.source }
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

    /// A cell that changed.
    struct Row: Record {
        let change: CellChange
        let before: LookRecord?
        let after: LookRecord?

        static let schema = RecordSchema<Row>("cell-change", "A cell that two pictures show differently.") {
            Field("country", "The country's code.") { $0.change.country }
            Field("target", "The measure or line.") { $0.change.target }
            Field("direction", "Where it moved.") { Direction(from: $0.change.old, to: $0.change.new) }
            Field("before", "The cell before; null where the picture has none.") { $0.before }
            Field("after", "The cell after; null where the picture has none.") { $0.after }
            Field("edits", "The edits behind it: places in the list of edits, from 0.") { $0.change.edits }
        }
    }

    let before: Side
    let after: Side
    let changes: [Row]
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

extension Edit: Record {
    static let schema = RecordSchema<Edit>("difference", "One difference in the data, or one that came with time.") {
        Field("subject", "What differs.", .code(subjects)) { $0.subject.rawValue }
        Field("change", "How it differs.", .code(kinds)) { $0.change.rawValue }
        Field("forum", "The forum's id; null for what all forums have in common.") { $0.forum }
        Field("commitment", "The commitment's id, where it is about one.") { $0.commitment }
        Field("party", "The country's code or the organ's id, where it is about one.") { $0.party }
        Field("item", "What it is about otherwise: a word, a report's id, a file.") { $0.item }
        Field("before", "What was said before, in words for people.") { $0.old }
        Field("after", "What is said after, in words for people.") { $0.new }
        Field("place", "Where it stands, in the new workspace where it is there.", .place) { $0.place }
    }

    private static let subjects = CodeList(
        "edit-subject",
        [
            "report": "A report, or that it is heard by then.",
            "commitment": "A commitment, one of its facts, or that it is adopted by then.",
            "status-word": "A status word or its place on the scale.",
            "membership": "A country's membership, or what it is by then.",
            "forum": "A forum as a whole, or a fact of its forum.yaml.",
            "workspace": "The scale, the consolidation, the framework or the countries.",
            "deadline": "A deadline that passes in between.",
            "age": "The time that passes: newest reports get old.",
        ])

    private static let kinds = CodeList(
        "edit-change", ["added": "It is new.", "removed": "It is gone.", "changed": "It says something else."])
}
