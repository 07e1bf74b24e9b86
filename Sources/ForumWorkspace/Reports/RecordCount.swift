package import SystemIO

/// How many records stand below the header of a CSV file, split as report files are: plain ones by the fast way.
package struct RecordCount: Hashable, Sendable {
    /// Records without quotes and with as many fields as the header.
    package private(set) var plain = 0
    /// All others, empty lines among them.
    package private(set) var odd = 0

    /// Counts the records of a file.
    package init(of bytes: FileBytes) {
        var header = CSVScanner(atHeaderOf: bytes.view)
        guard header.next() else { return }
        RecordSplitter.withEnds(ofFields: header.fields.count) { ends in
            var splitter = RecordSplitter(
                bytes.view.unsafeBytes, delimiter: header.delimiter, fieldCount: ends.count, offset: header.offset)
            while true {
                let record = splitter.offset
                switch splitter.next(ends) {
                case .end: return
                case .record: plain += 1
                case .odd:
                    odd += 1
                    var scanner = CSVScanner(bytes.view, delimiter: header.delimiter, offset: record)
                    _ = scanner.next()
                    splitter.seek(to: scanner.offset)
                }
            }
        }
    }
}
