import Diagnostics
import FollowUpModel
import SystemIO

/// One report file with its bytes split into rows, by nothing but the forum's definition and commitments.
struct ReportScan: Sendable {
    /// The file; its header names no columns when it can't be used.
    var file: ReportFile
    /// What is wrong with the header.
    var diagnostics: [Diagnostic] = []
    /// The number of rows of a file whose header can't be used.
    var unreadable = 0
    /// The stretches of the file, in order: the first one begins with the first record below the header, each other
    /// one where the one before it ends.
    var chunks: [ChunkReading] = []
}

/// The reports of a forum: the rows of all its files, and everything that is wrong with them.
struct ForumReports {
    /// The rows that stand.
    var table = ReportTable()
    /// The files, by their numbers.
    var files: [ReportFile] = []
    /// The number of rows that don't stand.
    var rejected = 0
    /// What is wrong, file by file.
    var diagnostics: [Diagnostic] = []
}

/// Reads a forum's report files into columns, in two steps.
///
/// The bytes are scanned once, all files of the forum side by side and long ones in stretches (``ChunkReader``). Then
/// the stretches are put together in the order of the files (``ReportSettler``): only a row that is wrong is looked at
/// again there, to say where and why.
struct ReportReader: Sendable {
    /// The most rows of one file that are reported one by one.
    static let listedRows = 200
    /// The bytes of a stretch that is worth a task of its own.
    static let chunkSize = 1 << 20

    let forum: ForumDefinition
    let lookups: RowLookups
    let commitmentIds: [String]
    let unreadCommitments: Set<String>
    let rounds: [String?]
    let countries: CountryTable
    let meter: WorkMeter?

    /// Gets ready for a forum; `unreadCommitments` are the ids of those that have an error of their own.
    init(
        forum: ForumDefinition, commitments: [Commitment], unreadCommitments: Set<String> = [],
        countries: CountryTable, meter: WorkMeter? = nil
    ) {
        self.forum = forum
        self.meter = meter
        self.unreadCommitments = unreadCommitments
        self.countries = countries
        commitmentIds = commitments.map(\.id)
        rounds = commitments.map(\.round)
        lookups = RowLookups(forum: forum, commitments: commitments, countries: countries)
    }

    /// Scans a forum's files side by side; `files` are in the order of their numbers.
    func scan(_ files: [(id: FileID, bytes: FileBytes)], chunkSize: Int = chunkSize) -> [ReportScan] {
        var scans = files.map { scanHeader($0.bytes, file: $0.id) }
        let stretches = scans.enumerated().flatMap { number, scan in
            guessedStretches(of: scan, chunkSize).map { (number: number, range: $0) }
        }
        let ready = scans
        let chunks = parallelMap(stretches.count) { index in
            let (number, range) = stretches[index]
            return read(ready[number], range)
        }
        var ends = scans.map(\.file.header.firstRecord)
        for (stretch, chunk) in zip(stretches, chunks) {
            let end = ends[stretch.number]
            if end == stretch.range.lowerBound {
                scans[stretch.number].chunks.append(chunk)
            } else if end < stretch.range.upperBound {
                // A quoted text goes on over the guessed start: read again from where a record does begin.
                scans[stretch.number].chunks.append(read(ready[stretch.number], end..<stretch.range.upperBound))
            } else {
                continue
            }
            ends[stretch.number] = end + scans[stretch.number].chunks[scans[stretch.number].chunks.count - 1].length
        }
        return scans
    }

    func scanHeader(_ bytes: FileBytes, file: FileID) -> ReportScan {
        var scan = ReportScan(file: ReportFile(file: file, bytes: bytes, header: .none))
        var reader = HeaderReader(scan.file, ownFields: forum.reportFields)
        let header = reader.read()
        scan.diagnostics = reader.diagnostics
        if let header {
            scan.file.header = header
        } else {
            scan.unreadable = Self.countRows(of: bytes)
        }
        return scan
    }

    /// Where to begin reading side by side: after the first line end below each round number of bytes.
    private func guessedStretches(of scan: ReportScan, _ size: Int) -> [Range<Int>] {
        guard !scan.file.header.names.isEmpty else { return [] }
        let bytes = scan.file.bytes.view
        var starts = [scan.file.header.firstRecord]
        for place in stride(from: starts[0] + size, to: bytes.count, by: size) {
            guard let end = bytes[place...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { break }
            let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
            let start = end + (isPair ? 2 : 1)
            guard start < bytes.count else { break }
            if let last = starts.last, start > last { starts.append(start) }
        }
        return starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : bytes.count) }
    }

    func read(_ scan: ReportScan, _ range: Range<Int>) -> ChunkReading {
        guard meter?.isStopped != true else { return ChunkReading(length: range.count) }
        defer { meter?.advance(by: range.count) }
        let columns = ReportColumns(header: scan.file.header, of: forum)
        let chunk = ChunkReader(
            lookups: lookups, file: scan.file.bytes, columns: columns, delimiter: scan.file.header.delimiter
        ).read(range)
        scan.file.bytes.release(of: range)
        return chunk
    }

    /// Puts scanned files together; `comparesIds` is false where it is known that no id comes twice.
    func settle(_ scans: [ReportScan], comparesIds: Bool = true) -> ForumReports {
        var reports = ForumReports()
        reports.files = scans.map(\.file)
        let most = scans.reduce(0) { $0 + $1.chunks.reduce(0) { $0 + $1.rows.count + $1.suspects.count } }
        var settled = SettledReports(
            identities: ReportIdentities(files: reports.files, rows: comparesIds ? most : 0))
        settled.table.reserve(most)
        for (number, scan) in scans.enumerated() {
            reports.diagnostics += scan.diagnostics
            reports.rejected += scan.unreadable
            guard !scan.file.header.names.isEmpty else { continue }
            let before = settled.table.count
            var settler = ReportSettler(reader: self, file: scan.file, number: number, comparesIds: comparesIds)
            var start = scan.file.header.firstRecord
            for chunk in scan.chunks {
                settler.add(chunk, at: start, to: &settled)
                start += chunk.length
            }
            reports.diagnostics += settler.listed
            reports.rejected += settler.rejected
            if settled.table.count == before, settler.rejected == 0 {
                reports.diagnostics.append(
                    .warning(.noRows, at: .wholeFile(scan.file.file), "the file has a header and no report below it"))
            }
        }
        reports.table = settled.table
        return reports
    }

    /// The number of records below the first row that aren't blank, for a file whose rows can't be read.
    static func countRows(of file: FileBytes) -> Int {
        var scanner = CSVScanner(atHeaderOf: file.view)
        _ = scanner.next()
        var count = 0
        while scanner.next() { count += scanner.isBlank ? 0 : 1 }
        return count
    }
}

/// Where the columns of a file stand.
struct ReportColumns {
    let id: Int?
    let commitment: Int
    let party: Int
    let status: Int
    let date: Int
    let dateKind: Int?
    let voice: Int?
    let givenBy: Int?
    let confidence: Int?
    let scope: Int?
    let evidence: Int?
    let sources: Int?
    let accept: Int?
    let own: [(place: Int, field: FieldDefinition)]
    let count: Int

    init(header: ReportHeader, of forum: ForumDefinition) {
        func required(_ column: ReportColumn) -> Int {
            guard let place = header.place(of: column) else {
                preconditionFailure("a header without the required columns is refused before its rows are read")
            }
            return place
        }
        id = header.place(of: .id)
        commitment = required(.commitment)
        party = required(.party)
        status = required(.status)
        date = required(.date)
        dateKind = header.place(of: .dateKind)
        voice = header.place(of: .voice)
        givenBy = header.place(of: .givenBy)
        confidence = header.place(of: .confidence)
        scope = header.place(of: .scope)
        evidence = header.place(of: .evidence)
        sources = header.place(of: .sources)
        accept = header.place(of: .accept)
        func only(_ text: String, in name: String) -> FieldDefinition {
            FieldDefinition(name: name, kind: .text, values: [text], origin: forum.origin)
        }
        let nameless = header.names.indices.filter { header.names[$0].isEmpty }.map { ($0, only("", in: "")) }
        own =
            (forum.reportFields + [only(forum.id, in: ReportColumn.forum)]).compactMap { field in
                header.names.firstIndex(of: field.name).map { ($0, field) }
            } + nameless
        count = header.names.count
    }

    /// Whether a record has a field for each column, and beyond them nothing but blanks.
    func fit(_ fields: [CSVField], in bytes: ByteView) -> Bool {
        fields.count >= count && fields.count < CSVScanner.mostFields
            && fields[count...].allSatisfy { bytes.part($0.bytes).isBlank }
    }
}
