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
}

/// One record of a picture, with the fields that every document of a picture begins and ends with.
struct PicturePage<Content: Record>: Record {
    let source: RecordSource
    let content: Content

    static var schema: RecordSchema<PicturePage<Content>> {
        let content = Content.schema.description
        return RecordSchema(content.name.split(separator: "-")[0] + "-page", content.doc) {
            openingFields(before: content) { $0.source }
            Content.schema.fields { $0.content }
            closingFields { $0.source }
        }
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
                $0.coverage
            }
            closingFields { $0.source }
        }
    }
}
