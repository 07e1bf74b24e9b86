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

    /// Reads the fields of the record that begins at a byte, without their places.
    func values(at offset: Int) -> ReportValues {
        var scanner = CSVScanner(bytes.view, delimiter: header.delimiter, offset: offset)
        guard scanner.next() else { preconditionFailure("a report's place is the start of a record") }
        return ReportValues(names: header.names, values: scanner.fields.map { scanner.text($0) })
    }

    /// Reads the texts of the record that begins at a byte.
    func texts(at offset: Int) -> ReportTexts {
        let view = bytes.view
        var scanner = CSVScanner(view, delimiter: header.delimiter, offset: offset)
        guard scanner.next() else { preconditionFailure("a report's place is the start of a record") }
        let values = scanner.fields.map { scanner.text($0) }
        let places = PlaceFinder(bytes: view, file: file)
        return ReportTexts(
            values: ReportValues(names: header.names, values: values),
            ranges: places.ranges(
                scanner.fields, recordStart: offset, line: lines.value.line(ofByte: offset, in: view)))
    }
}
