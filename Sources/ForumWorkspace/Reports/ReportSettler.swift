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
    /// What is said once of the file, and the number of rows that it is true of.
    private var remarks: [(first: RowRemark, count: Int)] = []
    /// The number of rejected rows that only a remark tells of.
    private var remarked = 0

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
        rejected += chunk.rejected
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
            if rejected < ReportReader.listedRows {
                examine(at: start + Int(chunk.rows[twice].offset), &settled)
            } else {
                rejected += 1
            }
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
        let row = examiner.examine(at: place, among: &settled)
        examiner.remarks.forEach { take($0) }
        if var row {
            if let place = columns.evidence, scanner.fields[place].count > 0 {
                row.evidence = settled.table.evidenceNumber(of: scanner.text(scanner.fields[place]))
            }
            settled.table.append(row, at: place)
            diagnostics += examiner.diagnostics.filter { $0.severity == .note }
            let warnings = examiner.diagnostics.filter { $0.severity != .note }
            if !warnings.isEmpty {
                warned += 1
                if warned <= ReportReader.listedRows { diagnostics += warnings }
            }
        } else if !examiner.isOther {
            rejected += 1
            if examiner.diagnostics.isEmpty { remarked += 1 }
            if rejected <= ReportReader.listedRows { diagnostics += examiner.diagnostics }
        }
    }

    private mutating func take(_ remark: RowRemark) {
        guard let known = remarks.firstIndex(where: { $0.first.isLike(remark) }) else {
            return remarks.append((remark, 1))
        }
        remarks[known].count += 1
        if remarks[known].count <= ReportReader.listedRows { remarks[known].first.take(remark) }
    }

    /// What is wrong with the rows, and how many there are where not all were listed.
    var listed: [Diagnostic] {
        let few = "only the first \(ReportReader.listedRows) are listed"
        let whole = SourceRange.wholeFile(file.file)
        var listed =
            diagnostics
            + remarks.map { remark in
                let said = remark.first.diagnostic(ofRows: remark.count)
                return said.code != .badEncoding || file.bytes.view.hasAccentsInUTF8 ? said : said.ofFileInOldEncoding
            }
        if rejected - remarked > ReportReader.listedRows {
            listed.append(.error(.moreRejected, at: whole, "\(rejected) rows of this file are rejected; \(few)"))
        }
        if warned > ReportReader.listedRows {
            listed.append(.warning(.moreWarned, at: whole, "\(warned) rows of this file have warnings; \(few)"))
        }
        return listed
    }
}
