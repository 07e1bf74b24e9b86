import Diagnostics
import SystemIO

/// In which form a table is taken away.
package enum TableFormat: String, CaseIterable, Sendable {
    /// By RFC 4180, with a header.
    case csv
    /// A list of objects with the columns as members.
    case json
}

/// Writes records as tables.
package struct RecordTable<Row: Record>: Sendable {
    /// The names of the columns.
    package let columns: [String]
    private let layout: RecordLayout

    /// Prepares to write tables of a workspace.
    package init(_ layout: RecordLayout) {
        self.layout = layout
        columns = Row.schema.description.columns(in: layout)
    }

    /// Hands a table over piece by piece, each in all forms that are asked for.
    ///
    /// The rows are made side by side, a few pieces at a time.
    ///
    /// - Parameters:
    ///   - count: the number of pieces.
    ///   - fill: adds the rows of a piece.
    package func write<Failure>(
        _ count: Int, in forms: [TableFormat], to take: ([[UInt8]]) throws(Failure) -> Void,
        fill: @Sendable (Int, inout Rows) -> Void
    ) throws(Failure) {
        try take(forms.map { $0 == .csv ? header : [UInt8(ascii: "[")] })
        let width = 2 * parallelWidth()
        let json = forms.firstIndex(of: .json)
        var isEmpty = true
        for start in stride(from: 0, to: count, by: width) {
            let pieces = parallelMap(min(width, count - start)) { offset in
                var rows = Rows(layout, columns, forms)
                fill(start + offset, &rows)
                return rows.pieces(forms)
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

    /// A table of a few rows as CSV.
    package func csv(_ records: some Sequence<Row>) -> [UInt8] {
        var rows = Rows(layout, columns, [.csv])
        for record in records { rows.add(record) }
        return header + rows.pieces([.csv])[0]
    }

    /// The line with the names of the columns.
    private var header: [UInt8] {
        var out = ByteWriter(capacity: 256)
        for (place, column) in columns.enumerated() {
            if place > 0 { out.append(UInt8(ascii: ",")) }
            out.append(csv: column)
        }
        out.append("\r\n")
        return out.bytes
    }

    /// The rows of one piece.
    package struct Rows: ~Copyable {
        private var writer: RecordWriter

        fileprivate init(_ layout: RecordLayout, _ columns: [String], _ forms: [TableFormat]) {
            writer = RecordWriter(layout, columns: columns, forms: forms)
        }

        /// Adds a row.
        package mutating func add(_ record: Row) {
            Row.schema.write(record, to: &writer)
            writer.endRow()
        }

        fileprivate func pieces(_ forms: [TableFormat]) -> [[UInt8]] { forms.map { writer.rows(in: $0) } }
    }
}
