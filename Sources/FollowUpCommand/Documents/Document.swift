import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization
import Records

/// What a command gives to programs: one JSON document, and its main records as CSV.
struct Document: Sendable {
    /// The document, ending with a line break; on one line unless it is indented.
    let json: @Sendable (_ isIndented: Bool) -> String
    /// The records as CSV, with a header.
    let csv: @Sendable () -> String

    /// Describes what a command gives.
    ///
    /// - Parameters:
    ///   - whole: the document.
    ///   - rows: the records of its table.
    init<Whole: Record, Row: Record>(_ whole: Whole, rows: @escaping @Sendable () -> [Row], in layout: RecordLayout) {
        json = { isIndented in
            var writer = RecordWriter(layout, isIndented: isIndented)
            whole.write(to: &writer)
            return writer.text + "\n"
        }
        csv = { String(decoding: RecordTable<Row>(layout).csv(rows()), as: UTF8.self) }
    }
}

extension Snapshot {
    /// What records of the picture are made of.
    var records: RecordSource { RecordSource(self, paths: .asOpened) }

    /// How records look to a reader of one language.
    func layout(_ language: Language) -> RecordLayout {
        RecordLayout(of: workspace, language: language, languages: [language])
    }
}

/// A list of records of a picture, with how much of it is known.
struct PictureList<Row: Record>: Record {
    let source: RecordSource
    let rows: [Row]
    let coverage: Coverage?

    static var schema: RecordSchema<PictureList<Row>> {
        let row = Row.schema.description
        return RecordSchema(row.name + "-list", "A list. " + row.doc) {
            openingFields { $0.source }
            Field(row.name + "s", "The list.") { $0.rows }
            Field("coverage", "How much is known of what was asked for; null where that makes no sense.") {
                $0.coverage.map(CoverageRecord.init)
            }
            closingFields { $0.source }
        }
    }
}
