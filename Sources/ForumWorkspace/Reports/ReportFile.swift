public import Diagnostics
import FollowUpModel
public import SystemIO

/// One file of reports, kept so that texts can be looked up.
public struct ReportFile: Sendable {
    /// The file's handle in the workspace's source map.
    public var file: FileID
    /// The content.
    public var bytes: FileBytes {
        didSet { lines = Self.lines(of: bytes) }
    }
    /// What its columns are.
    public var header: ReportHeader
    /// Where its lines are, for whom asks where a report stands; most readings never do.
    private var lines: LazyValue<LineTable>
    private let dayOrders: LazyValue<[Int: DayOrder]>

    init(file: FileID, bytes: FileBytes, header: ReportHeader) {
        self.file = file
        self.bytes = bytes
        self.header = header
        lines = Self.lines(of: bytes)
        dayOrders = LazyValue {
            var texts: [Int: [String]] = [:]
            var scanner = CSVScanner(bytes.view, delimiter: header.delimiter, offset: 0)
            while scanner.next() {
                for (place, field) in scanner.fields.enumerated() where (8...10).contains(field.count) {
                    // A few hundred dates tell as much as all.
                    guard texts[place, default: []].count < 500 else { continue }
                    texts[place, default: []].append(scanner.text(field))
                }
            }
            return texts.mapValues { DayOrder(of: $0) }
        }
    }

    private static func lines(of bytes: FileBytes) -> LazyValue<LineTable> { LazyValue { LineTable(bytes) } }

    /// Which of day and month stands first in a column of dates; the whole file is read for it, once.
    func dayOrder(ofColumn place: Int) -> DayOrder { dayOrders.value[place] ?? .unknown }

    /// The record that begins at a byte, split into its fields.
    func record(at offset: Int) -> CSVScanner {
        // A file that was cut meanwhile has no more line ends, and is read again in any case.
        let end = bytes.hasLostPages ? min(bytes.count, offset + 1) : bytes.count
        var scanner = CSVScanner(bytes.view.part(0..<end), delimiter: header.delimiter, offset: offset)
        guard scanner.next() else { preconditionFailure("a report's place is the start of a record") }
        return scanner
    }

    /// Where some bytes stand.
    func range(_ bytes: Range<Int>) -> SourceRange {
        let lines = lines.value
        return SourceRange(
            file: file, start: lines.position(atByte: bytes.lowerBound), end: lines.position(atByte: bytes.upperBound))
    }
}
