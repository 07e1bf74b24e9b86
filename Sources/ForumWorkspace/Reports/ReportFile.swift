public import Diagnostics
import FollowUpModel
public import SystemIO

/// One file of reports, kept so that texts can be looked up.
public struct ReportFile: Sendable {
    /// The file's handle in the workspace's source map.
    public var file: FileID
    /// The content.
    public var bytes: FileBytes {
        didSet { lines = LineSteps.onDemand(of: bytes) }
    }
    /// What its columns are.
    public var header: ReportHeader
    /// Where its lines are, for whom asks where a report stands.
    private var lines: LazyValue<LineSteps>

    init(file: FileID, bytes: FileBytes, header: ReportHeader) {
        self.file = file
        self.bytes = bytes
        self.header = header
        lines = LineSteps.onDemand(of: bytes)
    }

    /// The record that begins at a byte, split into its fields.
    func record(at offset: Int) -> CSVScanner {
        var scanner = CSVScanner(bytes.view, delimiter: header.delimiter, offset: offset)
        guard scanner.next() else { preconditionFailure("a report's place is the start of a record") }
        return scanner
    }

    /// Where the fields of the record stand that begins at a byte.
    func ranges(at offset: Int) -> [SourceRange] {
        let view = bytes.view
        return PlaceFinder(bytes: view, file: file).ranges(
            record(at: offset).fields, recordStart: offset, line: lines.value.line(ofByte: offset, in: view))
    }
}
