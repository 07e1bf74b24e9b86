import Diagnostics
import FollowUpModel
import SystemIO

/// The rows of a forum that stand so far, and their ids.
struct SettledReports {
    var table = ReportTable()
    var identities: ReportIdentities
}

/// Puts the stretches of one report file together: decides about suspects and about ids that come twice, in the order
/// of the file.
struct ReportSettler {
    private let reader: ReportReader
    private let file: ReportFile
    private let columns: ReportColumns
    private let number: Int
    private let comparesIds: Bool
    /// The number of rows that don't stand.
    private(set) var rejected = 0
    /// The number of rows that stand, with warnings.
    private var warned = 0
    private var diagnostics: [Diagnostic] = []

    /// Begins with nothing; `comparesIds` is false where it is known that no id comes twice.
    init(reader: ReportReader, file: ReportFile, number: Int, comparesIds: Bool) {
        self.reader = reader
        self.file = file
        self.number = number
        self.comparesIds = comparesIds
        columns = ReportColumns(header: file.header, of: reader.forum)
    }

    /// Adds the rows of a stretch that begins at a byte to those of the forum's files so far.
    mutating func add(_ chunk: ChunkReading, at start: Int, to settled: inout SettledReports) {
        let evidence = chunk.evidence.map { settled.table.evidenceNumber(of: $0) }
        var row = 0
        for suspect in chunk.suspects {
            add(row..<Int(suspect.rowsBefore), of: chunk, at: start, evidence, &settled)
            row = Int(suspect.rowsBefore)
            examine(at: start + Int(suspect.offset), &settled)
        }
        add(row..<chunk.rows.count, of: chunk, at: start, evidence, &settled)
    }

    /// Adds rows with which nothing is wrong, but that their ids may have come before.
    private mutating func add(
        _ rows: Range<Int>, of chunk: ChunkReading, at start: Int, _ evidence: [UInt32],
        _ settled: inout SettledReports
    ) {
        var rest = rows
        while !rest.isEmpty {
            let twice = firstKnown(in: rest, of: chunk, at: start, &settled)
            settled.table.append(
                chunk.rows[rest.lowerBound..<(twice ?? rest.upperBound)],
                from: ReportPlace(file: number, offset: start), evidence: evidence)
            guard let twice else { return }
            examine(at: start + Int(chunk.rows[twice].offset), &settled)
            rest = twice + 1..<rest.upperBound
        }
    }

    /// Remembers the ids of some rows, which will stand below those that are settled, and returns the first row whose
    /// id was known already; nil when none was.
    private func firstKnown(
        in range: Range<Int>, of chunk: ChunkReading, at start: Int, _ settled: inout SettledReports
    ) -> Int? {
        guard comparesIds, columns.id != nil else { return nil }
        let (table, number, first) = (settled.table, number, range.lowerBound)
        let count = table.count
        func place(_ row: Int) -> ReportPlace {
            ReportPlace(file: number, offset: start + Int(chunk.rows[row].offset))
        }
        for row in range where chunk.rows[row].idHash != 0 {
            let known = settled.identities.insert(
                hash: chunk.rows[row].idHash, row: count + row - first, at: place(row),
                known: { $0 < count ? table.place(of: ReportIndex($0)) : place(first + $0 - count) })
            if known != nil { return row }
        }
        return nil
    }

    /// Looks closely at the record at a place: it counts where it has no error, and is passed over where it is blank.
    private mutating func examine(at offset: Int, _ settled: inout SettledReports) {
        let scanner = file.record(at: offset)
        guard !scanner.isBlank else { return }
        var examiner = RowExaminer(
            reader: reader, file: file, columns: columns, scanner: scanner, start: offset,
            suggests: rejected < ReportReader.listedRows)
        let place = ReportPlace(file: number, offset: offset)
        if var row = examiner.examine(at: place, among: &settled) {
            if let place = columns.evidence, scanner.fields[place].count > 0 {
                row.evidence = settled.table.evidenceNumber(of: scanner.text(scanner.fields[place]))
            }
            settled.table.append(row, at: place)
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
