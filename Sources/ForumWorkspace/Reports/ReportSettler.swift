import Diagnostics
import FollowUpModel

/// Puts the stretches of one report file together: decides about suspects and about ids that come twice, in the order
/// of the file.
struct ReportSettler {
    private let reader: ReportReader
    private let bytes: UnsafeRawBufferPointer
    private let file: ReportFile
    private let columns: ReportColumns
    private let number: Int
    /// The number of rows that don't stand.
    private(set) var rejected = 0
    /// The number of rows that stand, with warnings.
    private var warned = 0
    private var diagnostics: [Diagnostic] = []
    /// A place in the file and its line, from which the lines below are counted.
    private var known: (offset: Int, line: Int)

    init(reader: ReportReader, bytes: UnsafeRawBufferPointer, file: ReportFile, columns: ReportColumns, number: Int) {
        self.reader = reader
        self.bytes = bytes
        self.file = file
        self.columns = columns
        self.number = number
        known = (file.header.firstRecord, file.header.firstLine)
    }

    /// Adds the rows of a stretch to those of the forum's files so far.
    mutating func add(_ chunk: ChunkReading, to table: inout ReportTable, identities: inout ReportIdentities) {
        identities.reserve(chunk.idHashes.count)
        var suspects = chunk.suspects[...]
        var first = 0
        for row in 0..<chunk.table.count {
            while let suspect = suspects.first, suspect.rowsBefore == row {
                table.append(first..<row, of: chunk.table)
                first = row
                examine(at: suspect.offset, &table, &identities)
                suspects.removeFirst()
            }
            guard !chunk.idHashes.isEmpty, case let hash = chunk.idHashes[row], hash != 0 else { continue }
            let offset = chunk.table.offset(of: ReportIndex(row))
            if identities.insert(hash: hash, at: .init(file: number, offset: offset)) != nil {
                table.append(first..<row, of: chunk.table)
                first = row + 1
                examine(at: offset, &table, &identities)
            }
        }
        table.append(first..<chunk.table.count, of: chunk.table)
        for suspect in suspects { examine(at: suspect.offset, &table, &identities) }
    }

    /// Looks closely at the record at a place: it counts where it has no error, and is passed over where it is blank.
    private mutating func examine(at offset: Int, _ table: inout ReportTable, _ identities: inout ReportIdentities) {
        known = (offset, known.line + bytes.lineEnds(in: known.offset..<offset))
        var scanner = CSVScanner(bytes, delimiter: file.header.delimiter, offset: offset, line: known.line)
        guard scanner.next() else { preconditionFailure("a suspect is a record of the file") }
        guard !scanner.isBlank else { return }
        var examiner = RowExaminer(
            reader: reader, bytes: bytes, file: file.file, columns: columns, scanner: scanner, start: offset,
            line: known.line, suggests: rejected < ReportReader.listedRows)
        if var row = examiner.examine(identities: &identities, number: number) {
            if let place = columns.evidence, scanner.fields[place].count > 0 {
                row.evidence = table.evidenceNumber(of: scanner.text(scanner.fields[place]))
            }
            table.append(row, at: ReportPlace(file: number, offset: offset))
            if !examiner.diagnostics.isEmpty {
                warned += 1
                if warned <= ReportReader.listedRows { diagnostics += examiner.diagnostics }
            }
        } else {
            rejected += 1
            if rejected <= ReportReader.listedRows { diagnostics += examiner.diagnostics }
        }
    }

    /// What is wrong with the rows, and how many there are where not all were listed.
    var listed: [Diagnostic] {
        let few = "only the first \(ReportReader.listedRows) are listed"
        let whole = SourceRange.wholeFile(file.file)
        var listed = diagnostics
        if rejected > ReportReader.listedRows {
            listed.append(.error(.moreRejected, at: whole, "\(rejected) rows of this file are rejected; \(few)"))
        }
        if warned > ReportReader.listedRows {
            listed.append(.warning(.moreWarned, at: whole, "\(warned) rows of this file have warnings; \(few)"))
        }
        return listed
    }
}

extension UnsafeRawBufferPointer {
    /// The number of line ends (LF, CRLF or a lone CR) that begin in a range of the bytes.
    func lineEnds(in range: Range<Int>) -> Int {
        var count = 0
        for place in range where self[place] == 0x0A || self[place] == 0x0D {
            let isFirstOfPair = self[place] == 0x0D && place + 1 < self.count && self[place + 1] == 0x0A
            count += isFirstOfPair ? 0 : 1
        }
        return count
    }
}
