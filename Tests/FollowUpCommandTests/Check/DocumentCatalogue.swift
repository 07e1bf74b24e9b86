import Diagnostics
import ForumKit
import ForumWorkspace
import Records

@testable import FollowUpCommand

/// What the commands give to programs, for the documentation.
enum DocumentCatalogue {
    /// The document of each command, and the record of which `--format csv` has one a row.
    static let documents: [(command: String, document: RecordDescription, row: RecordDescription)] = [
        ("matrix", MatrixDocument.schema.description, CellRecord.schema.description),
        ("status", PictureList<ForumRecord>.schema.description, ForumRecord.schema.description),
        ("explain", PicturePage<ExplanationRecord>.schema.description, ContributionRecord.schema.description),
        ("country", PicturePage<CountryDocument>.schema.description, CellRecord.schema.description),
        ("forum", ForumPage.schema.description, ForumCommitmentRecord.schema.description),
        ("measure", PicturePage<MeasureDocument>.schema.description, LineRecord.schema.description),
        ("gaps", PictureList<GapRecord>.schema.description, GapRecord.schema.description),
        ("divergences", PictureList<DivergenceRecord>.schema.description, DivergenceRecord.schema.description),
        ("due", PictureList<ObligationRecord>.schema.description, ObligationRecord.schema.description),
        ("diff", DiffDocument.schema.description, CellChange.schema.description),
        ("check", CheckDocument.schema.description, DiagnosticRecord.schema.description),
        ("forums", ForumsDocument.schema.description, ForumRecord.schema.description),
        ("forums --modules", RecordList<ModuleMetadata>.schema.description, ModuleMetadata.schema.description),
        ("test-module", ContractDocument.schema.description, ContractDocument.Property.schema.description),
        ("trust", TrustDocument.schema.description, ForumProgram.File.schema.description),
        ("explain-code", RecordList<DiagnosticCode>.schema.description, DiagnosticCode.schema.description),
    ]

    /// The tables of JSON.md.
    static var markdown: String {
        let rows = documents.map { entry in
            "| `\(entry.command)` | [\(entry.document.name)](#\(entry.document.name)) | [\(entry.row.name)](#\(entry.row.name)) |"
        }
        let shared = [
            AssessmentRecord.schema.description, ReportRecord.schema.description, ChangeRecord.schema.description,
        ]
        return (["| Command | Document | A row of CSV |", "|---|---|---|"] + rows).joined(separator: "\n") + "\n\n"
            + FieldTables(of: documents.flatMap { [$0.document, $0.row] } + shared).markdown
    }
}
