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

    init(file: FileID, bytes: FileBytes, header: ReportHeader) {
        self.file = file
        self.bytes = bytes
        self.header = header
        lines = Self.lines(of: bytes)
    }

    private static func lines(of bytes: FileBytes) -> LazyValue<LineTable> { LazyValue { LineTable(bytes) } }

    /// The record that begins at a byte, split into its fields.
    func record(at offset: Int) -> CSVScanner {
        var scanner = CSVScanner(bytes.view, delimiter: header.delimiter, offset: offset)
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
